"""Presence: which pages a campaign has."""

from __future__ import annotations

from campaign.kinds import Campaign, pages


def singles(campaign: Campaign) -> frozenset[str]:
    """The names of the pages there is one of: what has no data has no page, and nothing links to it."""
    return frozenset(page.name for page in pages().values() if page.there(campaign))
