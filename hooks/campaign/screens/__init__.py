"""Screens: from a campaign to what an operator takes to an LED wall, each picture and film proved."""

from campaign.screens.job import Imprint, ScreenJob
from campaign.screens.notice import FILE as NOTICE_FILE
from campaign.screens.notice import notice_text
from campaign.screens.planning import plan
from campaign.screens.rendering import Screen, UnprovedError, downloads, render
from campaign.screens.report import EntryReport, FrameReport, ScreenReport
from campaign.screens.verify import PackFinding, verify_pack

__all__ = [
    "NOTICE_FILE",
    "EntryReport",
    "FrameReport",
    "Imprint",
    "PackFinding",
    "Screen",
    "ScreenJob",
    "ScreenReport",
    "UnprovedError",
    "downloads",
    "notice_text",
    "plan",
    "render",
    "verify_pack",
]
