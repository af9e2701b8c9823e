"""Prints: what one is to pages and packs, those of one record and sheet, and what they are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import ceil
from typing import Protocol, TypeVar

from campaign.core.artifact import Source
from campaign.kinds import Campaign, kinds, pages

FIRST = {"office": 0, "full": 0, "poster": 0}
"""What a card shows first and takes its picture from: the full one for the office, in one piece."""


class Piece(Protocol):
    """One print, planned or finished: what tells it from others of the same record."""

    @property
    def path(self) -> str:
        """From the site's root, of a planned one without an ending."""

    @property
    def source(self) -> Source:
        """The record it was made from."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every record on it."""

    @property
    def sheet(self) -> str:
        """The sheet's id."""

    @property
    def finish(self) -> str:
        """`office` or `press`."""

    @property
    def ink(self) -> str:
        """`full` or `low-ink`."""

    @property
    def language(self) -> str:
        """`zh-en`, `zh` ..."""

    @property
    def form(self) -> str:
        """`poster`, `tiles` or `outlined`."""


One = TypeVar("One", bound=Piece)


class Print(Piece, Protocol):
    """One finished file to print, as the posters' room makes it; sizes are of the trimmed sheet."""

    @property
    def preview(self) -> str:
        """The path of its picture."""

    @property
    def made_by(self) -> str:
        """Who prints it, `shop` or `office`."""

    @property
    def title(self) -> str:
        """Its headline."""

    @property
    def width_mm(self) -> float:
        """Width after trimming."""

    @property
    def height_mm(self) -> float:
        """Height after trimming."""

    @property
    def size_bytes(self) -> int:
        """The file's weight."""

    @property
    def pages(self) -> int:
        """How many pages it has."""

    @property
    def county(self) -> str:
        """A county's id, or nothing."""

    @property
    def sample(self) -> bool:
        """True where it bears the sample mark."""


def groups(prints: Iterable[One]) -> list[list[One]]:
    """Files that differ in finish, ink, language and form alone, the plainest first."""
    found: defaultdict[tuple[str, ...], list[One]] = defaultdict(list)
    for one in prints:
        record = one.path.rsplit("/", 1)[-1].partition(".")[0] if len(one.sources) > 1 else one.source.id
        found[one.source.kind, record, one.sheet].append(one)
    return [sorted(group, key=_order) for group in found.values()]


def _order(one: Piece) -> tuple[int, ...]:
    """Whole sheets before tiles and outlines, both languages before one, office before press, full before low-ink."""
    return FIRST.get(one.form, 1), -one.language.count("-"), FIRST.get(one.finish, 1), FIRST.get(one.ink, 1)


def record_name(campaign: Campaign, source: Source, language: str) -> str:
    """What the record of a source is called, behind its number where it has one; or the page."""
    if not source.id:
        return pages()[source.kind].title(campaign)[language]
    kind, record = kinds()[source.kind], campaign.record(source.kind, source.id)
    name, number = kind.title(campaign, record)[language], getattr(record, "number", "")
    return name if not number or name.startswith(number) else f"{number} {name}"


def weight(size_bytes: int) -> str:
    """96 KB, 1.4 MB: never less than it is."""
    if size_bytes < 1_000_000:
        return f"{max(1, ceil(size_bytes / 1000))} KB"
    return f"{ceil(size_bytes / 100_000) / 10:g} MB"
