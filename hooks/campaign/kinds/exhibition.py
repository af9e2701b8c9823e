"""The exhibition: a plaza with zones, booths on a grid, display boards and the exhibitors who stand there."""

from __future__ import annotations

from datetime import time
from typing import Annotated, ClassVar

from pydantic import Field, PlainValidator, ValidationInfo, WithJsonSchema, field_validator

from campaign.kinds.fields import (
    Clock,
    Colour,
    Count,
    Day,
    Id,
    Line,
    Number,
    Record,
    RichText,
    Sample,
    Spelled,
    ref,
    refuse,
)

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


class Opening(Record):
    """Hours on one day, in the campaign's time zone."""

    day: Day
    opens: Clock
    closes: Clock
    sample: Sample = False

    @field_validator("closes")
    @classmethod
    def _after_opening(cls, closes: time, info: ValidationInfo) -> time:
        opens = info.data.get("opens")
        if opens and closes <= opens:
            raise refuse("end_before_start", starts=f"{opens:%H:%M}")
        return closes


class Zone(Record):
    """A part of the plaza with a subject."""

    kind: ClassVar[str] = "zone"
    id: Id
    name: Line
    about: Line
    tint: Colour
    area: Area
    sample: Sample = False


class ExhibitorKind(Record):
    """A kind of exhibitor the plan names."""

    kind: ClassVar[str] = "exhibitor_kind"
    id: Id
    name: Line


class Exhibitor(Record):
    """Who stands at a booth."""

    kind: ClassVar[str] = "exhibitor"
    id: Id
    name: Line
    exhibitor_kind: ref("exhibitor_kind") | None = None  # type: ignore[valid-type]
    county: ref("county") | None = None  # type: ignore[valid-type]
    about: Line
    sample: Sample = False


class Booth(Record):
    """One stand of the exhibition."""

    kind: ClassVar[str] = "booth"
    id: Id
    number: Spelled
    zone: ref("zone")  # type: ignore[valid-type]
    exhibitor: ref("exhibitor")  # type: ignore[valid-type]
    area: Area
    offers: RichText = Field(description="展示什么 · what is shown")
    ask: Line = Field(description="可以在这里问什么 · what to ask here")
    priorities: tuple[ref("priority"), ...] = ()  # type: ignore[valid-type]
    sample: Sample = False


class DisplayBoard(Record):
    """A printed board on the plaza, serving one priority."""

    kind: ClassVar[str] = "board"
    id: Id
    number: Spelled
    title: Line
    priority: ref("priority")  # type: ignore[valid-type]
    text: RichText
    area: Area | None = None
    sample: Sample = False


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


class ExhibitionFile(Record):
    """exhibition.yml."""

    name: Line
    lead: Line
    venue: Line
    county: ref("county") | None = None  # type: ignore[valid-type]
    activity: ref("activity") | None = None  # type: ignore[valid-type]
    openings: tuple[Opening, ...] = ()
    grid: Grid
    zones: tuple[Zone, ...] = Field(min_length=1)
    exhibitor_kinds: tuple[ExhibitorKind, ...] = ()
    exhibitors: tuple[Exhibitor, ...] = ()
    booths: tuple[Booth, ...] = ()
    boards: tuple[DisplayBoard, ...] = ()
    features: tuple[Feature, ...] = ()
    sample: Sample = False
