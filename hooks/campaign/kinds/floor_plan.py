"""The floor plan of an exhibition: its cells, what takes them up, and what is to be found there besides booths."""

from __future__ import annotations

from typing import Annotated, ClassVar

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
