"""An edition: one campaign cleared for print, with its addresses and all that will be printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from campaign import history, paper
from campaign.core.artifact import Source
from campaign.core.context import BuildContext
from campaign.core.problems import CampaignDataError
from campaign.history import History
from campaign.kinds import Campaign
from campaign.paper import Book, ledger
from campaign.paper.ledger import Ledger
from campaign.read import Places, Reading
from campaign.release.refusals import refusals

if TYPE_CHECKING:
    from campaign.channels.screens import ScreenJob

Key = tuple[str, str]


class Sheet(Protocol):
    """One print of the site; `campaign.posters.PosterJob` is one."""

    @property
    def path(self) -> str:
        """Its path from the site's root, without `.pdf`."""

    @property
    def sources(self) -> Sequence[Source]:
        """The records whose symbols it carries."""

    @property
    def finish(self) -> str:
        """`press` for the print shop, anything else for an office."""

    @property
    def county(self) -> str:
        """The county it is for; empty for all of them."""


class Display(Protocol):
    """What a release looks at of a display's job; `campaign.channels.screens.ScreenJob` is one."""

    @property
    def display(self) -> Any:
        """The display."""

    @property
    def frames(self) -> Sequence[Any]:
        """Its frames, each with the `source` that it shows."""


Plan = Callable[[Mapping[Key, paper.Imprint]], Mapping[str, Sequence[Any]]]
"""From the printed addresses to what each channel is to make, by the channel's name: `builder.planned`."""


@dataclass(frozen=True, kw_only=True)
class Edition:
    """What a release makes.

    ledger: as it stands before; planned: each channel's jobs by the channel's name; places: where everything stands,
    for problems yet to come; history: what calendars and feeds were given before.
    """

    campaign: Campaign
    context: BuildContext
    ledger: Ledger
    book: Book
    planned: Mapping[str, Sequence[Any]]
    places: Places
    history: History

    @property
    def sheets(self) -> Sequence[Sheet]:
        """Everything to be printed."""
        return self.planned.get("posters", ())

    @property
    def displays(self) -> Sequence[ScreenJob]:
        """What is to be made for each display."""
        return self.planned.get("screens", ())

    @property
    def sheets_of(self) -> Mapping[Key, tuple[Sheet, ...]]:
        """The sheets that carry each record's symbol, by its kind and id."""
        found: defaultdict[Key, list[Sheet]] = defaultdict(list)
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
    shown_as: str | None = None,
    witnesses: Iterable[Path] = (),
    sites: Iterable[Path] = (),
) -> Edition:
    """The edition of a campaign read without a problem; CampaignDataError with everything that keeps it from print.

    context: with `release` set; witnesses: heads of the ledger kept elsewhere, which must agree with it; sites: where
    the site may have been built before.
    """
    found = refusals(reading, context)
    campaign = reading.campaign
    known: Ledger | None = None
    book: Book | None = None
    before: History | None = None
    try:
        known = ledger.load(folder, shown_as=shown_as)
        found += ledger.denied(known, witnesses)
        book = paper.book(campaign, context, known, places=reading.places)
        found += paper.unannounced(campaign, book, context.today, places=reading.places)
    except CampaignDataError as error:
        found += error.problems
    try:
        before = history.load(folder, shown_as=shown_as, sites=sites)
    except CampaignDataError as error:
        found += error.problems
    imprints = book.imprints if book else paper.draft(campaign)
    planned: Mapping[str, Sequence[Any]] = {}
    try:
        planned = plan(imprints)
    except CampaignDataError as error:
        found += error.problems
    if found or known is None or book is None or before is None:
        raise CampaignDataError(found)
    return Edition(
        campaign=campaign,
        context=context,
        ledger=known,
        book=book,
        planned=planned,
        places=reading.places,
        history=before,
    )
