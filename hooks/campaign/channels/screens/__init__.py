"""Screens: from a campaign to what an operator takes to an LED wall, each picture and film proved."""

from typing import TYPE_CHECKING

from campaign.core.deferred import exports

if TYPE_CHECKING:
    from campaign.channels.screens.job import Imprint, Locate, ScreenJob
    from campaign.channels.screens.notice import NOTICE_FILE, notice_text
    from campaign.channels.screens.planning import plan
    from campaign.channels.screens.rendering import Screen, downloads, rehearse, render
    from campaign.channels.screens.report import EntryReport, FrameReport, ScreenReport
    from campaign.channels.screens.verify import PackFinding, verify_pack

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
__getattr__ = exports(
    __name__,
    {
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
    },
)
