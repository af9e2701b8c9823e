"""Service pages: downloads, about and contact, site map."""

from __future__ import annotations

from collections.abc import Iterator

from campaign import urls
from campaign.artifact import Page, Source
from campaign.pages.edition import Edition


def pages(edition: Edition) -> Iterator[Page]:
    """Downloads where something is to be made; about; site map."""
    if "downloads" in edition.single:
        yield _page(edition, "downloads", edit_path="posters.yml")
    yield _page(edition, "about", edit_path="contacts.yml")
    yield _page(edition, "site-map", edit_path="campaign.yml")


def _page(edition: Edition, name: str, *, edit_path: str) -> Page:
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
    )
