"""Days and hours as people write them, in one language; and as machines do, with the offset of the time zone."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

from campaign.say.words import Words, words

RANGE = "–"


class Dates:
    """Writes days and times in one language; every pattern and name comes from that language's words."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def day(self, day: date) -> str:
        """4月22日 星期一 / Monday 22 April."""
        return self._fill("day_pattern", day)

    def short(self, day: date) -> str:
        """4月22日 / 22 April."""
        return self._fill("day_short_pattern", day)

    def full(self, day: date) -> str:
        """2024年4月22日 / 22 April 2024."""
        return self._fill("day_year_pattern", day)

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
        return self._words.say("when_pattern", day=self.day(starts.date()), clock=self.clock(starts, ends))

    def hours(self, day: date, opens: time, closes: time) -> str:
        """The same, of a day with its opening hours."""
        return self.when(datetime.combine(day, opens), datetime.combine(day, closes))

    def moment(self, moment: datetime) -> str:
        """4月22日 星期一 09:00 / Monday 22 April, 09:00."""
        return self._words.say("when_pattern", day=self.day(moment.date()), clock=f"{moment:%H:%M}")

    def span(self, first: date, last: date) -> str:
        """4月20日至26日 / 20–26 April; one day, with its weekday, where both are the same."""
        if first == last:
            return self.day(first)
        if (first.year, first.month) == (last.year, last.month):
            return self._fill("span_same_month_pattern", first, last_day=last.day)
        return self._words.say("span_pattern", first=self.short(first), last=self.short(last))

    def full_span(self, first: date, last: date) -> str:
        """2024年4月20日至26日 / 20–26 April 2024: the month and the year said once where they are one."""
        if first == last:
            return self.full(first)
        if first.year != last.year:
            return self._words.say("span_pattern", first=self.full(first), last=self.full(last))
        return self._words.say("year_pattern", year=first.year, days=self.span(first, last))

    def _fill(self, pattern: str, day: date, **more: int) -> str:
        return self._words.say(
            pattern,
            year=day.year,
            month=self._words.months[day.month - 1],
            day=day.day,
            weekday=self._words.weekdays[day.weekday()],
            **more,
        )


@cache
def dates(language: str) -> Dates:
    """Days and hours in a language; KeyError where the product doesn't speak it."""
    return Dates(words(language))


def machine(moment: datetime, time_zone: str) -> str:
    """A wall-clock time of a zone as 2024-04-22T09:00+08:00, for `<time datetime>`."""
    return moment.replace(tzinfo=ZoneInfo(time_zone)).isoformat(timespec="minutes")
