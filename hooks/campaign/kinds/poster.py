"""Posters: physical sheets, and which records are printed on which of them, how finished and in which languages."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, PlainValidator, ValidationInfo, WithJsonSchema, field_validator

from campaign.core.language import TAG
from campaign.core.problems import Message
from campaign.kinds import registry
from campaign.kinds.fields import Count, Flag, Id, Line, Number, Record, Sample, choice, ref, refuse, surroundings
from campaign.kinds.kind import DataFile, Kind, Menu, Page, Printed, said

FINISHES = ("office", "press")
INKS = ("full", "low-ink")
MAKERS = ("shop", "office")
TECHNIQUES = ("press", "inkjet", "office")
"""How a print is made: on a press, on a shop's inkjet, on an office's printer."""
OFFICE_PRINTER_MM = (297.0, 420.0)
"""The largest sheet an office printer takes: A3."""
MOST_COPIES = 100_000
HIGHEST_MM = 10_000.0
"""How high above the floor a sheet may hang."""


def _wording(value: object, info: ValidationInfo) -> str:
    """`zh+en` is Chinese with English in support, `zh` is Chinese alone."""
    tags = value.split("+") if isinstance(value, str) else []
    allowed = surroundings(info).languages
    if not 1 <= len(tags) <= 2 or len(set(tags)) < len(tags) or not all(TAG.fullmatch(tag) for tag in tags):
        raise refuse("wording")
    if not set(tags) <= set(allowed):
        raise refuse("choice", allowed=", ".join([*allowed, *(f"{a}+{b}" for a in allowed for b in allowed if a != b)]))
    return "+".join(tags)


Finish = choice(FINISHES)
Ink = choice(INKS)
Wording = Annotated[str, PlainValidator(_wording), WithJsonSchema({"type": "string", "pattern": r"^[^+]+(\+[^+]+)?$"})]
"""The languages of one print: the first leads, the second supports it."""


class SafeArea(Record):
    """What each edge of a sheet hides or loses and so must stay free of text and symbols, in mm."""

    top_mm: Number = 0.0
    right_mm: Number = 0.0
    bottom_mm: Number = Field(0.0, description="易拉宝底部收进底座的部分 · the foot a roll-up hides")
    left_mm: Number = 0.0

    @field_validator("*")
    @classmethod
    def _some(cls, length_mm: float) -> float:
        if not 0 <= length_mm <= 2_000:
            raise refuse("figure_range", least="0", most="2000")
        return length_mm


class Stock(Record):
    """What a sheet is printed on and what is done after."""

    material: Line | None = None
    finishing: Line | None = None


class Techniques(Record):
    """Where a technique takes another material or finishing than the sheet's own."""

    press: Stock = Field(Stock(), description="印刷店四色印刷 · on a press")
    inkjet: Stock = Field(Stock(), description="印刷店喷绘、写真 · on a shop's inkjet")
    office: Stock = Field(Stock(), description="自己用办公打印机印 · on an office printer")


class Sheet(Record):
    """A physical size of paper or cloth after trimming, portrait unless wider than high."""

    kind: ClassVar[str] = "sheet"
    id: Id
    name: Line
    width_mm: Number
    height_mm: Number
    reading_distance_m: Number = Field(description="从多远要看清标题 · how far off the headline is read")
    scan_distance_m: Number = Field(description="从多远扫码、看时间地点 · how far off the symbol is scanned")
    in_hand: Flag = Field(False, description="拿在手里看的小卡片 · small things held in the hand")
    safe: SafeArea = SafeArea()
    hangs_mm: Number = Field(
        0.0,
        description="立着、挂着的：看得见的下边离地多高 · how high the visible lower edge is above the floor",
    )
    symbol_height_mm: Number | None = Field(
        None, description="立着的：二维码中心离地多高 · standing ones: the symbol's centre above the floor"
    )
    material: Line | None = Field(None, description="材质，写进订货单 · what it is printed on, for the order sheet")
    finishing: Line | None = Field(
        None, description="后道：覆膜、打孔、配架…… · what is done after printing: film, eyelets, stand ..."
    )
    techniques: Techniques = Field(
        Techniques(),
        description="哪种印法的材质、后道不同就写哪种，没写的照上面 · where a technique's own differ",
    )
    made_by: choice(MAKERS, about="谁来印 · who prints it: ") | None = Field(  # type: ignore[valid-type]
        None, description="谁来印：shop 印刷店、office 自己印；不填就看大小，A3 以内自己印 · by size where empty"
    )

    @field_validator("width_mm", "height_mm")
    @classmethod
    def _printable(cls, length_mm: float) -> float:
        if not 40 <= length_mm <= 20_000:
            raise refuse("figure_range", least="40", most="20000")
        return length_mm

    @field_validator("reading_distance_m", "scan_distance_m")
    @classmethod
    def _readable(cls, distance_m: float) -> float:
        if not 0 < distance_m <= 100:
            raise refuse("figure_range", least="0.1", most="100")
        return distance_m

    @field_validator("safe")
    @classmethod
    def _room_is_left(cls, safe: SafeArea, info: ValidationInfo) -> SafeArea:
        width_mm, height_mm = info.data.get("width_mm", 40_000), info.data.get("height_mm", 40_000)
        if safe.left_mm + safe.right_mm > width_mm / 2 or safe.top_mm + safe.bottom_mm > height_mm / 2:
            raise refuse("safe_area")
        return safe

    @property
    def maker(self) -> str:
        """Who prints it, `shop` or `office`: what office printers can't take is the shop's."""
        fits = all(side <= most for side, most in zip(self.sides_mm, OFFICE_PRINTER_MM, strict=True))
        return self.made_by or ("office" if fits else "shop")

    def stock(self, technique: str) -> Stock:
        """Material and finishing for one of `TECHNIQUES`: the technique's own, else the sheet's."""
        own: Stock = getattr(self.techniques, technique)
        return Stock(material=own.material or self.material, finishing=own.finishing or self.finishing)

    @property
    def sides_mm(self) -> tuple[float, float]:
        """The shorter and the longer side."""
        return min(self.width_mm, self.height_mm), max(self.width_mm, self.height_mm)

    @field_validator("hangs_mm")
    @classmethod
    def _on_a_wall(cls, hangs_mm: float) -> float:
        if not 0 <= hangs_mm <= HIGHEST_MM:
            raise refuse("figure_range", least="0", most=f"{HIGHEST_MM:g}")
        return hangs_mm

    @field_validator("symbol_height_mm")
    @classmethod
    def _within_the_sheet(cls, symbol_height_mm: float | None, info: ValidationInfo) -> float | None:
        hangs_mm, safe = info.data.get("hangs_mm", 0.0), info.data.get("safe", SafeArea())
        most = hangs_mm + info.data.get("height_mm", 40_000) - safe.bottom_mm
        if symbol_height_mm is not None and not hangs_mm < symbol_height_mm < most:
            raise refuse("figure_range", least=f"{hangs_mm + 1:g}", most=f"{most - 1:g}")
        return symbol_height_mm

    @property
    def stands(self) -> bool:
        """True for a sheet higher than wide that stands on the floor or hangs near it: it gives the hotline too."""
        return self.symbol_height_mm is not None and not self.in_hand and self.height_mm > self.width_mm

    @property
    def symbol_centre_mm(self) -> float | None:
        """How far below its upper edge the symbol's centre stands on a sheet that stands or hangs; else None."""
        if self.symbol_height_mm is None:
            return None
        return self.height_mm - self.safe.bottom_mm + self.hangs_mm - self.symbol_height_mm


class Cards(Record):
    """Several copies or records on one larger sheet, cut apart along its cut lines."""

    sheet: ref("sheet")  # type: ignore[valid-type]
    gap_mm: Number = Field(4.0, description="卡与卡之间留多少，用来出血 · the gap, for bleed on both sides")
    copies: Count = Field(1, description="每张卡印几份 · how many of each card")

    @field_validator("copies", "gap_mm")
    @classmethod
    def _few(cls, figure: float) -> float:
        if not 0 <= figure <= 200:
            raise refuse("figure_range", least="0", most="200")
        return figure


class PosterSet(Record):
    """Which records are printed, on which sheets, and how."""

    kind: ClassVar[str] = "poster_set"
    id: Id
    name: Line
    poster: choice(registry.posters, about="哪一种海报：")  # type: ignore[valid-type]
    records: tuple[Id, ...] = Field((), description="不填就是全部 · empty means all of the kind")
    sheets: tuple[ref("sheet"), ...] = Field(min_length=1)  # type: ignore[valid-type]
    finishes: tuple[Finish, ...] = Field(("office",), description="office 办公打印 / press 印刷店")  # type: ignore[valid-type]
    inks: tuple[Ink, ...] = Field(("full",), description="full 全彩 / low-ink 省墨（白底黑字）")  # type: ignore[valid-type]
    languages: tuple[Wording, ...] = Field((), description="zh+en、zh、en；不填就是各语言都有 · e.g. zh+en, zh, en")
    tiles: ref("sheet") | None = Field(None, description="另出一份拼版，用这种小纸 · also tiled on this smaller sheet")  # type: ignore[valid-type]
    cards: Cards | None = Field(None, description="几张卡拼在一张纸上 · several cards on one sheet")
    outlined: Flag = Field(
        False,
        description="office 另出文字转曲的 SVG，press 没有 · office prints also as outlined SVG (RGB, no bleed)",
    )
    copies: Count = Field(
        1,
        description="主办单位要几份；县（市）自己的内容，就是它要几份 · for the office, or the record's county",
    )
    county_copies: Count = Field(0, description="另给每个县（市）几份 · and for each county besides")
    sample: Sample = False

    @field_validator("copies", "county_copies")
    @classmethod
    def _countable(cls, copies: int) -> int:
        if not 0 <= copies <= MOST_COPIES:
            raise refuse("figure_range", least="0", most=str(MOST_COPIES))
        return copies

    @field_validator("records")
    @classmethod
    def _known_records(cls, records: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        kind = info.data.get("poster")
        if records and isinstance(registry.posters().get(str(kind)), Page):
            raise refuse("record_of_single", kind=kind)
        ids = surroundings(info).ids.get(str(kind))
        for record_id in records:
            if ids is not None and record_id not in ids:
                raise refuse("reference", kind=kind, allowed=", ".join(sorted(ids)))
        return records


class PostersFile(Record):
    """posters.yml."""

    sheets: tuple[Sheet, ...] = Field(min_length=1)
    posters: tuple[PosterSet, ...] = ()


FILES = (DataFile(name="posters", place=10, model=PostersFile),)
PAGES = (
    Page(
        name="downloads",
        place=100,
        path="downloads/",
        title=lambda campaign: said(campaign, "downloads"),
        there=lambda campaign: campaign.posters is not None or bool(campaign.displays),
        menu=Menu("tasks", 5),
        map_place=14,
        printed=Printed(),
    ),
    Page(
        name="prints",
        place=101,
        path="downloads/all/",
        title=lambda campaign: said(campaign, "prints"),
        there=lambda campaign: campaign.posters is not None,
        menu=Menu("staff", 3),
    ),
)
KINDS = (
    Kind(name="sheet", place=96, model=Sheet, file="posters", key="sheets", called=Message("纸张尺寸", "sheet")),
    Kind(
        name="poster_set",
        place=97,
        model=PosterSet,
        file="posters",
        key="posters",
        called=Message("海报", "poster set"),
    ),
)
