"""`campaign reprint`: what is on paper and on air and isn't so any more."""

from __future__ import annotations

import sys

from campaign import builder, paper, release
from campaign.cli import project
from campaign.cli.command import Command, Options
from campaign.core.console import say


def run(options: Options) -> int:
    """Compare what would be made now with the ledger, and say what to print again, to copy and to take down."""
    reading = project.reading(options.data)
    known = project.known(options.data)
    context = project.context(reading)
    book = paper.book(reading.campaign, context, known, places=reading.places)
    planned = builder.planned(project.commission(reading, context, book.imprints, options.data))
    found = release.reprint(book, planned.get("posters", ()))
    packs = release.recopy(book, planned.get("screens", ())) if known.packs else []
    for line in release.told(found, known, packs):
        say(line, sys.stdout)
    return 0


REPRINT = Command(
    name="reprint",
    output="release/",
    about="印出以后哪些变了 · what was printed and has changed since",
    run=run,
)
