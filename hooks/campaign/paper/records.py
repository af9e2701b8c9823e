"""What carries a printed address: every record and page the public can reach, with its name and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campaign.core.language import Localized
from campaign.kinds import Campaign, kinds, pages, urls


@dataclass(frozen=True, slots=True)
class Reachable:
    """A record or page that a printed address can lead to; path: from the root of any language, may end in #anchor."""

    kind: str
    id: str
    names: Localized
    path: str
    sample: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """Its kind and id; the id is empty for a page there is one of."""
        return self.kind, self.id


def reachable(campaign: Campaign) -> Iterator[Reachable]:
    """Everything with an address of its own, pages there is one of first, then records in the office's order."""
    for page in pages().values():
        if page.printed and page.there(campaign):
            yield Reachable(page.name, "", page.name_of(campaign), page.path, page.sample(campaign))
    for kind in kinds().values():
        for record in kind.records(campaign) if kind.printed else ():
            path, sample = urls.record(kind.name, record.id), kind.sample(campaign, record)
            yield Reachable(kind.name, record.id, kind.title(campaign, record), path, sample)


def section(kind: str, present: frozenset[str]) -> str:
    """The page to send people on to when a record is over: the one it was listed on, the home page without it."""
    hub = kinds()[kind].hub if kind in kinds() else ""
    return hub if hub in present else "home"
