"""A week of messages to look at: those of a test's own, in the small campaign, as they are sent."""

from dataclasses import replace
from datetime import date
from functools import cache

from campaign import paper
from campaign.channels import Commission
from campaign.channels.messages import plan
from campaign.core.context import BuildContext
from campaign.kinds import Surroundings
from campaign.kinds.message import MessagesFile
from campaign.paper import ledger
from campaign.read import read_campaign
from projects import GOOD

OFFICES = {
    "opt_out": {"zh": "拒收请回复R", "en": "Reply R to opt out"},
    "senders": [
        {"name": {"zh": "潮津区水务局", "en": "Tideford Water"}, "signature": {"zh": "潮津水务", "en": "Tideford"}},
        {
            "county": "northbank",
            "name": {"zh": "北岸镇", "en": "Northbank Town"},
            "signature": {"zh": "北岸", "en": "Northbank"},
        },
    ],
}
CONTEXT = BuildContext(today=date(2025, 3, 21), site_address="https://water.example.org/")


@cache
def small():
    """The small campaign, as it is read."""
    return read_campaign(GOOD / "small")


def week(*messages, campaign=None):
    """A campaign with these messages alone, and what the channel is told of it."""
    campaign = campaign or small()
    file = MessagesFile.model_validate({**OFFICES, "messages": list(messages)}, context=Surroundings())
    campaign = replace(campaign, more={**campaign.more, "messages": file})
    imprints = paper.book(campaign, CONTEXT, ledger.Ledger()).imprints
    return campaign, Commission(campaign=campaign, context=CONTEXT, imprints=imprints)


def sent(commission):
    """Its messages as they are sent."""
    return plan(commission)


def with_event(campaign, event_id, **changes):
    """The campaign with one event changed; without it where nothing is given for it."""
    files = tuple(
        one.model_copy(
            update={
                "events": tuple(
                    event.model_copy(update=changes) if event.id == event_id else event
                    for event in one.events
                    if changes or event.id != event_id
                )
            }
        )
        for one in campaign.outreach
    )
    return replace(campaign, outreach=files)
