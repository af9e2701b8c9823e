"""Phrases: where a line may be broken, and which words it never parts, in each language; one list for all channels."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from campaign.say.script import HAN

FILE = Path(__file__).with_name("phrases.toml")
PAUSE = re.compile(r"(?<=[：，；！？])(?![”’）》】]|$)|(?<=[：，；！？][”’）》】])(?!$)|(?<=[:;!?]) +")


@cache
def _phrases() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(FILE.read_text("utf-8"))


def kept_together(language: str, names: Sequence[str] = (), patterns: Sequence[str] = ()) -> str:
    """A pattern, as Typst has them, for what no line break may part: dates, the patterns, names, terms, common words.

    In Chinese a text's last two characters stay together too, or its last word and what follows it: no line is one
    character long. KeyError for a language without a list.
    """
    return _kept_together(language, tuple(names), tuple(patterns))


@lru_cache(maxsize=512)
def _kept_together(language: str, names: tuple[str, ...], patterns: tuple[str, ...]) -> str:
    """The same, once for each set of names: hundreds of jobs ask with none of their own."""
    parts = _parts(language, [*names, *_listed(language, "terms"), *_listed(language, "words")], patterns)
    if language != "zh":
        return "|".join(parts)
    return "|".join([rf"(?:{'|'.join(parts)}|\p{{Han}})\p{{Han}}[。！？…”）】]*$", *parts])


def held(text: str, language: str, patterns: Sequence[str] = (), names: Sequence[str] = ()) -> frozenset[int]:
    """Where no line of a text may begin, counted in characters: inside of what `kept_together` keeps.

    A term or a name is never parted, even where a common word before it would take its first character.
    """
    whole, terms = _held(language, tuple(patterns), tuple(names))
    return inside(text, whole) | inside(text, terms)


@cache
def _held(language: str, patterns: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, str]:
    terms = "|".join(_parts(language, [*names, *_listed(language, "terms")], patterns))
    return kept_together(language, names, patterns), terms


def address_parts(address: str) -> list[list[str]]:
    """A printed address where it may be broken: after its slashes, and what stands between them before full stops.

    `ip.example.org/q/2c3d4` is `ip`, `.example`, `.org/` and then `q/2c3d4`: the code stays whole and with its `q`.
    """
    head, mark, code = address.rpartition("q/")
    return [*(re.findall(r"\.?[^./]*/?", step)[:-1] for step in re.findall(r"[^/]*/", head)), [mark + code]]


def inside(text: str, pattern: str) -> frozenset[int]:
    """Every place in a text, counted in characters, within what a pattern of `kept_together` finds there."""
    spans = [found.span() for found in _in_python(pattern).finditer(text)]
    return frozenset(at for start, end in spans for at in range(start + 1, end))


@cache
def _in_python(pattern: str) -> re.Pattern[str]:
    r"""A pattern of Typst's as Python's `re` has it, which doesn't know `\p{Han}`."""
    return re.compile(pattern.replace(r"[\p{Han}]", f"[{HAN}]").replace(r"\p{Han}", f"[{HAN}]"))


def _parts(language: str, texts: Sequence[str], patterns: Sequence[str]) -> list[str]:
    """Patterns in the order they are tried: a date before a number in it, a longer word before a shorter one."""
    return [*_phrases()[language]["patterns"], *patterns, *map(re.escape, sorted(texts, key=len, reverse=True))]


def _listed(language: str, key: str) -> list[str]:
    return str(_phrases()[language][key]).split()


def sense_parts(title: str) -> list[str]:
    """A title broken after its own punctuation, two to four parts; none where it has no such places."""
    parts = [part.strip() for part in PAUSE.split(title) if part.strip()]
    return parts if 2 <= len(parts) <= 4 else []
