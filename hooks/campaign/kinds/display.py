"""Displays: where each LED wall stands, its pixels, and what it shows."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from campaign.core.problems import Message
from campaign.kinds.brief import Brief, Where
from campaign.kinds.fields import Clock, Count, Id, LanguageTag, Line, Number, Record, Sample, choice, ref, refuse
from campaign.kinds.kind import DataFile, Kind, Menu, Page, said
from campaign.kinds.slide import Slide

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign


LEAST_SIDE_PX, MOST_SIDE_PX = 16, 8_192


MOST_PX = 4_096 * 2_304
"""What players decode: the largest frame of H.264 level 5.2 (ITU-T H.264, table A-1)."""


LEAST_PITCH_MM, MOST_PITCH_MM = 0.4, 50


STRIP_PX = 48
"""A display this low takes one line of text."""


FILM_PROFILES = ("high", "main")
"""The H.264 profiles films may be coded in."""


UNSAID_PX = -1
"""A side that isn't written; nobody can type it, and no display keeps it."""


def _unsaid() -> int:
    return UNSAID_PX


class Display(Record):
    """An outdoor screen: where it stands, its pixels, who looks at it from where, and its playlist."""

    kind: ClassVar[str] = "display"
    id: Id
    name: Line
    place: Line
    county: ref("county")  # type: ignore[valid-type]
    pitch_mm: Number | None = Field(None, description="点间距，P4 就写 4 · pixel pitch, 4 for P4")
    width_mm: Number | None = Field(None, description="箱体拼成的宽；像素 = 毫米 ÷ 点间距 · px = mm / pitch")
    height_mm: Number | None = None
    width_px: Count = Field(default_factory=_unsaid, validate_default=True, description="宽多少像素 · width in pixels")
    height_px: Count = Field(
        default_factory=_unsaid, validate_default=True, description="高多少像素 · height in pixels"
    )
    viewing_distance_m: Number = Field(description="一般站多远看 · from how far people look")
    languages: tuple[LanguageTag, ...] = Field(min_length=1)
    bilingual: choice(("alternate", "together")) = Field("alternate", description="alternate 轮流 / together 同屏")  # type: ignore[valid-type]
    looks: tuple[choice(("day", "night")), ...] = Field(("day",), min_length=1, description="day 白天 / night 夜间")  # type: ignore[valid-type]
    night_from: Clock = time(19)
    night_to: Clock = time(7)
    film_profile: choice(FILM_PROFILES) = Field(  # type: ignore[valid-type]
        "high", description="视频的 H.264 档次：high 一般都能放 / main 老播放盒 · films' profile: main for old players"
    )
    playlist: tuple[Slide, ...] = Field(min_length=1)
    sample: Sample = False

    @field_validator("pitch_mm")
    @classmethod
    def _pitch(cls, pitch_mm: float | None) -> float | None:
        if pitch_mm is not None and not LEAST_PITCH_MM <= pitch_mm <= MOST_PITCH_MM:
            raise refuse("figure_range", least=str(LEAST_PITCH_MM), most=str(MOST_PITCH_MM))
        return pitch_mm

    @field_validator("width_mm", "height_mm")
    @classmethod
    def _whole_pixels(cls, side_mm: float | None, info: ValidationInfo) -> float | None:
        pitch_mm = info.data.get("pitch_mm")
        if side_mm is None or pitch_mm is None:
            return side_mm
        if side_mm <= 0 or abs(round(side_mm / pitch_mm) * pitch_mm - side_mm) > pitch_mm * 0.01:
            raise refuse("pixels_split", pixels=f"{side_mm / pitch_mm:.2f}", pitch=f"{pitch_mm:g}")
        return side_mm

    @field_validator("width_px", "height_px")
    @classmethod
    def _drawable(cls, side_px: int, info: ValidationInfo) -> int:
        """A side as given, or worked out from the cabinet; even, because films are coded in pairs of pixels."""
        name = str(info.field_name)
        worked_out = _from_cabinet(info, name.replace("_px", "_mm"))
        if side_px == UNSAID_PX:
            if worked_out == 0:
                raise refuse("side_unsaid")
            side_px = worked_out
        elif worked_out > 0 and side_px != worked_out:
            raise refuse("size_twice", pixels=str(worked_out))
        if side_px < 0:
            return side_px
        if not LEAST_SIDE_PX <= side_px <= MOST_SIDE_PX:
            raise refuse("side_px", least=str(LEAST_SIDE_PX), most=str(MOST_SIDE_PX), pixels=str(side_px))
        if side_px % 2:
            raise refuse("side_odd", pixels=str(side_px))
        if name == "height_px" and side_px * info.data.get("width_px", 0) > MOST_PX:
            raise refuse("area_px", width=str(info.data["width_px"]), height=str(side_px))
        return side_px

    @field_validator("viewing_distance_m")
    @classmethod
    def _visible(cls, distance_m: float) -> float:
        if not 0.5 <= distance_m <= 500:
            raise refuse("figure_range", least="0.5", most="500")
        return distance_m

    @field_validator("languages", "looks")
    @classmethod
    def _each_once(cls, values: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(values)) < len(values):
            raise refuse("twice_in_list")
        return values

    @property
    def pixel_mm(self) -> float | None:
        """The pitch in mm, as given or worked out; None where nobody said how large the display is."""
        return self.pitch_mm or (self.width_mm / self.width_px if self.width_mm else None)

    @property
    def strip(self) -> bool:
        """True for a display one line of text high."""
        return self.height_px <= STRIP_PX


def _from_cabinet(info: ValidationInfo, side: str) -> int:
    """A side's pixels worked out from pitch and mm; 0 where one isn't written, less where one was refused already."""
    if not {"pitch_mm", side} <= info.data.keys():
        return UNSAID_PX
    pitch_mm, side_mm = info.data["pitch_mm"], info.data[side]
    return round(side_mm / pitch_mm) if pitch_mm and side_mm else 0


class ScreensFile(Record):
    """screens.yml."""

    displays: tuple[Display, ...] = ()


FILES = (DataFile(name="screens", place=11, model=ScreensFile),)


def _brief(campaign: Campaign, display: Display) -> Brief:
    return Brief(
        kind="display",
        id=display.id,
        title=display.name,
        kicker=said(campaign, "screens"),
        where=Where(venue=display.place),
        sample=display.sample,
        county=display.county,
    )


PAGES = (
    Page(
        name="screens",
        place=89,
        path="screens/",
        title=lambda campaign: said(campaign, "screens"),
        there=lambda campaign: bool(campaign.displays),
        menu=Menu("staff", 2),
        staff=True,
        lists="display",
    ),
)
KINDS = (
    Kind(
        name="display",
        place=90,
        model=Display,
        file="screens",
        key="displays",
        called=Message("屏幕", "display"),
        folder="screens/",
        hub="screens",
        brief=_brief,
    ),
)
