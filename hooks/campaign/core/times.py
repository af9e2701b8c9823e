"""Times: which days a stretch of time covers, and what its two ends mean on each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import groupby

DAY = timedelta(days=1)
When = date | datetime
"""An end of a stretch: a wall-clock moment where the hour is known, a whole day otherwise."""


class Part(StrEnum):
    """What a day is to a stretch of time that covers it."""

    ONLY = "only"
    FIRST = "first"
    CONTINUES = "continues"
    LAST = "last"

    @property
    def begins(self) -> bool:
        """True on the one day on which it is counted."""
        return self in (Part.ONLY, Part.FIRST)

    @property
    def goes_on(self) -> bool:
        """True where it isn't over when the day is."""
        return self in (Part.FIRST, Part.CONTINUES)


def day_of(moment: When) -> date:
    """The day of a moment; a day is its own."""
    return moment.date() if isinstance(moment, datetime) else moment


def last_day(starts: When, ends: When) -> date:
    """The last day that is covered.

    Midnight at the end covers nothing of the day it begins; one night through belongs to the evening it begins on.
    """
    if not isinstance(starts, datetime) or not isinstance(ends, datetime) or starts.date() == ends.date():
        return day_of(ends)
    at_night = ends - starts <= DAY and ends.time() <= starts.time()
    return starts.date() if at_night else ends.date() - DAY * (ends.time() == time())


def daily(starts: When, ends: When) -> bool:
    """True where the hours are those of each day: of several days, the last one's end later than the first's start."""
    if not isinstance(starts, datetime) or not isinstance(ends, datetime):
        return False
    return starts.date() < ends.date() and starts.time() < ends.time()


def days_of(starts: When, ends: When) -> Iterator[date]:
    """Every day that is covered."""
    day, last = day_of(starts), last_day(starts, ends)
    while day <= last:
        yield day
        day += DAY


def part_of(day: date, starts: When, ends: When) -> Part | None:
    """What a day is to a stretch; None where that doesn't cover it."""
    first, last = day_of(starts), last_day(starts, ends)
    if not first <= day <= last:
        return None
    if first == last:
        return Part.ONLY
    return Part.FIRST if day == first else Part.LAST if day == last else Part.CONTINUES


def begins_and_ends(starts: When, ends: When) -> tuple[datetime, datetime]:
    """From which moment to which it lasts: of whole days from midnight to midnight."""
    return hours_on(day_of(starts), starts, starts)[0], hours_on(day_of(ends), ends, ends)[1]


def hours_on(day: date, starts: When, ends: When) -> tuple[datetime, datetime]:
    """From when to when a stretch lasts on a day that it covers; a whole day lasts to the midnight after it."""
    midnight, next_midnight = datetime.combine(day, time()), datetime.combine(day + DAY, time())
    if not isinstance(starts, datetime) or not isinstance(ends, datetime):
        return midnight, next_midnight
    if starts.date() == last_day(starts, ends):
        return starts, ends
    if daily(starts, ends):
        return datetime.combine(day, starts.time()), datetime.combine(day, ends.time())
    return max(starts, midnight), min(ends, next_midnight)


MOST_DAYS, MOST_DAYS_BY_WEEK = 10, 40
"""How many days stand one by one, and how many by the week; more stand by the month."""


class Unit(StrEnum):
    """What a campaign's time is divided into where it is shown whole."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Period:
    """Days that stand together: one, or those of a calendar week (Monday first) or month that the campaign has.

    number: which of the campaign's periods it is, from 1.
    """

    unit: Unit
    number: int
    days: tuple[date, ...]

    @property
    def first(self) -> date:
        """Its first day."""
        return self.days[0]

    @property
    def last(self) -> date:
        """Its last day, which it includes."""
        return self.days[-1]

    @property
    def key(self) -> str:
        """What tells it from the others in an address: its day, or its first day and its last."""
        return f"{self.first}" if self.unit is Unit.DAY else f"{self.first}_{self.last}"


def unit_of(days: int) -> Unit:
    """What so many days are divided into."""
    return Unit.DAY if days <= MOST_DAYS else Unit.WEEK if days <= MOST_DAYS_BY_WEEK else Unit.MONTH


def periods(days: Sequence[date]) -> tuple[Period, ...]:
    """Days in their order, folded so that there are few enough to be shown side by side."""
    unit = unit_of(len(days))
    groups = (tuple(found) for _, found in groupby(days, key=lambda day: _folded(unit, day)))
    return tuple(Period(unit, number, found) for number, found in enumerate(groups, 1))


def _folded(unit: Unit, day: date) -> tuple[int, ...]:
    """What the days of one period have in common."""
    if unit is Unit.MONTH:
        return day.year, day.month
    return day.isocalendar()[:2] if unit is Unit.WEEK else (day.toordinal(),)


def runs(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """The first and the last of each unbroken run of days, which are in order."""
    for _, found in groupby(enumerate(days), key=lambda one: one[1].toordinal() - one[0]):
        run = [day for _, day in found]
        yield run[0], run[-1]
