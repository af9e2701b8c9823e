"""The site: every page of the campaign in one language, family by family."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from campaign.channels.site import (
    counties,
    coverage,
    exhibition,
    home,
    learn,
    messages,
    official,
    outreach,
    plan,
    programme,
    screens,
    service,
    spreading,
)
from campaign.channels.site.display_report import ScreenReport
from campaign.channels.site.edition import Edition
from campaign.channels.site.message_list import Message, Sender
from campaign.channels.site.offers import Offers
from campaign.channels.site.packs import Pack
from campaign.channels.site.prints import Print
from campaign.channels.site.records import standard_pages
from campaign.channels.site.sharing import Picture, to_save
from campaign.core.artifact import Page
from campaign.core.context import BuildContext
from campaign.history import NOTHING, History
from campaign.kinds import Campaign
from campaign.paper import Imprint
from campaign.paper.outdated import Outdated
from campaign.workshop.pictures import Rendition

FAMILIES: Mapping[Callable[[Edition], Iterator[Page]], tuple[str, ...]] = MappingProxyType(
    {
        home.pages: ("home",),
        official.pages: ("theme", "priorities", "priority", "activities", "activity"),
        outreach.pages: ("six-entries", "place_kind", "event"),
        programme.pages: ("programme",),
        coverage.pages: ("coverage", "staff-coverage"),
        exhibition.pages: ("exhibition", "booth"),
        counties.pages: ("counties", "county"),
        plan.pages: ("plan",),
        learn.pages: ("quiz", "faq"),
        screens.pages: ("screens", "display"),
        spreading.pages: ("spread",),
        messages.pages: ("staff-messages",),
        service.pages: ("downloads", "prints", "about", "defend", "staff", "site-map"),
    }
)
"""The pages that are composed by hand, family by family; every other kind and page has a standard one."""


def render(
    campaign: Campaign,
    context: BuildContext,
    language: str,
    prints: Sequence[Print] = (),
    imprints: Mapping[tuple[str, str], Imprint] | None = None,
    files: Collection[str] = (),
    pictures: Mapping[str, Sequence[Rendition]] = MappingProxyType({}),
    saved: Iterable[Picture] = (),
    reports: Sequence[ScreenReport] = (),
    history: History = NOTHING,
    paper: Outdated = MappingProxyType({}),
    packs: Sequence[Pack] = (),
    sent: Sequence[Message] = (),
    senders: Sequence[Sender] = (),
) -> Iterator[Page]:
    """Every page of one language except the hand-written ones; a page the campaign has no data for isn't there.

    prints: the finished posters; packs: ZIPs of them; imprints: printed addresses by kind and id, whose symbols stand
    at `urls.symbol`;
    files: paths of the site's calendars, feeds and data; pictures: events' photos as `pictures.renditions` gives them;
    reports: the finished displays; saved: the pictures to share and to save; history: what was published before;
    paper: by kind and id what paper says that isn't so any more; sent, senders: the week's messages, and what each who
    sends them is handed. What isn't given isn't shown, and nothing links to it.
    """
    offers = Offers(
        prints=prints,
        imprints=imprints,
        files=files,
        pictures=pictures,
        reports=reports,
        saved=to_save(saved, language),
        history=history,
        paper=paper,
        packs=packs,
        messages=sent,
        senders=senders,
    )
    edition = Edition(campaign, context, language, offers=offers)
    for pages in FAMILIES:
        yield from pages(edition)
    yield from standard_pages(edition, composed={name for names in FAMILIES.values() for name in names})
