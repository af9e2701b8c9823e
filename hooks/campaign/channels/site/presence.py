"""Presence: which pages a campaign has."""

from __future__ import annotations

from campaign.kinds import urls
from campaign.kinds import Campaign


def singles(campaign: Campaign) -> frozenset[str]:
    """The names of the pages there is one of: what has no data has no page, and nothing links to it."""
    missing = {
        "activities": campaign.activities is None,
        "exhibition": campaign.exhibition is None,
        "plan": campaign.plan is None,
        "screens": not campaign.displays,
        "quiz": campaign.quiz is None,
        "faq": campaign.faq is None,
        "downloads": campaign.posters is None and not campaign.displays,
    }
    return frozenset(name for name in urls.SINGLE if not missing.get(name, False))
