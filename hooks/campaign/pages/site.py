"""The site: every page of the campaign in one language, family by family."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.artifact import Page
from campaign.context import BuildContext
from campaign.model import Campaign
from campaign.pages import counties, exhibition, home, official, outreach, plan, programme, service
from campaign.pages.edition import Edition

FAMILIES = (
    home.pages,
    official.pages,
    outreach.pages,
    programme.pages,
    exhibition.pages,
    counties.pages,
    plan.pages,
    service.pages,
)


def render(campaign: Campaign, context: BuildContext, language: str) -> Iterator[Page]:
    """Every page of one language except the hand-written ones; a page the campaign has no data for isn't there."""
    edition = Edition(campaign, context, language)
    for pages in FAMILIES:
        yield from pages(edition)
