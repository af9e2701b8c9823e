"""Brief: one record as any channel may tell it: texts in every language, moments as values, nothing rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from campaign.core.language import Localized

Key = tuple[str, str]
"""A record's kind and id; the id is empty for a page there is one of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of time, both ends included: moments where hours are known, whole days otherwise.

    what: what takes place then, where the record says it of each of its times.
    """

    starts: date | datetime
    ends: date | datetime
    what: Localized | None = None
    sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place. area: the larger place it is in (a county, a zone of the plaza), by its short name.

    route: anybody may come, and the page shows the way.
    """

    venue: Localized | None = None
    address: Localized | None = None
    area: Localized | None = None
    online: str = ""
    route: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Where a record stands.

    word: `planned`, `changed`, `moved`, `postponed`, `cancelled` or `reinstated`; holds: it takes place, its time and
    place may be told as such; since: the day it was told on.
    """

    word: str = "planned"
    holds: bool = True
    change: Localized | None = None
    since: date | None = None

    @property
    def planned(self) -> bool:
        """True where nothing needs saying."""
        return self.word == "planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """Official wording that a record quotes. leads: it is the headline itself; text: else what is quoted under it."""

    text: Localized
    leads: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One record, told once.

    title: the headline; label: our own short name for it where the headline is long; lines: the headline by language as
    the office broke it by sense; kicker: what kind of thing it is, as people say it; number: its number among its like,
    as it stands on the ground; place, of: its place in the plan's own order, from 1; by: who is behind it; about:
    Markdown, what it is; ask: what people can ask or do there; action: what it asks of people, in their words; entry:
    how one gets in, in a sentence; open: anybody may take part, there or online; serves: the ids of the priorities it
    serves; county: its county's id, or nothing; tint, pictogram: the colour and the drawing staff gave it; scheme: its
    colours where they aren't its kind's; vignette: the picture it is known by, a name of `kinds.vignette`, empty where
    its kind has none; events: the ids of the events it gathers, None for what gathers none; within: the record that it
    is a part of; link: the record whose printed address leads to it, None where it has none.
    """

    kind: str
    id: str = ""
    title: Localized
    label: Localized | None = None
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kicker: Localized | None = None
    number: str = ""
    place: int = 0
    of: int = 0
    when: tuple[Span, ...] = ()
    where: Where = field(default_factory=Where)
    audience: Localized | None = None
    by: Localized | None = None
    about: Localized | None = None
    ask: Localized | None = None
    action: Localized | None = None
    entry: Localized | None = None
    open: bool = True
    official: Official | None = None
    state: State = field(default_factory=State)
    sample: bool = False
    serves: tuple[str, ...] = ()
    county: str = ""
    tint: str = ""
    scheme: str = ""
    pictogram: str = ""
    vignette: str = ""
    events: tuple[str, ...] | None = None
    within: Key | None = None
    link: Key | None = None
