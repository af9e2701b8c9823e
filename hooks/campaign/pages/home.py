"""The home page: theme, week, what is near, priorities, plaza, what you can do, downloads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from campaign import urls
from campaign.artifact import Page, Source
from campaign.model.outreach import PlaceKind
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
        kinds=_kinds(edition),
        notes=_notes(edition),
    )


def _kinds(edition: Edition) -> dict[date, list[PlaceKind]]:
    """The kinds of place that have an event on each day, in the campaign's order."""
    present = {day: {card.kind.id for card in cards} for day, cards in edition.by_day.items()}
    kinds = edition.campaign.six_entries.place_kinds
    return {day: [kind for kind in kinds if kind.id in ids] for day, ids in present.items()}


def _notes(edition: Edition) -> dict[date, list[str]]:
    """What the plan itself puts on one day of the week, by day: a dated activity, the plaza's opening."""
    notes: dict[date, list[str]] = {day: [] for day in edition.campaign.days}
    activities = edition.campaign.activities.activities if edition.campaign.activities else ()
    for dates in (dates for activity in activities for dates in activity.dates):
        if dates.starts == dates.ends and dates.starts in notes:
            notes[dates.starts].append(edition.text(dates.what))
    return notes
