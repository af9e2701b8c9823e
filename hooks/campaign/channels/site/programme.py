"""The programme day by day, and the table of what it covers, holes included."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date

from campaign.channels.site.edition import Edition
from campaign.core.artifact import Page, Source
from campaign.kinds import urls
from campaign.kinds.place_kind import PlaceKind
from campaign.kinds.priority import Priority
from campaign.kinds.status import Status

Cell = tuple[str, str, date]
"""A priority and a kind of place, by their ids, and the first day of a period."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A kind of place and how many events begin there in each period of days; going: in which others go on."""

    kind: PlaceKind
    counts: tuple[int, ...]
    going: tuple[bool, ...]

    @property
    def cells(self) -> Iterator[tuple[int, bool]]:
        """Each period's number, and whether an event that began before goes on."""
        return zip(self.counts, self.going, strict=True)


@dataclass(frozen=True, slots=True)
class Coverage:
    """One priority's table: kinds of place down, periods across."""

    priority: Priority
    rows: tuple[CoverageRow, ...]

    @property
    def total(self) -> int:
        """How many times the priority is served."""
        return sum(sum(row.counts) for row in self.rows)

    @property
    def holes(self) -> int:
        """How many cells are empty."""
        return sum(not (count or going) for row in self.rows for count, going in row.cells)


def pages(edition: Edition) -> Iterator[Page]:
    """Programme and coverage."""
    name = edition.text(edition.campaign.campaign.name)
    words = edition.words
    yield edition.page(
        urls.page("programme"),
        "programme",
        title=words.programme,
        description=words.programme_description.format(name=name),
        source=Source(kind="programme"),
        edit_path="outreach/",
        choices=choices(edition),
        changes=feeds_of_changes(edition),
    )
    yield edition.page(
        urls.page("coverage"),
        "coverage",
        title=words.coverage,
        description=words.coverage_description.format(name=name),
        source=Source(kind="coverage"),
        edit_path="outreach/",
        searchable=False,
        tables=coverage(edition),
        lead=words.coverage_lead.format(unit=words.say(f"unit_{edition.campaign.periods[0].unit}")),
    )


def feeds_of_changes(edition: Edition) -> list[tuple[str, str]]:
    """The forms of the feed of changes that the site has: each path and what it is called."""
    words, language = edition.words, edition.language
    forms = ((urls.changes(language), words.keep_changes), (urls.rss(language), words.keep_rss))
    return [(path, label) for path, label in forms if edition.offered(path)]


def choices(edition: Edition) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """What the programme can be filtered by: each a name, its label, and the values that occur, in their own order."""
    words, cards, six = edition.words, edition.cards, edition.campaign.six_entries
    counties = [(one.id, edition.text(one.short_name)) for one in edition.campaign.counties.counties]
    kinds = [(one.id, edition.text(one.name)) for one in six.place_kinds]
    forms = [(one.id, edition.text(one.name)) for one in six.forms]
    states = [(one.value, getattr(words, f"status_{one.value}")) for one in Status]
    return [
        ("county", words.filter_county, _present(counties, {card.county.id for card in cards})),
        ("kind", words.filter_kind, _present(kinds, {card.kind.id for card in cards})),
        ("form", words.filter_form, _present(forms, {card.form.id for card in cards})),
        ("status", words.filter_status, _present(states, {card.status for card in cards})),
    ]


def _present(options: list[tuple[str, str]], present: set[str]) -> list[tuple[str, str]]:
    return [option for option in options if option[0] in present]


def coverage(edition: Edition) -> tuple[Coverage, ...]:
    """Priorities by kinds of place by periods: how many events that take place begin in each cell, each once."""
    period_of = {day: period.first for period in edition.campaign.periods for day in period.days}
    found = [
        (card.part.begins, (priority, card.kind.id, period_of[day]))
        for day, cards in edition.by_day.items()
        for card in cards
        if card.event.status.holds
        for priority in dict.fromkeys(card.event.priorities)
    ]
    counts = Counter(cell for begins, cell in found if begins)
    going = {cell for begins, cell in found if not begins}
    kinds = edition.campaign.six_entries.place_kinds
    days = [period.first for period in edition.campaign.periods]
    return tuple(
        Coverage(priority, tuple(_row(counts, going, priority, kind, days) for kind in kinds))
        for priority in edition.campaign.priorities.priorities
    )


def _row(
    counts: Counter[Cell], going: Set[Cell], priority: Priority, kind: PlaceKind, days: Sequence[date]
) -> CoverageRow:
    cells = [(priority.id, kind.id, day) for day in days]
    return CoverageRow(kind, tuple(counts[cell] for cell in cells), tuple(cell in going for cell in cells))
