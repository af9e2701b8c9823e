"""Outreach events: everything with a time and a place."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from campaign.core.language import Localized
from campaign.core.problems import Message
from campaign.core.times import DAY, day_of
from campaign.kinds.brief import Brief, Span, Where
from campaign.kinds.fields import (
    Day,
    Id,
    ImagePath,
    Line,
    Number,
    Record,
    RichText,
    Sample,
    WebAddress,
    When,
    choice,
    ref,
    refuse,
    require_order,
    surroundings,
)
from campaign.kinds.kind import DataFile, Kind, Menu, Page, Printed, Times, said
from campaign.kinds.status import Change, Status, StatusField, state
from campaign.kinds.vignette import ABOUT, Vignette, vignette

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign


REGISTRATION = ("none", "required", "invitation")
"""Whether one must register: anybody may come; one registers first; only those who were invited."""


class Coordinates(Record):
    """A point in GCJ-02, in degrees: what Chinese map services take."""

    lat: Number
    lon: Number

    @field_validator("lat")
    @classmethod
    def _latitude(cls, lat: float) -> float:
        if not -90 <= lat <= 90:
            raise refuse("latitude")
        return lat

    @field_validator("lon")
    @classmethod
    def _longitude(cls, lon: float) -> float:
        if not -180 <= lon <= 180:
            raise refuse("longitude")
        return lon


class OutreachEvent(Record):
    """Something the public can go to. Times are wall-clock times in the campaign's time zone, or whole days."""

    kind: ClassVar[str] = "event"
    id: Id
    sample: Sample = False
    title: Line
    place_kind: ref("place_kind")  # type: ignore[valid-type]
    form: ref("form")  # type: ignore[valid-type]
    priorities: tuple[ref("priority"), ...] = Field(min_length=1)  # type: ignore[valid-type]
    starts: When
    ends: When
    venue: Line
    address: Line | None = None
    coordinates: Coordinates | None = Field(None, description="GCJ-02 坐标 · GCJ-02 coordinates")
    getting_there: Line | None = Field(None, description="怎么去：公交、停车、从哪个门进 · bus, parking, entrance")
    audience: Line = Field(description="面向谁 · for whom")
    summary: RichText
    host: Line | None = None
    contact: ref("contact") | None = None  # type: ignore[valid-type]
    online: WebAddress | None = None
    registration: choice(REGISTRATION) | None = None  # type: ignore[valid-type]
    register_how: Line | None = Field(
        None, validate_default=True, description="怎么报名，写了 required 才写 · how to register, with `required` alone"
    )
    vignette: Vignette | None = Field(None, description=ABOUT)  # type: ignore[valid-type]
    image: ImagePath | None = None
    image_alt: Line | None = None
    status: StatusField = Status.PLANNED
    change: Change = None
    changed_on: Day | None = None
    previously: When | None = Field(None, description="改时间以前的开始时间 · its start before the time was changed")

    @field_validator("starts", "ends")
    @classmethod
    def _within_the_week(cls, moment: date, info: ValidationInfo) -> date:
        week, midnight = surroundings(info).week, isinstance(moment, datetime) and moment.time() == time()
        day = day_of(moment - DAY if midnight and info.field_name == "ends" else moment)
        if week and not week[0] <= day <= week[1]:
            raise refuse("outside_week", starts=str(week[0]), ends=str(week[1]))
        return moment

    @field_validator("ends")
    @classmethod
    def _after_start(cls, ends: date, info: ValidationInfo) -> date:
        starts = info.data.get("starts")
        if starts is not None and isinstance(starts, datetime) is not isinstance(ends, datetime):
            raise refuse("hours_of_one")
        require_order(ends, info)
        return ends

    @field_validator("register_how")
    @classmethod
    def _way_in(cls, how: Localized | None, info: ValidationInfo) -> Localized | None:
        known = "registration" in info.data
        if known and (how is not None) is not (info.data["registration"] == "required"):
            raise refuse("register_how")
        return how

    @property
    def placed(self) -> bool:
        """True where a map can show the way to it."""
        return self.address is not None or self.coordinates is not None

    @property
    def only_online(self) -> bool:
        """True where it takes place nowhere else than online."""
        return self.online is not None and not self.placed

    @property
    def route(self) -> bool:
        """True where people can be promised the way: it takes place, at a place that maps know."""
        return self.placed and self.status.holds

    @field_validator("previously")
    @classmethod
    def _another_start(cls, previously: date | None, info: ValidationInfo) -> date | None:
        planned = info.data.get("status") is Status.PLANNED
        if previously is not None and (planned or previously == info.data.get("starts")):
            raise refuse("previously")
        return previously


class OutreachFile(Record):
    """outreach/<county>.yml: one county's events, one office's file."""

    county: ref("county")  # type: ignore[valid-type]
    events: tuple[OutreachEvent, ...] = ()


def for_anybody(campaign: Campaign, event: OutreachEvent) -> bool:
    """True where anybody may take part, there or online: not by invitation, nor a form of work that visits people."""
    return campaign.form(event.form).public and event.registration != "invitation"


def open_to_public(campaign: Campaign, event: OutreachEvent) -> bool:
    """True where anybody may go to it: not online alone, nor by invitation, nor a form of work that visits people."""
    return for_anybody(campaign, event) and not event.only_online


def action(campaign: Campaign, event: OutreachEvent) -> Localized | None:
    """What its form asks of people, of an online event to join there; nothing while it isn't on, nor by invitation."""
    form = campaign.form(event.form)
    if form.action is None or not event.status.holds or event.registration == "invitation":
        return None
    return said(campaign, "join_online") if event.only_online else form.action


def entry(campaign: Campaign, event: OutreachEvent) -> Localized | None:
    """How one gets in, in a sentence; nothing while it isn't on, nor where nobody said."""
    return registration(campaign, event) if event.status.holds else None


def registration(campaign: Campaign, event: OutreachEvent) -> Localized | None:
    """Whether one must register, in a sentence; nothing where nobody said."""
    if event.registration is None:
        return None
    if event.registration == "none" and event.only_online:
        return said(campaign, "registration_none_online")
    return said(campaign, f"registration_{event.registration}", how=event.register_how or "")


FILES = (DataFile(name="outreach", place=17, model=OutreachFile, folder=True),)


def _brief(campaign: Campaign, event: OutreachEvent) -> Brief:
    kind, county = campaign.place_kind(event.place_kind), campaign.county_of[event.id]
    return Brief(
        kind="event",
        id=event.id,
        title=event.title,
        kicker=kind.entry,
        when=(Span(starts=event.starts, ends=event.ends),),
        where=Where(
            venue=event.venue,
            address=event.address,
            area=county.short_name,
            online=event.online or "",
            route=event.route and open_to_public(campaign, event),
        ),
        audience=event.audience,
        by=event.host or campaign.campaign.organisers[0].name,
        about=event.summary,
        action=action(campaign, event),
        entry=entry(campaign, event),
        open=for_anybody(campaign, event),
        state=state(event),
        sample=event.sample,
        serves=tuple(event.priorities),
        county=county.id,
        tint=kind.tint,
        pictogram=kind.pictogram,
        vignette=vignette(event, campaign.form(event.form), kind),
        link=("event", event.id),
    )


PAGES = (
    Page(
        name="programme",
        place=38,
        path="programme/",
        title=lambda campaign: said(campaign, "programme"),
        menu=Menu("tasks", 1),
        map_place=1,
        printed=Printed(),
    ),
    Page(
        name="coverage",
        place=39,
        path="coverage/",
        title=lambda campaign: said(campaign, "coverage"),
        menu=Menu("plan", 6),
        map_place=8,
    ),
    Page(
        name="staff-coverage",
        place=151,
        path="staff/coverage/",
        title=lambda campaign: said(campaign, "staff_coverage"),
        menu=Menu("staff", 1),
        staff=True,
    ),
)
KINDS = (
    Kind(
        name="event",
        place=40,
        model=OutreachEvent,
        file="outreach",
        key="events",
        called=Message("活动场次", "event"),
        folder="events/",
        hub="programme",
        named=("title",),
        printed=Printed(
            fields=("title", "place_kind.entry", "starts", "ends", "venue", "address", "audience", "status", "change"),
            times=Times(starts="starts", ends="ends"),
            places=("venue", "address"),
        ),
        poster="event",
        calendar=True,
        dated=True,
        many=True,
        ordered=lambda campaign: campaign.events,
        brief=_brief,
    ),
)
