"""Invented facts: streets and firms that the product came with; they read like real ones, and there are none such."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from campaign.release.gate.values import Value

LIST = Path(__file__).with_name("invented_facts.txt")
"""The fingerprints of their texts; `tests/release/test_gate.py` writes it."""
FACTS = frozenset({("event", "address"), ("exhibitor", "name")})
"""Keys by kind of record: what can't be true by chance. A desk that is named after its work may well be real."""


def invented(value: Value) -> list[str]:
    """Those of a value's texts that are invented ones, word for word."""
    return [text for text in invented_texts(value) if fingerprint(text) in _known()]


def invented_texts(value: Value) -> Iterator[str]:
    """The texts of a value that an invented fact would stand in."""
    record = value.owner.record
    desk = getattr(record, "exhibitor_kind", "") is None
    if (getattr(record, "kind", ""), value.name) in FACTS and not desk:
        yield from (text for _, text in value.texts)


def fingerprint(text: str) -> str:
    """How a text stands in the list."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@cache
def _known() -> frozenset[str]:
    return frozenset(LIST.read_text("ascii").split())
