"""Every artifact of a campaign, in order, each path once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from campaign.channels import feeds, permalinks, site
from campaign.channels.cards import PictureFile
from campaign.channels.posters import PosterFile
from campaign.channels.site import ScreenReport, SiteFrame
from campaign.core.artifact import Download, Page
from campaign.core.context import BuildContext
from campaign.history import NOTHING, History
from campaign.kinds import Campaign
from campaign.paper import Book
from campaign.paper.outdated import outdated
from campaign.workshop.pictures import Rendition

if TYPE_CHECKING:
    from campaign.channels.messages import Composed, Parcel
    from campaign.order.pack import Pack

Made = TypeVar("Made", Page, Download)


def site_pages(
    campaign: Campaign,
    context: BuildContext,
    language: str,
    *,
    book: Book | None = None,
    prints: Sequence[PosterFile] = (),
    packs: Sequence[Pack] = (),
    reports: Sequence[ScreenReport] = (),
    photos: Mapping[str, tuple[Rendition, ...]] = MappingProxyType({}),
    pictures: Sequence[PictureFile] = (),
    history: History = NOTHING,
    sent: Sequence[Composed] = (),
    senders: Sequence[Parcel] = (),
) -> list[Page]:
    """Every page of one language, paths counted from that language's root; book: whose symbols the pages show."""
    made = site.render(
        campaign,
        context,
        language,
        prints=prints,
        packs=packs,
        imprints=book.imprints if book else None,
        files=feeds.paths(campaign, history),
        pictures=photos,
        saved=pictures,
        reports=reports,
        history=history,
        paper=outdated(book, language) if book else {},
        sent=sent,
        senders=senders,
    )
    return _each_path_once(made)


def frame(campaign: Campaign, context: BuildContext, language: str, pictures: Sequence[PictureFile] = ()) -> SiteFrame:
    """What stands around every page of one language, knowing which feeds there are and which pictures to share."""
    return site.frame(campaign, context, language, feeds.paths(campaign), pictures)


def site_files(
    campaign: Campaign,
    context: BuildContext,
    book: Book,
    *,
    files: Sequence[Download] = (),
) -> list[Download]:
    """Every other file of the site but feeds, paths from the site's root: assets, permalinks, and what channels made.

    files: those of the channels, published as they are.
    """
    made = (site.assets(campaign, context), permalinks.pages(campaign, context, book), files)
    return _each_path_once(chain.from_iterable(made))


def feed_files(
    campaign: Campaign,
    context: BuildContext,
    *,
    history: History = NOTHING,
    now: datetime | None = None,
    book: Book | None = None,
) -> list[Download]:
    """Calendars, changes and data, paths from the site's root.

    history, now: as `campaign.channels.feeds` has them; book: whose paper the calendars know of.
    """
    paper = {language: outdated(book, language) for language in campaign.languages} if book else {}
    return _each_path_once(feeds.render(campaign, context, history=history, now=now, paper=paper))


def feed_paths(campaign: Campaign, history: History = NOTHING) -> frozenset[str]:
    """Where `feed_files` will be."""
    return feeds.paths(campaign, history)


def _each_path_once(made: Iterable[Made]) -> list[Made]:
    """The artifacts as a list; two for one path is a bug of ours, never to be settled by order."""
    found: dict[str, Made] = {}
    for artifact in made:
        if artifact.path in found:
            raise ValueError(f"two artifacts for {artifact.path}: {found[artifact.path].source}, {artifact.source}")
        found[artifact.path] = artifact
    return list(found.values())
