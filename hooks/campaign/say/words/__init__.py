"""Words: what our own labels say, one TOML file a language: those of all channels here, a channel's own beside it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

FOLDER = Path(__file__).parent
LANGUAGES = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
"""The language tags the product can speak; a campaign's languages must be among them."""


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

    def say(self, key: str, **figures: object) -> str:
        """A word with its figures filled in; AttributeError for a word nobody wrote, KeyError for a missing figure."""
        return str(getattr(self, key)).format(**figures)

    def count(self, key: str, number: int) -> str:
        """A counted noun: `count("events", 3)` is `3 events`, from the keys events_one and events_other."""
        return self.say(f"{key}_one" if number == 1 else f"{key}_other", n=number)

    def count_on(self, key: str, number: int, *, continuing: Sequence[str]) -> str:
        """What there is on a day, and how much of it began before: `12 events, 3 of them continuing`.

        continuing: what the day is to each that began before; said where it is the same to all: `1 event: last day`.
        """
        counted = self.count(key, number)
        if not continuing:
            return counted
        alike = len(continuing) == number and len(set(continuing)) == 1
        pattern = self.continuing_all_pattern if alike else self.continuing_some_pattern
        return str(pattern).format(counted=counted, n=len(continuing), lasting=continuing[0])


@dataclass(frozen=True, slots=True)
class Table:
    """What one channel says: the words of all channels, and its own from a folder with one file a language."""

    folder: Path

    def __call__(self, language: str) -> Words:
        """The channel's words in a language; KeyError where it doesn't speak it, ValueError for a word told twice."""
        return _words(language, self.folder)


def words(language: str) -> Words:
    """The words of all channels in a language; KeyError where the product doesn't speak it."""
    return _words(language, FOLDER)


@cache
def _words(language: str, folder: Path) -> Words:
    shared, own = _texts(FOLDER, language), {} if folder == FOLDER else _texts(folder, language)
    if twice := sorted(shared.keys() & own.keys()):
        raise ValueError(f"{folder}: all channels say already: {', '.join(twice)}")
    return Words(language, {**shared, **own})


def _texts(folder: Path, language: str) -> dict[str, Any]:
    path = folder / f"{language}.toml"
    if language not in LANGUAGES or not path.is_file():
        raise KeyError(language)
    return tomllib.loads(path.read_text("utf-8"))
