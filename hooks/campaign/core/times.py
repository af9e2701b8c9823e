"""Times: which days a stretch of time covers, and what its two ends mean on each of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum

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
