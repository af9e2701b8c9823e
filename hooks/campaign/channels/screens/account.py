"""The account of a finished display: from what was planned and made to what its pages tell."""

from __future__ import annotations

from datetime import timedelta

from campaign.channels.screens.job import FrameJob, ScreenJob
from campaign.channels.screens.kiosk import Made
from campaign.channels.screens.legibility import least_px, reading_distance_m
from campaign.channels.screens.pack import long_path, picture_paths, seconds_of
from campaign.channels.screens.report import EntryReport, FrameReport
from campaign.kinds.display import Display
from campaign.say.script import is_han
from campaign.workshop.pictures.png import size_px


def frame_reports(job: ScreenJob, made: Made) -> tuple[FrameReport, ...]:
    """Every frame of a display, in the order of its loop."""
    paths = picture_paths(job, made)
    order = {name: number for number, name in enumerate(dict.fromkeys(entry.name for entry in job.entries))}
    frames = sorted(job.frames, key=lambda frame: (order[frame.name], job.display.looks.index(frame.look)))
    return tuple(_frame(job, frame, paths[frame.name, frame.look], made) for frame in frames)


def _frame(job: ScreenJob, frame: FrameJob, path: str, made: Made) -> FrameReport:
    display = job.display
    long = made[frame.name, frame.look].get("long")
    long_px = size_px(long)[0] if long else 0
    scrolls = long_px > display.width_px
    return FrameReport(
        path=f"screens/{display.id}/{path}",
        name=frame.name,
        look=frame.look,
        title=frame.titles,
        language=frame.language,
        kind=frame.source.kind,
        record=frame.source.id,
        width_px=display.width_px,
        height_px=display.height_px,
        outcome="scrolls" if scrolls else "fits",
        scroll=f"screens/{display.id}/{long_path(path)}" if scrolls else "",
        scroll_px=long_px if scrolls else 0,
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
    han = is_han(frame.title)
    px = display.height_px if display.strip else least_px(display, frame.title)
    found = reading_distance_m(display, px, han=han)
    return None if found is None else round(found, 1)


def coverage(job: ScreenJob) -> dict[str, int]:
    """How many items of the loop serve each priority."""
    served = {frame.name: frame.priorities for frame in job.frames}
    return {one: sum(one in served[entry.name] for entry in job.loop) for one in job.priorities}


def entry_reports(job: ScreenJob, made: Made) -> tuple[EntryReport, ...]:
    """The loop, item by item."""
    frames = {frame.name: frame for frame in job.frames}
    return tuple(
        EntryReport(
            name=entry.name,
            title=frames[entry.name].titles,
            language=frames[entry.name].language,
            seconds=seconds_of(job, entry, made),
            window=entry.window,
            notice=entry.notice,
        )
        for entry in job.entries
    )


def longest_day_s(job: ScreenJob, entries: tuple[EntryReport, ...]) -> float:
    """The longest loop of any day of the week, in seconds; an urgent notice is part of it."""
    days = [job.first_day + timedelta(days=n) for n in range((job.last_day - job.first_day).days + 1)]
    return max(sum(entry.seconds for entry in entries if entry.window.on(day)) for day in days)
