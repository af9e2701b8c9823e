"""The print order: who prints what, how many, on what; as ZIPs to hand out, each with its order sheet."""

from campaign.release.order.handing import Handed, hand_out
from campaign.release.order.lines import Line, Order, Recipient, order, recipients

__all__ = ["Handed", "Line", "Order", "Recipient", "hand_out", "order", "recipients"]
