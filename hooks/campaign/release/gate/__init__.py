"""The gate: what of a campaign's facts and of its hand-written pages may not be printed or published as it is."""

from collections.abc import Iterator
from pathlib import Path

from campaign.channels import messages
from campaign.core.context import BuildContext
from campaign.core.problems import Problem
from campaign.read import Reading
from campaign.release.causes import Obstacle
from campaign.release.gate.pages import in_pages
from campaign.release.gate.records import in_records
from campaign.release.gate.shipped import unchanged
from campaign.release.gate.years import stale


def refusals(reading: Reading, context: BuildContext, docs: Path | None = None) -> list[Obstacle]:
    """Everything in a campaign read without a problem that isn't fit for print, each record and cause once.

    docs: the folder with a folder of hand-written pages for each language, None where there are none.
    """
    head = reading.campaign.campaign
    return [*in_records(reading, context), *(in_pages(docs, head.languages, head.as_typed) if docs else ())]


def reminders(reading: Reading, context: BuildContext, docs: Path | None = None) -> Iterator[Problem]:
    """What is worth a second look, and keeps nothing back: what reading mentions, what only a release makes odd, and
    messages that have nothing to say when they are sent."""
    yield from reading.mentions
    yield from stale(reading, docs, context.today)
    yield from unchanged(reading)
    yield from messages.unsaid(reading.campaign, reading.places)


__all__ = ["refusals", "reminders"]
