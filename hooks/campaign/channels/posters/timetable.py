"""Timetables: the events of a poster as its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from campaign.channels.posters.words import words
from campaign.core.times import day_of
from campaign.kinds import Campaign
from campaign.kinds.event import OutreachEvent
from campaign.kinds.status import badge, state
from campaign.say.dates import dates
from campaign.say.wording import Wording


def rows(campaign: Campaign, events: Iterable[OutreachEvent], wording: Wording) -> Iterator[Mapping[str, object]]:
    """The events as lines of a timetable, each with the day it stands under."""
    yield from (_row(campaign, event, wording) for event in events)


def _row(campaign: Campaign, event: OutreachEvent, wording: Wording) -> Mapping[str, object]:
    kind, said = campaign.place_kind(event.place_kind), dates(wording.main)
    return {
        "id": event.id,
        "day": said.short(day_of(event.starts)),
        "weekday": said.weekday(day_of(event.starts)),
        "time": said.clock(event.starts, event.ends),
        "title": event.title[wording.main],
        "support": event.title[wording.support] if wording.support else None,
        "where": " · ".join((event.venue[wording.main], event.audience[wording.main])),
        "kind": kind.name[wording.main],
        "tint": kind.tint,
        "pictogram": kind.pictogram,
        "status": [said for said in wording.each(lambda tag: badge(state(event), words(tag), short=True)) if said],
        "struck": not event.status.holds,
    }
