"""Service pages: downloads, about and contact, site map."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.channels.site.downloads import by_use, offers, questions
from campaign.channels.site.edition import Edition
from campaign.channels.site.embeds import snippets
from campaign.channels.site.site_map import site_map
from campaign.core.artifact import Page, Source
from campaign.kinds import urls


def pages(edition: Edition) -> Iterator[Page]:
    """Downloads where something is to be made, and every print file; about; site map."""
    if "downloads" in edition.single:
        found = offers(edition)
        yield _page(
            edition,
            "downloads",
            edit_path="posters.yml",
            uses=by_use(found),
            questions=questions(edition, found),
            data=_data(edition),
            snippets=snippets(edition),
        )
    if "prints" in edition.single:
        yield _page(edition, "prints", edit_path="posters.yml")
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
        searchable=name not in ("site-map", "prints"),
        **values,
    )
