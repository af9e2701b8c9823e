"""The gallery: the finished posters as pages show them, one card a design with every sheet and file there is of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from campaign.channels.site.prints import Print, groups, record_name, weight
from campaign.core.artifact import Source
from campaign.kinds import Campaign, Kind, addressed, posters, urls
from campaign.kinds.brief import Brief
from campaign.say.dates import dates
from campaign.say.words import Words
from campaign.workshop.pictures import PREVIEW_PX

NAMELESS = ("sticker", "theme")
"""Kinds of poster that are of the campaign itself: called by what they are."""


@dataclass(frozen=True, slots=True)
class PrintFile:
    """One file of a card: where it is, what makes it another than the rest, in parts and as a line, and its weight."""

    path: str
    said: tuple[str, ...]
    label: str
    size: str


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

    @property
    def count(self) -> int:
        """How many files there are of it."""
        return len(self.files)


@dataclass(frozen=True, slots=True)
class Design:
    """One record as a poster, on every sheet there is of it in the order of posters.yml.

    page: the record's page from the language's root, nothing where several records share the sheet; about: what stands
    on it besides its title: when and where, or the official words.
    """

    kind: str
    title: str
    page: str
    about: str
    sample: bool
    sizes: tuple[PrintCard, ...]


class Gallery:
    """Every print of a campaign in one language: all as designs by kind, those of each record, and all by sheet."""

    def __init__(self, campaign: Campaign, words: Words, prints: Sequence[Print] = ()) -> None:
        self._campaign, self._words = campaign, words
        alike: defaultdict[tuple[str, str, str], list[tuple[Sequence[Print], PrintCard]]] = defaultdict(list)
        for group in groups(prints):
            card = self._card(group)
            alike[card.kind, card.title, card.page].append((group, card))
        self._designs = {key: self._design(found) for key, found in alike.items()}
        every = (card for found in alike.values() for _, card in found)
        self._by_path = {file.path: card for card in every for file in card.files}
        by_record: defaultdict[tuple[str, str], dict[Design, None]] = defaultdict(dict)
        for key, found in alike.items():
            for source in dict.fromkeys(one for group, _ in found for one in (group[0].source, *group[0].sources)):
                by_record[source.kind, source.id][self._designs[key]] = None
        self._by_record = {key: tuple(found) for key, found in by_record.items()}

    @property
    def designs(self) -> Sequence[Design]:
        """All of them, in the order of posters.yml."""
        return tuple(self._designs.values())

    def of(self, kind: str, record_id: str = "") -> Sequence[Design]:
        """The designs of one record."""
        return self._by_record.get((kind, record_id), ())

    @property
    def kinds(self) -> Mapping[str, list[Design]]:
        """The designs by kind of poster, in the kinds' own order."""
        found = {kind: [one for one in self.designs if one.kind == kind] for kind in posters()}
        return {kind: designs for kind, designs in found.items() if designs}

    @property
    def sheets(self) -> Mapping[str, list[PrintCard]]:
        """Every print by the name of its sheet, in the order of posters.yml."""
        order = [sheet.id for sheet in self._campaign.posters.sheets] if self._campaign.posters else []
        found: defaultdict[str, list[PrintCard]] = defaultdict(list)
        for card in sorted((size for one in self.designs for size in one.sizes), key=lambda one: _at(order, one.sheet)):
            found[card.sheet_name].append(card)
        return found

    def sheet_name(self, sheet_id: str) -> str:
        """What a sheet is called."""
        sheets = self._campaign.posters.sheets if self._campaign.posters else ()
        return next((sheet.name[self._words.language] for sheet in sheets if sheet.id == sheet_id), sheet_id)

    def card(self, path: str) -> PrintCard | None:
        """The card that a file stands on, by its path."""
        return self._by_path.get(path)

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
            sheet_name=self.sheet_name(first.sheet),
            size=f"{first.width_mm:g} × {first.height_mm:g} mm",
            preview=first.preview,
            width_px=max(1, round(first.width_mm * scale)),
            height_px=max(1, round(first.height_mm * scale)),
            sample=any(one.sample for one in group),
            files=tuple(self._file(one) for one in group),
        )

    def _design(self, found: Sequence[tuple[Sequence[Print], PrintCard]]) -> Design:
        cards = tuple(card for _, card in found)
        first, source = cards[0], found[0][0][0].source
        about = self._about(source) if first.page else ""
        return Design(first.kind, first.title, first.page, about, any(card.sample for card in cards), cards)

    def _about(self, source: Source) -> str:
        """When and where, of what has a time; else the official words it quotes; nothing of what has neither."""
        brief, language = self._brief(source), self._words.language
        if brief and brief.when:
            first, last, where = brief.when[0], brief.when[-1], brief.where.venue or brief.where.area
            spans = dates(language).when(first.starts, last.ends)
            return str(self._words.fact_join.join(filter(None, (spans, where[language] if where else ""))))
        return str(brief.official.text[language]) if brief and brief.official else ""

    def _brief(self, source: Source) -> Brief | None:
        found = addressed(source.kind)
        if not found.brief:
            return None
        if isinstance(found, Kind):
            return found.brief(self._campaign, self._campaign.record(source.kind, source.id))
        return found.brief(self._campaign)

    def _title(self, first: Print, kind: str) -> str:
        """The record's name in this language; the set's where several records share the sheet."""
        if len(first.sources) > 1 or kind in NAMELESS:
            return self._set_name(first) or self.kind_name(kind)
        return record_name(self._campaign, first.source, self._words.language) or first.title

    def _set_name(self, first: Print) -> str:
        """The name of the poster set a print of many records comes from: its file is called after it."""
        stem = first.path.rsplit("/", 1)[-1].partition(".")[0]
        sets = self._campaign.posters.posters if self._campaign.posters else ()
        return next((one.name[self._words.language] for one in sets if one.id == stem), "")

    def _file(self, one: Print) -> PrintFile:
        words = self._words
        maker = "shop" if (one.finish, one.made_by) == ("office", "shop") else one.finish
        said = [getattr(words, f"finish_{maker}"), getattr(words, f"ink_{one.ink.replace('-', '_')}")]
        said.append(words.language_join.join(self._language(tag) for tag in one.language.split("-")))
        if one.form != "poster":
            said.append(getattr(words, f"print_{one.form}"))
        if one.pages > 1:
            said.append(words.count("pages", one.pages))
        return PrintFile(one.path, tuple(said), words.fact_join.join(said), weight(one.size_bytes))

    def _language(self, tag: str) -> str:
        return str(self._words.texts.get(f"language_{tag}", tag))


def _at(order: Sequence[str], sheet: str) -> int:
    return order.index(sheet) if sheet in order else len(order)


def _page(source: Source) -> str:
    return urls.record(source.kind, source.id) if source.id else urls.page(source.kind)
