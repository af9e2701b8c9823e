"""Tiles: the counties as squares that lie about as the counties do; a cartogram, no map."""

from __future__ import annotations

from dataclasses import dataclass

from campaign.channels.site.edition import Edition
from campaign.kinds.county import County


@dataclass(frozen=True, slots=True)
class TilePlan:
    """The squares; counties without a place come in the order of the list."""

    counties: tuple[County, ...]
    placed: bool


def tiles(edition: Edition) -> TilePlan:
    """Every county; placed only where each has its square."""
    counties = edition.campaign.counties.counties
    placed = [county.tile for county in counties if county.tile]
    if len(placed) < len(counties):
        return TilePlan(counties=counties, placed=False)
    ordered = sorted(counties, key=lambda county: (county.tile.row, county.tile.column) if county.tile else (0, 0))
    return TilePlan(counties=tuple(ordered), placed=True)
