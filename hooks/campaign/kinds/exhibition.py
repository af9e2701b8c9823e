"""The exhibition: a plaza with zones, booths on a grid, display boards and the exhibitors who stand there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field, PlainValidator, ValidationInfo, WithJsonSchema, field_validator

from campaign.core.language import Localized
from campaign.core.problems import Message
from campaign.kinds.brief import Brief, Span, Where
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
from campaign.kinds.kind import DataFile, Kind, Menu, Page, Printed, Said, said

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign


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


FILES = (DataFile(name="exhibition", place=8, model=ExhibitionFile),)
ON_THE_PLAN = {
    "zones": ("name", "area"),
    "booths": ("number", "zone", "area"),
    "boards": ("number", "area"),
    "features": ("feature", "name", "area"),
}
"""What the plan says of each of its records: a booth that was moved makes the plan on paper wrong."""


def _exhibition(campaign: Campaign) -> ExhibitionFile:
    """The exhibition of a campaign that has one; a page that isn't there is never asked for."""
    if campaign.exhibition is None:
        raise KeyError("no exhibition")
    return campaign.exhibition


def _said(campaign: Campaign, _: object) -> Iterator[Said]:
    """What the exhibition's sheets say: of itself, and where it has booths of all that stands on its plan."""
    plaza = _exhibition(campaign)
    yield "", plaza, ("name", "venue", "openings")
    for name, fields in ON_THE_PLAN.items() if plaza.booths else ():
        for one in getattr(plaza, name):
            if one.area is not None:
                yield f"{name}.{one.id}.", one, fields


def _sample(campaign: Campaign) -> bool:
    """True where its name, its place or its hours aren't the office's own."""
    plaza = _exhibition(campaign)
    return plaza.sample or any(one.sample for one in plaza.openings)


def _brief(campaign: Campaign) -> Brief:
    plaza = _exhibition(campaign)
    return Brief(
        kind="exhibition",
        title=plaza.name,
        kicker=said(campaign, "on_show"),
        when=tuple(_hours(one) for one in plaza.openings),
        where=Where(venue=plaza.venue),
        sample=_sample(campaign),
        county=plaza.county or "",
        link=("exhibition", ""),
    )


def _hours(opening: Opening) -> Span:
    starts, ends = (datetime.combine(opening.day, clock) for clock in (opening.opens, opening.closes))
    return Span(starts=starts, ends=ends, sample=opening.sample)


def _booth_sample(campaign: Campaign, booth: Booth) -> bool:
    """A booth is as sure as who stands there and what its zone is for."""
    return booth.sample or campaign.exhibitor(booth.exhibitor).sample or campaign.zone(booth.zone).sample


def _booth_name(campaign: Campaign, booth: Booth) -> Localized:
    name = campaign.exhibitor(booth.exhibitor).name
    return Localized({language: f"{booth.number} {name[language]}" for language in campaign.languages})


def _booth(campaign: Campaign, booth: Booth) -> Brief:
    exhibitor, zone = campaign.exhibitor(booth.exhibitor), campaign.zone(booth.zone)
    return Brief(
        kind="booth",
        id=booth.id,
        title=exhibitor.name,
        kicker=zone.name,
        number=booth.number,
        where=Where(venue=_exhibition(campaign).venue, area=zone.name),
        by=exhibitor.name,
        about=booth.offers,
        ask=booth.ask,
        sample=_booth_sample(campaign, booth),
        serves=tuple(booth.priorities),
        county=exhibitor.county or "",
        tint=zone.tint,
        link=("booth", booth.id),
    )


def _board(campaign: Campaign, board: DisplayBoard) -> Brief:
    return Brief(
        kind="board",
        id=board.id,
        title=board.title,
        kicker=campaign.priority(board.priority).name,
        number=board.number,
        about=board.text,
        sample=board.sample,
        serves=(board.priority,),
        county=_exhibition(campaign).county or "",
        link=("board", board.id),
    )


PAGES = (
    Page(
        name="exhibition",
        place=45,
        path="exhibition/",
        title=lambda campaign: _exhibition(campaign).name,
        there=lambda campaign: campaign.exhibition is not None,
        menu=Menu("main", 6),
        map_place=7,
        lists="booth",
        printed=Printed(heads=("name", "organisers", "week"), more=_said),
        poster="exhibition",
        sample=_sample,
        brief=_brief,
    ),
)
KINDS = (
    Kind(name="zone", place=50, model=Zone, file="exhibition", key="zones", called=Message("展区", "zone")),
    Kind(
        name="exhibitor_kind",
        place=52,
        model=ExhibitorKind,
        file="exhibition",
        key="exhibitor_kinds",
        called=Message("参展单位类型", "kind of exhibitor"),
    ),
    Kind(
        name="exhibitor",
        place=54,
        model=Exhibitor,
        file="exhibition",
        key="exhibitors",
        called=Message("参展单位", "exhibitor"),
    ),
    Kind(
        name="booth",
        place=60,
        model=Booth,
        file="exhibition",
        key="booths",
        called=Message("展台", "booth"),
        folder="exhibition/booths/",
        hub="exhibition",
        titled=_booth_name,
        printed=Printed(
            heads=("short_name", "organisers"), fields=("number", "exhibitor.name", "zone.name", "ask", "offers")
        ),
        poster="booth",
        many=True,
        sample=_booth_sample,
        brief=_booth,
    ),
    Kind(
        name="board",
        place=70,
        model=DisplayBoard,
        file="exhibition",
        key="boards",
        called=Message("展板", "display board"),
        hub="exhibition",
        anchor="board-",
        named=("title",),
        printed=Printed(fields=("title", "priority.name", "text")),
        poster="board",
        brief=_board,
    ),
    Kind(name="feature", place=75, model=Feature, file="exhibition", key="features", called=Message("设施", "feature")),
)
