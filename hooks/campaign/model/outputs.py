"""Displays with their playlists, and whom to ask."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, field_validator

from campaign.model.fields import Count, Id, LanguageTag, Line, Number, Phone, Record, Sample, Spelled, ref, refuse

SLIDE_SOURCES = ("theme", "priorities", "slogans", "event", "events-today", "county-events", "exhibition", "booths")


class Contact(Record):
    """An office or person to ask; the only place where a phone number stands."""

    kind: ClassVar[str] = "contact"
    id: Id
    name: Line
    role: Line
    office: Line | None = None
    phone: Phone
    hours: Line | None = None
    note: Line | None = None
    sample: Sample = False


class ContactsFile(Record):
    """contacts.yml."""

    contacts: tuple[Contact, ...] = Field(min_length=1)


class Slide(Record):
    """One item of a playlist: what is shown and for how long."""

    shows: Spelled
    record: Id | None = None
    seconds: Count

    @field_validator("shows")
    @classmethod
    def _known_source(cls, shows: str) -> str:
        if shows not in SLIDE_SOURCES:
            raise refuse("choice", allowed=", ".join(SLIDE_SOURCES))
        return shows

    @field_validator("seconds")
    @classmethod
    def _watchable(cls, seconds: int) -> int:
        if not 1 <= seconds <= 3600:
            raise refuse("figure_range", least="1", most="3600")
        return seconds


class Display(Record):
    """An outdoor screen: where it stands, its pixels, and its playlist."""

    kind: ClassVar[str] = "display"
    id: Id
    name: Line
    place: Line
    county: ref("county")  # type: ignore[valid-type]
    width_px: Count
    height_px: Count
    viewing_distance_m: Number
    languages: tuple[LanguageTag, ...] = Field(min_length=1)
    playlist: tuple[Slide, ...] = Field(min_length=1)
    sample: Sample = False

    @field_validator("width_px", "height_px")
    @classmethod
    def _drawable(cls, side_px: int) -> int:
        if not 8 <= side_px <= 16_384:
            raise refuse("figure_range", least="8", most="16384")
        return side_px


class ScreensFile(Record):
    """screens.yml."""

    displays: tuple[Display, ...] = ()
