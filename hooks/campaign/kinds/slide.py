"""Slides: the items of a playlist, each with what it shows, for how long, and on which days and hours."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import Any

from pydantic import Field, ValidationInfo, field_validator

from campaign.kinds.fields import (
    Clock,
    Count,
    Day,
    Id,
    Line,
    Record,
    Spelled,
    choice,
    refuse,
    require_order,
    surroundings,
)

SLIDE_SOURCES = (
    "theme",
    "priorities",
    "slogans",
    "event",
    "events-today",
    "county-events",
    "exhibition",
    "booths",
    "notice",
    "image",
    "film",
)
SHOWN = {
    "theme": "theme",
    "priorities": "priority",
    "slogans": "slogan",
    "event": "event",
    "events-today": "event",
    "county-events": "event",
    "exhibition": "exhibition",
    "booths": "booth",
}
"""What each source shows: a page there is one of, or records of a kind."""
COUNTY_EVENTS = frozenset({"events-today", "county-events"})
"""The sources whose `record` is a county: they show its events."""
FILE_SOURCES = {"image": (".jpg", ".jpeg", ".png", ".webp"), "film": (".mp4", ".mov", ".mkv", ".avi", ".webm", ".wmv")}
"""The sources that show an office's own file, and how its name must end."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LEAST_SECONDS, MOST_SECONDS = 2, 120
FAR = timedelta(days=120)
"""What lies so far from the week is a slip of the pen; no player takes its clock to be right there either."""
PLAIN_NAME = re.compile(r"(?!.*(?:^|/)[-.])[\w./ -]+")


class Slide(Record):
    """One item of a playlist: what is shown, for how long, and on which days and hours."""

    shows: choice(SLIDE_SOURCES) = Field(description=" / ".join(SLIDE_SOURCES))  # type: ignore[valid-type]
    record: Id | None = None
    text: Line | None = Field(
        None,
        validate_default=True,
        description="屏上改用的短句；通知的文字 · shorter words for the screen; a notice's text",
    )
    file: Spelled | None = Field(
        None, validate_default=True, description="自己的图片或视频 · an image or film of your own"
    )
    seconds: Count = Field(description="每个画面停几秒 · seconds a frame")
    starts: Day | None = Field(None, description="从哪天起播 · first day")
    ends: Day | None = Field(None, description="播到哪天（含） · last day")
    weekdays: tuple[choice(WEEKDAYS), ...] = Field((), description="星期几播；不填就是每天 · empty means every day")  # type: ignore[valid-type]
    opens: Clock | None = Field(None, description="每天几点起播 · from what time of day")
    closes: Clock | None = Field(
        None, description="播到几点；比 opens 早就是播过半夜 · until; past midnight where earlier"
    )
    order: Count | None = Field(None, description="小的先播；不填就按先后 · smaller first; else as listed")

    @field_validator("text")
    @classmethod
    def _words_for_one(cls, text: Any, info: ValidationInfo) -> Any:
        shows = info.data.get("shows")
        if text is not None and shows in ("events-today", "county-events", "image", "film"):
            raise refuse("slide_text", shows=shows)
        if text is None and shows == "notice":
            raise refuse("slide_text_missing")
        return text

    @field_validator("file")
    @classmethod
    def _file_is_there(cls, name: str | None, info: ValidationInfo) -> str | None:
        shows = info.data.get("shows")
        if shows not in FILE_SOURCES:
            if name is not None and shows is not None:
                raise refuse("slide_file_needless", shows=shows)
            return name
        if name is None:
            raise refuse("slide_file_missing", shows=shows)
        return _own_file(name, FILE_SOURCES[shows], info)

    @field_validator("seconds")
    @classmethod
    def _watchable(cls, seconds: int) -> int:
        if not LEAST_SECONDS <= seconds <= MOST_SECONDS:
            raise refuse("figure_range", least=str(LEAST_SECONDS), most=str(MOST_SECONDS))
        return seconds

    @field_validator("starts")
    @classmethod
    def _not_after_all(cls, starts: date | None, info: ValidationInfo) -> date | None:
        week = surroundings(info).week
        if starts and week and starts > week[1] + FAR:
            raise refuse("never_opens", why=f"{starts} > {week[1]}")
        return starts

    @field_validator("ends")
    @classmethod
    def _not_before_start(cls, ends: date | None, info: ValidationInfo) -> date | None:
        if ends:
            require_order(ends, info)
        week = surroundings(info).week
        if ends and week and ends < week[0] - FAR:
            raise refuse("never_opens", why=f"{ends} < {week[0]}")
        return ends

    @field_validator("weekdays")
    @classmethod
    def _some_day(cls, weekdays: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        starts, ends = info.data.get("starts"), info.data.get("ends")
        if weekdays and starts and ends and not any(day in weekdays for day in _weekdays(starts, ends)):
            raise refuse("never_opens", why=f"{starts} - {ends}")
        return weekdays

    @field_validator("closes")
    @classmethod
    def _some_time(cls, closes: time | None, info: ValidationInfo) -> time | None:
        if closes is not None and closes == info.data.get("opens"):
            raise refuse("never_opens", why=f"{closes:%H:%M} - {closes:%H:%M}")
        return closes


def _own_file(name: str, endings: tuple[str, ...], info: ValidationInfo) -> str:
    """The path of an office's own file below campaign_data/, its name plain enough for any player and program."""
    if not PLAIN_NAME.fullmatch(name) or ".." in name:
        raise refuse("file_name")
    if not name.lower().endswith(endings):
        raise refuse("file_ending", allowed=", ".join(endings))
    around = surroundings(info)
    if name not in (around.films if endings == FILE_SOURCES["film"] else around.images):
        raise refuse("file_missing", path=name)
    fault = around.picture_faults.get(name)
    if fault:
        raise refuse(fault.name, **fault.figures)
    return name


def _weekdays(starts: date, ends: date) -> list[str]:
    return [WEEKDAYS[(starts.weekday() + n) % 7] for n in range(min(7, (ends - starts).days + 1))]
