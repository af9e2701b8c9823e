"""Rules of the ground plan: everything on the grid, nothing on top of anything else, booths in their zones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from pydantic import ValidationError

from campaign.core.problems import Message, Problem
from campaign.kinds import Record, kinds
from campaign.kinds.exhibition import Area, Grid
from campaign.read.tree.documents import Found, OpenFolder
from campaign.read.tree.nodes import Node, child, plain, text_of

STANDING = ("booth", "board", "feature")
Part = TypeVar("Part", bound=Record)


@dataclass(frozen=True, slots=True)
class Patch:
    """A record with its place on the ground."""

    kind: str
    found: Found
    node: Node
    area: Area

    @property
    def name(self) -> str:
        """The record's id."""
        return text_of(child(self.found.node, "id"))


def ground_rules(folder: OpenFolder) -> Iterator[Problem]:
    """Every breach of the ground plan, as far as areas and grid can be read."""
    if "exhibition" not in folder.files:
        return
    grid = _read(Grid, child(folder.files["exhibition"].tree, "grid"))
    zones = list(_patches(folder, "zone"))
    standing = [patch for kind in STANDING for patch in _patches(folder, kind)]
    if grid:
        off = [patch for patch in (*zones, *standing) if not patch.area.within(grid)]
        yield from (_off_grid(patch, grid) for patch in off)
    yield from _overlaps(standing)
    yield from _out_of_zone(standing, {zone.name: zone.area for zone in zones})


def _read(model: type[Part], node: Node | None) -> Part | None:
    """A part of a record, None where it can't be read; the models have told why."""
    try:
        return model.model_validate(plain(node)) if node is not None else None
    except ValidationError:
        return None


def _patches(folder: OpenFolder, kind: str) -> Iterator[Patch]:
    for found in folder.records(kind):
        node = child(found.node, "area")
        area = _read(Area, node)
        if node is not None and area:
            yield Patch(kind, found, node, area)


def _off_grid(patch: Patch, grid: Grid) -> Problem:
    called = kinds()[patch.kind].called
    zh, en = called.zh, called.en
    what = Message(
        f"{zh}“{patch.name}”超出场地：场地是 {grid.columns} 列 {grid.rows} 行，从 1 数起",
        f"{en} {patch.name} is off the grid of {grid.columns} columns and {grid.rows} rows, counted from 1",
    )
    return patch.found.file.problem(patch.node, what)


def _overlaps(standing: list[Patch]) -> Iterator[Problem]:
    """Told at the later of two, with the place of the earlier."""
    for index, patch in enumerate(standing):
        for other in standing[:index]:
            if patch.area.overlaps(other.area):
                one, two = kinds()[patch.kind].called, kinds()[other.kind].called
                where = other.found.file.place(other.node)
                what = Message(
                    f"{one.zh}“{patch.name}”和{two.zh}“{other.name}”占了同一块地方，后者在 {where}",
                    f"{one.en} {patch.name} and {two.en} {other.name} overlap, the latter at {where}",
                )
                yield patch.found.file.problem(patch.node, what)


def _out_of_zone(standing: list[Patch], zones: dict[str, Area]) -> Iterator[Problem]:
    for patch in standing:
        zone = text_of(child(patch.found.node, "zone"))
        if patch.kind == "booth" and zone in zones and not _inside(patch.area, zones[zone]):
            area = zones[zone]
            columns = f"{area.column}–{area.column + area.columns - 1}"
            rows = f"{area.row}–{area.row + area.rows - 1}"
            what = Message(
                f"展台“{patch.name}”不在展区“{zone}”里：展区占第 {columns} 列、第 {rows} 行",
                f"booth {patch.name} is outside zone {zone}, which has columns {columns} and rows {rows}",
            )
            yield patch.found.file.problem(patch.node, what)


def _inside(area: Area, zone: Area) -> bool:
    return (
        zone.column <= area.column
        and zone.row <= area.row
        and area.column + area.columns <= zone.column + zone.columns
        and area.row + area.rows <= zone.row + zone.rows
    )
