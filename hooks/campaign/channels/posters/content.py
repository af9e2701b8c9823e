"""What a poster says: one message, its facts, and what the scan opens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from campaign.channels.posters.wording import Wording, plain, span, word
from campaign.core.artifact import Source
from campaign.core.language import Localized
from campaign.kinds import Campaign
from campaign.kinds.exhibition import ExhibitionFile

Pair = tuple[str, str | None]
"""A text in the leading language, and in the supporting one where there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A labelled fact: size and weight are relative to the others.

    struck: it no longer holds; spare: where room is short it goes before the type shrinks.
    """

    label: str
    text: Pair
    size: float = 1.0
    weight: int = 700
    struck: bool = False
    spare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What is different now: a word for it, and what the office says of it."""

    word: Pair
    change: Pair | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One record's words for one wording.

    kicker: what stands above the headline; lines: the headline as broken by sense, or one line to be broken by measure;
    notice: what stands above all else;
    most: the headline's largest size in hundredths of the sheet's width; body: running text, official where marked;
    official: it quotes official wording; rows: a timetable's days and entries; plaza: the exhibition
    whose plan it shows; scheme, tint, pictogram: see palette and pictograms.
    """

    source: Source
    title: str
    kicker: tuple[Pair, ...]
    lines: tuple[str, ...]
    support: tuple[str, ...] = ()
    by_sense: bool = False
    most: float = 13.0
    facts: tuple[Fact, ...] = ()
    notice: Notice | None = None
    body: tuple[Pair, ...] = ()
    mark: str = ""
    official: bool = False
    opens: Pair
    scheme: str = "red"
    tint: str = ""
    pictogram: str = ""
    county: str = ""
    number: str = ""
    rows: tuple[Mapping[str, object], ...] = ()
    plaza: ExhibitionFile | None = None
    sample: bool = False


def week(campaign: Campaign, wording: Wording) -> Pair:
    """The week with its year, in both languages."""
    week = campaign.campaign.week
    said = [
        word(tag, "year_span").format(year=week.starts.year, span=span(week.starts, week.ends, tag))
        for tag in (wording.main, wording.support)
        if tag
    ]
    return said[0], (said[1] if len(said) > 1 else None)


def campaign_head(campaign: Campaign, wording: Wording) -> tuple[Pair, ...]:
    """The campaign's name and week: what the whole is."""
    return (wording.both(campaign.campaign.name), week(campaign, wording))


def support_lines(text: str | None) -> tuple[str, ...]:
    """The headline in the supporting language, where there is one."""
    return (text,) if text else ()


def official_mark(campaign: Campaign, wording: Wording) -> str:
    """How official wording is marked: as such in its own language, as an unofficial translation in another."""
    own = wording.main == campaign.campaign.official_language
    return word(wording.main, "official" if own else "unofficial")


def in_both(wording: Wording, say: Callable[[str], str]) -> Pair:
    """What `say` makes of the leading and of the supporting language tag."""
    return say(wording.main), (say(wording.support) if wording.support else None)


def fact(label: str, wording: Wording, text: Localized, *, size: float = 1.0, weight: int = 700) -> Fact:
    """A fact under one of our own labels."""
    return Fact(label=word(wording.main, label), text=wording.both(text), size=size, weight=weight)


def plain_pair(wording: Wording, text: Localized) -> Pair:
    """Markdown as plain words in both languages."""
    lead, support = wording.both(text)
    return plain(lead), (plain(support) if support else None)


Composer = Callable[[Campaign, str, Wording], Content]
"""From a campaign, a record's id and a wording to what its poster says."""
