"""The counties that take part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from campaign.core.problems import Message
from campaign.kinds.brief import Brief, Span, Where
from campaign.kinds.fields import Count, Id, Line, Record, Sample, ref
from campaign.kinds.kind import DataFile, Kind, Menu, Page, Printed, Said, said

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign


class Tile(Record):
    """A county's square in the tile cartogram, from 1; a cartogram isn't a map."""

    column: Count
    row: Count


class County(Record):
    """A county or city that takes part."""

    kind: ClassVar[str] = "county"
    id: Id
    name: Line
    short_name: Line
    tile: Tile | None = None
    lead: Line | None = None
    contact: ref("contact") | None = None  # type: ignore[valid-type]
    sample: Sample = False


class CountiesFile(Record):
    """counties.yml."""

    name: Line
    lead: Line
    counties: tuple[County, ...] = Field(min_length=1)


FILES = (DataFile(name="counties", place=7, model=CountiesFile, required=True),)
ROW = ("title", "place_kind.name", "starts", "ends", "venue", "audience", "status")
"""What a county's timetable says of each of its events."""


def _rows(campaign: Campaign, county: County) -> Iterator[Said]:
    for event in campaign.events:
        if campaign.county_of[event.id].id == county.id:
            yield f"events.{event.id}.", event, ROW


def county_called(campaign: Campaign, text: str) -> County | None:
    """The county that somebody calls so: by its id or any of its names, in any language."""
    wanted = text.strip().casefold()
    return next((one for one in campaign.counties.counties if wanted in county_names(one)), None)


def county_names(county: County) -> frozenset[str]:
    """All that a county may be called, in small letters."""
    texts = (*county.name.values(), *county.short_name.values(), county.id)
    return frozenset(one.casefold() for one in texts)


def _brief(campaign: Campaign, county: County) -> Brief:
    week = campaign.campaign.week
    return Brief(
        kind="county",
        id=county.id,
        title=county.name,
        kicker=said(campaign, "programme"),
        when=(Span(starts=week.starts, ends=week.ends),),
        where=Where(area=county.short_name),
        about=county.lead,
        sample=county.sample,
        county=county.id,
        events=tuple(event.id for event in campaign.events if campaign.county_of[event.id].id == county.id),
        link=("county", county.id),
    )


PAGES = (
    Page(
        name="counties",
        scheme="indigo",
        place=79,
        path="counties/",
        title=lambda campaign: campaign.counties.name,
        menu=Menu("plan", 7),
        task="programme",
        map_place=6,
        lists="county",
        printed=Printed(),
    ),
)
KINDS = (
    Kind(
        name="county",
        scheme="indigo",
        place=35,
        model=County,
        file="counties",
        key="counties",
        called=Message("县（市）", "county"),
        folder="counties/",
        hub="counties",
        printed=Printed(rings=False, heads=("name", "organisers", "week"), fields=("name",), more=_rows),
        poster="county",
        poster_place=80,
        calendar=True,
        brief=_brief,
    ),
)
