"""Words: what the site itself says (labels, names of months), one TOML file per language, the same keys in each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

FOLDER = Path(__file__).parent
LANGUAGES = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
"""The language tags the site can speak; a campaign's languages must be among them."""


class Words:
    """One language's words, read as attributes; a missing one is an AttributeError, never an empty string."""

    def __init__(self, language: str, texts: Mapping[str, Any]) -> None:
        self.language = language
        self.texts = MappingProxyType(dict(texts))

    def __getattr__(self, key: str) -> Any:
        try:
            return self.__dict__["texts"][key]
        except KeyError:
            raise AttributeError(f"no word {key!r}") from None

    def count(self, key: str, number: int) -> str:
        """A counted noun: `count("events", 3)` is `3 events`, from the keys events_one and events_other."""
        text: str = getattr(self, f"{key}_one" if number == 1 else f"{key}_other")
        return text.format(n=number)


@cache
def words(language: str) -> Words:
    """The words of a language; KeyError where the site doesn't speak it."""
    if language not in LANGUAGES:
        raise KeyError(language)
    return Words(language, tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8")))
