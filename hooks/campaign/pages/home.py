"""The home page: theme, week, what is near, priorities, plaza, what you can do, downloads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from campaign import urls
from campaign.artifact import Page, Source
from campaign.pages.edition import Edition
from campaign.pages.tiles import tiles


def pages(edition: Edition) -> Iterator[Page]:
    """The one page at the language's root."""
    campaign = edition.campaign.campaign
    yield edition.page(
        urls.page("home"),
        "home",
        title=edition.text(campaign.name),
        description=edition.text(campaign.summary),
        source=Source(kind="home"),
        edit_path="campaign.yml",
        tiles=tiles(edition),
        notes=_notes(edition),
    )


def _notes(edition: Edition) -> dict[date, list[str]]:
    """What the plan itself puts on one day of the week, by day: a dated activity, the plaza's opening."""
    notes: dict[date, list[str]] = {day: [] for day in edition.campaign.days}
    activities = edition.campaign.activities.activities if edition.campaign.activities else ()
    for dates in (dates for activity in activities for dates in activity.dates):
        if dates.starts == dates.ends and dates.starts in notes:
            notes[dates.starts].append(edition.text(dates.what))
    return notes
