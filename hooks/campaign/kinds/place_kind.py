"""The kinds of place the campaign goes into, and the forms of work there."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from campaign.kinds.fields import Colour, Id, Line, Record, RichText, Sample, ref


class PlaceKind(Record):
    """One of the kinds of place the campaign goes into."""

    kind: ClassVar[str] = "place_kind"
    id: Id
    name: Line
    entry: Line = Field(description="进社区…… · into the community ...")
    tint: Colour
    pictogram: Id = Field(description="图标名，见 README · name of the pictogram")
    meaning: RichText = Field(description="对他们意味着什么（不是方案原文） · what it means to them")
    sample: Sample = False


class Form(Record):
    """One of the forms of work."""

    kind: ClassVar[str] = "form"
    id: Id
    name: Line


class SixEntriesFile(Record):
    """six_entries.yml."""

    name: Line
    lead: Line
    activity: ref("activity") | None = None  # type: ignore[valid-type]
    place_kinds: tuple[PlaceKind, ...] = Field(min_length=1)
    forms: tuple[Form, ...] = Field(min_length=1)
