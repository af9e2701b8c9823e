"""What paper out there says that isn't so any more, told to those who hold it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from campaign.paper.book import Book
from campaign.paper.statements import statements, told

Outdated = Mapping[tuple[str, str], tuple[str, ...]]
"""By a record's kind and id, the sentences to show with it."""
NONE: Mapping[Any, Any] = MappingProxyType({})


def outdated(book: Book, language: str) -> Outdated:
    """Of each record whose paper says another time or place than is so now, a sentence each, in one language."""
    said = statements(book.printed.values())
    there = {
        key: told(key[0], every, book.facts[key], language, book.official)
        for key, every in said.items()
        if key in book.present
    }
    return {key: lines for key, lines in there.items() if lines}
