"""The words that people search by: those that mean the same, and where some of them are to lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field, ValidationInfo, field_validator

from campaign.kinds.fields import LanguageTag, Record, Spelled, refuse, surroundings
from campaign.kinds.kind import DataFile

Words = dict[LanguageTag, tuple[Spelled, ...]]
SHORTEST = 2
"""A single Chinese character stands in too many words to mean one thing."""
PATH = re.compile(r"(?:[A-Za-z0-9_-]+/)+")
"""A page's path from its language's root: `programme/`."""


class WordGroup(Record):
    """Words for one thing, language by language: whoever types one of them finds what says any other.

    page: whoever types one finds this page first; its path from the language's root: `learn/report/`.
    """

    words: Words = Field(
        min_length=1, description="意思一样的说法，每种语言一行 · words that mean the same, one line for each language"
    )
    page: Spelled | None = Field(
        None,
        validate_default=True,
        description="搜这些词，先给这一页：网址里语言后面的部分 · the page to find first: its path",
    )

    @field_validator("words")
    @classmethod
    def _known_languages(cls, words: Words, info: ValidationInfo) -> Words:
        around = surroundings(info)
        known = [*dict.fromkeys((*around.languages, *around.spare_languages))]
        faults = [
            {"type": "extra_forbidden", "at": tag, "ctx": {"allowed": known}} for tag in words if tag not in known
        ]
        if faults:
            raise refuse("localized", faults=faults)
        return words

    @field_validator("words")
    @classmethod
    def _of_some_length(cls, words: Words) -> Words:
        for tag, found in words.items():
            if short := [word for word in found if len(word) < SHORTEST]:
                raise refuse("search_word_short", word=short[0], at=tag)
        return words

    @field_validator("page")
    @classmethod
    def _good_for_something(cls, page: str | None, info: ValidationInfo) -> str | None:
        if page is None and not any(len(found) > 1 for found in info.data.get("words", {"": ("", "")}).values()):
            raise refuse("search_word_alone")
        if page is not None and not PATH.fullmatch(page):
            raise refuse("search_page_form")
        return page


class SearchFile(Record):
    """search.yml: people's own words for what the site calls otherwise."""

    groups: tuple[WordGroup, ...] = Field(min_length=1)

    def spoken(self, language: str) -> Iterator[tuple[tuple[str, ...], str]]:
        """The words of each group that has any in a language, and the page they lead to or nothing."""
        for group in self.groups:
            if words := group.words.get(language):
                yield words, group.page or ""


FILES = (DataFile(name="search", place=18, model=SearchFile, public=False),)
