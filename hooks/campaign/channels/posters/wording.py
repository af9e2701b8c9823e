"""What a print says in its languages: the first leads, the second supports it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from campaign.core.language import Localized, html_lang
from campaign.say import phrases
from campaign.say.phrases import sense_parts
from campaign.say.words import words as site_words

FILE = Path(__file__).with_name("words.toml")
MARKUP = re.compile(r"(?m)^\s*(?:[#>]+|[-*+]|\d+\.)\s+|\*\*|__|`|(?<!\w)[*_]|[*_](?!\w)|!?\[([^\]]*)\]\([^)]*\)")
SERIAL = r"[0-9a-z]{4,8}-[0-9A-Z][0-9A-Z-]*-[0-9]+"
"""A poster's serial number, as Typst's patterns have it."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The languages of one print: `zh+en` is Chinese with English in support."""

    main: str
    support: str | None = None

    @classmethod
    def of(cls, text: str) -> Wording:
        """From `zh+en` or `zh`."""
        main, _, support = text.partition("+")
        return cls(main, support or None)

    @property
    def slug(self) -> str:
        """For a file's name: `zh-en`."""
        return f"{self.main}-{self.support}" if self.support else self.main

    def both(self, text: Localized) -> tuple[str, str | None]:
        """A text in the leading and the supporting language; no support where it says the same."""
        lead = text[self.main]
        support = text[self.support] if self.support else None
        return lead, (None if support == lead else support)

    def say(self, key: str, **figures: object) -> tuple[str, str | None]:
        """Our own words in both; a figure that is a Localized is filled in each language."""
        said = [_filled(word(tag, key), tag, figures) for tag in (self.main, self.support) if tag]
        return said[0], (said[1] if len(said) > 1 else None)


def _filled(pattern: str, tag: str, figures: Mapping[str, object]) -> str:
    return pattern.format(
        **{name: value[tag] if isinstance(value, Localized) else value for name, value in figures.items()}
    )


@cache
def _words() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(FILE.read_text("utf-8"))


def word(language: str, key: str) -> str:
    """One of our own words; KeyError where nobody wrote it."""
    found: Any = _words()[language]
    for part in key.split("."):
        found = found[part]
    return str(found)


def kept_together(language: str, names: Sequence[str] = ()) -> str:
    """A pattern for what no line break may part: names, terms, dates, serials."""
    return phrases.kept_together(language, names, [SERIAL])


def typographic_lang(tag: str) -> str:
    """What Typst takes as `lang`: two or three letters."""
    return html_lang(tag).split("-")[0]


def day(moment: date, language: str) -> str:
    """`4月21日 星期日`, `Sunday 21 April`."""
    weekday = site_words(language).weekdays[moment.weekday()]
    return word(language, "day").format(month=_month(moment, language), day=moment.day, weekday=weekday)


def short_day(moment: date, language: str) -> str:
    """`4月21日`, `21 April`."""
    return word(language, "day_short").format(month=_month(moment, language), day=moment.day)


def span(first: date, last: date, language: str) -> str:
    """`4月20日至26日`, `20 to 26 April`: the month said once where it is one."""
    if first == last:
        return day(first, language)
    key = "span_in_month" if (first.year, first.month) == (last.year, last.month) else "span"
    edges = {"first": short_day(first, language), "last": short_day(last, language)}
    return word(language, key).format(first_day=first.day, last_day=last.day, **edges)


def _month(moment: date, language: str) -> str:
    return str(site_words(language).months[moment.month - 1])


def when(starts: datetime, ends: datetime, language: str) -> str:
    """`4月21日 星期日 09:00–11:30`; over several days from one moment to the other."""
    if starts.date() == ends.date():
        return word(language, "clock").format(
            day=day(starts.date(), language), **{"from": f"{starts:%H:%M}"}, to=f"{ends:%H:%M}"
        )
    edges = [f"{short_day(moment.date(), language)} {moment:%H:%M}" for moment in (starts, ends)]
    return word(language, "span").format(first=edges[0], last=edges[1])


def plain(markdown: str) -> str:
    """Markdown as the words it says: a poster has one weight of text, so marks are left out and lines joined."""
    lines = [MARKUP.sub(lambda found: found[1] or "", line).strip() for line in markdown.splitlines()]
    paragraphs = [line for line in lines if line]
    return "\n".join(paragraphs)


__all__ = [
    "Wording",
    "day",
    "kept_together",
    "plain",
    "sense_parts",
    "short_day",
    "span",
    "typographic_lang",
    "when",
    "word",
]
