"""The programme day by day, and the table of what it covers, holes included."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from campaign.channels.site.edition import Edition
from campaign.core.artifact import Page, Source
from campaign.kinds import urls
from campaign.kinds.event import Status
from campaign.kinds.place_kind import PlaceKind
from campaign.kinds.priority import Priority


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A kind of place and how many events it has on each day of the week."""

    kind: PlaceKind
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """One priority's table: kinds of place down, days across."""

    priority: Priority
    rows: tuple[CoverageRow, ...]

    @property
    def total(self) -> int:
        """How many times the priority is served."""
        return sum(sum(row.counts) for row in self.rows)

    @property
    def holes(self) -> int:
        """How many cells are empty."""
        return sum(row.counts.count(0) for row in self.rows)


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
    """Priorities by kinds of place by days: how many events stand in each cell."""
    counts: Counter[tuple[str, str, date]] = Counter(
        (priority, card.kind.id, card.day)
        for card in edition.cards
        for priority in dict.fromkeys(card.event.priorities)
    )
    kinds, days = edition.campaign.six_entries.place_kinds, edition.campaign.days
    return tuple(
        Coverage(priority, tuple(_row(counts, priority, kind, days) for kind in kinds))
        for priority in edition.campaign.priorities.priorities
    )


def _row(
    counts: Counter[tuple[str, str, date]], priority: Priority, kind: PlaceKind, days: Sequence[date]
) -> CoverageRow:
    return CoverageRow(kind, tuple(counts[priority.id, kind.id, day] for day in days))
