"""The programme as pictures to save: one for each day and county, as tall as it needs, in parts where it is long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from campaign.channels import Commission
from campaign.channels.cards.content import DOT, Voice, sample_mark
from campaign.channels.cards.job import PictureJob
from campaign.channels.cards.looks import scheme, shades
from campaign.core.artifact import Source
from campaign.core.language import primary_subtag
from campaign.kinds import urls
from campaign.kinds.event import OutreachEvent, Status
from campaign.paper import Imprint
from campaign.say import phrases
from campaign.say.dates import dates
from campaign.workshop.art.tokens import ground, on, tokens
from campaign.workshop.fonts import FAMILIES

WIDTH_PX = 1080
"""Three pixels for each of a phone's 360: what chats keep of a picture."""
MOST_ROWS = 24
"""Events on one picture: more would make it taller than chats show sharp."""
Events = tuple[OutreachEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """What one set of pictures shows: a day's events, or a county's; about: the day (ISO) or the county's id."""

    about: str
    title: str
    support: str | None
    small: str
    events: Events
    source: Source
    page: str
    imprint: Imprint
    by_day: bool


def programme(commission: Commission) -> Iterator[PictureJob]:
    """Every picture of the programme, language by language; a day or county without events has none."""
    campaign = commission.campaign
    wanted = campaign.campaign.programme_pictures
    for language in campaign.languages if wanted != "none" else ():
        voice = Voice(campaign, commission.context, language)
        yield from _pictures(voice, _days(voice, commission))
        if wanted == "all":
            yield from _pictures(voice, _counties(voice, commission))


def _days(voice: Voice, commission: Commission) -> Iterator[_Table]:
    for day in voice.campaign.days:
        title, support = voice.wording.each(lambda tag: dates(tag).short(day))  # noqa: B023
        yield _Table(
            about=day.isoformat(),
            title=title,
            support=support,
            small=voice.words.weekdays[day.weekday()],
            events=tuple(event for event in voice.campaign.events if event.starts.date() == day),
            source=Source(kind="programme"),
            page=urls.page("programme"),
            imprint=commission.imprint("programme"),
            by_day=False,
        )


def _counties(voice: Voice, commission: Commission) -> Iterator[_Table]:
    for county in voice.campaign.counties.counties:
        title, support = voice.both(county.name)
        yield _Table(
            about=county.id,
            title=title,
            support=support,
            small=voice.week,
            events=tuple(one for one in voice.campaign.events if voice.campaign.county_of[one.id].id == county.id),
            source=Source(kind="county", id=county.id),
            page=urls.page("county", county.id),
            imprint=commission.imprint("county", county.id),
            by_day=True,
        )


def _pictures(voice: Voice, tables: Iterator[_Table]) -> Iterator[PictureJob]:
    for table in tables:
        count = -(-len(table.events) // MOST_ROWS)
        size = -(-len(table.events) // count) if count else 0
        for part in range(count):
            yield _job(voice, table, table.events[part * size : (part + 1) * size], part=part + 1, parts=count)


def _job(voice: Voice, table: _Table, events: Events, *, part: int, parts: int) -> PictureJob:
    said = voice.words
    title = table.title if parts == 1 else said.save_part.format(title=table.title, n=part, all=parts)
    palette, pairs = _palette(voice, events)
    return PictureJob(
        path=urls.to_save(voice.language, table.about, part),
        template="channels/cards/templates/programme.typ",
        data=_data(voice, table, events, palette) | {"part": f"{part}/{parts}" if parts > 1 else None},
        colours=shades(palette, pairs),
        language=voice.language,
        page=table.page,
        alt=said.save_alt.format(title=title, count=said.count("events", len(events))),
        source=table.source,
        title=table.title,
        kind="programme",
        about=table.about,
    )


def _data(voice: Voice, table: _Table, events: Events, palette: Mapping[str, str]) -> dict[str, Any]:
    said, head = voice.words, voice.campaign.campaign
    sample = any(event.sample for event in events) and not voice.context.release
    return {
        "font": FAMILIES,
        "lang": primary_subtag(voice.language),
        "support-lang": primary_subtag(voice.second or voice.language),
        "keep": phrases.kept_together(voice.language),
        "joined": True,
        "palette": dict(palette),
        "width": WIDTH_PX,
        "kicker": head.name[voice.language],
        "title": table.title,
        "support": table.support,
        "small": [table.small, said.count("events", len(table.events))],
        "sample": sample_mark(voice) if sample else None,
        "days": [_day(voice, table, rows) for rows in _by_day(events, table)],
        "payload": table.imprint.payload,
        "address": table.imprint.shown,
        "scan": said.save_scan,
        "foot": [one.name[voice.language] for one in head.organisers],
    }


def _by_day(events: Events, table: _Table) -> list[Events]:
    """The events as the picture groups them: by day where it shows several."""
    if not table.by_day:
        return [events]
    return [tuple(group) for _, group in groupby(events, key=lambda event: event.starts.date())]


def _day(voice: Voice, table: _Table, events: Sequence[OutreachEvent]) -> dict[str, Any]:
    name = voice.dates.day(events[0].starts.date()) if table.by_day else None
    return {"name": name, "rows": [_row(voice, table, event) for event in events]}


def _row(voice: Voice, table: _Table, event: OutreachEvent) -> dict[str, Any]:
    """One event: all a reader needs to get there, with what is different now."""
    campaign, language = voice.campaign, voice.language
    kind, county = campaign.place_kind(event.place_kind), campaign.county_of[event.id]
    title, support = voice.both(event.title)
    tint = ground(kind.tint)
    same_day = event.ends.date() == event.starts.date()
    place = [event.venue[language]] if table.by_day else [county.short_name[language], event.venue[language]]
    return {
        "starts": f"{event.starts:%H:%M}",
        "ends": f"{event.ends:%H:%M}" if same_day else voice.dates.short(event.ends.date()),
        "title": title,
        "lines": phrases.sense_parts(title),
        "support": support,
        "kind": kind.name[language],
        "ink": tint,
        "on-ink": on(tint),
        "where": DOT.join(place),
        "status": "" if event.status is Status.PLANNED else getattr(voice.words, f"status_{event.status.value}"),
        "struck": not event.status.holds,
        "sample": voice.words.sample if event.sample and not voice.context.release else "",
    }


def _palette(voice: Voice, events: Events) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The colours of a picture by role, the tints of its events among them, and what is drawn on what."""
    colours = tokens().colours
    own = {name: colours[name] for name in ("paper", "ink", "stone", "line", "white", "night", "red", "clay")}
    palette = {**scheme("red"), **own}
    pairs = [("ground", "text"), ("ground", "stroke"), ("ground", "eye"), ("paper", "ink"), ("paper", "stone")]
    pairs += [("paper", "line"), ("paper", "red"), ("white", "ink"), ("paper", "white"), ("paper", "night")]
    pairs += [("night", "white"), ("clay", "ink"), ("paper", "clay"), ("clay", "white"), ("clay", "stone")]
    for number, tint in enumerate(dict.fromkeys(ground(voice.campaign.place_kind(e.place_kind).tint) for e in events)):
        palette |= {f"tint-{number}": tint, f"on-tint-{number}": on(tint)}
        pairs += [(f"tint-{number}", f"on-tint-{number}"), ("paper", f"tint-{number}")]
    return palette, pairs
