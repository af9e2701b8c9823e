"""Displays: where each stands and what it plays when, and a page to check every frame before it goes on air."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, Protocol

from campaign.artifact import Page, Source
from campaign.model.screens import Display
from campaign.pages.edition import Edition

PATH = "screens/"
"""The list's path from a language's root; each display's page stands below it, by its id."""

CODES = {
    "shown": "screens_code_shown",
    "strip": "screens_code_strip",
    "too-small": "screens_code_too_small",
    "no-pitch": "screens_code_no_pitch",
    "too-long": "screens_code_too_long",
}
"""The words for what became of a frame's code."""
LOOKS = {"day": "screens_look_day", "night": "screens_look_night"}


class Window(Protocol):
    """When an item is shown; `screens.Window` is one."""

    starts: date | None
    ends: date | None
    weekdays: tuple[int, ...]
    opens: time | None
    closes: time | None
    since: datetime | None
    until: datetime | None


class Report(Protocol):
    """A display as planned and made; `screens.ScreenReport` is one, its fields are told there."""

    @property
    def display(self) -> Display:
        """The record."""

    @property
    def frames(self) -> Sequence[Any]:
        """Every frame."""

    @property
    def entries(self) -> Sequence[Any]:
        """The loop, item by item."""

    @property
    def loop_s(self) -> float:
        """One loop in seconds."""

    @property
    def priorities(self) -> Mapping[str, int]:
        """Items for each priority."""


def pages(edition: Edition, reports: Sequence[Report]) -> Iterator[Page]:
    """The list of displays, and each one's pre-flight page; nothing where there are none."""
    if not reports:
        return
    words = edition.words
    shared: dict[str, Any] = {"when": lambda window: when(edition, window), "lasts": lambda s: lasts(edition, s)}
    yield edition.page(
        PATH,
        "screens",
        title=words.screens,
        description=words.screens_lead,
        source=Source(kind="screens"),
        edit_path="screens.yml",
        reports=reports,
        **shared,
    )
    for report in reports:
        display = report.display
        yield edition.page(
            f"{PATH}{display.id}/",
            "preflight",
            title=f"{edition.text(display.name)}{words.title_join}{words.screens_preflight}",
            description=words.screens_preflight_lead,
            source=Source(kind="display", id=display.id),
            edit_path="screens.yml",
            searchable=False,
            report=report,
            display=display,
            codes=CODES,
            looks=LOOKS,
            **shared,
        )


def when(edition: Edition, window: Window) -> str:
    """`4月20日到4月26日 周一、周二 07:00–22:00`; a notice's end; or that it is always shown."""
    words = edition.words
    if window.until:
        return str(words.screens_until.format(moment=f"{edition.dates.day(window.until.date())} {window.until:%H:%M}"))
    days = _days(edition, window)
    week = words.joiner.join(words.weekdays_short[day] for day in window.weekdays)
    opens, closes = (f"{clock:%H:%M}" if clock else "" for clock in (window.opens, window.closes))
    hours = f"{opens or '00:00'}–{closes or '24:00'}" if opens or closes else ""
    return " ".join(part for part in (days, week, hours) if part) or str(words.screens_always)


def _days(edition: Edition, window: Window) -> str:
    first, last = (edition.dates.short(day) if day else "" for day in (window.starts, window.ends))
    if first == last or not (first and last):
        return first or (str(edition.words.screens_until.format(moment=last)) if last else "")
    return str(edition.words.screens_from_to.format(first=first, last=last))


def lasts(edition: Edition, seconds: float) -> str:
    """`8 秒`, `1 分 40 秒`."""
    minutes, rest = divmod(round(seconds, 1), 60)
    if minutes:
        return str(edition.words.screens_minutes.format(n=int(minutes), s=f"{rest:g}"))
    return str(edition.words.screens_seconds.format(n=f"{rest:g}"))
