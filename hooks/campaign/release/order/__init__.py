"""The print order: who prints what, how many, on what; as ZIPs to hand out, each with its order sheet."""

from typing import TYPE_CHECKING

from campaign.core.deferred import exports

if TYPE_CHECKING:
    from campaign.release.order.handing import Handed, hand_again, hand_out
    from campaign.release.order.lines import Line, Order, Recipient, order, recipients
    from campaign.release.order.repeating import again

__all__ = ["Handed", "Line", "Order", "Recipient", "again", "hand_again", "hand_out", "order", "recipients"]
__getattr__ = exports(
    __name__,
    {
        "Handed": "handing",
        "Line": "lines",
        "Order": "lines",
        "Recipient": "lines",
        "again": "repeating",
        "hand_again": "handing",
        "hand_out": "handing",
        "order": "lines",
        "recipients": "lines",
    },
)
