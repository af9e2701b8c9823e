"""The print order: who prints what, how many, on what; as ZIPs to hand out, each with its order sheet."""

from typing import TYPE_CHECKING

from campaign.core.deferred import exports

if TYPE_CHECKING:
    from campaign.release.order.handing import Handed, hand_out
    from campaign.release.order.lines import Line, Order, Recipient, order, recipients

__all__ = ["Handed", "Line", "Order", "Recipient", "hand_out", "order", "recipients"]
__getattr__ = exports(
    __name__,
    {
        "Handed": "handing",
        "Line": "lines",
        "Order": "lines",
        "Recipient": "lines",
        "hand_out": "handing",
        "order": "lines",
        "recipients": "lines",
    },
)
