"""Telling: what a message can say of its subject, in sentences that stand alone, before a channel chooses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from campaign.core.language import Localized
from campaign.core.times import begins_and_ends
from campaign.kinds.brief import Brief, Key
from campaign.kinds.message import Message
from campaign.say.text import plain

HOME: Key = ("home", "")
ABOUT, GIST = 200, 70
"""The most characters of what a record says of itself that go into a message, and into a short one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What can be said, each part whole or empty.

    head: a headline; mark: how it stands, `取消`, empty while all is as planned; lead: who does what, when and where;
    short: the same in few words; shortest: in fewer; spoken: as an announcer says it; about: what it is; gist: that
    in a sentence or two; rows: the events it gathers, as many as a short message lists; events: the ids of all of
    them; call: what it asks of people; facts: the same as labels and values; when, where: for own words; link: the
    record whose printed address leads on; happening: it has a time and a place; sample: not the office's own facts.
    """

    head: str
    mark: str = ""
    lead: str
    short: str
    shortest: str
    spoken: str
    about: str = ""
    gist: str = ""
    rows: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    call: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    when: str = ""
    where: str = ""
    link: Key = HOME
    happening: bool = False
    sample: bool = False

    @classmethod
    def of(cls, head: str, said: str, **more: Any) -> Telling:
        """One of which there is a single sentence to say, however much room there is."""
        return cls(head=head, lead=said, short=said, shortest=said, spoken=said, **more)


def over(brief: Brief, message: Message) -> bool:
    """True where all its times are past when the message is sent."""
    return bool(brief.when) and all(begins_and_ends(one.starts, one.ends)[1] <= message.at for one in brief.when)


def about(brief: Brief, language: str) -> str:
    """What a record says of itself, cut at a sentence."""
    return plain(text(brief.about, language), longest=ABOUT)


def key(head: str, *parts: tuple[str, str]) -> str:
    """The sentence that has a place for what is known: `announce_by_at`, `announce`."""
    return "_".join((head, *(name for name, value in parts if value)))


def gist(about: str) -> str:
    """Its first sentences; nothing where the first is too long for a short message."""
    found = plain(about, longest=GIST) if about else ""
    return "" if found.endswith("…") else found


def text(said: Localized | None, language: str) -> str:
    """A text in a language; nothing where there is none."""
    return said[language] if said else ""
