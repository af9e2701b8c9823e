"""What the programme covers: totals for everybody, the table with its gaps for staff."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date

from campaign.channels.site.cards import held
from campaign.channels.site.edition import Edition
from campaign.core.artifact import Page, Source
from campaign.kinds import urls
from campaign.kinds.place_kind import PlaceKind
from campaign.kinds.priority import Priority

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
    """Totals, and the table."""
    words, tables = edition.words, coverage(edition)
    about = words.coverage_description.format(name=edition.text(edition.campaign.campaign.name))

    def page(name: str, title: str, **values: object) -> Page:
        return edition.page(
            urls.page(name),
            name,
            title=title,
            description=about,
            source=Source(kind=name),
            edit_path="outreach/",
            searchable=False,
            **values,
        )

    yield page("coverage", words.coverage, totals=_totals(edition), groups=_groups(edition), lead=words.coverage_totals)
    unit = words.say(f"unit_{edition.campaign.periods[0].unit}")
    yield page("staff-coverage", words.staff_coverage, tables=tables, lead=words.coverage_lead.format(unit=unit))


def _totals(edition: Edition) -> list[tuple[int, str]]:
    """How many events take place, on how many days, in how many counties and kinds of place."""
    said, found = edition.words, held(edition.cards)
    days = {day for day, cards in edition.by_day.items() if held(cards)}
    return [
        (len(found), said.coverage_events),
        (len(days), said.coverage_days),
        (len({card.county.id for card in found}), said.coverage_counties),
        (len({card.kind.id for card in found}), said.coverage_kinds),
    ]


def _groups(edition: Edition) -> list[tuple[str, list[tuple[str, str, int]]]]:
    """By priority and by kind of place: what each is called, its page, how many events take place where any do."""
    found, campaign, said = held(edition.cards), edition.campaign, edition.words
    of_priority = Counter(one for card in found for one in dict.fromkeys(card.event.priorities))
    of_kind = Counter(card.kind.id for card in found)
    priorities = [
        (edition.text(one.name), urls.page("priority", one.id), of_priority[one.id])
        for one in campaign.priorities.priorities
    ]
    kinds = [
        (edition.text(one.name), urls.page("place_kind", one.id), of_kind[one.id])
        for one in campaign.six_entries.place_kinds
    ]
    groups = ((said.coverage_by_priority, priorities), (said.coverage_by_kind, kinds))
    return [(heading, [row for row in rows if row[2]]) for heading, rows in groups]


def coverage(edition: Edition) -> tuple[Coverage, ...]:
    """Priorities by kinds of place by periods: how many events that take place begin in each cell, each once."""
    period_of = {day: period.first for period in edition.campaign.periods for day in period.days}
    found = [
        (card.part.begins, (priority, card.kind.id, period_of[day]))
        for day, cards in edition.by_day.items()
        for card in held(cards)
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
