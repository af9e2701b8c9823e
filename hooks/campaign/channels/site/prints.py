"""Prints: the finished posters as the gallery and each record's page show them, put together by record and sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Protocol

from campaign.core.artifact import Source
from campaign.kinds import Campaign, addressed, kinds, pages, posters, urls
from campaign.say.words import Words
from campaign.workshop.pictures import PREVIEW_PX

FIRST = {"office": 0, "full": 0, "poster": 0}
"""What a card shows first and takes its picture from: the full one for the office, in one piece."""


class Print(Protocol):
    """One finished file to print, as the posters' room makes it; sizes are of the trimmed sheet."""

    @property
    def path(self) -> str:
        """From the site's root."""

    @property
    def preview(self) -> str:
        """The path of its picture."""

    @property
    def source(self) -> Source:
        """The record it was made from."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every record on it."""

    @property
    def sheet(self) -> str:
        """The sheet's id."""

    @property
    def finish(self) -> str:
        """`office` or `press`."""

    @property
    def made_by(self) -> str:
        """Who prints it, `shop` or `office`."""

    @property
    def ink(self) -> str:
        """`full` or `low-ink`."""

    @property
    def language(self) -> str:
        """`zh-en`, `zh` ..."""

    @property
    def form(self) -> str:
        """`poster`, `tiles` or `outlined`."""

    @property
    def title(self) -> str:
        """Its headline."""

    @property
    def width_mm(self) -> float:
        """Width after trimming."""

    @property
    def height_mm(self) -> float:
        """Height after trimming."""

    @property
    def size_bytes(self) -> int:
        """The file's weight."""

    @property
    def pages(self) -> int:
        """How many pages it has."""

    @property
    def county(self) -> str:
        """A county's id, or nothing."""

    @property
    def sample(self) -> bool:
        """True where it bears the sample mark."""


@dataclass(frozen=True, slots=True)
class PrintFile:
    """One file of a card: where it is, what makes it different from the others, and its weight."""

    path: str
    label: str
    size: str
    outlined: bool


@dataclass(frozen=True, slots=True)
class PrintCard:
    """One record on one sheet, with every file there is of it; every text in the edition's language.

    width_px, height_px: the preview's room on the page; page: the record's page from the language's root.
    """

    kind: str
    title: str
    page: str
    county: str
    sheet: str
    sheet_name: str
    size: str
    preview: str
    width_px: int
    height_px: int
    sample: bool
    files: tuple[PrintFile, ...]


class Gallery:
    """Every print of a campaign in one language: all as groups by kind, and those of each record."""

    def __init__(self, campaign: Campaign, words: Words, prints: Sequence[Print] = ()) -> None:
        self._campaign, self._words = campaign, words
        cards = [(group, self._card(group)) for group in _groups(prints)]
        self.cards = tuple(card for _, card in cards)
        by_record: defaultdict[tuple[str, str], list[PrintCard]] = defaultdict(list)
        for group, card in cards:
            for source in dict.fromkeys((group[0].source, *group[0].sources)):
                by_record[source.kind, source.id].append(card)
        self._by_record = by_record

    def of(self, kind: str, record_id: str = "") -> Sequence[PrintCard]:
        """The cards of one record."""
        return self._by_record.get((kind, record_id), ())

    @property
    def kinds(self) -> Mapping[str, list[PrintCard]]:
        """The cards by kind of poster, in the kinds' own order."""
        found = {kind: [card for card in self.cards if card.kind == kind] for kind in posters()}
        return {kind: cards for kind, cards in found.items() if cards}

    @property
    def counties(self) -> Mapping[str, str]:
        """The counties that have prints: id and name, in the campaign's order."""
        present = {card.county for card in self.cards}
        language = self._words.language
        counties = self._campaign.counties.counties
        return {one.id: one.short_name[language] for one in counties if one.id in present}

    @property
    def sheets(self) -> Mapping[str, str]:
        """The sheets there are prints on: id and name, in the order of posters.yml."""
        present = {card.sheet: card.sheet_name for card in self.cards}
        order = [sheet.id for sheet in self._campaign.posters.sheets] if self._campaign.posters else []
        return {one: present.pop(one) for one in order if one in present} | present

    def kind_name(self, kind: str) -> str:
        """What a kind of poster is called."""
        return str(getattr(self._words, f"poster_{kind}"))

    def _card(self, group: Sequence[Print]) -> PrintCard:
        first = group[0]
        kind = addressed(first.source.kind).poster or first.source.kind
        scale = PREVIEW_PX / max(first.width_mm, first.height_mm)
        return PrintCard(
            kind=kind,
            title=self._title(first, kind),
            page="" if len(first.sources) > 1 else _page(first.source),
            county=first.county,
            sheet=first.sheet,
            sheet_name=self._sheet_name(first.sheet),
            size=f"{first.width_mm:g} × {first.height_mm:g} mm",
            preview=first.preview,
            width_px=max(1, round(first.width_mm * scale)),
            height_px=max(1, round(first.height_mm * scale)),
            sample=any(one.sample for one in group),
            files=tuple(self._file(one) for one in group),
        )

    def _title(self, first: Print, kind: str) -> str:
        """The record's name in this language; the set's where several records share the sheet."""
        if len(first.sources) > 1 or kind in ("sticker", "theme"):
            return self._set_name(first) or self.kind_name(kind)
        return record_name(self._campaign, first.source, self._words.language) or first.title

    def _set_name(self, first: Print) -> str:
        """The name of the poster set a print of many records comes from: its file is called after it."""
        stem = first.path.rsplit("/", 1)[-1].partition(".")[0]
        sets = self._campaign.posters.posters if self._campaign.posters else ()
        return next((one.name[self._words.language] for one in sets if one.id == stem), "")

    def _sheet_name(self, sheet_id: str) -> str:
        sheets = self._campaign.posters.sheets if self._campaign.posters else ()
        return next((sheet.name[self._words.language] for sheet in sheets if sheet.id == sheet_id), sheet_id)

    def _file(self, one: Print) -> PrintFile:
        words = self._words
        maker = "shop" if (one.finish, one.made_by) == ("office", "shop") else one.finish
        said = [getattr(words, f"finish_{maker}"), getattr(words, f"ink_{one.ink.replace('-', '_')}")]
        said.append(words.language_join.join(self._language(tag) for tag in one.language.split("-")))
        if one.form != "poster":
            said.append(getattr(words, f"print_{one.form}"))
        if one.pages > 1:
            said.append(words.count("pages", one.pages))
        return PrintFile(one.path, words.fact_join.join(said), weight(one.size_bytes), one.form == "outlined")

    def _language(self, tag: str) -> str:
        return str(self._words.texts.get(f"language_{tag}", tag))


def _groups(prints: Iterable[Print]) -> list[list[Print]]:
    """Files that differ in finish, ink, language and form alone, the plainest first."""
    groups: defaultdict[tuple[str, ...], list[Print]] = defaultdict(list)
    for one in prints:
        record = one.path.rsplit("/", 1)[-1].partition(".")[0] if len(one.sources) > 1 else one.source.id
        groups[one.source.kind, record, one.sheet].append(one)
    return [sorted(group, key=_order) for group in groups.values()]


def _order(one: Print) -> tuple[int, ...]:
    """Whole sheets before tiles and outlines, both languages before one, office before press, full before low-ink."""
    return FIRST.get(one.form, 1), -one.language.count("-"), FIRST.get(one.finish, 1), FIRST.get(one.ink, 1)


def _page(source: Source) -> str:
    return urls.record(source.kind, source.id) if source.id else urls.page(source.kind)


def record_name(campaign: Campaign, source: Source, language: str) -> str:
    """What the record of a source is called, behind its number where it has one; or the page."""
    if not source.id:
        return pages()[source.kind].title(campaign)[language]
    kind, record = kinds()[source.kind], campaign.record(source.kind, source.id)
    name, number = kind.title(campaign, record)[language], getattr(record, "number", "")
    return name if not number or name.startswith(number) else f"{number} {name}"


def weight(size_bytes: int) -> str:
    """96 KB, 1.4 MB: never less than it is."""
    if size_bytes < 1_000_000:
        return f"{max(1, ceil(size_bytes / 1000))} KB"
    return f"{ceil(size_bytes / 100_000) / 10:g} MB"
