"""The week's messages for those who send them: what goes out when and where, to copy, to take along and to tick."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from campaign.channels.site.edition import Edition
from campaign.channels.site.message_list import Message
from campaign.core.artifact import Page, Source
from campaign.core.problems import Message as Said
from campaign.kinds import urls
from campaign.kinds.message import CHANNELS, MINUTE

NAME = "staff-messages"
WHOLE = "-"
"""What stands for the office of the whole campaign where a sender is chosen, as in `campaign messages --county -`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A message as the page shows it.

    anchor: where it stands; key: what a tick is kept under; clock: its hour; channel, length: in the page's language;
    sender: its county's short name, or as it signs; where: its county, or `WHOLE`; data: what a tick keeps besides the
    words, as JSON.
    """

    message: Message
    anchor: str
    key: str
    clock: str
    channel: str
    length: str
    sender: str
    where: str
    data: str


def pages(edition: Edition) -> Iterator[Page]:
    """The timetable of all messages; nothing where none is planned."""
    if NAME not in edition.single:
        return
    words, items = edition.words, [_item(edition, one) for one in edition.messages]
    days = [(day, list(found)) for day, found in groupby(items, key=lambda one: one.message.at.date())]
    there = {one.where: one.sender for one in items}
    used = [name for name in CHANNELS if any(one.message.channel == name for one in items)]
    yield edition.page(
        urls.page(NAME),
        NAME,
        title=words.staff_messages,
        description=words.messages_lead,
        source=Source(kind=NAME),
        edit_path="messages.yml",
        days=days,
        channels=[(name, next(one.channel for one in items if one.message.channel == name)) for name in used],
        senders=[(where, there[where]) for where in _order(edition) if where in there],
        table=[(day, [[one for one in found if one.message.channel == name] for name in used]) for day, found in days],
        handed=[(there[one.county or WHOLE], one) for one in edition.senders],
        total=len(items),
        tongues=len(edition.campaign.languages) > 1,
        tagged=lambda tag: str(words.texts.get(f"language_{tag}", tag)),
        roles=lambda role: str(getattr(words, f"messages_role_{role}")),
        parts={name: str(getattr(words, f"messages_part_{name}")) for name in ("title", "summary", "text", "link")},
    )


def _item(edition: Edition, one: Message) -> Item:
    county = edition.campaign.county(one.county) if one.county else None
    return Item(
        message=one,
        anchor=f"m-{one.id}.{one.language}",
        key=f"{one.id}.{one.language}",
        clock=f"{one.at:%H:%M}",
        channel=_in(edition, one.called),
        length=_in(edition, one.counted),
        sender=edition.text(county.short_name) if county else one.sender,
        where=one.county or WHOLE,
        data=_kept(one),
    )


def _kept(one: Message) -> str:
    """What a tick keeps of a message besides its words; `campaign messages --stale` reads it."""
    kept = {
        "id": one.id,
        "language": one.language,
        "at": f"{one.at:{MINUTE}}",
        "channel": one.channel,
        "county": one.county,
        "sender": one.sender,
        "about": list(one.about),
        "heading": one.subject,
        "facts": one.facts,
        "sample": one.sample,
    }
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def _in(edition: Edition, said: Said) -> str:
    """What is said in the page's language, as a label begins."""
    return said.zh if edition.language == "zh" else said.en[:1].upper() + said.en[1:]


def _order(edition: Edition) -> list[str]:
    """Who may send something: the office of the whole campaign first, then as the counties stand."""
    return [WHOLE, *(one.id for one in edition.campaign.counties.counties)]
