"""Time zones as calendars carry them: the rules that hold in some years (RFC 5545 3.6.5)."""

from __future__ import annotations

from datetime import date
from functools import cache

from icalendar import Timezone


@cache
def rules(time_zone: str, first: int, last: int) -> bytes:
    """The rules of a time zone from the beginning of one year to that of another."""
    return bytes(Timezone.from_tzid(time_zone, first_date=date(first, 1, 1), last_date=date(last, 1, 1)).to_ical())
