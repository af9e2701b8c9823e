"""The site's own search: what it knows of every page of a language, as one file that a script asks for once."""

from __future__ import annotations

from collections.abc import Iterable

from campaign.channels.site.frame import SiteFrame
from campaign.channels.site.search.index import index
from campaign.channels.site.search.records import of_pages
from campaign.channels.site.search.written import WrittenText, of_written
from campaign.core.artifact import Download, Page
from campaign.kinds import Campaign

__all__ = ["WrittenText", "search_index"]


def search_index(
    campaign: Campaign, frame: SiteFrame, pages: Iterable[Page], written: Iterable[WrittenText]
) -> Download:
    """What the search knows of one language's pages, generated and written by hand; its path from that root."""
    return index(campaign, frame, [*of_pages(campaign, frame, pages), *of_written(frame, written)])
