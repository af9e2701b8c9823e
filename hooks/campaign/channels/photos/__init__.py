"""Photos: every event's picture on the site, small, upright, and nothing but its pixels."""

from typing import TYPE_CHECKING

from campaign.channels import Channel
from campaign.core.deferred import exports, later

if TYPE_CHECKING:
    from campaign.channels.photos.job import Photo, PhotoJob
    from campaign.channels.photos.planning import plan
    from campaign.channels.photos.rendering import CRAFT, render

__all__ = ["CRAFT", "Photo", "PhotoJob", "plan", "render"]
__getattr__ = exports(
    __name__,
    {
        "CRAFT": "rendering",
        "Photo": "job",
        "PhotoJob": "job",
        "plan": "planning",
        "render": "rendering",
    },
)
CHANNEL = Channel(
    label="照片 photos",
    wanted=lambda campaign: any(event.image for event in campaign.events),
    plan=later(__name__, "plan"),
    make=later(__name__, "render"),
)
