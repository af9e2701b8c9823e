"""What a document says, as values: its blocks, its attachments, and the fonts that it names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Level = Literal[1, 2, 3, 4]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """The fonts that a document names and the office's computers have; nothing is embedded.

    title: of the title; body: of the text; first, second: of its first and second level of headings; latin: of Latin
    letters and figures; folio: of page numbers.
    """

    title: str
    body: str
    first: str
    second: str
    latin: str
    folio: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of a level, from 1; its number (一、（一） 1. （1）) stands in its text."""

    text: str
    level: Level = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text; strong: set apart from the rest."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under a head. columns: each one's word and its share of the width; rows: as many texts in each."""

    columns: tuple[tuple[str, float], ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture in a line of its own. content: PNG or JPEG; alt: what it shows; caption: what stands under it."""

    content: bytes
    width_mm: float
    alt: str
    caption: str = ""


Block = Heading | Paragraph | Table | Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """What follows a document on a page of its own, under the name that the document lists it by."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """A document in the format of public documents.

    mark: what stands above everything else, such as that it is a sample; addressed: whom it is for; signed: the office
    that signs; day: the date it bears; dated: that date as it is written; author, language: what the file says of
    itself; attachment_word: what attachments are called, `附件`.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    signed: str
    day: date
    dated: str
    fonts: Fonts
    mark: str = ""
    addressed: str = ""
    attachments: tuple[Attachment, ...] = ()
    attachment_word: str = "附件"
