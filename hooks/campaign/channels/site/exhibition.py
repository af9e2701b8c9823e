"""The exhibition: the plaza as a plan to tap and a list that says the same, and a page for each booth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from campaign.channels.site.edition import Edition
from campaign.channels.site.ground import Drawing, drawings, entrance
from campaign.core.artifact import Page, Source
from campaign.kinds import urls
from campaign.kinds.booth import Booth
from campaign.kinds.exhibition import ExhibitionFile
from campaign.kinds.floor_plan import walk
from campaign.kinds.notice import bulletin_on
from campaign.say.dates import machine
from campaign.say.text import plain


@dataclass(frozen=True, slots=True)
class Live:
    """The hours of every day for the device: the first and the last moment, and each day's as an ISO 8601 interval."""

    starts: str
    ends: str
    times: str


def pages(edition: Edition) -> Iterator[Page]:
    """The plaza and its booths; nothing where there is no exhibition."""
    file = edition.campaign.exhibition
    if file is None:
        return
    booths, drawn, way = _booths(file), drawings(file), walk(file.booths, entrance(file))
    yield edition.page(
        urls.page("exhibition"),
        "exhibition",
        title=edition.text(file.name),
        description=edition.text(file.lead),
        source=Source(kind="exhibition"),
        edit_path="exhibition.yml",
        plaza=file,
        booths=booths,
        boards=tuple(file.boards),
        drawings=drawn,
        steps={booth.id: step for step, booth in enumerate(way, 1)},
        live=live(file, edition.campaign.campaign.time_zone),
        urgent=bulletin_on(edition.campaign, ("exhibition", ""), edition.language),
    )
    for step, booth in enumerate(way):
        around = (way[step - 1] if step else None, way[step + 1] if step + 1 < len(way) else None)
        yield _booth(edition, file, booth, booths[booth.zone], drawn=drawn, around=around)


def live(file: ExhibitionFile, zone: str) -> Live | None:
    """When it is open, for the device to tell whether it is now; None where no hours are given."""
    hours = sorted(
        (datetime.combine(one.day, one.opens), datetime.combine(one.day, one.closes)) for one in file.openings
    )
    spans = [[machine(moment, zone) for moment in span] for span in hours]
    return Live(spans[0][0], spans[-1][1], " ".join(map("/".join, spans))) if spans else None


def _booths(file: ExhibitionFile) -> Mapping[str, tuple[Booth, ...]]:
    """The booths of each zone, by its id, in the office's order."""
    groups: defaultdict[str, list[Booth]] = defaultdict(list)
    for booth in file.booths:
        groups[booth.zone].append(booth)
    return {zone.id: tuple(groups[zone.id]) for zone in file.zones}


def _booth(
    edition: Edition,
    file: ExhibitionFile,
    booth: Booth,
    zone_booths: tuple[Booth, ...],
    *,
    drawn: Sequence[Drawing],
    around: tuple[Booth | None, Booth | None],
) -> Page:
    exhibitor = edition.campaign.exhibitor(booth.exhibitor)
    kinds = {kind.id: kind for kind in file.exhibitor_kinds}
    return edition.page(
        urls.page("booth", booth.id),
        "booth",
        title=f"{booth.number} {edition.text(exhibitor.name)}",
        description=plain(edition.text(booth.ask)),
        source=Source(kind="booth", id=booth.id),
        edit_path="exhibition.yml",
        plaza=file,
        booth=booth,
        zone=edition.campaign.zone(booth.zone),
        exhibitor=exhibitor,
        exhibitor_kind=kinds.get(exhibitor.exhibitor_kind or ""),
        county=edition.campaign.county(exhibitor.county) if exhibitor.county else None,
        priorities=[edition.campaign.priority(one) for one in dict.fromkeys(booth.priorities)],
        neighbours=[one for one in zone_booths if one.id != booth.id],
        drawings=drawn,
        before=around[0],
        after=around[1],
    )
