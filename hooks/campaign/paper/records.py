"""What carries a printed address: every record and page the public can reach, with its name and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campaign.core.language import Localized
from campaign.kinds import Campaign, urls
from campaign.kinds.exhibition import Booth
from campaign.say.words import words

SECTIONS = {
    "priority": ("priorities", "home"),
    "activity": ("activities", "home"),
    "place_kind": ("six-entries", "home"),
    "event": ("programme", "home"),
    "booth": ("exhibition", "home"),
    "board": ("exhibition", "home"),
    "county": ("counties", "home"),
}
"""Where to go when a record of a kind is over: the first of these pages that the campaign has."""


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
    for kind, names in _singles(campaign).items():
        yield Reachable(
            kind, "", names, urls.page(kind), _sample(campaign.exhibition if kind == "exhibition" else None)
        )
    for kind, attribute in (("priority", "name"), ("activity", "name"), ("place_kind", "entry"), ("county", "name")):
        for record in _records(campaign, kind):
            record_id: str = record.id  # type: ignore[attr-defined]
            yield Reachable(kind, record_id, getattr(record, attribute), urls.page(kind, record_id), _sample(record))
    for event in campaign.events:
        yield Reachable("event", event.id, event.title, urls.page("event", event.id), event.sample)
    for booth in campaign.booths:
        yield Reachable("booth", booth.id, _booth_name(campaign, booth), urls.page("booth", booth.id), booth.sample)
    for board in campaign.boards:
        path = f"{urls.page('exhibition')}#board-{board.id}"
        yield Reachable("board", board.id, board.title, path, board.sample)


def section(kind: str, present: frozenset[str]) -> str:
    """The page to send people on to when a record is over, of those that are present."""
    return next((page for page in SECTIONS.get(kind, ("home",)) if page in present), "home")


def _singles(campaign: Campaign) -> dict[str, Localized]:
    """The pages there is one of that this campaign has, by kind."""
    names: dict[str, Localized | None] = {
        "home": campaign.campaign.name,
        "theme": campaign.theme.official,
        "priorities": campaign.priorities.name,
        "activities": campaign.activities.name if campaign.activities else None,
        "six-entries": campaign.six_entries.name,
        "programme": _said(campaign, "programme"),
        "exhibition": campaign.exhibition.name if campaign.exhibition else None,
        "counties": campaign.counties.name,
        "downloads": _said(campaign, "downloads") if campaign.posters or campaign.screens else None,
    }
    return {kind: name for kind, name in names.items() if name is not None}


def _sample(record: object) -> bool:
    return bool(getattr(record, "sample", False))


def _said(campaign: Campaign, word: str) -> Localized:
    return Localized({language: getattr(words(language), word) for language in campaign.languages})


def _records(campaign: Campaign, kind: str) -> Iterator[object]:
    return iter(()) if kind == "activity" and campaign.activities is None else campaign.records(kind)


def _booth_name(campaign: Campaign, booth: Booth) -> Localized:
    name = campaign.exhibitor(booth.exhibitor).name
    return Localized({language: f"{booth.number} {name[language]}" for language in campaign.languages})
