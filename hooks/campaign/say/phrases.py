"""Phrases: where a line may be broken, and which words it never parts, in each language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("phrases.toml")
PAUSE = re.compile(r"(?<=[：，；！？])(?![”’）》】]|$)|(?<=[：，；！？][”’）》】])(?!$)|(?<=[:;!?]) +")


@cache
def _phrases() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(FILE.read_text("utf-8"))


def kept_together(language: str, names: Sequence[str] = (), patterns: Sequence[str] = ()) -> str:
    """A pattern, as Typst has them, for what no line break may part: the patterns, names, terms, dates.

    In Chinese a text's last two characters stay together too, or its last word and what follows it: no line is one
    character long.
    """
    parts = [*patterns, *map(re.escape, names), *_phrases()[language].get("keep", [])]
    if language == "zh":
        words = "|".join([*parts, _listed("keep_words"), r"\p{Han}"])
        return "|".join([rf"(?:{words})\p{{Han}}[。！？…”）】]*$", *parts, _listed("keep_words")])
    return "|".join(parts)


def _listed(key: str) -> str:
    """A list of plain words as a pattern, the longer first."""
    return "|".join(sorted(_phrases()["zh"][key].split(), key=len, reverse=True))


def sense_parts(title: str) -> list[str]:
    """A title broken after its own punctuation, two to four parts; none where it has no such places."""
    parts = [part.strip() for part in PAUSE.split(title) if part.strip()]
    return parts if 2 <= len(parts) <= 4 else []
