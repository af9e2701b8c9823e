"""Phrases: where a line may be broken, and which words it never parts, in each language; one list for all channels."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from campaign.say.script import HAN

FILE = Path(__file__).with_name("phrases.toml")
PAUSE = re.compile(r"(?<=[：，；！？])(?![”’）》】]|$)|(?<=[：，；！？][”’）》】])(?!$)|(?<=[:;!?]) +")


@cache
def _phrases() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(FILE.read_text("utf-8"))


def kept_together(language: str, names: Sequence[str] = (), patterns: Sequence[str] = ()) -> str:
    """A pattern, as Typst has them, for what no line break may part: the patterns, names, terms, dates, common words.

    In Chinese a text's last two characters stay together too, or its last word and what follows it: no line is one
    character long. KeyError for a language without a list.
    """
    parts = _parts(language, names, patterns)
    if language != "zh":
        return "|".join(parts)
    common = _common(language)
    words = "|".join([*parts, common, r"\p{Han}"])
    return "|".join([rf"(?:{words})\p{{Han}}[。！？…”）】]*$", *parts, common])


def held(text: str, language: str, names: Sequence[str] = (), patterns: Sequence[str] = ()) -> frozenset[int]:
    """Where no line of a text may begin, counted in characters: inside of what `kept_together` keeps.

    A name or term is never parted, even where a common word before it would take its first character.
    """
    found = _compiled(language, tuple(names), tuple(patterns))
    spans = [match.span() for pattern in found for match in pattern.finditer(text)]
    return frozenset(at for start, end in spans for at in range(start + 1, end))


@cache
def _compiled(language: str, names: tuple[str, ...], patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    every = (kept_together(language, names, patterns), "|".join(_parts(language, names, patterns)))
    return tuple(re.compile(in_python(one)) for one in every)


def in_python(pattern: str) -> str:
    r"""A pattern of Typst's as Python's `re` has it, which doesn't know `\p{Han}`."""
    return pattern.replace(r"[\p{Han}]", f"[{HAN}]").replace(r"\p{Han}", f"[{HAN}]")


def _parts(language: str, names: Sequence[str], patterns: Sequence[str]) -> list[str]:
    return [*patterns, *map(re.escape, names), *_phrases()[language]["keep"]]


def _common(language: str) -> str:
    """The common words as a pattern, the longer first."""
    return "|".join(sorted(_phrases()[language]["keep_words"].split(), key=len, reverse=True))


def sense_parts(title: str) -> list[str]:
    """A title broken after its own punctuation, two to four parts; none where it has no such places."""
    parts = [part.strip() for part in PAUSE.split(title) if part.strip()]
    return parts if 2 <= len(parts) <= 4 else []
