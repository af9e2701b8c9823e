"""Late: messages whose subject is over when they are sent, which is mentioned and is no mistake."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.channels.messages.subjects import telling
from campaign.core.places import Places
from campaign.core.problems import Message as Said
from campaign.core.problems import Problem
from campaign.kinds import Campaign
from campaign.kinds.message import Message, in_order


def unsaid(campaign: Campaign, places: Places) -> Iterator[Problem]:
    """A mention of each message that has nothing to say, as its subject is over by then; no mistake, for a change of a
    record must never wait for the plan of messages."""
    for message in in_order(campaign):
        for language in message.sent_in(campaign) if not message.sent else ():
            if not message.own("text", language) and telling(campaign, message, language) is None:
                yield _nothing_left(places, message)
                break


def _nothing_left(places: Places, message: Message) -> Problem:
    what = Said(
        "这条消息没有内容可写：发的时候要说的事已经结束，或者没有了",
        "nothing to say: what it tells of is over, or gone, by then",
    )
    hint = Said(
        "把 at 改到结束以前，换一项内容，或者自己写 text",
        "send it before that (at), about something else, or write its text yourself",
    )
    return places.of_record(what, "message", message.id, key="at", hint=hint)
