"""The counties: tiles and list, and a page for each with its events day by day."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.channels.site.edition import Edition
from campaign.channels.site.embeds import county_snippets
from campaign.channels.site.tiles import tiles
from campaign.core.artifact import Page, Source
from campaign.kinds import urls


def pages(edition: Edition) -> Iterator[Page]:
    """Counties and each."""
    file = edition.campaign.counties
    yield edition.page(
        urls.page("counties"),
        "counties",
        title=edition.text(file.name),
        description=edition.text(file.lead),
        source=Source(kind="counties"),
        edit_path="counties.yml",
        tiles=tiles(edition),
    )
    for county in file.counties:
        lead = edition.text(county.lead) if county.lead else edition.text(file.lead)
        yield edition.page(
            urls.page("county", county.id),
            "county",
            title=edition.text(county.name),
            description=lead,
            source=Source(kind="county", id=county.id),
            edit_path=f"outreach/{county.id}.yml",
            county=county,
            snippets=[*county_snippets(edition, county)],
            contacts=edition.campaign.contacts_for(county.id, named=county.contact),
        )
