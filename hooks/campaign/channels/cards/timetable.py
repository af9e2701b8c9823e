"""The programme as pictures to save: one for each period and county, as tall as it needs, in parts where it is long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from campaign.channels import Commission
from campaign.channels.cards.content import DOT, Voice
from campaign.channels.cards.job import PictureJob
from campaign.channels.cards.looks import looks, shades
from campaign.core.artifact import Source
from campaign.core.language import Localized, primary_subtag
from campaign.core.times import DAY, Unit
from campaign.kinds import Campaign, urls
from campaign.kinds.brief import Brief
from campaign.kinds.event import OutreachEvent
from campaign.kinds.headline import holding
from campaign.kinds.status import badge
from campaign.kinds.timeline import Appearance
from campaign.paper import Imprint
from campaign.say import phrases
from campaign.say.dates import RANGE, dates
from campaign.workshop.art.tokens import ground, on, tokens
from campaign.workshop.fonts import FAMILIES

WIDTH_PX = 1080
"""Three pixels for each of a phone's 360: what chats keep of a picture."""
MOST_ROWS = 24
"""Rows on one picture: more would make it taller than chats show sharp."""
Rows = tuple[Appearance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """What one set of pictures shows: all of a period, or of a county; about: the period's key or the county's id.

    by_day: its rows stand under their days; here: they are all in one county, which needs no saying.
    """

    about: str
    title: str
    support: str | None
    small: str
    rows: Rows
    source: Source
    page: str
    imprint: Imprint
    by_day: bool
    here: bool = False


def programme(commission: Commission) -> Iterator[PictureJob]:
    """Every picture of the programme, language by language; a period or county with nothing on has none."""
    campaign = commission.campaign
    wanted = campaign.campaign.programme_pictures
    for language in campaign.languages if wanted != "none" else ():
        voice = Voice(campaign, commission.context, language)
        yield from _pictures(voice, _periods(voice, commission))
        if wanted == "all":
            yield from _pictures(voice, _counties(voice, commission))


def _periods(voice: Voice, commission: Commission) -> Iterator[_Table]:
    """Each day; of a longer time each week or month, by its days."""
    for period in voice.campaign.periods:
        single = period.unit is Unit.DAY
        title, support = voice.wording.each(
            lambda tag: dates(tag).short(period.first) if single else dates(tag).period(period)  # noqa: B023
        )
        yield _Table(
            about=period.key,
            title=title,
            support=support,
            small=voice.words.weekdays[period.first.weekday()] if single else "",
            rows=voice.campaign.timeline[period.first] if single else _of_days(voice.campaign, period.days),
            source=Source(kind="programme"),
            page=urls.page("programme"),
            imprint=commission.imprint("programme"),
            by_day=not single,
        )


def _counties(voice: Voice, commission: Commission) -> Iterator[_Table]:
    for county in voice.campaign.counties.counties:
        title, support = voice.both(county.name)
        yield _Table(
            about=county.id,
            title=title,
            support=support,
            small=voice.week,
            rows=_of_county(voice.campaign, county.id),
            source=Source(kind="county", id=county.id),
            page=urls.page("county", county.id),
            imprint=commission.imprint("county", county.id),
            by_day=True,
            here=True,
        )


def _of_county(campaign: Campaign, county: str) -> Rows:
    """All that takes place in a county, each once, on the first of its days."""
    return tuple(one for one in _of_days(campaign, campaign.days) if one.stretch.brief.county == county)


def _of_days(campaign: Campaign, days: Iterable[date]) -> Rows:
    """All that takes place on some days, each once, on the first of them that it has."""
    found: dict[tuple[str, str, int], Appearance] = {}
    for one in (one for day in days for one in campaign.timeline[day]):
        found.setdefault(one.stretch.key, one)
    return tuple(found.values())


def _counted(voice: Voice, rows: Rows) -> str:
    """How many events take place, and on a day how many of them began before; nothing where none does."""
    events = [one for one in holding(rows) if one.stretch.brief.kind == "event"]
    continuing = [
        voice.dates.lasting(one.part, one.stretch.span.starts, one.stretch.span.ends)
        for one in events
        if not one.part.begins
    ]
    return voice.words.count_on("events", len(events), continuing=continuing) if events else ""


def _pictures(voice: Voice, tables: Iterator[_Table]) -> Iterator[PictureJob]:
    for table in tables:
        count = -(-len(table.rows) // MOST_ROWS)
        size = -(-len(table.rows) // count) if count else 0
        for part in range(count):
            yield _job(voice, table, table.rows[part * size : (part + 1) * size], part=part + 1, parts=count)


def _job(voice: Voice, table: _Table, rows: Rows, *, part: int, parts: int) -> PictureJob:
    said = voice.words
    title = table.title if parts == 1 else said.save_part.format(title=table.title, n=part, all=parts)
    palette, pairs = _palette(rows)
    return PictureJob(
        path=urls.to_save(voice.language, table.about, part),
        template="channels/cards/templates/programme.typ",
        data=_data(voice, table, rows, palette) | {"part": f"{part}/{parts}" if parts > 1 else None},
        colours=shades(palette, pairs),
        language=voice.language,
        page=table.page,
        alt=said.save_alt.format(
            title=title, count=_counted(voice, rows) or rows[0].stretch.brief.title[voice.language]
        ),
        source=table.source,
        title=table.title,
        kind="programme",
        about=table.about,
    )


def _data(voice: Voice, table: _Table, rows: Rows, palette: Mapping[str, str]) -> dict[str, Any]:
    said, head = voice.words, voice.campaign.campaign
    sample = any(one.stretch.sample for one in rows) and not voice.context.release
    mixed = _mixed(rows) if sample else frozenset()
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
        "small": [part for part in (table.small, _counted(voice, table.rows)) if part],
        "sample": voice.words.sample if sample else None,
        "days": [_day(voice, table, group, mixed=mixed) for group in _by_day(rows, table)],
        "payload": table.imprint.payload,
        "address": table.imprint.shown,
        "address-parts": phrases.address_parts(table.imprint.shown),
        "scan": said.save_scan,
        "foot": [one.name[voice.language] for one in head.organisers],
    }


def _by_day(rows: Rows, table: _Table) -> list[Rows]:
    """The rows as the picture groups them: by day where it shows several."""
    if not table.by_day:
        return [rows]
    return [tuple(group) for _, group in groupby(rows, key=lambda one: one.day)]


def _mixed(rows: Rows) -> frozenset[str]:
    """The kinds of which samples and the office's own stand on one picture: there each sample says that it is one."""
    there = {(one.stretch.brief.kind, one.stretch.sample) for one in rows}
    return frozenset(kind for kind, sample in there if sample and (kind, False) in there)


def _day(voice: Voice, table: _Table, rows: Rows, *, mixed: frozenset[str]) -> dict[str, Any]:
    name = voice.dates.day(rows[0].day) if table.by_day else None
    return {"name": name, "rows": [_row(voice, table, one, mixed=mixed) for one in rows]}


def _row(voice: Voice, table: _Table, one: Appearance, *, mixed: frozenset[str]) -> dict[str, Any]:
    """One thing on a day: all a reader needs to get there, with what is different now; mixed: see `_mixed`."""
    language, brief, span = voice.language, one.stretch.brief, one.stretch.span
    title, support = voice.both(span.what or brief.title)
    place = [brief.where.venue] if table.here else [brief.where.area, brief.where.venue]
    starts, ends = _hours(voice, one)
    return {
        "starts": starts,
        "ends": ends,
        "lasting": voice.dates.lasting(one.part, span.starts, span.ends),
        "title": title,
        "lines": phrases.sense_parts(title),
        "support": support,
        "kind": _kind(voice.campaign, brief)[language],
        "ink": _tint(brief),
        "on-ink": on(_tint(brief)),
        "where": DOT.join(part[language] for part in place if part),
        "status": badge(brief.state, voice.words),
        "struck": not brief.state.holds,
        "sample": voice.words.sample if one.stretch.sample and brief.kind in mixed else "",
    }


def _hours(voice: Voice, one: Appearance) -> tuple[str, str]:
    """When it starts and, on a second line, when it ends; its days alone where no hours are known."""
    span, said = one.stretch.span, voice.dates
    if not one.stretch.timed or one.ends - one.starts == DAY:
        return "", said.on(one.day, span.starts, span.ends)
    return f"{one.starts:%H:%M}", RANGE + said.stop(one.day, one.ends)


def _kind(campaign: Campaign, brief: Brief) -> Localized:
    """What an event's kind of place is called; of anything else what it is."""
    if brief.kind == "event":
        event: OutreachEvent = campaign.record("event", brief.id)  # type: ignore[assignment]
        return campaign.place_kind(event.place_kind).name
    return brief.kicker or brief.title


def _tint(brief: Brief) -> str:
    return ground(brief.tint) if brief.tint else tokens().colours["night"]


def _palette(rows: Rows) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The colours of a picture by role, the tints of its rows among them, and what is drawn on what."""
    colours = tokens().colours
    own = {name: colours[name] for name in ("paper", "ink", "stone", "line", "white", "night", "red", "clay")}
    palette = {**looks("red"), **own}
    pairs = [("ground", "text"), ("ground", "stroke"), ("ground", "eye"), ("paper", "ink"), ("paper", "stone")]
    pairs += [("paper", "line"), ("paper", "red"), ("white", "ink"), ("paper", "white"), ("paper", "night")]
    pairs += [("night", "white"), ("clay", "ink"), ("paper", "clay"), ("clay", "white"), ("clay", "stone")]
    for number, tint in enumerate(dict.fromkeys(_tint(one.stretch.brief) for one in rows)):
        palette |= {f"tint-{number}": tint, f"on-tint-{number}": on(tint)}
        pairs += [(f"tint-{number}", f"on-tint-{number}"), ("paper", f"tint-{number}")]
    return palette, pairs
