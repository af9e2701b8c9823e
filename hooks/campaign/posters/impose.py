"""Several cards on one sheet, and one poster on several sheets: where each stands, in mm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from campaign.model.posters import Cards, Sheet

PRINTER_MARGIN_MM = 8.0
"""What office printers leave white at the edge."""
OVERLAP_MM = 10.0
"""How much of a tile lies over its neighbour, for the glue."""


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
    """A poster on smaller sheets, upright or turned, whichever takes fewer."""

    tile_width_mm: float
    tile_height_mm: float
    columns: int
    rows: int
    windows: tuple[Window, ...]


def tiling(poster: Sheet, tile: Sheet) -> Tiling:
    """The tiles of a poster: row by row, each overlapping the one on its left and the one above."""
    upright = _tiled(poster, tile.width_mm, tile.height_mm)
    turned = _tiled(poster, tile.height_mm, tile.width_mm)
    return upright if len(upright.windows) <= len(turned.windows) else turned


def _tiled(poster: Sheet, width_mm: float, height_mm: float) -> Tiling:
    xs = list(_cuts(poster.width_mm, width_mm - 2 * PRINTER_MARGIN_MM))
    ys = list(_cuts(poster.height_mm, height_mm - 2 * PRINTER_MARGIN_MM))
    windows = tuple(
        Window(column, row, x, y, width, height)
        for row, (y, height) in enumerate(ys)
        for column, (x, width) in enumerate(xs)
    )
    return Tiling(width_mm, height_mm, len(xs), len(ys), windows)


def _cuts(length_mm: float, seen_mm: float) -> Iterator[tuple[float, float]]:
    """Where each tile of a row begins and how much of the poster it shows, all the same, in mm."""
    count = max(1, ceil((length_mm - OVERLAP_MM) / (seen_mm - OVERLAP_MM)))
    step = (length_mm - OVERLAP_MM) / count
    return ((round(index * step, 3), round(step + OVERLAP_MM, 3)) for index in range(count))
