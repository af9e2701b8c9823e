"""Records: the pages of kinds that need nothing but their brief; a kind with a template of its own is shown by it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from campaign.channels.site.edition import Edition
from campaign.channels.site.templating import FOLDER
from campaign.core.artifact import Page as SitePage
from campaign.core.artifact import Source
from campaign.kinds import Kind, Page, kinds, registry, urls
from campaign.kinds.brief import Brief
from campaign.say.text import plain


def standard_pages(edition: Edition, *, composed: Collection[str]) -> Iterator[SitePage]:
    """The pages there is one of, then the records' own, of all that isn't composed elsewhere."""
    for page in registry.pages().values():
        if page.name not in composed and page.there(edition.campaign):
            yield _section(edition, page)
    for kind in kinds().values():
        if kind.folder and kind.brief and kind.name not in composed:
            yield from (_record(edition, kind, record) for record in kind.records(edition.campaign))


def _section(edition: Edition, page: Page) -> SitePage:
    """A page there is one of: what it says of itself, and the records it lists."""
    campaign = edition.campaign
    listed = kinds().get(page.lists)
    briefs = [listed.brief(campaign, one) for one in listed.records(campaign)] if listed and listed.brief else []
    title = edition.text(page.title(campaign))
    return edition.page(
        page.path,
        _template(page.name, "section"),
        title=title,
        description=title,
        source=Source(kind=page.name),
        edit_path="",
        briefs=briefs,
        listed=listed,
    )


def _record(edition: Edition, kind: Kind, record: Any) -> SitePage:
    """One record's page."""
    assert kind.brief
    brief = kind.brief(edition.campaign, record)
    title = edition.text(kind.title(edition.campaign, record))
    hub = registry.pages().get(kind.hub)
    return edition.page(
        urls.page(kind.name, record.id),
        _template(kind.name, "record"),
        title=title,
        description=_described(edition, brief) or title,
        source=Source(kind=kind.name, id=record.id),
        edit_path="" if kind.file == kind.hub else f"{kind.file}.yml",
        record=record,
        brief=brief,
        kind=kind,
        up=[(hub.name, edition.text(hub.title(edition.campaign)))] if hub else [],
    )


def _described(edition: Edition, brief: Brief) -> str:
    return plain(edition.text(brief.about)) if brief.about else ""


def _template(name: str, otherwise: str) -> str:
    """The template of this kind, or the one that shows any."""
    own = name.replace("_", "-")
    return own if (Path(FOLDER) / f"{own}.j2.html").is_file() else otherwise
