"""The order sheet as values: what stands in which cell, for the workbook and for paper alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from campaign.order.texts import Texts

TOTALS = ("column_item", "column_size", "column_material", "column_finishing", "column_kinds", "column_copies")
"""What is added up by what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One print. number: 0 where its file isn't in the ZIP; picture: its preview's path in the site; file: its name in
    the leading language and in ASCII, with its folder; part: the number of the ZIP it is in, from 1."""

    number: int
    picture: str
    item: Texts
    file: Texts
    size: Texts
    material: Texts
    finishing: Texts
    colour: Texts
    copies: int
    receivers: Texts
    serial: str
    part: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows of one size that are ordered and added up; or rows that aren't."""

    title: Texts
    ordered: bool
    rows: tuple[Row, ...]

    @property
    def copies(self) -> int:
        """All of the group."""
        return sum(row.copies for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A whole order sheet. about: labels and values at its head; notes: what the reader must know; parts: how many
    ZIPs it goes with."""

    title: Texts
    campaign: Texts
    organiser: str
    about: tuple[tuple[Texts, Texts], ...]
    notes: tuple[Texts, ...]
    groups: tuple[Group, ...]
    parts: int

    @property
    def ordered(self) -> Sequence[Group]:
        """The groups that are added up."""
        return [group for group in self.groups if group.ordered]

    @property
    def copies(self) -> int:
        """All that is ordered."""
        return sum(group.copies for group in self.ordered)


def pictures(form: Form) -> Mapping[str, int]:
    """The previews that a sheet shows, each by its number in order; those of spare prints aren't shown."""
    paths = [row.picture for group in form.ordered for row in group.rows]
    return {path: number for number, path in enumerate(dict.fromkeys(paths), 1)}
