"""The kiosk: one page that plays a display's loop by itself, from a stick, without any network."""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from campaign.channels.screens.job import Entry, ScreenJob
from campaign.channels.screens.legibility import pace_px
from campaign.channels.screens.line import strip_mark
from campaign.channels.screens.words import words
from campaign.core import policy
from campaign.core.language import html_lang
from campaign.workshop.films.ffmpeg import FPS

FOLDER = Path(__file__).with_name("templates")
Made = Mapping[tuple[str, str], Mapping[str, bytes]]
"""The files of each frame by name and look."""
MARKS = re.compile("%(?:LANG|POLICY|TITLE|NAME|STYLE|DATA|SCRIPT)%")
"""Where the template takes values: all in one pass, so that no value is taken for a mark."""


def kiosk(job: ScreenJob, made: Made) -> bytes:
    """The page, everything in it: no request is made, not even to the folder it stands in."""
    text, style, script = map(_template, ("kiosk.html", "kiosk.css", "kiosk.js"))
    style = style.replace("%GROUND%", job.colours["ink"])
    allowed = policy.standing_alone(scripts=[script], styles=[style], data=("img-src", "media-src"))
    tag = job.display.languages[0]
    filled = {
        "%LANG%": html_lang(tag),
        "%TITLE%": html.escape(job.title),
        "%NAME%": html.escape(job.campaign_name),
        "%POLICY%": policy.meta(allowed),
        "%STYLE%": style,
        "%DATA%": _inlined(_data(job, made)),
        "%SCRIPT%": script,
    }
    return MARKS.sub(lambda mark: filled[mark[0]], text).encode("utf-8")


def _template(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def _inlined(data: Mapping[str, Any]) -> str:
    """JSON that no browser takes for the end of the script (HTML 4.12.1.3)."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace("%", "\\u0025")


def _data(job: ScreenJob, made: Made) -> dict[str, Any]:
    display, tag = job.display, job.display.languages[0]
    return {
        "width": display.width_px,
        "height": display.height_px,
        "strip": display.strip,
        "pace": pace_px(display) * FPS,
        "footed": sorted({frame.name for frame in job.frames if frame.data.get("foot")}),
        "marked": sorted({frame.name for frame in job.frames if frame.sample}),
        "looks": list(display.looks),
        "night": [f"{display.night_from:%H:%M}", f"{display.night_to:%H:%M}"],
        "told": _iso(job.told_on),
        "first": str(job.first_day),
        "last": str(job.last_day),
        "entries": [entry_data(entry) for entry in job.entries],
        "pictures": {
            f"{name}|{look}": _address("image/png", files.get("long", files["png"]))
            for (name, look), files in made.items()
        },
        "films": {
            f"{n}|{look}": _address("video/mp4", files["mp4"]) for (n, look), files in made.items() if "mp4" in files
        },
        "happenings": [
            {"title": one.title, "starts": _iso(one.starts), "ends": _iso(one.ends), "till": one.till}
            | ({"whole": True} if one.whole else {})
            | ({"sample": True} if one.sample else {})
            for one in job.happenings
        ],
        "words": {
            "now": words(tag).live_now,
            "next": words(tag).live_next,
            "countdown": words(tag).countdown,
            "days": words(tag).days,
            "mark": strip_mark(tag),
        },
    }


def entry_data(entry: Entry) -> dict[str, Any]:
    """One item with its window, as JSON."""
    window = entry.window
    return {
        "name": entry.name,
        "seconds": entry.seconds,
        "notice": entry.notice,
        "starts": _iso(window.starts),
        "ends": _iso(window.ends),
        "weekdays": list(window.weekdays),
        "opens": _iso(window.opens),
        "closes": _iso(window.closes),
        "since": _iso(window.since),
        "until": _iso(window.until),
    } | ({"rest": True} if window.rest else {})


def _iso(moment: date | datetime | time | None) -> str | None:
    """`2024-04-22T09:00`, `2024-04-22`, `09:00`: wall-clock, as the device's clock has it."""
    if moment is None:
        return None
    if isinstance(moment, time):
        return f"{moment:%H:%M}"
    return f"{moment:%Y-%m-%dT%H:%M}" if isinstance(moment, datetime) else str(moment)


def _address(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"
