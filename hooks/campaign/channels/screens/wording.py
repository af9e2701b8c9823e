"""What displays say in their languages: our own words, dates, and texts broken into lines by sense."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from campaign.core.language import Localized
from campaign.say.script import is_han, width
from campaign.say.words import words as site_words

FILE = Path(__file__).with_name("words.toml")
LINE_UNITS = 14.0
"""The most Han characters a line of a frame holds."""
HAN_LINES, LATIN_LINES = 2, 3
LATIN_UNITS = 17.0
"""A line of Latin: some 34 letters."""
PAUSES = "：，；！？。、:;!?,"
NOT_FIRST = "，。、；：！？）】》」”’…·,.;:!?)]%"
NOT_LAST = "（【《「“‘(["


@dataclass(frozen=True, slots=True)
class Wording:
    """The languages of one frame: the first leads, the second supports it."""

    main: str
    support: str | None = None

    @property
    def slug(self) -> str:
        """For a file's name: `zh`, `zh-en`."""
        return f"{self.main}-{self.support}" if self.support else self.main

    def of(self, text: Localized) -> tuple[str, str | None]:
        """A text in both; no support where it says the same."""
        lead, support = text[self.main], text[self.support] if self.support else None
        return lead, (None if support == lead else support)


@cache
def _words() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(FILE.read_text("utf-8"))


def word(language: str, key: str, **figures: object) -> str:
    """One of our own words, filled; KeyError where nobody wrote it."""
    found: Any = _words()[language]
    for part in key.split("."):
        found = found[part]
    return str(found).format(**figures)


def day(moment: date, language: str) -> str:
    """`4月21日 星期日`, `Sunday 21 April`: as the site says it."""
    said = site_words(language)
    month, weekday = said.months[moment.month - 1], said.weekdays[moment.weekday()]
    return str(said.day_pattern.format(month=month, day=moment.day, weekday=weekday))


def short_day(moment: date, language: str) -> str:
    """`4月21日`, `21 April`."""
    said = site_words(language)
    return str(said.day_short_pattern.format(month=said.months[moment.month - 1], day=moment.day))


def week(first: date, last: date, language: str) -> str:
    """`4月20日至4月26日`."""
    return word(language, "span", first=short_day(first, language), last=short_day(last, language))


def when(starts: datetime, ends: datetime, language: str) -> str:
    """`4月21日 星期日 09:00–11:30`; over several days from one moment to the other."""
    if starts.date() == ends.date():
        hours = {"from": f"{starts:%H:%M}", "to": f"{ends:%H:%M}"}
        return word(language, "clock", day=day(starts.date(), language), **hours)
    edges = [f"{short_day(moment.date(), language)} {moment:%H:%M}" for moment in (starts, ends)]
    return word(language, "span", first=edges[0], last=edges[1])


def units(text: str) -> float:
    """The width of a text in Han characters: letters, figures and quotation marks count half."""
    return width(text, narrow=0.5)


def lines(text: str, language: str, *, most_units: float = 0.0, most_lines: int = 0) -> tuple[str, ...]:
    """The text in as few lines as hold it, broken by sense and even in length; none where it is too long.

    Han text breaks after pauses and never inside a kept word, other text at its spaces.
    """
    text = " ".join(text.split())
    han = is_han(text)
    room = most_units or (LINE_UNITS if han else LATIN_UNITS)
    for count in range(1, (most_lines or (HAN_LINES if han else LATIN_LINES)) + 1):
        found = min(_breaks(text, language, room, count), key=lambda parts: _cost(parts, room), default=None)
        if found:
            return found
    return ()


def _breaks(text: str, language: str, room: float, count: int) -> Iterator[tuple[str, ...]]:
    """Every way to break a text into so many lines that each fit the room."""
    if count == 1:
        if units(text) <= room:
            yield (text,)
        return
    for at in _places(text, language):
        head, tail = text[:at].rstrip(), text[at:].lstrip()
        if units(head) > room:
            return
        if units(tail) <= room * (count - 1):
            yield from ((head, *rest) for rest in _breaks(tail, language, room, count - 1))


def _places(text: str, language: str) -> list[int]:
    """Where a line may end."""
    held = {at for found in _kept(language).finditer(text) for at in range(found.start() + 1, found.end())}
    return [at for at in range(1, len(text)) if at not in held and _may_break(text[at - 1], text[at])]


def _may_break(before: str, after: str) -> bool:
    if after in NOT_FIRST or before in NOT_LAST:
        return False
    return before == " " or is_han(before) or is_han(after) or before in PAUSES + "”’》）】」"


def _cost(parts: tuple[str, ...], room: float) -> float:
    """How far from good a breaking is: uneven lines cost, a line that ends with a pause saves."""
    widths = [units(part) for part in parts]
    pauses = sum(part[-1] in PAUSES for part in parts[:-1])
    small = sum(part[-1] in "的和与及了是" for part in parts[:-1]) * 0.1
    return (max(widths) - min(widths)) / room - 0.7 * pauses - small


@cache
def _kept(language: str) -> re.Pattern[str]:
    return re.compile("|".join([*_words()[language].get("keep", []), r"[A-Za-z0-9+#.@/-]{2,}"]))


def head_and_rest(title: str) -> tuple[str, str]:
    """A title before and after its first colon: what it is, and what it is about; the rest is empty without one."""
    found = re.match(r"(.{2,14}?)[：:]\s*(.+)", title)
    return (found[1], found[2]) if found else (title, "")
