"""The kinds of place the campaign goes into, and the forms of work there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from campaign.core.language import Localized
from campaign.core.problems import Message
from campaign.kinds.brief import Brief, Span, Where
from campaign.kinds.event import action as asked_of
from campaign.kinds.event import for_anybody
from campaign.kinds.fields import Colour, Flag, Id, Line, Record, RichText, Sample, ref
from campaign.kinds.kind import DataFile, Kind, Menu, Page, Printed
from campaign.kinds.vignette import ABOUT, Vignette, vignette

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign


class PlaceKind(Record):
    """One of the kinds of place the campaign goes into."""

    kind: ClassVar[str] = "place_kind"
    id: Id
    name: Line
    entry: Line = Field(description="进社区…… · into the community ...")
    tint: Colour
    pictogram: Id = Field(description="图标名，见 README · name of the pictogram")
    vignette: Vignette | None = Field(None, description=ABOUT)  # type: ignore[valid-type]
    meaning: RichText = Field(description="对他们意味着什么（不是方案原文） · what it means to them")
    sample: Sample = False


class Form(Record):
    """One of the forms of work.

    action: what it asks of people, in their words; none where nothing needs saying. public: anybody may come.
    """

    kind: ClassVar[str] = "form"
    id: Id
    name: Line
    action: Line | None = Field(None, description="请大家做什么 · what people are asked to do")
    vignette: Vignette | None = Field(None, description=ABOUT)  # type: ignore[valid-type]
    public: Flag = Field(True, description="群众可以到场 · open to the public")


class SixEntriesFile(Record):
    """six_entries.yml."""

    name: Line
    lead: Line
    activity: ref("activity") | None = None  # type: ignore[valid-type]
    place_kinds: tuple[PlaceKind, ...] = Field(min_length=1)
    forms: tuple[Form, ...] = Field(min_length=1)


FILES = (DataFile(name="six_entries", place=6, model=SixEntriesFile, required=True),)


def action(campaign: Campaign, kind: PlaceKind) -> Localized | None:
    """What most of its events ask of people, of those anybody may take part in if there are any; of as many that of
    the form that stands first."""
    held = [event for event in campaign.events if event.place_kind == kind.id and event.status.holds]
    order = [form.id for form in campaign.six_entries.forms]
    some = sorted([one for one in held if for_anybody(campaign, one)] or held, key=lambda one: order.index(one.form))
    asked = Counter(asks for one in some if (asks := asked_of(campaign, one)))
    return asked.most_common(1)[0][0] if asked else None


def _brief(campaign: Campaign, kind: PlaceKind) -> Brief:
    week = campaign.campaign.week
    return Brief(
        kind="place_kind",
        id=kind.id,
        title=kind.entry,
        kicker=campaign.six_entries.name,
        when=(Span(starts=week.starts, ends=week.ends),),
        where=Where(area=kind.name),
        about=kind.meaning,
        action=action(campaign, kind),
        sample=kind.sample,
        tint=kind.tint,
        events=tuple(event.id for event in campaign.events if event.place_kind == kind.id),
        pictogram=kind.pictogram,
        vignette=vignette(kind),
        link=("place_kind", kind.id),
    )


PAGES = (
    Page(
        name="six-entries",
        place=29,
        path="six-entries/",
        title=lambda campaign: campaign.six_entries.name,
        menu=Menu("plan", 5),
        task="programme",
        map_place=5,
        lists="place_kind",
        printed=Printed(),
    ),
)
KINDS = (
    Kind(
        name="place_kind",
        place=30,
        model=PlaceKind,
        file="six_entries",
        key="place_kinds",
        called=Message("场所类型", "kind of place"),
        folder="six-entries/",
        hub="six-entries",
        named=("entry",),
        printed=Printed(heads=("name", "organisers", "week"), fields=("name", "entry", "meaning")),
        poster="place_kind",
        calendar=True,
        brief=_brief,
    ),
    Kind(
        name="form",
        place=32,
        model=Form,
        file="six_entries",
        key="forms",
        called=Message("工作形式", "form of work"),
    ),
)
