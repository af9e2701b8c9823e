"""Where the feeds stand, known without making one."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.history import NOTHING, History, Line, uid
from campaign.kinds import Campaign, kinds, urls


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


def gone_events(campaign: Campaign, history: History) -> Iterator[Line]:
    """The last line of each event that was published and has left the campaign."""
    there = frozenset(uid(campaign, history, "event", event.id) for event in campaign.events)
    return (line for line in gone(campaign, history, there) if line.record.startswith("event/"))


def _of(campaign: Campaign, history: History) -> Iterator[Line]:
    """What phones have of this campaign: a history may have lines of a former one."""
    return (line for uid, line in history.last.items() if uid.endswith(f"@{campaign.campaign.id}"))
