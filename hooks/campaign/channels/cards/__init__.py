"""Cards: the pictures people share and keep: a share card for each page, the programme to save."""

from typing import TYPE_CHECKING

from campaign.channels import Channel
from campaign.core.deferred import exports, later

if TYPE_CHECKING:
    from campaign.channels.cards.job import PictureFile, PictureJob
    from campaign.channels.cards.planning import plan
    from campaign.channels.cards.rendering import CRAFT, render
    from campaign.kinds import Campaign

__all__ = ["CRAFT", "PictureFile", "PictureJob", "plan", "render"]
__getattr__ = exports(
    __name__,
    {
        "CRAFT": "rendering",
        "PictureFile": "job",
        "PictureJob": "job",
        "plan": "planning",
        "render": "rendering",
    },
)


def _wanted(campaign: "Campaign") -> bool:
    head = campaign.campaign
    return not head.share_cards == head.programme_pictures == "none"


CHANNEL = Channel(
    label="分享图 share pictures", wanted=_wanted, plan=later(__name__, "plan"), make=later(__name__, "render")
)
