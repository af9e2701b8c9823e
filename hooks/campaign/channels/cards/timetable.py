"""The programme as pictures to save: one for each period and county, as tall as it needs, in parts where it is long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from campaign.channels import Commission
from campaign.channels.cards.content import Voice
from campaign.channels.cards.job import PictureJob
from campaign.core.artifact import Source
from campaign.core.language import primary_subtag
from campaign.core.times import Unit
from campaign.kinds import Campaign, urls
from campaign.kinds.headline import holding
from campaign.paper import Imprint
from campaign.say import phrases
from campaign.say.dates import dates
from campaign.workshop.fonts import FAMILIES
from campaign.workshop.looks import shades
from campaign.workshop.programme import TEMPLATE, WIDTH_PX, Rows, of_days, palette, told

MOST_ROWS = 24
"""Rows on one picture: more would make it taller than chats show sharp."""


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
            rows=voice.campaign.timeline[period.first] if single else of_days(voice.campaign, period.days),
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
    return tuple(one for one in of_days(campaign, campaign.days) if one.stretch.brief.county == county)


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
    colours, pairs = palette(rows)
    return PictureJob(
        path=urls.to_save(voice.language, table.about, part),
        template=TEMPLATE,
        data=_data(voice, table, rows, colours) | {"part": f"{part}/{parts}" if parts > 1 else None},
        colours=shades(colours, pairs),
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


def _data(voice: Voice, table: _Table, rows: Rows, colours: Mapping[str, str]) -> dict[str, Any]:
    said, head = voice.words, voice.campaign.campaign
    sample = any(one.stretch.sample for one in rows) and not voice.context.release
    return {
        "font": FAMILIES,
        "lang": primary_subtag(voice.language),
        "support-lang": primary_subtag(voice.second or voice.language),
        "keep": phrases.kept_together(voice.language),
        "joined": True,
        "palette": dict(colours),
        "width": WIDTH_PX,
        "kicker": head.name[voice.language],
        "title": table.title,
        "support": table.support,
        "small": [part for part in (table.small, _counted(voice, table.rows)) if part],
        "sample": voice.words.sample if sample else None,
        "days": told(voice.campaign, voice.wording, rows, by_day=table.by_day, here=table.here, sample=sample),
        "payload": table.imprint.payload,
        "address": table.imprint.shown,
        "address-parts": phrases.address_parts(table.imprint.shown),
        "scan": said.save_scan,
        "foot": [one.name[voice.language] for one in head.organisers],
    }
