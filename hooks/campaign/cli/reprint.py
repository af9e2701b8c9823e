"""`campaign reprint`: what was printed and has changed since."""

from __future__ import annotations

import sys

from campaign import paper, release
from campaign.channels import posters
from campaign.cli import project
from campaign.cli.command import Command, Options
from campaign.core.console import say
from campaign.paper import ledger


def run(options: Options) -> int:
    """Compare what would be printed now with the ledger, and say what to print again and what to take down."""
    reading = project.reading(options.data)
    known = ledger.load(options.data, shown_as=options.data.as_posix())
    context = project.context(reading)
    book = paper.book(reading.campaign, context, known, places=reading.places)
    found = release.reprint(book, posters.plan(project.commission(reading, context, book.imprints, options.data)))
    for line in release.told(found, known):
        say(line, sys.stdout)
    return 0


REPRINT = Command(
    name="reprint",
    output="release/",
    about="印出以后哪些变了 · what was printed and has changed since",
    run=run,
)
