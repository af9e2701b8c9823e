"""Plans of messages to try: the shipped campaign with one message or a few of a test's own."""

from dataclasses import replace
from datetime import date
from functools import cache

from campaign import paper
from campaign.channels import Commission
from campaign.channels.messages import plan
from campaign.core.context import BuildContext
from campaign.core.problems import CampaignDataError
from campaign.kinds import Surroundings
from campaign.kinds.message import MessagesFile
from campaign.paper import ledger
from campaign.read import read_folder
from projects import TOP

HEAD = {
    "opt_out": {"zh": "拒收请回复R", "en": "Reply R to opt out"},
    "senders": [
        {"name": {"zh": "州局", "en": "Prefecture"}, "signature": {"zh": "州局", "en": "Prefecture"}},
        {
            "county": "yongjing",
            "name": {"zh": "永靖县市场监督管理局", "en": "Yongjing office"},
            "signature": {"zh": "永靖监管", "en": "Yongjing"},
        },
    ],
}


@cache
def shipped():
    """The shipped campaign, and where everything in it stands."""
    return read_folder(TOP / "campaign_data", shown_as="campaign_data")


@cache
def imprints():
    """Its printed addresses."""
    campaign = shipped().campaign
    return paper.book(campaign, _context(campaign), ledger.Ledger()).imprints


def _context(campaign):
    return BuildContext(today=date(2024, 4, 19), site_address=campaign.campaign.site_address)


def commission(campaign=None, *, places=None):
    """What the channel is told of a campaign, by default of the shipped one."""
    campaign = campaign or shipped().campaign
    more = {"places": places} if places else {}
    return Commission(campaign=campaign, context=_context(campaign), imprints=imprints(), **more)


def file(*messages, **more):
    """A messages.yml with these messages, each with an id, a time and a channel where it says none."""
    listed = [
        {"id": f"m{number}", "at": "2024-04-20 08:00", "channel": "weibo", **one}
        for number, one in enumerate(messages, 1)
    ]
    return MessagesFile.model_validate({**HEAD, **more, "messages": listed}, context=Surroundings())


def with_messages(*messages, campaign=None, **more):
    """The shipped campaign with these messages alone."""
    campaign = campaign or shipped().campaign
    return replace(campaign, more={**campaign.more, "messages": file(*messages, **more)})


def composed(*messages, campaign=None, **more):
    """What is sent of these messages."""
    return plan(commission(with_messages(*messages, campaign=campaign, **more)))


def told(*messages, campaign=None, **more):
    """What the author of these messages is told, a sentence a problem."""
    try:
        composed(*messages, campaign=campaign, **more)
    except CampaignDataError as error:
        return [str(problem.what) for problem in error.problems]
    return []


def event(event_id, **changes):
    """The shipped campaign with one event changed."""
    campaign = shipped().campaign
    files = tuple(
        one.model_copy(
            update={"events": tuple(e.model_copy(update=changes) if e.id == event_id else e for e in one.events)}
        )
        for one in campaign.outreach
    )
    return replace(campaign, outreach=files)
