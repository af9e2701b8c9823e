"""Sharing: which picture a page is shared with, and the pictures of the programme to save."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from campaign.kinds import kinds, urls

CARD, PROGRAMME, KIT = "card", "programme", "kit"
SECTIONS = {kind.folder: urls.page(kind.hub) for kind in kinds().values() if kind.folder and kind.hub}
"""Whose card the pages below a folder show where they have none of their own."""


class Picture(Protocol):
    """A finished picture, as the cards' room makes it."""

    @property
    def path(self) -> str:
        """From the site's root."""

    @property
    def language(self) -> str:
        """Whose it is."""

    @property
    def page(self) -> str:
        """The path of its page from the language's root."""

    @property
    def kind(self) -> str:
        """`card`, `programme` or `kit`."""

    @property
    def about(self) -> str:
        """The day (ISO) or the county's id of a programme; the form of one of the kit."""

    @property
    def title(self) -> str:
        """Its name in lists."""

    @property
    def alt(self) -> str:
        """What it shows, in words."""

    @property
    def width_px(self) -> int:
        """Its width."""

    @property
    def height_px(self) -> int:
        """Its height."""

    @property
    def size_bytes(self) -> int:
        """Its weight."""


def cards(pictures: Iterable[Picture], language: str) -> dict[str, Picture]:
    """A language's share cards by the path of their page."""
    return {one.page: one for one in pictures if one.kind == CARD and one.language == language}


def card_of(cards: Mapping[str, Picture], path: str) -> Picture | None:
    """The card of a page: its own, else its section's, else that of the nearest page above it, the home page last."""
    if not cards or path in cards:
        return cards.get(path)
    above = path.rstrip("/").rpartition("/")[0]
    section = SECTIONS.get(f"{above}/", f"{above}/" if above else "")
    return card_of(cards, section) if path else None


def to_save(pictures: Iterable[Picture], language: str) -> dict[str, list[Picture]]:
    """A language's pictures to save by what they are about, in order."""
    found: dict[str, list[Picture]] = {}
    for one in pictures:
        if one.kind in (PROGRAMME, KIT) and one.language == language:
            found.setdefault(one.about, []).append(one)
    return found
