"""The exhibition: the plaza as a plan to tap and a list that says the same, and a page for each booth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from campaign.channels.site.edition import Edition
from campaign.core.artifact import Page, Source
from campaign.kinds import urls
from campaign.kinds.booth import Booth
from campaign.kinds.exhibition import ExhibitionFile
from campaign.kinds.floor_plan import Area
from campaign.say.text import plain

CELL = 40
"""Drawing units a side of one cell of the ground plan."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the plan in drawing units, with room around it for a gap."""

    x: int
    y: int
    width: int
    height: int

    @classmethod
    def of(cls, area: Area, *, gap: int = 0) -> Box:
        """The rectangle of an area of cells, drawn in by the gap on each side."""
        return cls(
            (area.column - 1) * CELL + gap,
            (area.row - 1) * CELL + gap,
            area.columns * CELL - 2 * gap,
            area.rows * CELL - 2 * gap,
        )

    @property
    def middle(self) -> tuple[float, float]:
        """The centre."""
        return self.x + self.width / 2, self.y + self.height / 2


def pages(edition: Edition) -> Iterator[Page]:
    """The plaza and its booths; nothing where there is no exhibition."""
    file = edition.campaign.exhibition
    if file is None:
        return
    booths, boards = _booths(file), tuple(file.boards)
    yield edition.page(
        urls.page("exhibition"),
        "exhibition",
        title=edition.text(file.name),
        description=edition.text(file.lead),
        source=Source(kind="exhibition"),
        edit_path="exhibition.yml",
        plaza=file,
        booths=booths,
        boards=boards,
        box=Box.of,
        cell=CELL,
    )
    yield from (_booth(edition, file, booth, booths[booth.zone]) for booth in file.booths)


def _booths(file: ExhibitionFile) -> Mapping[str, tuple[Booth, ...]]:
    """The booths of each zone, by its id, in the office's order."""
    groups: defaultdict[str, list[Booth]] = defaultdict(list)
    for booth in file.booths:
        groups[booth.zone].append(booth)
    return {zone.id: tuple(groups[zone.id]) for zone in file.zones}


def _booth(edition: Edition, file: ExhibitionFile, booth: Booth, zone_booths: tuple[Booth, ...]) -> Page:
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
        box=Box.of,
        cell=CELL,
    )
