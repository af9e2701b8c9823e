"""Where the feeds stand, known without making one."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.kinds import Campaign, urls

RECORDS = ("county", "place_kind", "event")
"""The records that each have a calendar of their own."""


def paths(campaign: Campaign) -> frozenset[str]:
    """The path of every feed, without making one: what pages may link to."""
    found = {urls.DATA, urls.DATA_SCHEMA}
    for language in campaign.languages:
        found |= {urls.calendar(language), urls.changes(language), urls.rss(language)}
        if campaign.exhibition and campaign.exhibition.openings:
            found.add(urls.calendar(language, "exhibition", "days"))
        found |= {urls.calendar(language, kind, one) for kind in RECORDS for one in record_ids(campaign, kind)}
    return frozenset(found)


def record_ids(campaign: Campaign, kind: str) -> Iterator[str]:
    """The ids of a kind of record, in the campaign's order."""
    return (str(record.id) for record in campaign.records(kind))  # type: ignore[attr-defined]
