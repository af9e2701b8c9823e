"""What is to be made for the displays, as values: frames, when each is shown, and the displays they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from campaign.core.artifact import Source
from campaign.core.language import Localized

if TYPE_CHECKING:
    from campaign.kinds.display import Display

Steps = tuple[str | int, ...]
"""Where an author typed: the file's name and the keys and item numbers down to the value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When an item is shown: days, days of the week (0 is Monday), hours; until: the very moment it goes.

    rest: only where nothing else may be shown.
    """

    starts: date | None = None
    ends: date | None = None
    weekdays: tuple[int, ...] = ()
    opens: time | None = None
    closes: time | None = None
    since: datetime | None = None
    until: datetime | None = None
    rest: bool = False

    @property
    def always(self) -> bool:
        """True where nothing limits it: it can't be wrong, whatever the clock says."""
        return self == Window()

    def on(self, day: date) -> bool:
        """True where the item is shown at some hour of the day."""
        if self.rest:
            return False
        begun = self.starts is None or self.starts <= day
        open_still = self.ends is None or day <= self.ends
        return begun and open_still and (not self.weekdays or day.weekday() in self.weekdays)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameJob:
    """One frame in one look: what it is set from, and what it must carry.

    name: ASCII, without ending, the same in every look; data: JSON for the template; payload: what its symbol says,
    empty where it has none; media: an office's own picture or film, by file name; steps: where its slide stands;
    source: the record it shows; title: what it says in its own language, titles: in each of the campaign's; code:
    `shown`, or why there is no symbol (see `legibility.CodeFit`); spare: nobody asked for it: it isn't shown where it
    can't be made; address_key: where in campaign.yml its address stands.
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
    spare: bool = False
    address_key: str = "site_address"
    content: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a display's loop: the frame's name, its seconds, when it is shown; code: it is a message's code."""

    name: str
    seconds: int
    window: Window
    notice: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What a kiosk may announce as on now or next: wall-clock times in the campaign's time zone.

    till: until when it lasts, in words: the day's hour, or the last day of what goes on to the next; whole: it has days
    alone, and is announced only where nothing with hours is; sample: it bears the mark.
    """

    title: str
    starts: datetime
    ends: datetime
    till: str
    whole: bool = False
    sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenJob:
    """One display: every frame it needs, its loop in order, and what its pack says.

    film_day: the day whose items the film shows; told_on: the last day before the campaign that the data speaks of as
    past: a clock that shows an earlier one is wrong; position: its place in screens.yml, from 0; priorities: the ids of
    those whose coverage is told.
    """

    display: Display
    position: int
    title: str
    campaign_name: str
    frames: tuple[FrameJob, ...]
    entries: tuple[Entry, ...]
    film_day: date
    happenings: tuple[Happening, ...] = ()
    told_on: date | None = None
    first_day: date
    last_day: date
    colours: Mapping[str, str] = field(default_factory=dict)
    site_address: str = ""
    priorities: tuple[str, ...] = ()

    @property
    def sample(self) -> bool:
        """True where anything of it isn't the office's own."""
        return self.display.sample or any(frame.sample for frame in self.frames)

    @property
    def loop(self) -> tuple[Entry, ...]:
        """What is played in turn: all but what stands only where nothing else may be shown."""
        return tuple(entry for entry in self.entries if not entry.window.rest)


def page_key(number: int) -> str:
    """By what a frame's files name a page of it, from 1; all but a strip's have one."""
    return "png" if number == 1 else f"png-{number}"
