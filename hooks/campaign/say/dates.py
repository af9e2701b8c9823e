"""Days and hours as people write them, in one language; and as machines do, with the offset of the time zone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

from campaign.core.times import DAY, Part, Period, Unit, When, daily, hours_on, last_day, runs
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

    def month(self, day: date) -> str:
        """4月 / April."""
        return str(self._words.months[day.month - 1])

    def weekday(self, day: date) -> str:
        """周一 / Mon."""
        return str(self._words.weekdays_short[day.weekday()])

    def clock(self, starts: When, ends: When) -> str:
        """09:00–11:00; with the last day written out where it's another one; of several days: 09:00–17:00 至4月26日."""
        if not isinstance(starts, datetime) or not isinstance(ends, datetime):
            return self.lasting(Part.FIRST, starts, ends) if starts != ends else str(self._words.whole_day)
        if daily(starts, ends):
            return f"{self.on(starts.date(), starts, ends)} {self.lasting(Part.FIRST, starts, ends)}"
        stop = self.stop(starts.date(), ends)
        return f"{starts:%H:%M} {RANGE} {stop}" if " " in stop else f"{starts:%H:%M}{RANGE}{stop}"

    def stop(self, day: date, ends: datetime) -> str:
        """When something on a day ends: 11:00; 24:00 at the midnight after it; 4月23日 01:30 later on."""
        if ends == datetime.combine(day + DAY, time()):
            return "24:00"
        return f"{ends:%H:%M}" if ends.date() == day else f"{self.short(ends.date())} {ends:%H:%M}"

    def when(self, starts: When, ends: When) -> str:
        """4月22日 星期一 09:00–11:00 / Monday 22 April, 09:00–11:00; 4月22日至26日 每天 09:00–17:00."""
        pattern, parts = self.when_parts(starts, ends)
        return pattern.format(**parts)

    def when_parts(self, starts: When, ends: When) -> tuple[str, Mapping[str, str]]:
        """The same as a pattern and what fills it by name, each best kept on one line."""
        if not isinstance(starts, datetime) or not isinstance(ends, datetime):
            return "{days}", {"days": self.span(starts, ends)}
        if daily(starts, ends):
            days, clock = self.span(starts.date(), ends.date()), self.on(starts.date(), starts, ends)
            return str(self._words.daily_pattern), {"days": days, "clock": clock}
        day, clock = self.day(starts.date()), self.clock(starts, ends)
        return str(self._words.when_pattern), {"day": day, "clock": clock}

    def on(self, day: date, starts: When, ends: When) -> str:
        """The hours on one of the days that something covers; where none are known its own days."""
        if not isinstance(starts, datetime):
            return self.span(starts, ends) if starts != ends else str(self._words.whole_day)
        begins, stops = hours_on(day, starts, ends)
        if stops - begins == DAY:
            return str(self._words.all_day)
        return self.clock(begins, stops)

    def lasting(self, part: Part, starts: When, ends: When) -> str:
        """What a day is to something of several: 至4月26日; 延续，至4月26日; 最后一天. Else nothing."""
        said = self._words
        patterns = {
            Part.FIRST: said.lasting_first,
            Part.CONTINUES: said.lasting_continues,
            Part.LAST: said.lasting_last,
        }
        return str(patterns.get(part, "")).format(last=self.short(last_day(starts, ends)))

    def hours(self, day: date, opens: time, closes: time) -> str:
        """The same, of a day with its opening hours."""
        return self.when(datetime.combine(day, opens), datetime.combine(day, closes))

    def moment(self, moment: date | datetime) -> str:
        """4月22日 星期一 09:00 / Monday 22 April, 09:00; a day alone without an hour."""
        if not isinstance(moment, datetime):
            return self.day(moment)
        return self._words.say("when_pattern", day=self.day(moment.date()), clock=f"{moment:%H:%M}")

    def span(self, first: date, last: date) -> str:
        """4月20日至26日 / 20–26 April; one day, with its weekday, where both are the same."""
        if first == last:
            return self.day(first)
        if (first.year, first.month) == (last.year, last.month):
            return self._fill("span_same_month_pattern", first, last_day=last.day)
        return self._words.say("span_pattern", first=self.short(first), last=self.short(last))

    def period(self, period: Period) -> str:
        """第1周 4月1日至7日 / Week 1, 1–7 April; 2024年4月 / April 2024; a day alone as in a span."""
        if period.unit is Unit.MONTH:
            return self._words.say("month_pattern", year=period.first.year, month=self.month(period.first))
        days = self.span(period.first, period.last)
        return days if period.unit is Unit.DAY else self._words.say("week_pattern", n=period.number, days=days)

    def several(self, days: Sequence[date]) -> str:
        """4月22日、24日至26日: each unbroken run of days by its ends."""
        said = (self.short(first) if first == last else self.span(first, last) for first, last in runs(days))
        return str(self._words.joiner).join(said)

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


def machine(moment: When, time_zone: str) -> str:
    """A wall-clock time of a zone as 2024-04-22T09:00+08:00, for `<time datetime>`; a day as 2024-04-22."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return moment.replace(tzinfo=ZoneInfo(time_zone)).isoformat(timespec="minutes")
