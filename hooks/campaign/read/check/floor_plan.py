"""Rules of the floor plan: everything on the grid, nothing on top of anything else, booths in their zones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from pydantic import ValidationError

from campaign.core.problems import Message, Problem
from campaign.kinds import Record
from campaign.kinds.floor_plan import Area, Grid
from campaign.read.tell.kind_names import KIND_NAMES
from campaign.read.tree.documents import Documents, MarkedRecord
from campaign.read.tree.nodes import Node, child, plain

OBJECTS = ("booth", "board", "feature")
"""The kinds of record that take up ground; zones lie below them."""
Part = TypeVar("Part", bound=Record)


@dataclass(frozen=True, slots=True)
class Plot:
    """A record with its area on the floor; node: where the area stands in its file."""

    kind: str
    record: MarkedRecord
    node: Node
    area: Area

    def problem(self, what: Message) -> Problem:
        """A problem at the area."""
        return self.record.document.problem(self.node, what)


def floor_plan_rules(documents: Documents) -> Iterator[Problem]:
    """Every breach of the floor plan, as far as areas and grid can be read."""
    if "exhibition" not in documents.files:
        return
    grid = _read(Grid, child(documents.files["exhibition"].tree, "grid"))
    zones = list(_plots(documents, "zone"))
    objects = [plot for kind in OBJECTS for plot in _plots(documents, kind)]
    if grid:
        yield from (_off_grid(plot, grid) for plot in (*zones, *objects) if not plot.area.within(grid))
    yield from _overlaps(objects)
    yield from _out_of_zone(objects, {zone.record.id: zone.area for zone in zones})


def _read(model: type[Part], node: Node | None) -> Part | None:
    """A part of a record, None where it can't be read; the models have told why."""
    try:
        return model.model_validate(plain(node)) if node is not None else None
    except ValidationError:
        return None


def _plots(documents: Documents, kind: str) -> Iterator[Plot]:
    for record in documents.records(kind):
        node = child(record.node, "area")
        area = _read(Area, node)
        if node is not None and area:
            yield Plot(kind, record, node, area)


def _off_grid(plot: Plot, grid: Grid) -> Problem:
    zh, en = KIND_NAMES[plot.kind]
    what = Message(
        f"{zh}“{plot.record.id}”超出场地：场地是 {grid.columns} 列 {grid.rows} 行，从 1 数起",
        f"{en} {plot.record.id} is off the grid of {grid.columns} columns and {grid.rows} rows, counted from 1",
    )
    return plot.problem(what)


def _overlaps(objects: list[Plot]) -> Iterator[Problem]:
    """Told at the later of two, with the place of the earlier."""
    for index, plot in enumerate(objects):
        for other in objects[:index]:
            if plot.area.overlaps(other.area):
                zh, en = KIND_NAMES[plot.kind]
                other_zh, other_en = KIND_NAMES[other.kind]
                where = other.record.document.place(other.node)
                what = Message(
                    f"{zh}“{plot.record.id}”和{other_zh}“{other.record.id}”占了同一块地方，后者在 {where}",
                    f"{en} {plot.record.id} and {other_en} {other.record.id} overlap, the latter at {where}",
                )
                yield plot.problem(what)


def _out_of_zone(objects: list[Plot], zones: dict[str, Area]) -> Iterator[Problem]:
    for plot in objects:
        zone = plot.record.text("zone")
        if plot.kind == "booth" and zone in zones and not _inside(plot.area, zones[zone]):
            area = zones[zone]
            columns = f"{area.column}–{area.column + area.columns - 1}"
            rows = f"{area.row}–{area.row + area.rows - 1}"
            what = Message(
                f"展台“{plot.record.id}”不在展区“{zone}”里：展区占第 {columns} 列、第 {rows} 行",
                f"booth {plot.record.id} is outside zone {zone}, which has columns {columns} and rows {rows}",
            )
            yield plot.problem(what)


def _inside(area: Area, zone: Area) -> bool:
    return (
        zone.column <= area.column
        and zone.row <= area.row
        and area.column + area.columns <= zone.column + zone.columns
        and area.row + area.rows <= zone.row + zone.rows
    )
