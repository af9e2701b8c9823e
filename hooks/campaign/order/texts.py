"""Texts of an order sheet: the leading one and its support in small, Chinese before English."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from campaign.order.words import words

if TYPE_CHECKING:
    from campaign.core.language import Localized
    from campaign.kinds import Campaign

LANGUAGES = ("zh", "en")
"""What a print shop reads, the leading language first."""


class Texts(NamedTuple):
    """One text twice; no support where it says the same."""

    main: str
    support: str = ""

    @property
    def line(self) -> str:
        """Both on one line."""
        return " ".join(filter(None, self))

    @property
    def lines(self) -> str:
        """One under the other."""
        return "\n".join(filter(None, self))


NONE = Texts("")


def said(key: str, **figures: object) -> Texts:
    """A word of ours in Chinese and English; figures that are Texts are filled in each in its language."""
    main, support = (
        words(tag).say(key, **{name: _in(one, number) for name, one in figures.items()})
        for number, tag in enumerate(LANGUAGES)
    )
    return _pair(main, support)


def told(campaign: Campaign, text: Localized | None) -> Texts:
    """A text of the campaign: Chinese first where it has that, then its next language."""
    if text is None:
        return NONE
    main, *others = sorted(campaign.languages, key=lambda tag: tag != LANGUAGES[0])
    return _pair(text[main], text[others[0]] if others else "")


def joined(between: str, *parts: Texts) -> Texts:
    """Several texts as one, the empty ones left out."""
    shown = [part for part in parts if part.main]
    return _pair(between.join(part.main for part in shown), between.join(part.support or part.main for part in shown))


def _pair(main: str, support: str) -> Texts:
    return Texts(main, "" if support == main else support)


def _in(one: object, number: int) -> object:
    return one if not isinstance(one, Texts) else (one.support or one.main) if number else one.main
