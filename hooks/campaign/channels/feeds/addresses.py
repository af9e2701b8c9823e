"""Where the feeds stand, known without making one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime

from campaign.history import NOTHING, History, Line, uid
from campaign.kinds import Campaign, kinds, urls

NOTICE = "notice"
"""The kind of the urgent notice's entry; its name is a fingerprint of its words."""


def paths(campaign: Campaign, history: History = NOTHING) -> frozenset[str]:
    """The path of every feed, without making one: what pages may link to."""
    found = {urls.DATA, urls.DATA_SCHEMA, urls.PUBLISHED}
    for language in campaign.languages:
        found |= {urls.calendar(language), urls.changes(language), urls.rss(language)}
        found |= {urls.calendar(language, kind, one) for kind, one in calendars(campaign, history)}
    return frozenset(found)


def calendars(campaign: Campaign, history: History = NOTHING) -> Iterator[tuple[str, str]]:
    """Every calendar but the whole one, by kind and id: the exhibition's days, then each record's with one of its own,
    in the campaign's order, then those of events that were published and have left the campaign."""
    if campaign.exhibition and campaign.exhibition.openings:
        yield "exhibition", "days"
    for kind in kinds().values():
        yield from ((kind.name, record.id) for record in kind.records(campaign) if kind.calendar)
    yield from (("event", line.record.partition("/")[2]) for line in gone_events(campaign, history))


def gone(campaign: Campaign, history: History, there: frozenset[str]) -> Iterator[Line]:
    """The last line of each entry that was published and isn't among those there, in order of UID."""
    lines = (line for line in _of(campaign, history) if line.uid not in there)
    yield from sorted(lines, key=lambda line: line.uid)


def gone_notices(campaign: Campaign, history: History, now: datetime) -> Iterator[Line]:
    """The last line of each notice that was published and taken back before its end; now: wall-clock time there."""
    there = frozenset({notice_uid(campaign, history)} if campaign.notice else ())
    lines = (line for line in gone(campaign, history, there) if line.record.startswith(f"{NOTICE}/"))
    return (line for line in lines if datetime.fromisoformat(line.ends) > now)


def notice_uid(campaign: Campaign, history: History) -> str:
    """The UID of the notice that stands: other words are another notice."""
    return uid(campaign, history, NOTICE, notice_name(campaign, history))


def notice_name(campaign: Campaign, history: History) -> str:
    """What tells the notice that stands from others; KeyError where none stands.

    It is its words in the language it was published for, else in the first that has its own: a translation that comes
    later makes no other notice of it.
    """
    if campaign.notice is None:
        raise KeyError(NOTICE)
    text = campaign.notice.text
    own = (text[tag] for tag in campaign.languages if text.spoken(tag) == tag)
    names = [hashlib.sha256(words.encode()).hexdigest()[:12] for words in own]
    there = (name for name in names if (campaign.campaign.id, f"{NOTICE}/{name}") in history.by_record)
    return next(there, names[0])


def gone_events(campaign: Campaign, history: History) -> Iterator[Line]:
    """The last line of each event that was published and has left the campaign."""
    there = frozenset(uid(campaign, history, "event", event.id) for event in campaign.events)
    return (line for line in gone(campaign, history, there) if line.record.startswith("event/"))


def _of(campaign: Campaign, history: History) -> Iterator[Line]:
    """What phones have of this campaign: a history may have lines of a former one."""
    return (line for uid, line in history.last.items() if uid.endswith(f"@{campaign.campaign.id}"))
