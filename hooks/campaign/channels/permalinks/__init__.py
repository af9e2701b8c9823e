"""Permalinks: the pages `/q/<code>/` that printed addresses lead to for ever, and the pictures of their symbols."""

from typing import TYPE_CHECKING

from campaign.channels import Channel
from campaign.core.deferred import exports, later

if TYPE_CHECKING:
    from campaign.channels.permalinks.page import forwards, pages, print_forwards
    from campaign.channels.permalinks.planning import plan
    from campaign.channels.permalinks.rendering import CRAFT, render
    from campaign.channels.permalinks.servers import rules

__all__ = ["CRAFT", "forwards", "pages", "plan", "print_forwards", "render", "rules"]
__getattr__ = exports(
    __name__,
    {
        "CRAFT": "rendering",
        "forwards": "page",
        "pages": "page",
        "plan": "planning",
        "print_forwards": "page",
        "render": "rendering",
        "rules": "servers",
    },
)
CHANNEL = Channel(label="二维码 symbols", plan=later(__name__, "plan"), make=later(__name__, "render"))
