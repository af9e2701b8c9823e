"""Displays: where each stands and what it plays when, and a page to check every frame before it goes on air."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from campaign.channels.site.display_report import ScreenReport, Window
from campaign.channels.site.edition import Edition
from campaign.channels.site.prints import weight
from campaign.core.artifact import Page, Source
from campaign.kinds import kinds, registry, urls

CODES = {
    "shown": "screens_code_shown",
    "strip": "screens_code_strip",
    "too-small": "screens_code_too_small",
    "no-pitch": "screens_code_no_pitch",
    "too-long": "screens_code_too_long",
}
"""The words for what became of a frame's code."""
KINDS = {
    "theme": "screens_kind_theme",
    "priority": "screens_kind_priority",
    "slogan": "screens_kind_slogan",
    "event": "screens_kind_event",
    "exhibition": "on_show",
    "booth": "booth",
    "notice": "screens_kind_notice",
    "image": "screens_kind_image",
    "film": "screens_kind_film",
}
"""The words for what a frame shows."""
LOOKS = {"day": "screens_look_day", "night": "screens_look_night"}


def pages(edition: Edition) -> Iterator[Page]:
    """The list of displays, and the pre-flight page of each that was made; nothing where there are none."""
    displays = edition.campaign.displays
    if not displays:
        return
    words = edition.words
    shared: dict[str, Any] = {"weight": weight, "lasts": lambda s: lasts(edition, s)}
    yield edition.page(
        urls.page("screens"),
        "screens",
        title=words.screens,
        description=words.screens_lead,
        source=Source(kind="screens"),
        edit_path="screens.yml",
        items={display_id: items(edition, report) for display_id, report in edition.reports.items()},
        **shared,
    )
    for display in displays:
        if display.id in edition.reports:
            yield _preflight(edition, edition.reports[display.id], shared)


def _preflight(edition: Edition, report: ScreenReport, shared: Mapping[str, Any]) -> Page:
    """One display's frames, to be looked at before they go on air."""
    words, display, found = edition.words, report.display, shots(edition, report)
    return edition.page(
        urls.page("display", display.id),
        "preflight",
        title=f"{edition.text(display.name)}{words.title_join}{words.screens_preflight}",
        description=words.screens_preflight_lead,
        source=Source(kind="display", id=display.id),
        edit_path="screens.yml",
        searchable=False,
        report=report,
        display=display,
        items=items(edition, report),
        shots=found,
        common=common(found),
        looks=LOOKS,
        films=[_film(edition, film) for film in report.films],
        notes=[edition.text(note) for note in report.notes],
        **shared,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of a loop as a line: the same words in turn in several languages are one.

    kind: what it is, and in which languages; page: the record's, from the language's root, or nothing.
    """

    title: str
    kind: str
    page: str
    seconds: float
    when: str
    notice: bool
    sample: bool


def items(edition: Edition, report: ScreenReport) -> list[Item]:
    """A display's loop in its order; a message and the code that follows it are one item."""
    frames = {frame.name: frame for frame in report.frames}
    alike: dict[tuple[object, ...], list[Any]] = {}
    for entry in report.entries:
        frame = frames[entry.name]
        alike.setdefault((frame.kind, frame.record, entry.title, entry.window), []).append(entry)
    return [_item(edition, entries, [frames[entry.name] for entry in entries]) for entries in alike.values()]


def _item(edition: Edition, entries: Sequence[Any], frames: Sequence[Any]) -> Item:
    words, frame = edition.words, frames[0]
    kind = str(getattr(words, KINDS[frame.kind]))
    tongues = _languages(edition, dict.fromkeys(one.language for one in frames if not one.payload))
    return Item(
        title=edition.text(entries[0].title),
        kind=words.fact_join.join(part for part in (kind, tongues) if part),
        page=_page(frame.kind, frame.record),
        seconds=sum(entry.seconds for entry in entries),
        when=when(edition, entries[0].window),
        notice=entries[0].notice,
        sample=frame.sample,
    )


def _page(kind: str, record_id: str) -> str:
    """The page of what a frame shows, from the language's root; nothing where it has none."""
    if kind in kinds() and kinds()[kind].folder:
        return urls.page(kind, record_id)
    return urls.page(kind) if kind in registry.pages() and not record_id else ""


def _languages(edition: Edition, slugs: Iterable[str]) -> str:
    """`中文、English`: in turn; `中文＋英文`: on one frame."""
    words = edition.words
    said = (
        words.language_join.join(str(words.texts.get(f"language_{tag}", tag)) for tag in slug.split("-"))
        for slug in slugs
    )
    return str(words.joiner.join(said))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One frame in all its looks. said: what became of its words and its code."""

    name: str
    title: str
    frames: tuple[Any, ...]
    said: tuple[str, ...]
    sample: bool


def shots(edition: Edition, report: ScreenReport) -> list[Shot]:
    """Every frame of a display, in the order of its loop."""
    alike: dict[str, list[Any]] = {}
    for frame in report.frames:
        alike.setdefault(frame.name, []).append(frame)
    return [
        Shot(
            name=name,
            title=edition.text(frames[0].title),
            frames=tuple(frames),
            said=tuple(_said(edition, frames[0])),
            sample=frames[0].sample,
        )
        for name, frames in alike.items()
    ]


def common(found: Sequence[Shot]) -> list[str]:
    """What is said of every one of several frames, and so needs saying once."""
    first = found[0].said if len(found) > 1 else ()
    return [said for said in first if all(said in shot.said for shot in found)]


def _said(edition: Edition, frame: Any) -> Iterator[str]:
    """What fits or scrolls, how far off it is read, what became of the code."""
    words = edition.words
    yield _languages(edition, [frame.language])
    yield str(words.screens_scrolls if frame.outcome == "scrolls" else words.screens_fits)
    if frame.text_distance_m:
        yield str(words.screens_text_far.format(n=f"{frame.text_distance_m:g}"))
    if frame.code:
        yield str(getattr(words, CODES[frame.code]))
    if frame.code_distance_m:
        yield str(words.screens_code_far.format(n=f"{frame.code_distance_m:g}"))


FILMS = {"1080p": "screens_film_whole", "parts": "screens_film_parts"}
"""The words for films made for common players."""


def _film(edition: Edition, film: Any) -> str:
    """What a film asks of a player."""
    words = edition.words
    coded = words.screens_film.format(
        width=film.width_px, height=film.height_px, profile=film.profile, level=film.level, rate=f"{film.peak_mbit:g}"
    )
    if not film.sort:
        return str(coded)
    parts = len({path.rpartition("-")[2] for path in film.paths})
    return str(getattr(words, FILMS[film.sort]).format(film=coded, n=parts))


def when(edition: Edition, window: Window) -> str:
    """`4月20日至26日 周一、周二 07:00–22:00`; a notice's end; or that it is always shown."""
    words = edition.words
    if window.rest:
        return str(words.screens_rest)
    if window.until:
        return str(words.screens_until.format(moment=edition.dates.moment(window.until)))
    days = _days(edition, window)
    week = words.joiner.join(words.weekdays_short[day] for day in window.weekdays)
    opens, closes = (f"{clock:%H:%M}" if clock else "" for clock in (window.opens, window.closes))
    hours = f"{opens or '00:00'}–{closes or '24:00'}" if opens or closes else ""
    return " ".join(part for part in (days, week, hours) if part) or str(words.screens_always)


def _days(edition: Edition, window: Window) -> str:
    if window.starts and window.ends:
        return edition.dates.span(window.starts, window.ends)
    first, last = (edition.dates.short(day) if day else "" for day in (window.starts, window.ends))
    return first or (str(edition.words.screens_until.format(moment=last)) if last else "")


def lasts(edition: Edition, seconds: float) -> str:
    """`8 秒`, `1 分 40 秒`."""
    minutes, rest = divmod(round(seconds), 60)
    if minutes:
        return str(edition.words.screens_minutes.format(n=minutes, s=rest))
    return str(edition.words.screens_seconds.format(n=f"{round(seconds, 1):g}"))
