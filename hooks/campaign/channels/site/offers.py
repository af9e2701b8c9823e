"""What the site has to offer besides its pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from campaign.channels.site.display_report import ScreenReport
from campaign.channels.site.message_list import Message, Sender
from campaign.channels.site.packs import Pack
from campaign.channels.site.prints import Print
from campaign.channels.site.sharing import Picture
from campaign.history import NOTHING, History
from campaign.paper import Imprint
from campaign.workshop.pictures import Rendition


@dataclass(frozen=True, kw_only=True)
class Offers:
    """What the site has besides its pages; a page shows only what is here.

    prints: finished posters; packs: ZIPs of them; imprints: printed addresses by kind and id, each with its
    symbol's picture in its place (`urls.symbol`); files: paths of calendars, feeds and data from the site's root;
    pictures: each event's photo in its sizes by the event's id, smallest first; reports: the finished displays;
    saved: pictures of the programme by their day (ISO) or county; messages: those of the week, by their time;
    senders: what each who sends them is handed; history: what was published before; paper: by kind and id what
    paper says that isn't so.
    """

    prints: Sequence[Print] = ()
    packs: Sequence[Pack] = ()
    imprints: Mapping[tuple[str, str], Imprint] | None = None
    files: Collection[str] = ()
    pictures: Mapping[str, Sequence[Rendition]] = field(default_factory=dict)
    saved: Mapping[str, Sequence[Picture]] = field(default_factory=dict)
    reports: Sequence[ScreenReport] = ()
    messages: Sequence[Message] = ()
    senders: Sequence[Sender] = ()
    history: History = NOTHING
    paper: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)


BARE = Offers()
