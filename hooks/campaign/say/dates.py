"""Days and hours as people write them, in one language; and as machines do, with the offset of the time zone."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Protocol
from zoneinfo import ZoneInfo

RANGE = "–"


class Said(Protocol):
    """One language's words (`say.words.Words`): its names of months and days, and its patterns."""

    def __getattr__(self, key: str) -> Any:
        """The word of a key."""


class Dates:
    """Writes days and times in one language; every pattern and name comes from that language's words."""

    def __init__(self, words: Said, time_zone: str) -> None:
        self._words = words
        self._zone = ZoneInfo(time_zone)

    def day(self, day: date) -> str:
        """4月22日 星期一 / Monday 22 April."""
        return self._fill(self._words.day_pattern, day)

    def short(self, day: date) -> str:
        """4月22日 / 22 April."""
        return self._fill(self._words.day_short_pattern, day)

    def full(self, day: date) -> str:
        """2024年4月22日 / 22 April 2024."""
        return self._fill(self._words.day_year_pattern, day)

    def weekday(self, day: date) -> str:
        """周一 / Mon."""
        return str(self._words.weekdays_short[day.weekday()])

    def clock(self, starts: datetime, ends: datetime) -> str:
        """09:00–11:00; with the last day written out where it's another one."""
        if starts.date() == ends.date():
            return f"{starts:%H:%M}{RANGE}{ends:%H:%M}"
        return f"{starts:%H:%M} {RANGE} {self.short(ends.date())} {ends:%H:%M}"

    def when(self, starts: datetime, ends: datetime) -> str:
        """4月22日 星期一 09:00–11:00 / Monday 22 April, 09:00–11:00."""
        return str(self._words.when_pattern.format(day=self.day(starts.date()), clock=self.clock(starts, ends)))

    def moment(self, moment: datetime) -> str:
        """4月22日 星期一 09:00 / Monday 22 April, 09:00."""
        return str(self._words.when_pattern.format(day=self.day(moment.date()), clock=f"{moment:%H:%M}"))

    def span(self, first: date, last: date) -> str:
        """4月20日至26日 / 20–26 April; one day where both are the same."""
        if first == last:
            return self.short(first)
        if (first.year, first.month) == (last.year, last.month):
            return self._fill(self._words.span_same_month_pattern, first, last_day=last.day)
        return str(self._words.span_pattern.format(first=self.short(first), last=self.short(last)))

    def full_span(self, first: date, last: date) -> str:
        """2024年4月20日至26日 / 20–26 April 2024."""
        if first == last:
            return self.full(first)
        if (first.year, first.month) == (last.year, last.month):
            return self._fill(self._words.span_year_same_month_pattern, first, last_day=last.day)
        return str(self._words.span_year_pattern.format(first=self.full(first), last=self.full(last)))

    def machine(self, moment: datetime) -> str:
        """2024-04-22T09:00+08:00, for `<time datetime>`."""
        return moment.replace(tzinfo=self._zone).isoformat(timespec="minutes")

    def _fill(self, pattern: str, day: date, **more: int) -> str:
        return pattern.format(
            year=day.year,
            month=self._words.months[day.month - 1],
            day=day.day,
            weekday=self._words.weekdays[day.weekday()],
            **more,
        )
