"""Service pages: downloads, about and contact, site map."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.channels.site.edition import Edition
from campaign.channels.site.embeds import snippets
from campaign.channels.site.site_map import site_map
from campaign.core.artifact import Page, Source
from campaign.kinds import urls


def pages(edition: Edition) -> Iterator[Page]:
    """Downloads where something is to be made; about; site map."""
    if "downloads" in edition.single:
        kinds = [(kind, edition.gallery.kind_name(kind)) for kind in edition.gallery.kinds]
        yield _page(
            edition,
            "downloads",
            edit_path="posters.yml",
            kinds=kinds,
            data=_data(edition),
            snippets=snippets(edition),
            saved=_saved(edition),
        )
    yield _page(edition, "about", edit_path="contacts.yml")
    yield _page(edition, "site-map", edit_path="campaign.yml", branches=site_map(edition))


def _data(edition: Edition) -> list[tuple[str, str]]:
    """The whole calendar, the changes and the data: the path of each and what it is called."""
    words, language = edition.words, edition.language
    offered = (
        (urls.calendar(language), words.keep_calendar_all),
        (urls.changes(language), words.keep_changes),
        (urls.rss(language), words.keep_rss),
        (urls.DATA, words.keep_data),
        (urls.DATA_SCHEMA, words.keep_schema),
    )
    return [(path, label) for path, label in offered if edition.offered(path)]


def _saved(edition: Edition) -> list[str]:
    """What there are pictures of the programme of: days, then counties."""
    campaign = edition.campaign
    every = [*(period.key for period in campaign.periods), *(county.id for county in campaign.counties.counties)]
    return [about for about in every if edition.saved(about)]


def _page(edition: Edition, name: str, *, edit_path: str, **values: object) -> Page:
    words, key = edition.words, name.replace("-", "_")
    description = getattr(words, f"{key}_description").format(name=edition.text(edition.campaign.campaign.name))
    return edition.page(
        urls.page(name),
        name,
        title=getattr(words, key),
        description=description,
        source=Source(kind=name),
        edit_path=edit_path,
        searchable=name != "site-map",
        **values,
    )
