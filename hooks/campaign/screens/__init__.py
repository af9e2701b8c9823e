"""Screens: from a campaign to what an operator takes to an LED wall, each picture and film proved.

Each part is loaded when it is first asked for: who only shows reports needs no engine.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from campaign.screens.job import Imprint, Locate, ScreenJob
    from campaign.screens.notice import NOTICE_FILE, notice_text
    from campaign.screens.planning import plan
    from campaign.screens.rendering import Screen, downloads, rehearse, render
    from campaign.screens.report import EntryReport, FrameReport, ScreenReport
    from campaign.screens.verify import PackFinding, verify_pack

PARTS = {
    "EntryReport": "report",
    "FrameReport": "report",
    "Imprint": "job",
    "Locate": "job",
    "NOTICE_FILE": "notice",
    "PackFinding": "verify",
    "Screen": "rendering",
    "ScreenJob": "job",
    "ScreenReport": "report",
    "downloads": "rendering",
    "notice_text": "notice",
    "plan": "planning",
    "rehearse": "rendering",
    "render": "rendering",
    "verify_pack": "verify",
}


def __getattr__(name: str) -> Any:
    """A name of the room, its part loaded on first use (PEP 562)."""
    if name not in PARTS:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{PARTS[name]}"), name)


__all__ = [
    "NOTICE_FILE",
    "EntryReport",
    "FrameReport",
    "Imprint",
    "Locate",
    "PackFinding",
    "Screen",
    "ScreenJob",
    "ScreenReport",
    "downloads",
    "notice_text",
    "plan",
    "rehearse",
    "render",
    "verify_pack",
]
