"""The timeline: what there is on each day of the campaign, told by the Briefs of every dated kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from campaign.core.times import Part, daily, day_of, hours_on, last_day, part_of
from campaign.kinds.brief import Brief, Span
from campaign.kinds.registry import kinds, pages

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One of the times of a record. number: which of its times it is, from 1."""

    brief: Brief
    span: Span
    number: int

    @property
    def key(self) -> tuple[str, str, int]:
        """The record's kind and id, and which of its times it is."""
        return self.brief.kind, self.brief.id, self.number

    @property
    def timed(self) -> bool:
        """True where its hours are known."""
        return isinstance(self.span.starts, datetime)

    @property
    def sample(self) -> bool:
        """True where the record or its time isn't the office's own."""
        return self.brief.sample or self.span.sample

    @property
    def first(self) -> date:
        """The first day it covers, which may lie before the campaign."""
        return day_of(self.span.starts)

    @property
    def last(self) -> date:
        """The last day it covers, which may lie after the campaign."""
        return last_day(self.span.starts, self.span.ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A stretch on one of the days that it covers; starts, ends: its hours on that day, wall-clock."""

    stretch: Stretch
    day: date
    part: Part
    starts: datetime
    ends: datetime

    @property
    def carried(self) -> bool:
        """True where it has been going on since the day before: it doesn't start when the day's hours do."""
        return not self.part.begins and not daily(self.stretch.span.starts, self.stretch.span.ends)


Days = Mapping[date, tuple[Appearance, ...]]


def timeline(campaign: Campaign) -> Days:
    """Every day of the campaign with what there is on it: by its hours; what lasts all day last, the newest first."""
    days: dict[date, list[Appearance]] = {day: [] for day in campaign.days}
    for stretch in stretches(campaign):
        for one in appearances(campaign, stretch):
            days[one.day].append(one)
    return {day: tuple(sorted(_told_once(found), key=_order)) for day, found in days.items()}


def stretches(campaign: Campaign) -> tuple[Stretch, ...]:
    """Every time of every dated record, kind by kind in the order each tells them."""
    return tuple(
        Stretch(brief=brief, span=span, number=number)
        for brief in briefs(campaign)
        for number, span in enumerate(brief.when, 1)
    )


def named(campaign: Campaign) -> Iterator[tuple[Stretch, str, str]]:
    """Every time with what calendars know it by: its record's id, or where it has none its day; then its number.

    The number is that among its record's times, of a page those of one day, `-2`; nothing for an event, which has one.
    What has hours comes before what has days alone.
    """
    told: Counter[tuple[str, date]] = Counter()
    for one in sorted(stretches(campaign), key=lambda one: not one.timed):
        told[one.brief.kind, one.first] += 1
        of_its_day = told[one.brief.kind, one.first]
        if one.brief.kind == "event":
            yield one, one.brief.id, ""
        elif one.brief.id:
            yield one, one.brief.id, f"-{one.number}"
        else:
            yield one, one.first.isoformat(), f"-{of_its_day}" if of_its_day > 1 else ""


def appearances(campaign: Campaign, stretch: Stretch) -> Iterator[Appearance]:
    """A stretch on each day of the campaign that it covers."""
    for day in campaign.days:
        starts, ends = stretch.span.starts, stretch.span.ends
        if part := part_of(day, starts, ends):
            begins, stops = hours_on(day, starts, ends)
            yield Appearance(stretch=stretch, day=day, part=part, starts=begins, ends=stops)


def _told_once(found: list[Appearance]) -> Iterator[Appearance]:
    """All but whole days of what a part of it tells with its hours."""
    closer = {one.stretch.brief.within for one in found if one.stretch.timed}
    return (one for one in found if one.stretch.timed or (one.stretch.brief.kind, one.stretch.brief.id) not in closer)


def _order(one: Appearance) -> tuple[bool, datetime, datetime, int]:
    newest_first = 0 if one.stretch.timed else -one.stretch.first.toordinal()
    return not one.stretch.timed, one.starts, one.ends, newest_first


def briefs(campaign: Campaign) -> Iterator[Brief]:
    """All that stands in the timeline once it has a day: each record of the dated kinds, then the dated pages."""
    for kind in kinds().values():
        if kind.dated and kind.brief:
            yield from (kind.brief(campaign, record) for record in kind.in_order(campaign))
    for page in pages().values():
        if page.dated and page.brief and page.there(campaign):
            yield page.brief(campaign)
