"""Messages: the texts of every channel, from the same records, on the day and from the office that the plan says."""

from typing import TYPE_CHECKING

from campaign.channels import Channel
from campaign.core.deferred import exports, later

if TYPE_CHECKING:
    from campaign.channels.messages.correcting import correction
    from campaign.channels.messages.counter import counted
    from campaign.channels.messages.job import Composed
    from campaign.channels.messages.late import unsaid
    from campaign.channels.messages.parcels.values import WHOLE_FOLDER, Parcel, saved, stem
    from campaign.channels.messages.planning import plan
    from campaign.channels.messages.rendering import render
    from campaign.channels.messages.stale import Change, Sent, by_dates, wrong
    from campaign.channels.messages.ticks import recorded

__all__ = [
    "WHOLE_FOLDER",
    "Change",
    "Composed",
    "Parcel",
    "Sent",
    "by_dates",
    "correction",
    "counted",
    "plan",
    "recorded",
    "render",
    "saved",
    "stem",
    "unsaid",
    "wrong",
]
__getattr__ = exports(
    __name__,
    {
        "WHOLE_FOLDER": "parcels.values",
        "Change": "stale",
        "Composed": "job",
        "Parcel": "parcels.values",
        "Sent": "stale",
        "by_dates": "stale",
        "correction": "correcting",
        "counted": "counter",
        "plan": "planning",
        "recorded": "ticks",
        "render": "rendering",
        "saved": "parcels.values",
        "stem": "parcels.values",
        "unsaid": "late",
        "wrong": "stale",
    },
)
CHANNEL = Channel(
    label="消息 messages",
    plan=later(__name__, "plan"),
    make=later(__name__, "render"),
    wanted=lambda campaign: bool(campaign.of_file("messages")),
)
