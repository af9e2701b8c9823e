"""Screens: from a campaign to what an operator takes to an LED wall, each picture and film proved."""

from typing import TYPE_CHECKING

from campaign.channels import Channel
from campaign.core.deferred import exports, later

if TYPE_CHECKING:
    from campaign.channels.screens.job import ScreenJob
    from campaign.channels.screens.notice import NOTICE_FILE, notice_text
    from campaign.channels.screens.planning import plan
    from campaign.channels.screens.rendering import FILMS, FRAMES, framed, rehearse, rehearse_notice, render
    from campaign.channels.screens.report import EntryReport, FrameReport, ScreenReport
    from campaign.channels.screens.verify import PackFinding, PackReport, report_pack, verify_pack
    from campaign.channels.screens.wording import showable

__all__ = [
    "FILMS",
    "FRAMES",
    "NOTICE_FILE",
    "EntryReport",
    "FrameReport",
    "PackFinding",
    "PackReport",
    "ScreenJob",
    "ScreenReport",
    "framed",
    "notice_text",
    "plan",
    "rehearse",
    "rehearse_notice",
    "render",
    "report_pack",
    "showable",
    "verify_pack",
]
__getattr__ = exports(
    __name__,
    {
        "EntryReport": "report",
        "FILMS": "rendering",
        "FRAMES": "rendering",
        "FrameReport": "report",
        "NOTICE_FILE": "notice",
        "PackFinding": "verify",
        "PackReport": "verify",
        "ScreenJob": "job",
        "ScreenReport": "report",
        "framed": "rendering",
        "notice_text": "notice",
        "plan": "planning",
        "rehearse": "rendering",
        "rehearse_notice": "rendering",
        "render": "rendering",
        "report_pack": "verify",
        "showable": "wording",
        "verify_pack": "verify",
    },
)
CHANNEL = Channel(
    label="电子屏 screens",
    wanted=lambda campaign: campaign.screens is not None,
    plan=later(__name__, "plan"),
    make=later(__name__, "render"),
    rehearse=later(__name__, "rehearse"),
)
