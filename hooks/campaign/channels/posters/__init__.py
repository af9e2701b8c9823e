"""Posters: from a campaign to print-ready PDFs, each proved to scan."""

from typing import TYPE_CHECKING

from campaign.channels import Channel
from campaign.core.deferred import exports, later

if TYPE_CHECKING:
    from campaign.channels.posters.job import PosterFile, PosterJob
    from campaign.channels.posters.making import make
    from campaign.channels.posters.planning import plan
    from campaign.channels.posters.rendering import CRAFT, rehearse, render

__all__ = ["CRAFT", "PosterFile", "PosterJob", "make", "plan", "rehearse", "render"]
__getattr__ = exports(
    __name__,
    {
        "CRAFT": "rendering",
        "PosterFile": "job",
        "PosterJob": "job",
        "make": "making",
        "plan": "planning",
        "rehearse": "rendering",
        "render": "rendering",
    },
)
CHANNEL = Channel(
    label="海报 posters",
    wanted=lambda campaign: campaign.posters is not None,
    plan=later(__name__, "plan"),
    make=later(__name__, "render"),
    rehearse=later(__name__, "rehearse"),
)
