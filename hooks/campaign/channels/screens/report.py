"""What a pre-flight page shows of a display: plain values, which no engine is needed to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from campaign.channels.screens.job import Window
from campaign.core.language import Localized
from campaign.kinds.display import Display


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameReport:
    """One frame. path: of its picture from the site's root; outcome: `fits` or `scrolls`; scroll: of the whole line.

    code: `shown`, `strip`, `no-pitch`, `too-small`, `too-long`, or empty where nothing is linked; payload: what the
    symbol says; text_distance_m, code_distance_m: how far off the smallest text and the symbol are read, None where
    nobody said how large the display is; kind, record: what it shows.
    """

    path: str
    name: str
    look: str
    title: Localized
    language: str
    kind: str
    record: str
    width_px: int
    height_px: int
    outcome: str
    scroll: str
    scroll_px: int
    code: str
    payload: str
    text_distance_m: float | None
    code_distance_m: float | None
    sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryReport:
    """One item of the loop: which frame, how long, when (wall-clock; empty means always)."""

    name: str
    title: Localized
    language: str
    seconds: float
    window: Window
    notice: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmReport:
    """Films of one sort. paths: in the pack; sort: empty for the display's size, `1080p` or `parts` for the common
    players; width_px, height_px: of the largest; profile, level: of H.264, as their streams say; peak_mbit: the most
    in any second, rounded up to a tenth; beyond: whether most hardware players can't play them.
    """

    paths: tuple[str, ...]
    sort: str
    width_px: int
    height_px: int
    profile: str
    level: str
    peak_mbit: float
    beyond: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenReport:
    """An office's own film as it was given. codec: as ffmpeg calls it; profile, level: of H.264, else empty."""

    name: str
    codec: str
    width_px: int
    height_px: int
    profile: str
    level: str
    beyond: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenReport:
    """One display as planned and made.

    loop_s: every item once, in seconds; day_s: the longest loop of one day; priorities: for each priority's id how many
    items serve it; floor_px, target_px: the least and the wanted text height; pack, feed: paths of its downloads from
    the site's root; size_bytes, sha256: of the pack; film_s: seconds of each film of the display's size by file name;
    films: what they ask of a player; notes: what is told of those that most players can't play.
    """

    display: Display
    title: str
    frames: tuple[FrameReport, ...]
    entries: tuple[EntryReport, ...]
    loop_s: float
    day_s: float
    priorities: Mapping[str, int]
    floor_px: int
    target_px: int
    pack: str
    feed: str
    size_bytes: int
    sha256: str
    film_s: Mapping[str, float]
    films: tuple[FilmReport, ...]
    notes: tuple[Localized, ...]
    sample: bool
