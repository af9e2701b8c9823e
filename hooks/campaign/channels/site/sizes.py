"""Sizes that one page or campaign alone knows, as classes: the site's policy lets no page bear a style attribute."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.core.times import MOST_DAYS
from campaign.kinds import Campaign

WEEK = 7
"""Days that have room side by side on a desk."""
WIDEST_EM = 64
"""A text this wide is set at the smallest size there is; a wider one needs no class of its own."""


def em_class(width_em: float) -> str:
    """The classes that tell the style sheet how wide a text is, in ems to one decimal: `em-8 tenth-5`."""
    whole, tenth = divmod(round(min(width_em, WIDEST_EM) * 10), 10)
    return f"em-{whole} tenth-{tenth}" if tenth else f"em-{whole}"


def side_by_side(days: int) -> int:
    """How many of so many days stand in a row: all of a week, of up to ten half, of more a week's."""
    return days if days <= WEEK else -(-days // 2) if days <= MOST_DAYS else WEEK


def rules(campaign: Campaign) -> Iterator[str]:
    """The style sheet's lines for every such class: widths of text, days in a row, the counties' and booths' grids."""
    yield from (f".em-{whole}{{--em:{whole}}}" for whole in range(1, WIDEST_EM + 1))
    yield from (f".tenth-{tenth}{{--tenth:.{tenth}}}" for tenth in range(1, 10))
    rows = sorted({side_by_side(days) for days in range(1, len(campaign.days) + 1)})
    yield from (f".days-{days}{{--days:{days}}}" for days in rows)
    places = [(county.id, county.tile) for county in campaign.counties.counties if county.tile]
    if places:
        yield f".tiles{{--columns:{max(tile.column for _, tile in places)}}}"
    yield from (f".at-{county}{{grid-area:{tile.row}/{tile.column}}}" for county, tile in places)
    if campaign.exhibition:
        yield f".ground{{--cells:{campaign.exhibition.grid.columns}}}"
