"""What whoever stands at a player is told of films that most players can't play: once, for the page and the pack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from campaign.channels.screens.report import FilmReport, GivenReport
from campaign.channels.screens.words import words
from campaign.core.language import Localized
from campaign.say.words import LANGUAGES
from campaign.workshop.films.common_players import LONGER_PX, MOST_LEVEL, SHORTER_PX

INSTEAD = {"1080p": "instead_whole", "parts": "instead_parts"}
"""The words for the films made for common players."""


def player_notes(films: Sequence[FilmReport], given: Sequence[GivenReport]) -> tuple[Localized, ...]:
    """A sentence or two each: that a film is beyond most players, what to play instead, what became of an own one."""
    return (*_beyond(films), *(_given(one) for one in given if one.beyond))


def _beyond(films: Sequence[FilmReport]) -> Iterator[Localized]:
    if not any(one.beyond for one in films):
        return
    yield _said("beyond", size=_size(LONGER_PX, SHORTER_PX), level=MOST_LEVEL)
    for one in films:
        if one.sort in INSTEAD:
            yield _said(INSTEAD[one.sort], size=_size(one.width_px, one.height_px))


def _given(one: GivenReport) -> Localized:
    coded = " ".join(filter(None, (one.codec.upper(), one.profile, one.level and f"L{one.level}")))
    return _said("given_beyond", name=one.name, film=f"{_size(one.width_px, one.height_px)} {coded}")


def _size(width_px: int, height_px: int) -> str:
    return f"{width_px}×{height_px}"


def _said(key: str, **figures: str) -> Localized:
    return Localized({tag: words(tag).say(key, **figures) for tag in LANGUAGES})
