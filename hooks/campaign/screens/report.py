"""What a pre-flight page shows of a display: plain values, no picture's bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from campaign.model.screens import Display
from campaign.screens.frames import size as picture_size
from campaign.screens.job import FrameJob, ScreenJob, Window
from campaign.screens.kiosk import Made
from campaign.screens.pack import picture_paths, seconds_of
from campaign.screens.sight import least_px, reading_distance_m


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameReport:
    """One frame. path: of its picture from the site's root; outcome: `fits` or `scrolls`.

    code: `shown`, `strip`, `no-pitch`, `too-small`, `too-long`, or empty where nothing is linked; payload: what the
    symbol says; text_distance_m, code_distance_m: how far off the smallest text and the symbol are read, None where
    nobody said how large the display is; kind, record: what it shows.
    """

    path: str
    name: str
    look: str
    title: str
    language: str
    kind: str
    record: str
    width_px: int
    height_px: int
    outcome: str
    code: str
    payload: str
    text_distance_m: float | None
    code_distance_m: float | None
    sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryReport:
    """One item of the loop: which frame, how long, when (wall-clock; empty means always)."""

    name: str
    title: str
    seconds: float
    window: Window
    notice: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenReport:
    """One display as planned and made.

    loop_s: the whole loop in seconds; priorities: for each priority's id how many items serve it; floor_px, target_px:
    the least and the wanted text height; pack, feed: paths of its downloads from the site's root; size_bytes,
    sha256: of the pack; film_s: seconds of each film by file name.
    """

    display: Display
    title: str
    frames: tuple[FrameReport, ...]
    entries: tuple[EntryReport, ...]
    loop_s: float
    priorities: Mapping[str, int]
    floor_px: int
    target_px: int
    pack: str
    feed: str
    size_bytes: int
    sha256: str
    film_s: Mapping[str, float]
    sample: bool


def frame_reports(job: ScreenJob, made: Made) -> tuple[FrameReport, ...]:
    """Every frame of a display, in the order of its loop."""
    paths = picture_paths(job, made)
    order = {name: number for number, name in enumerate(dict.fromkeys(entry.name for entry in job.entries))}
    frames = sorted(job.frames, key=lambda frame: (order[frame.name], job.display.looks.index(frame.look)))
    return tuple(_frame(job, frame, paths[frame.name, frame.look], made) for frame in frames)


def _frame(job: ScreenJob, frame: FrameJob, path: str, made: Made) -> FrameReport:
    display = job.display
    long = made[frame.name, frame.look].get("long")
    scrolls = long is not None and picture_size(long)[0] > display.width_px
    return FrameReport(
        path=f"screens/{display.id}/{path}",
        name=frame.name,
        look=frame.look,
        title=frame.title,
        language=frame.language,
        kind=frame.source.kind,
        record=frame.source.id,
        width_px=display.width_px,
        height_px=display.height_px,
        outcome="scrolls" if scrolls else "fits",
        code=frame.code,
        payload=frame.payload,
        text_distance_m=_text_distance(display, frame),
        code_distance_m=round(frame.code_distance_m, 1) if frame.payload else None,
        sample=frame.sample,
    )


def _text_distance(display: Display, frame: FrameJob) -> float | None:
    """From how far the smallest text that must be read is read: its floor, a strip's whole height."""
    if frame.media:
        return None
    han = any("\u4e00" <= character <= "\u9fff" for character in frame.title)
    px = display.height_px if display.strip else least_px(display, frame.title)
    found = reading_distance_m(display, px, han=han)
    return None if found is None else round(found, 1)


def coverage(job: ScreenJob, priorities: tuple[str, ...]) -> dict[str, int]:
    """How many items of the loop serve each priority."""
    served = {frame.name: frame.priorities for frame in job.frames}
    return {one: sum(one in served[entry.name] for entry in job.entries) for one in priorities}


def entry_reports(job: ScreenJob, made: Made) -> tuple[EntryReport, ...]:
    """The loop, item by item."""
    titles = {frame.name: frame.title for frame in job.frames}
    return tuple(
        EntryReport(
            name=entry.name,
            title=titles[entry.name],
            seconds=seconds_of(job, entry, made),
            window=entry.window,
            notice=entry.notice,
        )
        for entry in job.entries
    )


__all__ = ["EntryReport", "FrameReport", "ScreenReport", "coverage", "entry_reports", "frame_reports"]
