"""The orders of a release as ZIPs to hand out: what is printed now, and what must be printed again."""

from typing import TYPE_CHECKING

from campaign.core.deferred import exports

if TYPE_CHECKING:
    from campaign.release.order.handing import Handed, hand_again, hand_out
    from campaign.release.order.repeating import again

__all__ = ["Handed", "again", "hand_again", "hand_out"]
__getattr__ = exports(
    __name__,
    {
        "Handed": "handing",
        "again": "repeating",
        "hand_again": "handing",
        "hand_out": "handing",
    },
)
