"""The booths of an exhibition, and who stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from campaign.core.language import Localized
from campaign.core.problems import Message
from campaign.kinds.brief import Brief, Where
from campaign.kinds.fields import Id, Line, Record, RichText, Sample, Spelled, ref
from campaign.kinds.floor_plan import Area
from campaign.kinds.kind import Kind, Printed
from campaign.kinds.vignette import ABOUT, Vignette, vignette

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign


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
    vignette: Vignette | None = Field(None, description=ABOUT)  # type: ignore[valid-type]
    sample: Sample = False


def _sample(campaign: Campaign, booth: Booth) -> bool:
    """A booth is as sure as who stands there and what its zone is for."""
    return booth.sample or campaign.exhibitor(booth.exhibitor).sample or campaign.zone(booth.zone).sample


def _name(campaign: Campaign, booth: Booth) -> Localized:
    name = campaign.exhibitor(booth.exhibitor).name
    return Localized({language: f"{booth.number} {name[language]}" for language in campaign.languages})


def _brief(campaign: Campaign, booth: Booth) -> Brief:
    exhibitor, zone = campaign.exhibitor(booth.exhibitor), campaign.zone(booth.zone)
    return Brief(
        kind="booth",
        id=booth.id,
        title=exhibitor.name,
        kicker=zone.name,
        number=booth.number,
        where=Where(venue=campaign.exhibition.venue if campaign.exhibition else None, area=zone.name),
        by=exhibitor.name,
        about=booth.offers,
        ask=booth.ask,
        sample=_sample(campaign, booth),
        serves=tuple(booth.priorities),
        county=exhibitor.county or "",
        tint=zone.tint,
        vignette=vignette(booth, zone),
        link=("booth", booth.id),
    )


KINDS = (
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
        titled=_name,
        printed=Printed(
            heads=("short_name", "organisers"), fields=("number", "exhibitor.name", "zone.name", "ask", "offers")
        ),
        poster="booth",
        many=True,
        sample=_sample,
        brief=_brief,
    ),
)
