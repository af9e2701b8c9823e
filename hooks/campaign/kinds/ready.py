"""Ready words: what an urgent notice says of rain, a move, a crowd or a cancellation, made from what it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from campaign.core.language import Localized
from campaign.core.problems import Message
from campaign.core.times import begins_and_ends
from campaign.kinds.brief import Brief, Span
from campaign.say.dates import dates
from campaign.say.script import HAN
from campaign.say.words import words

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign

QUOTES = str.maketrans("“”", "‘’")
"""A title in quotation marks has the inner ones inside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """One set of ready words.

    called: its name in Chinese; about, to: whether it must know these; shifts: whether it can say where or when it
    takes place now.
    """

    name: str
    called: str
    about: bool = True
    to: bool = False
    shifts: bool = False
    meaning: Message

    @property
    def names(self) -> tuple[str, str]:
        """What it may be called."""
        return self.name, self.called

    @property
    def keys(self) -> tuple[str, ...]:
        """What its words are called in the tables, after `ready_` and `ready_short_`."""
        shifted = (f"{self.name}_place", f"{self.name}_time") if self.shifts else ()
        return shifted if self.to else (self.name, *shifted)


PRESETS = (
    Preset(
        name="rain", called="雨", about=False, shifts=True, meaning=Message("下雨，活动暂停", "on hold because of rain")
    ),
    Preset(
        name="moved", called="改地点", to=True, shifts=True, meaning=Message("换了地点或时间", "another place or time")
    ),
    Preset(name="crowd", called="人多", meaning=Message("现场人太多", "too many people there")),
    Preset(name="cancelled", called="取消", meaning=Message("活动取消", "it doesn't take place")),
)
PARTED = re.compile(f"(?<=[{HAN}]) (?=[{HAN}])")
"""A space as dates have it between two Han characters: within a text it would be a slip."""
COLONS = "：:"
To = Localized | datetime
"""Where or when it takes place now."""
Fits = Callable[[str, str], bool]
"""Whether a display can show a text of a language."""


def preset(name: str) -> Preset | None:
    """The set of this name, Chinese or English."""
    return next((one for one in PRESETS if name.strip().lower() in one.names), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A notice's words by language: a sentence for pages, and a line for displays where one can show it.

    A language that the new place wasn't given in has neither.
    """

    text: Mapping[str, str]
    short: Mapping[str, str]


def ready(campaign: Campaign, which: Preset, about: Brief | None, to: To | None, *, now: datetime, fits: Fits) -> Ready:
    """The words of a set. about: what it is about, all of the campaign where it is None; to: what it is changed to.

    The line for displays names it as fully as one can show.
    """
    key, when = _key(which, to), next_time(about, now) if about else None
    tags = [tag for tag in campaign.languages if not isinstance(to, Localized) or to.spoken(tag) == tag]

    def figures(tag: str) -> dict[str, str]:
        at = dates(tag).when(when.starts, when.ends) if when else ""
        return {
            "what": _what(campaign, about, tag),
            "at": words(tag).say("ready_at", when=at) if at else "",
            "when": at,
            "where": about.where.venue[tag] if about and about.where.venue else "",
            "to": _to(to, tag),
        }

    def line(tag: str) -> str:
        lines = [
            words(tag).say(f"ready_short_{key}", name=name, to=_to(to, tag)) for name in _names(campaign, about, tag)
        ]
        return next((one for one in lines if fits(one, tag)), "")

    return Ready(
        text={tag: closed(words(tag).say(f"ready_{key}", **figures(tag))) for tag in tags},
        short={tag: closed(said) for tag in tags if (said := line(tag))},
    )


def closed(text: str) -> str:
    """A text without the spaces that stand between Han characters."""
    return PARTED.sub("", text)


def next_time(about: Brief, now: datetime) -> Span | None:
    """Which of its times it is: the first that isn't over, else its last; None for what gathers others."""
    if about.events is not None or not about.when:
        return None
    coming = (span for span in about.when if begins_and_ends(span.starts, span.ends)[1] > now)
    return next(coming, about.when[-1])


def movable(about: Brief) -> bool:
    """True for what has a place and a time of its own."""
    return about.events is None and bool(about.when) and about.where.venue is not None


def _key(which: Preset, to: To | None) -> str:
    if to is None:
        return which.name
    return f"{which.name}_{'time' if isinstance(to, datetime) else 'place'}"


def _to(to: To | None, tag: str) -> str:
    if to is None:
        return ""
    return dates(tag).moment(to) if isinstance(to, datetime) else to[tag]


def _what(campaign: Campaign, about: Brief | None, tag: str) -> str:
    """What it is about in a sentence: one thing in quotation marks, or all events of a place or of the campaign."""
    if about is None:
        return words(tag).say("ready_many", title=campaign.campaign.short_name[tag])
    if about.events is not None:
        return words(tag).say("ready_many", title=about.title[tag])
    return words(tag).say("ready_one", title=about.title[tag].translate(QUOTES))


def _names(campaign: Campaign, about: Brief | None, tag: str) -> Iterator[str]:
    """What it is called in fewer and fewer words: its title, that up to its colon; never its place, which isn't it."""
    title = about.title[tag] if about and about.events is None else ""
    whole = not any(colon in title for colon in COLONS)
    yield title if title and whole else _what(campaign, about, tag)
    for colon in COLONS:
        if colon in title:
            yield title.partition(colon)[0].strip()
