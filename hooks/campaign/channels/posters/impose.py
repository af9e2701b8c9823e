"""Several cards on one sheet, and one poster on several sheets: where each stands, in mm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from campaign.kinds.poster import Cards, Sheet

PRINTER_MARGIN_MM = 8.0
"""What office printers leave white at the edge."""
OVERLAP_MM = 10.0
"""How much of a tile lies over its neighbour, for the glue."""

CARD_BLEED_MM = 2.0
"""Ink around a card's cut."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cards on a sheet: the sheet as it lies, how many across and down, the first one's upper left corner, in mm."""

    width_mm: float
    height_mm: float
    columns: int
    rows: int
    left_mm: float
    top_mm: float
    card: Sheet
    gap_mm: float

    @property
    def bleed_mm(self) -> float:
        """How far a card's grounds reach beyond its cut: up to half of the gap, where no other's do."""
        return min(CARD_BLEED_MM, self.gap_mm / 2)

    @property
    def count(self) -> int:
        """Cards on a sheet; 0 where not one fits."""
        return self.columns * self.rows

    def places(self) -> Iterator[tuple[float, float]]:
        """The upper left corner of each card, row by row."""
        for row in range(self.rows):
            for column in range(self.columns):
                yield (
                    round(self.left_mm + column * (self.card.width_mm + self.gap_mm), 3),
                    round(self.top_mm + row * (self.card.height_mm + self.gap_mm), 3),
                )

    def cut_lines(self) -> dict[str, object]:
        """The lines to cut along, and the box they stay out of."""
        places = list(self.places())
        xs = sorted({x for x, _ in places} | {x + self.card.width_mm for x, _ in places})
        ys = sorted({y for _, y in places} | {y + self.card.height_mm for _, y in places})
        return {"xs": xs, "ys": ys, "left": xs[0], "right": xs[-1], "top": ys[0], "bottom": ys[-1]}


def grid(card: Sheet, sheet: Sheet, cards: Cards) -> Grid:
    """As many cards as fit inside a printer's margins, in the middle of the sheet, upright or turned."""
    upright = _grid(card, sheet.width_mm, sheet.height_mm, cards.gap_mm)
    turned = _grid(card, sheet.height_mm, sheet.width_mm, cards.gap_mm)
    return upright if upright.count >= turned.count else turned


def _grid(card: Sheet, width_mm: float, height_mm: float, gap_mm: float) -> Grid:
    columns, left = _row(card.width_mm, width_mm, gap_mm)
    rows, top = _row(card.height_mm, height_mm, gap_mm)
    return Grid(width_mm, height_mm, columns, rows, left, top, card, gap_mm)


def _row(card_mm: float, sheet_mm: float, gap_mm: float) -> tuple[int, float]:
    """How many cards stand in a row, and where the first begins."""
    count = int((sheet_mm - 2 * PRINTER_MARGIN_MM + gap_mm + 1e-6) // (card_mm + gap_mm))
    return count, (sheet_mm - count * card_mm - max(0, count - 1) * gap_mm) / 2


def dealt(cards: Sequence[int], on_a_sheet: int) -> list[list[int]]:
    """Cards by their numbers, a sheet's worth at a time."""
    return [list(cards[at : at + on_a_sheet]) for at in range(0, len(cards), on_a_sheet)]


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a poster that one tile shows, in mm from the poster's upper left."""

    column: int
    row: int
    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class Tiling:
    """A poster on smaller sheets, upright or turned: whichever leaves the symbol whole, then whichever takes fewer.

    whole: the window that shows the symbol with its quiet zone and no seam in it; None where none can.
    """

    tile_width_mm: float
    tile_height_mm: float
    columns: int
    rows: int
    windows: tuple[Window, ...]
    whole: int | None = None


Span = tuple[float, float]
"""From and to, in mm."""


def tiling(poster: Sheet, tile: Sheet, uncut: tuple[float, float, float, float] | None = None) -> Tiling:
    """The tiles of a poster: row by row, each overlapping the one on its left and the one above.

    uncut: left, top, right and bottom of what no seam may go through.
    """
    upright = _tiled(poster, tile.width_mm, tile.height_mm, uncut)
    turned = _tiled(poster, tile.height_mm, tile.width_mm, uncut)
    return min(upright, turned, key=lambda one: (uncut is not None and one.whole is None, len(one.windows)))


def _tiled(poster: Sheet, width_mm: float, height_mm: float, uncut: tuple[float, float, float, float] | None) -> Tiling:
    left, top, right, bottom = uncut or (0.0, 0.0, 0.0, 0.0)
    xs = _cuts(poster.width_mm, width_mm - 2 * PRINTER_MARGIN_MM, (left, right))
    ys = _cuts(poster.height_mm, height_mm - 2 * PRINTER_MARGIN_MM, (top, bottom))
    windows = tuple(
        Window(column, row, x, y, width, height)
        for row, (y, height) in enumerate(ys)
        for column, (x, width) in enumerate(xs)
    )
    across, down = _holding(xs, (left, right)), _holding(ys, (top, bottom))
    whole = None if uncut is None or across is None or down is None else down * len(xs) + across
    return Tiling(width_mm, height_mm, len(xs), len(ys), windows, whole)


def _cuts(length_mm: float, seen_mm: float, uncut: Span) -> list[Span]:
    """Where each tile of a row begins and how much of the poster it shows, in mm: as even as may be.

    The seams stay out of `uncut`: where an even one would go through it, it moves to its edge. A symbol too large for
    one tile is cut.
    """
    reach = seen_mm - OVERLAP_MM
    least = max(1, ceil((length_mm - OVERLAP_MM) / reach))
    for count in (least, least + 1):
        found = [seams for seams in _seams(length_mm, count, uncut) if _fits(seams, length_mm, reach, uncut)]
        if found:
            seams = min(found, key=lambda seams: max(b - a for a, b in pairwise([*seams, length_mm - OVERLAP_MM])))
            break
    else:
        seams = _even(0.0, length_mm - OVERLAP_MM, least)
    ends = [*(seam + OVERLAP_MM for seam in seams[1:]), length_mm]
    return [(round(start, 3), round(end - start, 3)) for start, end in zip(seams, ends, strict=True)]


def _seams(length_mm: float, count: int, uncut: Span) -> Iterator[list[float]]:
    """Ways to begin `count` tiles: all even, or even on both sides of an edge of `uncut`."""
    end = length_mm - OVERLAP_MM
    yield _even(0.0, end, count)
    for edge in uncut:
        for before in range(1, count) if 0 < edge < end else ():
            yield [*_even(0.0, edge, before), *_even(edge, end, count - before)]


def _even(start: float, end: float, count: int) -> list[float]:
    return [start + index * (end - start) / count for index in range(count)]


def _fits(seams: Sequence[float], length_mm: float, reach_mm: float, uncut: Span) -> bool:
    """No tile shows more than its paper holds, and no seam goes through `uncut`."""
    edges = [*seams, length_mm - OVERLAP_MM]
    return all(b - a <= reach_mm + 1e-6 for a, b in pairwise(edges)) and not any(
        uncut[0] < seam < uncut[1] for seam in seams
    )


def _holding(cuts: Sequence[Span], uncut: Span) -> int | None:
    """The tile of a row that shows all of `uncut` above any other; None where a seam goes through it."""
    starts = [start for start, _ in cuts]
    index = max(number for number, start in enumerate(starts) if start <= uncut[0] + 1e-3)
    start, seen = cuts[index]
    end = min(start + seen, starts[index + 1] if index + 1 < len(starts) else start + seen)
    return index if uncut[1] <= end + 1e-3 else None
