"""What a poster says: one message, its facts, and what the scan opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from campaign.channels.posters.wording import plain
from campaign.channels.posters.words import words
from campaign.core.artifact import Source
from campaign.core.language import Localized
from campaign.kinds import Campaign
from campaign.kinds.exhibition import ExhibitionFile
from campaign.say.dates import dates
from campaign.say.wording import Pair, Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A labelled fact: size and weight are relative to the others.

    more: what stands on a line of its own below it; struck: it no longer holds; spare: where room is short it goes
    before the type shrinks.
    """

    label: Pair
    text: Pair
    more: Pair | None = None
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
    week: the campaign's as a fact, where its sheets say it; hotline: what a standing sheet gives to ring;
    notice: what stands above all else; most: the headline's
    largest size in hundredths of the sheet's width; body: running text, official where marked; leads:
    of it the leading language alone, but on a standing sheet; official: it quotes
    official wording; call: what one is asked to do; opens: what the scan opens; rows: a timetable's days and entries;
    names: what no line parts that can hold it; empty: what it says without any; plaza: the exhibition whose plan it
    shows; composition: see compose.Style; scheme, tint, pictogram, vignette: see palette, pictograms and vignettes.
    """

    source: Source
    title: str
    kicker: tuple[Pair, ...]
    lines: tuple[str, ...]
    support: tuple[str, ...] = ()
    by_sense: bool = False
    most: float = 13.0
    facts: tuple[Fact, ...] = ()
    week: Fact | None = None
    hotline: Fact | None = None
    notice: Notice | None = None
    body: tuple[Pair, ...] = ()
    leads: bool = False
    mark: str = ""
    mark_support: str | None = None
    official: bool = False
    call: Pair | None = None
    opens: Pair
    composition: str = "picture"
    scheme: str = "red"
    tint: str = ""
    pictogram: str = ""
    vignette: str = ""
    county: str = ""
    number: str = ""
    rows: tuple[Mapping[str, object], ...] = ()
    names: tuple[str, ...] = ()
    empty: str = ""
    plaza: ExhibitionFile | None = None
    sample: bool = False


def week(campaign: Campaign, wording: Wording) -> Pair:
    """The week with its year, in both languages."""
    week = campaign.campaign.week
    return wording.each(lambda tag: dates(tag).full_span(week.starts, week.ends))


def support_lines(text: str | None) -> tuple[str, ...]:
    """The headline in the supporting language, where there is one."""
    return (text,) if text else ()


def official_mark(campaign: Campaign, wording: Wording) -> str:
    """How official wording is marked: as such in its own language, as an unofficial translation in another."""
    own = wording.main == campaign.campaign.official_language
    return words(wording.main).say("official" if own else "unofficial")


def fact(label: str, wording: Wording, text: Localized, *, size: float = 1.0, weight: int = 700) -> Fact:
    """A fact under one of our own labels."""
    return Fact(label=wording.say(words, label), text=wording.both(text), size=size, weight=weight)


def plain_pair(wording: Wording, text: Localized) -> Pair:
    """Markdown as plain words in both languages."""
    lead, support = wording.both(text)
    return plain(lead), (plain(support) if support else None)
