"""The floor plan of an exhibition: its cells, what takes them up, how it is turned upright and walked through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Protocol, TypeVar

from pydantic import PlainValidator, WithJsonSchema, field_validator

from campaign.core.problems import Message
from campaign.kinds.fields import Count, Id, Line, Number, Record, Sample, refuse
from campaign.kinds.kind import Kind

FEATURES = ("entrance", "stage", "toilet", "first-aid", "information")


class Grid(Record):
    """The ground plan's cells: how many, and how large one is on the ground."""

    columns: Count
    rows: Count
    cell_m: Number

    @field_validator("columns", "rows", "cell_m")
    @classmethod
    def _some(cls, figure: float) -> float:
        if not 0 < figure <= 500:
            raise refuse("figure_range", least="1", most="500")
        return figure


class Area(Record):
    """A rectangle of grid cells: its upper left cell from 1, its size in cells."""

    column: Count
    row: Count
    columns: Count = 1
    rows: Count = 1

    def overlaps(self, other: Area) -> bool:
        """True where the two share a cell."""
        return (
            self.column < other.column + other.columns
            and other.column < self.column + self.columns
            and self.row < other.row + other.rows
            and other.row < self.row + self.rows
        )

    def within(self, grid: Grid) -> bool:
        """True where every cell is on the grid."""
        return (
            self.column >= 1
            and self.row >= 1
            and min(self.columns, self.rows) >= 1
            and self.column + self.columns - 1 <= grid.columns
            and self.row + self.rows - 1 <= grid.rows
        )


@dataclass(frozen=True, slots=True)
class Turn:
    """How a plan is drawn: `quarters` turns to the right of a plan of columns and rows, 0 as built, 1 or -1."""

    grid: Grid
    quarters: int = 0

    @property
    def columns(self) -> int:
        """How many columns the drawing has."""
        return self.grid.rows if self.quarters else self.grid.columns

    @property
    def rows(self) -> int:
        """How many rows the drawing has."""
        return self.grid.columns if self.quarters else self.grid.rows

    def area(self, area: Area) -> Area:
        """Where an area of the plan lies in the drawing."""
        if not self.quarters:
            return area
        if self.quarters > 0:
            column, row = self.grid.rows - area.row - area.rows + 2, area.column
        else:
            column, row = area.row, self.grid.columns - area.column - area.columns + 2
        return Area(column=column, row=row, columns=area.rows, rows=area.columns)


def upright(grid: Grid, entrance: Area | None = None) -> Turn:
    """The plan with its long side upright; turned, never mirrored, so that an entrance at an end comes to the foot."""
    if grid.columns <= grid.rows:
        return Turn(grid)
    left = entrance is not None and 2 * entrance.column + entrance.columns - 2 < grid.columns // 2
    return Turn(grid, -1 if left else 1)


def free_band(area: Area, taken: Iterable[Area]) -> Area:
    """The tallest run of whole rows of an area that nothing lies on, the middlemost of equals; the area if none."""
    lying = [one for one in taken if one.overlaps(area)]
    free = [
        row
        for row in range(area.row, area.row + area.rows)
        if not any(one.row <= row < one.row + one.rows for one in lying)
    ]
    runs: list[list[int]] = []
    for row in free:
        if runs and runs[-1][-1] == row - 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    if not runs:
        return area
    middle = area.row + (area.rows - 1) / 2
    best = min(runs, key=lambda run: (-len(run), abs((run[0] + run[-1]) / 2 - middle)))
    return area.model_copy(update={"row": best[0], "rows": len(best)})


class Stand(Protocol):
    """What has a place in a zone."""

    @property
    def zone(self) -> Any:
        """The zone's id."""

    @property
    def area(self) -> Area:
        """Its cells."""


Standing = TypeVar("Standing", bound=Stand)


def walk(stands: Sequence[Standing], start: Area | None = None) -> tuple[Standing, ...]:
    """The stands in the order of a walk from the start (the upper left corner where there is none).

    Always to the nearest that wasn't seen yet, of equals the upper, then the left; a zone is finished before the next.
    """
    left, way, here = list(stands), list[Standing](), start or Area(column=1, row=1)
    while left:
        near = [one for one in left if way and one.zone == way[-1].zone] or left
        at = here
        following = min(near, key=lambda one: (_apart(at, one.area), one.area.row, one.area.column))
        left.remove(following)
        way.append(following)
        here = following.area
    return tuple(way)


def _apart(one: Area, other: Area) -> int:
    """The square of the distance between two centres, in half cells."""
    across = 2 * (one.column - other.column) + one.columns - other.columns
    down = 2 * (one.row - other.row) + one.rows - other.rows
    return across * across + down * down


def _feature(value: object) -> str:
    if not isinstance(value, str) or value not in FEATURES:
        raise refuse("choice", allowed=", ".join(FEATURES))
    return value


class Feature(Record):
    """Something to find on the plaza that is no booth."""

    kind: ClassVar[str] = "feature"
    id: Id
    feature: Annotated[str, PlainValidator(_feature), WithJsonSchema({"enum": list(FEATURES)})]
    name: Line
    area: Area
    sample: Sample = False


KINDS = (
    Kind(name="feature", place=75, model=Feature, file="exhibition", key="features", called=Message("设施", "feature")),
)
