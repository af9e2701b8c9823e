"""Language tags, and Localized: a text in every language of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""A language tag as BCP 47 writes the common ones: zh, en, mn-Mong."""

HTML_LANG = {"zh": "zh-CN"}
"""What `<html lang>` says where it is more than the tag: plain zh leaves the script to guesswork."""


class Localized(Mapping[str, str]):
    """A text for people in every language of the site, read as `event.title[language]`; never changes."""

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = MappingProxyType(dict(texts))

    @classmethod
    def same(cls, text: str, languages: Sequence[str]) -> Localized:
        """The same text in each of the languages: a number, a name that isn't translated."""
        return cls(dict.fromkeys(languages, text))

    def __getitem__(self, language: str) -> str:
        return self._texts[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __hash__(self) -> int:
        return hash(tuple(self._texts.items()))

    def __repr__(self) -> str:
        return f"Localized({dict(self._texts)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (Localized, (dict(self._texts),))

    def spoken(self, language: str) -> str:
        """The language that the words in a language's place are really in."""
        return language


class Lent(Localized):
    """A text that nobody had time to translate: the words of its first language stand in for each that it lacks."""

    __slots__ = ("_lender", "_own")

    def __init__(self, texts: Mapping[str, str], languages: Sequence[str]) -> None:
        """texts: one or more, by language; languages: those of the site, the first of them that has words lends."""
        self._own = {tag: texts[tag] for tag in languages if tag in texts}
        self._lender = next(iter(self._own), "")
        super().__init__({tag: texts.get(tag, self._own[self._lender]) for tag in languages})

    def __reduce__(self) -> tuple[Any, ...]:
        return (Lent, (self._own, tuple(self)))

    def spoken(self, language: str) -> str:
        """The language itself where it has words of its own, else the one that lends."""
        return language if language in self._own else self._lender


def said_in(texts: Mapping[str, str], language: str) -> str:
    """A text in a language, in the first there is where it lacks that; empty where there is none at all."""
    return texts.get(language) or next(iter(texts.values()), "")


def html_lang(tag: str) -> str:
    """The `lang` attribute for a language tag."""
    return HTML_LANG.get(tag, tag)


def primary_subtag(tag: str) -> str:
    """The language alone, two or three letters (BCP 47, 2.2.1): what Typst takes as `lang`."""
    return tag.partition("-")[0]
