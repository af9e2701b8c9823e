"""What a frame says: one idea of one record, in the languages of its display."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from campaign.channels.screens.wording import head_and_rest, lines
from campaign.channels.screens.words import words
from campaign.core.artifact import Source
from campaign.core.language import Localized
from campaign.kinds import Campaign
from campaign.kinds.display import Display
from campaign.kinds.event import OutreachEvent, Status
from campaign.kinds.exhibition import Booth
from campaign.kinds.priority import Priority
from campaign.kinds.slide import Slide
from campaign.say.dates import dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One frame's words.

    name: ASCII; lines: the headline as broken by sense, where the office broke it; facts: must be read too; detail:
    only where there is room; linked: the record whose address it carries; only_on, last: the day it is for, the last.
    """

    source: Source
    name: str
    title: Localized
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kicker: Localized
    facts: tuple[Localized, ...] = ()
    detail: Localized | None = None
    scheme: str = "red"
    tint: str = ""
    pictogram: str = ""
    linked: tuple[str, str] | None = None
    priorities: tuple[str, ...] = ()
    sample: bool = False
    only_on: date | None = None
    last: date | None = None


def contents(campaign: Campaign, display: Display, slide: Slide) -> Iterator[Content]:
    """What one item of a playlist shows, frame by frame; an office's own picture or film has no words."""
    compose = COMPOSERS.get(slide.shows)
    if compose:
        yield from compose(campaign, display, slide)


def _said(campaign: Campaign, say: Callable[[str], str]) -> Localized:
    return Localized({tag: say(tag) for tag in campaign.languages})


def _head(campaign: Campaign) -> Localized:
    return campaign.campaign.short_name


def _theme(campaign: Campaign, _: Display, slide: Slide) -> Iterator[Content]:
    theme, week = campaign.theme, campaign.campaign.week
    yield Content(
        source=Source(kind="theme"),
        name="theme",
        title=slide.text or theme.official,
        lines={} if slide.text else theme.lines,
        kicker=_head(campaign),
        facts=(_said(campaign, lambda tag: dates(tag).span(week.starts, week.ends)),),
        linked=("theme", ""),
    )


def _priorities(campaign: Campaign, _: Display, slide: Slide) -> Iterator[Content]:
    every = campaign.priorities.priorities
    for number, priority in enumerate(every, 1):
        if slide.record in (None, priority.id):
            yield _priority(campaign, priority, slide, number, len(every))


def _priority(campaign: Campaign, priority: Priority, slide: Slide, number: int, total: int) -> Content:
    return Content(
        source=Source(kind="priority", id=priority.id),
        name=f"priority-{priority.id}",
        title=slide.text or priority.name,
        kicker=_said(campaign, lambda tag: words(tag).say("priority", number=number, total=total)),
        detail=priority.official_title,
        scheme="teal",
        linked=("priority", priority.id),
        priorities=(priority.id,),
        sample=priority.sample,
    )


def _slogans(campaign: Campaign, _: Display, slide: Slide) -> Iterator[Content]:
    for slogan in campaign.theme.slogans:
        if slide.record in (None, slogan.id):
            yield Content(
                source=Source(kind="slogan", id=slogan.id),
                name=f"slogan-{slogan.id}",
                title=slide.text or slogan.text,
                kicker=_head(campaign),
                scheme="ochre",
                sample=slogan.sample,
            )


def _event(campaign: Campaign, _: Display, slide: Slide) -> Iterator[Content]:
    event: OutreachEvent = campaign.record("event", str(slide.record))  # type: ignore[assignment]
    yield _happening(campaign, event, slide.text)


def _county_events(campaign: Campaign, display: Display, slide: Slide) -> Iterator[Content]:
    county = slide.record or display.county
    for event in campaign.events:
        if campaign.county_of[event.id].id == county:
            yield _happening(campaign, event, None, today=slide.shows == "events-today")


def _happening(campaign: Campaign, event: OutreachEvent, text: Localized | None, *, today: bool = False) -> Content:
    kind, county = campaign.place_kind(event.place_kind), campaign.county_of[event.id]
    over = event.status in (Status.CANCELLED, Status.POSTPONED)
    when = _said(campaign, lambda tag: dates(tag).when(event.starts, event.ends))

    def kicker(tag: str) -> str:
        state = [] if event.status is Status.PLANNED else [words(tag).say(f"status_short_{event.status.value}")]
        day = [words(tag).today] if today else []
        return " · ".join([*state, *day, kind.entry[tag], county.short_name[tag]])

    heads = _said(campaign, lambda tag: head_and_rest(event.title[tag])[0])
    rests = _said(campaign, lambda tag: head_and_rest(event.title[tag])[1])
    short = text is None and any(rests.values()) and not all(lines(event.title[t], t) for t in event.title)
    return Content(
        source=Source(kind="event", id=event.id),
        name=("today-" if today else "event-") + event.id,
        title=text or (heads if short else event.title),
        kicker=_said(campaign, kicker),
        facts=(event.change,) if over and event.change else (when, event.venue),
        detail=rests if short else None,
        scheme="tint",
        tint=kind.tint,
        pictogram=kind.pictogram,
        linked=("event", event.id),
        priorities=tuple(event.priorities),
        sample=event.sample,
        only_on=event.starts.date() if today else None,
        last=event.ends.date(),
    )


def _exhibition(campaign: Campaign, _: Display, slide: Slide) -> Iterator[Content]:
    exhibition = campaign.exhibition
    if exhibition is None:
        return
    first = exhibition.openings[0] if exhibition.openings else None
    when = (_said(campaign, lambda tag: dates(tag).hours(first.day, first.opens, first.closes)),) if first else ()
    yield Content(
        source=Source(kind="exhibition"),
        name="exhibition",
        title=slide.text or exhibition.name,
        kicker=_said(campaign, lambda tag: words(tag).on_show),
        facts=(*when, exhibition.venue),
        scheme="teal",
        linked=("exhibition", ""),
        sample=exhibition.sample or any(one.sample for one in exhibition.openings),
        last=exhibition.openings[-1].day if exhibition.openings else None,
    )


def _booths(campaign: Campaign, _: Display, slide: Slide) -> Iterator[Content]:
    for booth in campaign.booths:
        if slide.record in (None, booth.id):
            yield _booth(campaign, booth, slide)


def _booth(campaign: Campaign, booth: Booth, slide: Slide) -> Content:
    exhibitor, zone = campaign.exhibitor(booth.exhibitor), campaign.zone(booth.zone)
    kicker = _said(campaign, lambda tag: f"{words(tag).booth} {booth.number} · {zone.name[tag]}")
    return Content(
        source=Source(kind="booth", id=booth.id),
        name=f"booth-{booth.id}",
        title=slide.text or booth.ask,
        kicker=kicker,
        facts=(exhibitor.name,),
        scheme="tint",
        tint=zone.tint,
        linked=("booth", booth.id),
        priorities=tuple(booth.priorities),
        sample=booth.sample or exhibitor.sample or zone.sample,
    )


def _notice(campaign: Campaign, _: Display, slide: Slide) -> Iterator[Content]:
    if slide.text:
        yield notice(campaign, slide.text, name="notice")


def notice(campaign: Campaign, text: Localized, *, name: str, sample: bool = False) -> Content:
    """An urgent notice."""
    kicker = _said(campaign, lambda tag: words(tag).notice)
    return Content(source=Source(kind="notice"), name=name, title=text, kicker=kicker, scheme="alarm", sample=sample)


Composer = Callable[[Campaign, Display, Slide], Iterator[Content]]
COMPOSERS: Mapping[str, Composer] = {
    "theme": _theme,
    "priorities": _priorities,
    "slogans": _slogans,
    "event": _event,
    "events-today": _county_events,
    "county-events": _county_events,
    "exhibition": _exhibition,
    "booths": _booths,
    "notice": _notice,
}
"""How each source is composed; an office's own image and film aren't."""
