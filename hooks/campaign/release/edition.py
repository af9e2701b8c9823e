"""An edition: one campaign cleared for print, with its addresses and all that will be printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from campaign import history, paper
from campaign.core.context import BuildContext
from campaign.core.problems import Problem
from campaign.history import History
from campaign.kinds import Campaign
from campaign.paper import Book, ledger
from campaign.paper.ledger import Ledger
from campaign.read import Places, Reading
from campaign.release import causes
from campaign.release.causes import Found, UnclearedError
from campaign.release.gate import refusals

if TYPE_CHECKING:
    from campaign.channels.posters import PosterJob
    from campaign.channels.screens import ScreenJob

Key = tuple[str, str]
Plan = Callable[[Mapping[Key, paper.Imprint]], Mapping[str, Sequence[Any]]]
"""From the printed addresses to what each channel is to make, by the channel's name: `builder.planned`."""
Measure = Callable[[Mapping[str, Sequence[Any]]], None]
"""CampaignDataError with every text of what was planned that doesn't fit: `builder.measured`."""


@dataclass(frozen=True, kw_only=True)
class Edition:
    """What a release makes.

    ledger: as it stands before; planned: each channel's jobs by the channel's name; places: where everything stands,
    for problems yet to come; history: what calendars and feeds were given before; sources: what it is made from;
    plan: how it was planned, and is again where sheets in a new look get numbers of their own.
    """

    campaign: Campaign
    context: BuildContext
    ledger: Ledger
    book: Book
    planned: Mapping[str, Sequence[Any]]
    places: Places
    history: History
    sources: Mapping[str, str] = field(default_factory=dict)
    plan: Plan = field(default=lambda imprints: {})

    def in_new_looks(self, files: Mapping[Key, Mapping[str, str]]) -> Edition:
        """The same edition where what looks new has a number of its own; files: SHA-256 of what was made, by record."""
        book = self.book.in_new_looks(files)
        return replace(self, book=book, planned=self.plan(book.imprints)) if book.looks else self

    @property
    def sheets(self) -> Sequence[PosterJob]:
        """Everything to be printed."""
        return self.planned.get("posters", ())

    @property
    def displays(self) -> Sequence[ScreenJob]:
        """What is to be made for each display."""
        return self.planned.get("screens", ())

    @property
    def sheets_of(self) -> Mapping[Key, tuple[PosterJob, ...]]:
        """The sheets that carry each record's symbol, by its kind and id."""
        found: defaultdict[Key, list[PosterJob]] = defaultdict(list)
        for sheet in self.sheets:
            for source in dict.fromkeys(sheet.sources):
                found[source.kind, source.id].append(sheet)
        return {key: tuple(sheets) for key, sheets in found.items()}


def prepare(
    reading: Reading,
    context: BuildContext,
    folder: Path,
    *,
    plan: Plan,
    measure: Measure = lambda planned: None,
    docs: Path | None = None,
    unfit: Iterable[Problem] = (),
    shown_as: str | None = None,
    witnesses: Iterable[ledger.Witness] = (),
    sites: Iterable[Path] = (),
    sources: Mapping[str, str] | None = None,
) -> Edition:
    """The edition of a campaign read without a problem; UnclearedError with everything that keeps it from print.

    context: with `release` set; docs: the hand-written pages, a folder for each language; unfit: what keeps them from
    being published at all; witnesses: who else saw the ledger; sites: where the site may have been built before;
    sources: fingerprints of what it is made from, taken before that was read.
    """
    found = Found(refusals(reading, context, docs))
    found.add(causes.PAGES, unfit)
    campaign = reading.campaign
    known: Ledger | None = None
    book: Book | None = None
    before: History | None = None
    with found.of(causes.LEDGER):
        known = ledger.load(folder, shown_as=shown_as)
        shown, signers = shown_as or folder.as_posix(), campaign.campaign.ledger.signers
        found.add(causes.LEDGER, ledger.doubts(known, witnesses, signers=signers, shown_as=shown))
        found.add(causes.LEDGER, ledger.keyless(signers, path=f"{shown.rstrip('/')}/campaign.yml"))
    if known is not None:
        with found.of(causes.ADDRESS):
            book = paper.book(campaign, context, known, places=reading.places)
    if book is not None:
        found.add(causes.UNSAID, paper.unannounced(campaign, book, context.today, places=reading.places))
    with found.of(causes.LEDGER):
        before = history.load(folder, shown_as=shown_as, sites=sites)
    planned: Mapping[str, Sequence[Any]] = {}
    with found.of(causes.PRINTS):
        planned = plan(book.imprints if book else paper.draft(campaign))
    with found.of(causes.FIT):
        measure(planned)
    if found.obstacles or known is None or book is None or before is None:
        raise UnclearedError(obstacles=tuple(found.obstacles))
    return Edition(
        campaign=campaign,
        context=context,
        ledger=known,
        book=book,
        planned=planned,
        places=reading.places,
        history=before,
        sources=sources or {},
        plan=plan,
    )
