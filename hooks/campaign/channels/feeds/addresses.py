"""Where the feeds stand, known without making one."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.kinds import Campaign, kinds, urls


def paths(campaign: Campaign) -> frozenset[str]:
    """The path of every feed, without making one: what pages may link to."""
    found = {urls.DATA, urls.DATA_SCHEMA}
    for language in campaign.languages:
        found |= {urls.calendar(language), urls.changes(language), urls.rss(language)}
        if campaign.exhibition and campaign.exhibition.openings:
            found.add(urls.calendar(language, "exhibition", "days"))
        found |= {urls.calendar(language, kind, one) for kind, one in calendars(campaign)}
    return frozenset(found)


def calendars(campaign: Campaign) -> Iterator[tuple[str, str]]:
    """Every record with a calendar of its own, by kind and id, in the campaign's order."""
    for kind in kinds().values():
        yield from ((kind.name, record.id) for record in kind.records(campaign) if kind.calendar)
