"""The exhibition: a plaza with its zones and hours, and the booths and boards that stand there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from campaign.core.problems import Message
from campaign.kinds.board import DisplayBoard
from campaign.kinds.booth import Booth, Exhibitor, ExhibitorKind
from campaign.kinds.brief import Brief, Span, Where
from campaign.kinds.fields import Clock, Colour, Day, Id, Line, Record, Sample, ref, require_order
from campaign.kinds.floor_plan import Area, Feature, Grid
from campaign.kinds.kind import DataFile, Kind, Menu, Page, Printed, Said, Times, said
from campaign.kinds.status import Change, News, state
from campaign.kinds.vignette import ABOUT, DEFAULTS, Vignette

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign


class Opening(Record):
    """Hours on one day, in the campaign's time zone."""

    day: Day
    opens: Clock
    closes: Clock
    sample: Sample = False

    @field_validator("closes")
    @classmethod
    def _after_opening(cls, closes: time, info: ValidationInfo) -> time:
        require_order(closes, info, start="opens")
        return closes


class Zone(Record):
    """A part of the plaza with a subject."""

    kind: ClassVar[str] = "zone"
    id: Id
    name: Line
    about: Line
    tint: Colour
    vignette: Vignette | None = Field(None, description=ABOUT)  # type: ignore[valid-type]
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
    status: News = None
    change: Change = None
    changed_on: Day | None = None
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
    yield "", plaza, ("name", "venue", "openings", "status", "change")
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
        state=state(plaza),
        sample=_sample(campaign),
        county=plaza.county or "",
        vignette=DEFAULTS["exhibition"],
        within=("activity", plaza.activity) if plaza.activity else None,
        link=("exhibition", ""),
    )


def _hours(opening: Opening) -> Span:
    starts, ends = (datetime.combine(opening.day, clock) for clock in (opening.opens, opening.closes))
    return Span(starts=starts, ends=ends, sample=opening.sample)


PAGES = (
    Page(
        name="exhibition",
        scheme="teal",
        place=45,
        path="exhibition/",
        title=lambda campaign: _exhibition(campaign).name,
        there=lambda campaign: campaign.exhibition is not None,
        menu=Menu("tasks", 2),
        map_place=7,
        lists="booth",
        printed=Printed(
            heads=("name", "organisers", "week"),
            times=Times(each="openings", day="day", starts="opens", ends="closes"),
            places=("venue",),
            more=_said,
        ),
        poster="exhibition",
        dated=True,
        file="exhibition",
        sample=_sample,
        brief=_brief,
    ),
)
KINDS = (Kind(name="zone", place=50, model=Zone, file="exhibition", key="zones", called=Message("展区", "zone")),)
