"""Posters of what takes place: events, the exhibition with its booths and boards, a county's programme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from campaign.channels.posters.content import (
    Composer,
    Content,
    Fact,
    Notice,
    campaign_head,
    fact,
    plain_pair,
    support_lines,
)
from campaign.channels.posters.words import words
from campaign.core.artifact import Source
from campaign.kinds import Campaign, Record
from campaign.kinds.event import OutreachEvent, Status
from campaign.kinds.exhibition import ExhibitionFile, Opening
from campaign.say.dates import dates
from campaign.say.script import is_han
from campaign.say.wording import Pair, Wording

OFF = (Status.CANCELLED, Status.POSTPONED)
"""Where an event stands when its time no longer holds."""


def _event(campaign: Campaign, record_id: str, wording: Wording) -> Content:
    event: OutreachEvent = campaign.record("event", record_id)  # type: ignore[assignment]
    kind = campaign.place_kind(event.place_kind)
    title, support = wording.both(event.title)
    notice = _notice(event, wording)
    facts = [
        Fact(
            label=words(wording.main).when,
            text=wording.each(lambda tag: dates(tag).when(event.starts, event.ends)),
            size=1.25,
            weight=900,
            struck=event.status in OFF,
        ),
        Fact(label=words(wording.main).where, text=_venue(event, wording), size=1.1),
        replace(fact("audience", wording, event.audience, size=0.85, weight=500), spare=notice is not None),
    ]
    return Content(
        source=Source(kind="event", id=record_id),
        title=title,
        kicker=(wording.both(kind.entry), wording.both(campaign.campaign.name)),
        lines=(title,),
        support=support_lines(support),
        most=12.5 if is_han(title) else 9.5,
        facts=tuple(facts),
        notice=notice,
        opens=wording.say(words, "scan_event"),
        scheme="tint",
        tint=kind.tint,
        pictogram=kind.pictogram,
        county=campaign.county_of[record_id].id,
        sample=event.sample,
    )


def _notice(event: OutreachEvent, wording: Wording) -> Notice | None:
    """What is different now, where something is."""
    if event.status is Status.PLANNED:
        return None
    said = wording.say(words, f"status_short_{event.status.value}")
    return Notice(word=said, change=wording.both(event.change) if event.change else None)


def _venue(event: OutreachEvent, wording: Wording) -> Pair:
    def say(tag: str) -> str:
        return event.venue[tag] + (words(tag).joiner + event.address[tag] if event.address else "")

    return wording.each(say)


def _exhibition(campaign: Campaign, _: str, wording: Wording) -> Content:
    exhibition = campaign.exhibition
    if exhibition is None:
        raise KeyError("no exhibition")
    name, support = wording.both(exhibition.name)
    openings = tuple(_opening(row, wording) for row in exhibition.openings)
    return Content(
        source=Source(kind="exhibition"),
        title=name,
        kicker=campaign_head(campaign, wording),
        lines=(name,),
        support=support_lines(support),
        most=13,
        facts=(*openings, fact("where", wording, exhibition.venue, size=1.1)),
        opens=wording.say(words, "scan_exhibition"),
        scheme="teal",
        county=exhibition.county or "",
        plaza=exhibition if exhibition.booths else None,
        sample=exhibition.sample or any(getattr(one, "sample", False) for one in _shown(exhibition)),
    )


def _shown(exhibition: ExhibitionFile) -> Iterator[Record]:
    """Every record that an exhibition's poster says something of, those on its plan included."""
    for rows in (exhibition.openings, exhibition.zones, exhibition.booths, exhibition.boards, exhibition.features):
        yield from rows


def _opening(opening: Opening, wording: Wording) -> Fact:
    """The hours of one day."""

    def say(tag: str) -> str:
        return dates(tag).hours(opening.day, opening.opens, opening.closes)

    return Fact(label=words(wording.main).when, text=wording.each(say), size=1.25, weight=900)


def _booth(campaign: Campaign, record_id: str, wording: Wording) -> Content:
    booth = next(one for one in campaign.booths if one.id == record_id)
    exhibitor, zone = campaign.exhibitor(booth.exhibitor), campaign.zone(booth.zone)
    name, support = wording.both(exhibitor.name)
    return Content(
        source=Source(kind="booth", id=record_id),
        title=f"{booth.number} {name}",
        kicker=(wording.both(zone.name), wording.both(campaign.campaign.short_name)),
        lines=(name,),
        support=support_lines(support),
        most=13,
        facts=(
            fact("booth_ask", wording, booth.ask, size=1.15, weight=900),
            Fact(label=words(wording.main).booth_shows, text=plain_pair(wording, booth.offers), size=0.85, weight=500),
        ),
        opens=wording.say(words, "scan_booth"),
        scheme="tint",
        tint=zone.tint,
        number=booth.number,
        county=exhibitor.county or "",
        sample=booth.sample or exhibitor.sample or zone.sample,
    )


def _board(campaign: Campaign, record_id: str, wording: Wording) -> Content:
    board = next(one for one in campaign.boards if one.id == record_id)
    title, support = wording.both(board.title)
    return Content(
        source=Source(kind="board", id=record_id),
        title=title,
        kicker=(wording.both(campaign.priority(board.priority).name), wording.both(campaign.campaign.name)),
        lines=(title,),
        support=support_lines(support),
        most=14,
        body=(plain_pair(wording, board.text),),
        opens=wording.say(words, "scan_board"),
        scheme="paper",
        county=(campaign.exhibition.county if campaign.exhibition else None) or "",
        sample=board.sample,
    )


def _county(campaign: Campaign, record_id: str, wording: Wording) -> Content:
    county = campaign.county(record_id)
    name, support = wording.both(county.name)
    events = [event for event in campaign.events if campaign.county_of[event.id].id == record_id]
    return Content(
        source=Source(kind="county", id=record_id),
        title=f"{name} {words(wording.main).timetable}",
        kicker=campaign_head(campaign, wording),
        lines=(name,),
        support=support_lines(support),
        rows=tuple(_row(campaign, event, wording) for event in events),
        mark=words(wording.main).timetable,
        opens=wording.say(words, "scan_county"),
        scheme="red",
        county=record_id,
        sample=county.sample or any(event.sample for event in events),
    )


def _row(campaign: Campaign, event: OutreachEvent, wording: Wording) -> Mapping[str, object]:
    """One line of a timetable, and under which day it stands."""
    kind = campaign.place_kind(event.place_kind)
    return {
        "id": event.id,
        "day": dates(wording.main).short(event.starts.date()),
        "weekday": dates(wording.main).weekday(event.starts.date()),
        "time": dates(wording.main).clock(event.starts, event.ends),
        "title": event.title[wording.main],
        "support": event.title[wording.support] if wording.support else None,
        "venue": event.venue[wording.main],
        "audience": event.audience[wording.main],
        "kind": kind.name[wording.main],
        "tint": kind.tint,
        "pictogram": kind.pictogram,
        "status": _status(event, wording.main),
        "struck": event.status in OFF,
    }


def _status(event: OutreachEvent, tag: str) -> str:
    return "" if event.status is Status.PLANNED else words(tag).say(f"status_short_{event.status.value}")


COMPOSERS: Mapping[str, Composer] = {
    "event": _event,
    "exhibition": _exhibition,
    "booth": _booth,
    "board": _board,
    "county": _county,
}
"""How each of these kinds is composed."""
