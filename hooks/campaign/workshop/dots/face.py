"""The face of dots: characters and lines of any height, each glyph fitted to the grid by its stems."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from math import floor

from campaign.workshop.coverage import UNDRAWN
from campaign.workshop.dots.grid import Dots, Rows, filled, grown, lit
from campaign.workshop.dots.outlines import Outline, Polygon, outline
from campaign.workshop.dots.placing import Placed, placed
from campaign.workshop.dots.shaped import runs, shaped
from campaign.workshop.dots.stems import ACROSS, UPRIGHT, Stem, stems

DOTS_A_STROKE = 10
"""A stroke is a dot thick for so many dots of height: one at 16, two at 24, three at 32."""
FULL = 950
"""What is as wide as the em, in thousandths, is a Han character or stands among them; else it is of Latin kind."""
HAN_TOP = 880
"""The upper edge of the em above the baseline: Han characters stand in its middle."""
SMALLER = 15 / 16
"""Letters are a little smaller than the em, so that tails stand whole above the lower edge."""
TAIL = 210
"""How far the tails of letters go below the baseline."""
SPECK = 125
"""What is no larger than this is a point, of an i or a full stop: it is set as a square of dots."""
FILLED_FROM = 3
"""From this thickness on a single dark dot among lit ones is no counter but a slip where strokes meet."""
LEAST_FOR_STOPS = 14
"""Below this height a full stop of two dots would run into its letter."""
STRAIGHT = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'}
"""Quotation marks beside letters: those of the face are as wide as Han characters."""


def dotted(text: str, height: int, *, han: bool = True) -> Dots:
    """A text on one line, `height` dots high. han: whether its quotation marks are those of Chinese."""
    pieces = list(_pieces(text, height, han=han))
    return Dots(tuple(b"".join(piece.rows[row] for piece in pieces) for row in range(height)))


def width_of(text: str, height: int, *, han: bool = True) -> int:
    """How many dots wide a text is."""
    return sum(piece.width for piece in _pieces(text, height, han=han))


def _pieces(text: str, height: int, *, han: bool) -> Iterator[Dots]:
    said = unicodedata.normalize("NFC", UNDRAWN.sub("", text if han else text.translate(STRAIGHT)))
    for run, joins in runs(said):
        if joins:
            yield shaped(run, height)
        else:
            yield from (glyph(character, height) for character in run)


@lru_cache(maxsize=8192)
def glyph(character: str, height: int) -> Dots:
    """A character in whole dots. ValueError where no font has it."""
    drawn = outline(character)
    if drawn is None:
        raise ValueError(f"no font has {character!r}")
    scale, baseline = _set_at(drawn, height)
    width = max(1, round(drawn.advance * scale))
    thick = max(1, height // DOTS_A_STROKE)
    polygons, across, upright = _fitted(drawn, scale, baseline, width=width, height=height, thick=thick)
    rows = lit(polygons, width, height)
    for step in range(upright - 1):
        rows = grown(rows, 1 if step % 2 == 0 else -1, 0)
    for step in range(across - 1):
        rows = grown(rows, 0, 1 if step % 2 == 0 else -1)
    if thick >= FILLED_FROM:
        rows = filled(rows)
    _set_specks(rows, polygons, side=_speck(character, height, thick), shifted=(thick - 1) / 2)
    if drawn.advance >= FULL:
        _leave_gap(rows)
    return Dots(tuple(map(bytes, rows)))


def _leave_gap(rows: Rows) -> None:
    """The last column dark: a tail that reaches it would run into the next character."""
    for row in rows:
        row[-1] = 0


def _speck(character: str, height: int, thick: int) -> int:
    """How many dots wide a point is: a full stop is a dot more than the point of an i, where there is room for it."""
    return thick if character.isalpha() or height < LEAST_FOR_STOPS else thick + 1


def _set_at(drawn: Outline, height: int) -> tuple[float, float]:
    """Dots for a thousandth of the em, and where the baseline stands below the upper edge."""
    if drawn.advance >= FULL:
        return height / 1000, height * HAN_TOP / 1000
    scale = height * SMALLER / 1000
    return scale, height - round(TAIL * scale)


def _fitted(
    drawn: Outline, scale: float, baseline: float, *, width: int, height: int, thick: int
) -> tuple[list[Polygon], int, int]:
    """The outline in dots, its stems each in the middle of a row or column; how thick those across and upright are."""
    turned = [Stem(-stem.high, -stem.low, stem.reaches) for stem in reversed(stems(drawn.polygons, ACROSS))]
    x_at, upright = _warp(stems(drawn.polygons, UPRIGHT), scale, 0, room=max(1, width - 1), thick=thick)
    y_at, across = _warp(turned, scale, baseline, room=height, thick=thick)
    polygons = [tuple((x_at(x), y_at(-y)) for x, y in polygon) for polygon in drawn.polygons]
    return polygons, across, upright


def _warp(
    found: Sequence[Stem], scale: float, origin: float, *, room: int, thick: int
) -> tuple[Callable[[float], float], int]:
    """How an axis is stretched so that stems stand on whole dots, and how thick they are."""
    if not found:
        middle = (thick - 1) / 2
        return lambda at: at * scale + origin - middle, thick
    where = placed(found, [stem.centre * scale + origin for stem in found], room=room, thick=thick)
    knots = _knots(found, where, scale)
    return lambda at: _between(knots, at, scale), where.thick


def _knots(found: Sequence[Stem], where: Placed, scale: float) -> list[tuple[float, float]]:
    """Each edge of a stem and where it goes, none before the one it comes after."""
    raw: list[tuple[float, float]] = []
    for stem, row in zip(found, where.rows, strict=True):
        half = (stem.high - stem.low) * scale / 2
        raw += [(stem.low, row + 0.5 - half), (stem.high, row + 0.5 + half)]
    knots: list[tuple[float, float]] = []
    for edge, at in sorted(raw):
        knots.append((edge, max(at, knots[-1][1]) if knots else at))
    return knots


def _between(knots: Sequence[tuple[float, float]], at: float, scale: float) -> float:
    """Between two knots a point keeps its share of the way; outside it keeps its distance from the nearest."""
    if at <= knots[0][0]:
        return knots[0][1] + (at - knots[0][0]) * scale
    for (low, low_at), (high, high_at) in zip(knots, knots[1:], strict=False):
        if at <= high:
            return low_at + (at - low) / (high - low) * (high_at - low_at) if high > low else low_at
    return knots[-1][1] + (at - knots[-1][0]) * scale


def _set_specks(rows: Rows, polygons: Iterable[Polygon], *, side: int, shifted: float) -> None:
    """Points as squares of dots: a thin one would be a single dot, or none. shifted: how far to the upper left."""
    height, width = len(rows), len(rows[0])
    for polygon in polygons:
        xs, ys = zip(*polygon, strict=True)
        if max(max(xs) - min(xs), max(ys) - min(ys)) > SPECK * height / 1000:
            continue
        left = floor((min(xs) + max(xs) - side) / 2 + shifted + 0.5)
        bottom = floor(max(ys) + shifted + 0.5)
        for y in range(max(0, bottom - side), min(height, bottom)):
            for x in range(max(0, left), min(width, left + side)):
                rows[y][x] = 1
