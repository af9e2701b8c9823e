"""The grid: which dots an outline lights, and how strokes grow thicker without closing what lies between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor

from campaign.workshop.dots.outlines import Polygon

Rows = list[bytearray]
NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Dots:
    """Rows from the top, a byte a dot: 0 dark, 1 lit; all rows are equally long."""

    rows: tuple[bytes, ...]

    @property
    def width(self) -> int:
        """Dots in a row."""
        return len(self.rows[0])


def lit(polygons: Sequence[Polygon], width: int, height: int) -> Rows:
    """The dots of a thin outline, whose points are in dots from the upper left corner.

    Lit is each dot whose middle is covered, and where a stroke slips between the middles the dot it is in: looked for
    along rows where the stroke is steep, along columns where it is flat, so that a line is one dot wide and whole.
    """
    rows = [bytearray(width) for _ in range(height)]
    for along, lines in ((0, height), (1, width)):
        for line in range(lines):
            for at in _lit_on(polygons, line, along):
                x, y = (at, line) if along == 0 else (line, at)
                if 0 <= x < width and 0 <= y < height:
                    rows[y][x] = 1
    return rows


def _lit_on(polygons: Sequence[Polygon], line: int, along: int) -> Iterator[int]:
    for start, end in covered(polygons, line + 0.5, along):
        first, last = ceil(start - 0.5), floor(end - 0.5)
        if first <= last:
            yield from range(first, last + 1)
        elif end - start <= _across(polygons, (start + end) / 2, line + 0.5, 1 - along) * 1.02:
            yield floor((start + end) / 2)


def _across(polygons: Sequence[Polygon], at: float, height: float, along: int) -> float:
    """How far the ink at a point goes on along the other axis."""
    spans = covered(polygons, at, along)
    return next((end - start for start, end in spans if start - NOTHING <= height <= end + NOTHING), float("inf"))


def covered(polygons: Sequence[Polygon], at: float, along: int) -> list[tuple[float, float]]:
    """Where a line is inked; along: the axis it runs along, at: where it stands on the other one."""
    aside = 1 - along
    crossings: list[tuple[float, int]] = []
    for polygon in polygons:
        p = polygon[-1]
        for q in polygon:
            if (p[aside] <= at) != (q[aside] <= at):
                share = (at - p[aside]) / (q[aside] - p[aside])
                crossings.append((p[along] + share * (q[along] - p[along]), 1 if q[aside] > p[aside] else -1))
            p = q
    return _wound(sorted(crossings))


def _wound(crossings: Sequence[tuple[float, int]]) -> list[tuple[float, float]]:
    """The spans in which crossings don't cancel out."""
    found: list[tuple[float, float]] = []
    winding, start = 0, 0.0
    for at, way in crossings:
        if winding == 0:
            start = at
        winding += way
        if winding == 0 and found and start - found[-1][1] < NOTHING:
            found[-1] = (found[-1][0], at)
        elif winding == 0:
            found.append((start, at))
    return found


def grown(rows: Rows, right: int, down: int) -> Rows:
    """Strokes one dot thicker that way, but where that would close the gap to what comes next."""
    height, width = len(rows), len(rows[0])
    thicker = [bytearray(row) for row in rows]
    for y in range(max(0, -down), height - max(0, down)):
        for x in range(max(0, -right), width - max(0, right)):
            beyond_y, beyond_x = y + 2 * down, x + 2 * right
            free = not (0 <= beyond_y < height and 0 <= beyond_x < width and rows[beyond_y][beyond_x])
            if rows[y][x] and free:
                thicker[y + down][x + right] = 1
    return thicker


def filled(rows: Rows) -> Rows:
    """The same without single dark dots that are lit on all four sides."""
    whole = [bytearray(row) for row in rows]
    for y in range(1, len(rows) - 1):
        for x in range(1, len(rows[0]) - 1):
            if rows[y - 1][x] and rows[y + 1][x] and rows[y][x - 1] and rows[y][x + 1]:
                whole[y][x] = 1
    return whole
