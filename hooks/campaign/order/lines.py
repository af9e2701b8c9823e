"""The print order as values: who gets which prints, how many of each, and what each file is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from campaign.channels.site.prints import record_name
from campaign.channels.site.words import words as on_pages
from campaign.kinds import Campaign, files, kinds
from campaign.kinds.poster import TECHNIQUES, Sheet
from campaign.order.names import plain_name
from campaign.order.texts import LANGUAGES, NONE, Texts, joined, said, told

if TYPE_CHECKING:
    from campaign.channels.posters import PosterJob
    from campaign.core.context import BuildContext

FOLDER_BYTES, FILE_BYTES = 60, 110
"""The longest names: with its ending a path stays under 180 bytes, so that it fits whatever it is unpacked into."""
SHOP = "print-shop"
REPRINT, REPRINT_SHOP = "reprint", "reprint-print-shop"


class Edition(Protocol):
    """What is printed: a campaign, its sheets, and the day."""

    @property
    def campaign(self) -> Campaign:
        """Whose it is."""

    @property
    def context(self) -> BuildContext:
        """Preview or release, and the day."""

    @property
    def sheets(self) -> Sequence[PosterJob]:
        """Everything that is printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Who gets a ZIP: a print shop, a county, the office itself, or whoever prints again; id: the ZIP's, ASCII;
    county: its id or empty."""

    id: str
    name: Texts
    county: str = ""

    @property
    def maker(self) -> str:
        """Who prints what is in it, `shop` or `office`."""
        return "shop" if self.id in (SHOP, REPRINT_SHOP) else "office"

    @property
    def again(self) -> bool:
        """True for what is printed again."""
        return self.id in (REPRINT, REPRINT_SHOP)

    @property
    def for_all(self) -> bool:
        """True for who prints every receiver's copies, not a county's or the office's alone."""
        return self.again or self.maker == "shop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One print of an order. number: from 1; copies: 0 of a spare one; folder, name: what its file is called in the
    leading language and in ASCII, without an ending; finished, paper: what it comes to be, and is printed on."""

    number: int
    sheet: PosterJob
    item: Texts
    finished: Sheet
    paper: Sheet
    copies: int
    receivers: Texts
    folder: Texts
    name: Texts

    @property
    def technique(self) -> str:
        """How it is made, one of `TECHNIQUES`."""
        if self.sheet.finish == "press":
            return "press"
        return "inkjet" if self.sheet.made_by == "shop" else "office"

    @property
    def group(self) -> tuple[str, str, str]:
        """What lines are put together by: the finished size, what it is printed on, and how."""
        return self.finished.id, self.paper.id, self.technique


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What one recipient gets: lines, those ordered before the spare ones; and what a shop makes for them."""

    recipient: Recipient
    lines: tuple[Line, ...]
    arrivals: tuple[Line, ...] = ()


def recipients(campaign: Campaign) -> Iterator[Recipient]:
    """The print shop, the office itself, and each county."""
    yield Recipient(id=SHOP, name=said("maker_shop"))
    yield Recipient(id="office", name=said("maker_office"))
    for county in campaign.counties.counties:
        yield Recipient(id=f"county-{county.id}", name=told(campaign, county.short_name), county=county.id)


def order(edition: Edition, recipient: Recipient) -> Order:
    """The prints that are for a recipient, in the order of posters.yml's sheets; empty where there are none.

    A shop prints what it is given: it isn't given what nobody ordered.
    """
    sheets = [sheet for sheet in edition.sheets if _is_for(sheet, recipient)]
    arriving = [] if recipient.maker == "shop" else [one for one in edition.sheets if one.made_by == "shop"]
    due = [one for one in arriving if share(one, recipient.county)]
    lines = plain_lines(edition.campaign, sheets, recipient)
    ordered = [line for line in lines if line.copies or recipient.id != SHOP]
    return Order(
        recipient=recipient,
        lines=named(edition.campaign, ordered),
        arrivals=tuple(_ordered(edition.campaign, plain_lines(edition.campaign, due, recipient))),
    )


def owner(sheet: PosterJob) -> str:
    """The county whose own a print is: of what stands in its file, or of itself; empty where it is the office's.

    What merely takes place in a county, such as an exhibition, is the office's.
    """
    kind = sheet.sources[0].kind if sheet.sources else ""
    own = kind == "county" or (kind in kinds() and files()[kinds()[kind].file].folder)
    return sheet.county if own else ""


def share(sheet: PosterJob, county: str) -> int:
    """How many of a print a county gets; the office where it is empty."""
    return (sheet.copies if owner(sheet) == county else 0) + (sheet.county_copies if county else 0)


def _is_for(sheet: PosterJob, recipient: Recipient) -> bool:
    if sheet.made_by != recipient.maker:
        return False
    if recipient.maker == "shop" or owner(sheet) == recipient.county:
        return True
    return bool(recipient.county) and (sheet.county in ("", recipient.county) or sheet.county_copies > 0)


def plain_lines(campaign: Campaign, sheets: Iterable[PosterJob], recipient: Recipient) -> list[Line]:
    """What each print is to a recipient, in no order and without a number or a name."""
    papers = {paper.id: paper for paper in campaign.posters.sheets} if campaign.posters else {}
    return [_line(campaign, papers, sheet, recipient) for sheet in sheets]


def named(campaign: Campaign, lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines of an order: numbered, what is ordered by size before what is spare, with their files' names."""
    return tuple(_named(campaign, _ordered(campaign, lines)))


def _ordered(campaign: Campaign, lines: Iterable[Line]) -> list[Line]:
    papers = campaign.posters.sheets if campaign.posters else ()
    places = {paper.id: place for place, paper in enumerate(papers)}

    def place(line: Line) -> tuple[bool, int, int, int]:
        technique = TECHNIQUES.index(line.technique)
        return not line.copies, places[line.finished.id], places[line.paper.id], technique

    return [replace(line, number=number) for number, line in enumerate(sorted(lines, key=place), 1)]


def _line(campaign: Campaign, papers: Mapping[str, Sheet], sheet: PosterJob, recipient: Recipient) -> Line:
    counties = [county.id for county in campaign.counties.counties]
    everyone = sum(share(sheet, county) for county in ("", *counties))
    copies = everyone if recipient.for_all else share(sheet, recipient.county)
    return Line(
        number=0,
        sheet=sheet,
        item=_item(campaign, sheet),
        finished=papers[sheet.finished],
        paper=papers[sheet.paper],
        copies=copies,
        receivers=_receivers(campaign, sheet) if recipient.for_all else _alone(recipient, copies),
        folder=NONE,
        name=NONE,
    )


def _item(campaign: Campaign, sheet: PosterJob) -> Texts:
    """What a print is called: its record's name, or its headline where several records share it."""
    if len(sheet.sources) != 1:
        return Texts(sheet.title)
    tags = sorted(campaign.languages, key=lambda tag: tag != LANGUAGES[0])
    names = [record_name(campaign, sheet.sources[0], tag) for tag in tags]
    return Texts(names[0], names[1] if len(names) > 1 and names[1] != names[0] else "")


def _alone(recipient: Recipient, copies: int) -> Texts:
    if not copies:
        return said("nobody")
    return recipient.name if recipient.county else said("organiser")


def _receivers(campaign: Campaign, sheet: PosterJob) -> Texts:
    """Who gets how many: the office or the record's county first, then what is for every county."""
    parts = []
    county = owner(sheet)
    own = share(sheet, county)
    if own:
        name = told(campaign, campaign.county(county).short_name) if county else said("organiser")
        parts.append(said("receiver", name=name, copies=own))
    others = len(campaign.counties.counties) - bool(county)
    if sheet.county_copies and others:
        parts.append(said("everyone_else" if county else "everyone", each=sheet.county_copies))
    between = said("clause_joiner")
    main, support = between.main.join(one.main for one in parts), between.support.join(one.support for one in parts)
    return Texts(main, support) if parts else said("nobody")


def _named(campaign: Campaign, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with their files' names: a folder for each size and one for what is spare, both numbered."""
    folders: dict[tuple[str, str, str] | None, Texts] = {}
    for line in lines:
        key = line.group if line.copies else None
        if key not in folders:
            folders[key] = _folder(campaign, line, len(folders) + 1)
        yield replace(line, folder=folders[key], name=_name(campaign, line))


def _folder(campaign: Campaign, line: Line, number: int) -> Texts:
    words = [
        *dict.fromkeys((line.finished.id, line.paper.id)),
        *([] if line.technique == "office" else [line.technique]),
    ]
    spoken, ascii_only = (group_name(campaign, line).main, "-".join(words)) if line.copies else said("spare_folder")
    return Texts(
        plain_name(f"{number:02d}-{spoken}", most_bytes=FOLDER_BYTES), f"{number:02d}-{ascii_only}"[:FOLDER_BYTES]
    )


def _name(campaign: Campaign, line: Line) -> Texts:
    """`012 主题 A1 中文＋英文`, and `012-theme.a1.press.zh-en`: the number is the order sheet's."""
    stem = line.sheet.path.rpartition("/")[2]
    kept = " ".join(filter(None, (_size_name(campaign, line), variant(line.sheet).main, spoken(line.sheet).main)))
    room = FILE_BYTES - len(f"{line.number:03d}  {kept}".encode())
    item = plain_name(line.item.main, most_bytes=max(room, 12))
    name = plain_name(f"{line.number:03d} {item} {kept}", most_bytes=FILE_BYTES)
    return Texts(name, f"{line.number:03d}-{stem}"[:FILE_BYTES])


def group_name(campaign: Campaign, line: Line) -> Texts:
    """What a line's group is called: its size, and how a shop makes it."""
    technique = NONE if line.technique == "office" else said(f"technique_{line.technique}")
    return joined(" ", told(campaign, line.finished.name), technique)


def _size_name(campaign: Campaign, line: Line) -> str:
    return told(campaign, line.finished.name).main


def variant(sheet: PosterJob) -> Texts:
    """What makes a print another than the plain one: for the press, low ink, in tiles."""
    wanted = {
        "name_press": sheet.finish == "press",
        "name_low": sheet.ink != "full",
        "name_tiles": sheet.form == "tiles",
    }
    return joined(" ", *(said(key) for key, there in wanted.items() if there))


def spoken(sheet: PosterJob) -> Texts:
    """The languages of a print: `中文＋英文`."""
    tags = sheet.language.split("-")
    names = [on_site(f"language_{tag}") for tag in tags]
    return Texts("＋".join(name.main for name in names), " + ".join(name.support for name in names))


def on_site(key: str) -> Texts:
    """A word of the site's pages, Chinese and English."""
    return Texts(*(str(getattr(on_pages(language), key)) for language in LANGUAGES))
