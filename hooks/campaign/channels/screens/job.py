"""What is to be made for the displays, as values: frames, when each is shown, and the displays they belong to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Protocol

from campaign.core.artifact import Source
from campaign.core.language import Localized
from campaign.core.problems import Message, Problem
from campaign.kinds.display import Display
from campaign.kinds.slide import WEEKDAYS, Slide

Steps = tuple[str | int, ...]
"""Where an author typed: the file's name and the keys and item numbers down to the value."""


class Imprint(Protocol):
    """A record's printed address; `permalinks.Book.imprint` gives it."""

    @property
    def payload(self) -> str:
        """What the symbol says: ASCII."""

    @property
    def shown(self) -> str:
        """The same address for eyes and thumbs."""


Imprints = Callable[[str, str], Imprint]


class Locate(Protocol):
    """Makes a problem at a value: `read.places.Places.problem` is one."""

    def __call__(self, what: Message, file: str, *steps: str | int, hint: Message | None = None) -> Problem:
        """The problem, with file and line where they are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When an item is shown: days, days of the week (0 is Monday), hours; until: the very moment it goes."""

    starts: date | None = None
    ends: date | None = None
    weekdays: tuple[int, ...] = ()
    opens: time | None = None
    closes: time | None = None
    since: datetime | None = None
    until: datetime | None = None

    @classmethod
    def of(cls, slide: Slide, *, last: date | None = None) -> Window:
        """A slide's own; `last`: the day after which what it shows is over."""
        ends = min((day for day in (slide.ends, last) if day), default=None)
        days = tuple(WEEKDAYS.index(day) for day in slide.weekdays)
        return cls(starts=slide.starts, ends=ends, weekdays=days, opens=slide.opens, closes=slide.closes)

    def on(self, day: date) -> bool:
        """True where the item is shown at some hour of the day."""
        begun = self.starts is None or self.starts <= day
        open_still = self.ends is None or day <= self.ends
        return begun and open_still and (not self.weekdays or day.weekday() in self.weekdays)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameJob:
    """One frame in one look: what it is set from, and what it must carry.

    name: ASCII, without ending, the same in every look; data: JSON for the template; payload: what its symbol says,
    empty where it has none; media: an office's own picture or film, by file name; steps: where its slide stands;
    source: the record it shows; title: what it says in its own language, titles: in each of the campaign's; code:
    `shown`, or why there is no symbol (see `sight.CodeFit`).
    """

    name: str
    look: str
    display: str
    data: Mapping[str, Any]
    payload: str = ""
    media: str = ""
    film: bool = False
    steps: Steps = ()
    source: Source
    title: str
    titles: Localized
    language: str
    code: str = ""
    code_distance_m: float = 0.0
    priorities: tuple[str, ...] = ()
    sample: bool = False
    content: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a display's loop: the frame's name, its seconds, when it is shown."""

    name: str
    seconds: int
    window: Window
    notice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What a kiosk may announce as on now or next: wall-clock times in the campaign's time zone."""

    title: str
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenJob:
    """One display: every frame it needs, its loop in order, and what its pack says.

    film_day: the day whose items the film shows; position: its place in screens.yml, from 0.
    """

    display: Display
    position: int
    title: str
    campaign_name: str
    frames: tuple[FrameJob, ...]
    entries: tuple[Entry, ...]
    film_day: date
    happenings: tuple[Happening, ...] = ()
    first_day: date
    last_day: date
    sample: bool = False
    colours: Mapping[str, str] = field(default_factory=dict)
    site_address: str = ""
