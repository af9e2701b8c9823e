"""Dated: the days and hours that somebody's own words name, as values to compare with the record's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from campaign.channels.messages.words import words as own_words
from campaign.say.script import HAN
from campaign.say.words import words

HAN_DAY = re.compile(
    r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]?"
    r"(?:[（(]?(?:星期|礼拜|周)(?P<weekday>[一二三四五六日天]))?"
    r"(?:(?:至|到|—+|-|–|~)(?P<last>\d{1,2})[日号])?"
)
HAN_WEEKDAYS = "一二三四五六日"
ISO_DAY = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
CLOCK = re.compile(
    r"(?P<part>凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)?"
    r"(?<![\d:：])(?P<hour>[01]?\d|2[0-4])(?:[:：](?P<minute>[0-5]\d)(?![\d:：])"
    rf"|[点时](?=$|[^{HAN}]|[半整钟见到至开前后以准在起之])(?P<half>半|整|(?P<minutes>[0-5]?\d)分)?)"
    r"(?:\s?(?P<half_day>[ap]\.?m\b))?",
    re.IGNORECASE,
)
MORNING, EVENING = ("凌晨", "早上", "早晨", "上午"), ("中午", "下午", "傍晚", "晚上", "晚")


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day as somebody wrote it. weekday: the one named with it, from Monday as 0; None where none is."""

    text: str
    day: date
    weekday: int | None = None

    @property
    def contradicts_itself(self) -> bool:
        """True where the calendar has another weekday that day."""
        return self.weekday is not None and self.weekday != self.day.weekday()


def days(text: str, language: str, *, year: int) -> Iterator[NamedDay]:
    """Every day that a text names, both ends of a span; year: the one meant where none is written."""
    for pattern in (HAN_DAY, ISO_DAY, *_latin(language)):
        for found in pattern.finditer(text):
            yield from _named(found, language, year)


def relative_days(text: str, language: str, at: date) -> Iterator[NamedDay]:
    """Every day that a text names from the day it is sent on: today, tomorrow, the day after it."""
    said = own_words(language)
    ahead = {
        str(word): number
        for number, each in enumerate((said.today_is, said.tomorrow_is, said.after_is))
        for word in each
    }
    pattern = "|".join(re.escape(word) for word in sorted(ahead, key=len, reverse=True))
    for found in re.finditer(pattern, text, re.IGNORECASE):
        yield NamedDay(found[0], at + timedelta(days=ahead[found[0].lower()]))


def _named(found: re.Match[str], language: str, year: int) -> Iterator[NamedDay]:
    parts = found.groupdict()
    month = int(parts["month"]) if str(parts["month"]).isdigit() else _month(parts["month"], language)
    for key in ("day", "last"):
        try:
            one = date(int(parts.get("year") or year), month, int(parts[key]))
        except (KeyError, TypeError, ValueError):
            continue
        yield NamedDay(found[0], one, _weekday(parts.get("weekday"), language) if key == "day" else None)


def _latin(language: str) -> tuple[re.Pattern[str], ...]:
    """`Monday 22 April`, `22-24 April 2024` and `April 22`, with the names that a language has for them."""
    said = words(language)
    months = [str(one) for one in said.months]
    if any(one[0].isdigit() for one in months):
        return ()
    named, week = "|".join(months), "|".join((*said.weekdays, *said.weekdays_short))
    tail = r"(?:,?\s+(?P<year>\d{4}))?"
    before = rf"(?:(?P<weekday>{week})[,.]?\s+)?(?P<day>\d{{1,2}})(?:\s?(?:-|–|to)\s?(?P<last>\d{{1,2}}))?"
    return (
        re.compile(rf"{before}(?:st|nd|rd|th)?\s+(?P<month>{named}){tail}"),
        re.compile(rf"(?:(?P<weekday>{week})[,.]?\s+)?(?P<month>{named})\s+(?P<day>\d{{1,2}})(?!\d|:){tail}"),
    )


def _month(name: str | None, language: str) -> int:
    return [str(one) for one in words(language).months].index(str(name)) + 1


def _weekday(name: str | None, language: str) -> int | None:
    if not name:
        return None
    if name in "天" + HAN_WEEKDAYS:
        return HAN_WEEKDAYS.index(name.replace("天", "日"))
    said = words(language)
    named = (list(map(str, one)) for one in (said.weekdays, said.weekdays_short))
    return next((names.index(name) for names in named if name in names), None)


@dataclass(frozen=True, slots=True)
class NamedHour:
    """An hour as somebody wrote it, and the times of day that it may mean: 3点 is 03:00 or 15:00."""

    text: str
    may_be: frozenset[time]


def hours(text: str) -> Iterator[NamedHour]:
    """Every hour that a text names."""
    for found in CLOCK.finditer(text):
        minute = 30 if found["half"] == "半" else int(found["minute"] or found["minutes"] or 0)
        hour, half_day = int(found["hour"]) % 24, (found["half_day"] or "").lower()[:1]
        either = {hour, hour + 12} if 0 < hour < 12 else {hour}
        if found["part"] in MORNING or half_day == "a":
            either = {hour}
        elif found["part"] in EVENING or half_day == "p":
            either = {hour + 12} if 0 < hour < 12 and found["part"] != "中午" else either
        yield NamedHour(found[0].strip(), frozenset(time(one, minute) for one in either))
