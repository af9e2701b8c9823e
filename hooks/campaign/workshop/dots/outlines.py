"""Outlines: a character's strokes as the fonts draw them at their thinnest, as polygons; the door to glyph outlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from threading import Lock
from typing import Any

from campaign.workshop.fonts import FONTS

Point = tuple[float, float]
Polygon = tuple[Point, ...]
THINNEST = {"wght": 100}
"""Strokes of a fiftieth of the em: hardly more than the line a brush follows."""
STEPS = 6
"""So many straight pieces stand for a curve between two points of an outline."""
_one_at_a_time = Lock()


@dataclass(frozen=True, slots=True)
class Outline:
    """A glyph in thousandths of the em, up from the baseline: its closed polygons and its advance.

    Filled is what they wind around, whatever overlaps.
    """

    polygons: tuple[Polygon, ...]
    advance: float


@lru_cache(maxsize=8192)
def outline(character: str) -> Outline | None:
    """The character as the first font that has it draws it; None where none has."""
    with _one_at_a_time:
        for font in map(_opened, range(len(FONTS))):
            if ord(character) in font.names:
                return _drawn(font, font.names[ord(character)])
    return None


@dataclass(frozen=True, slots=True)
class _Font:
    names: dict[int, str]
    glyphs: Any
    em: float


@cache
def _opened(index: int) -> _Font:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # slow, and most campaigns never need it

    font = TTFont(BytesIO(FONTS[index].path.read_bytes()), lazy=True)
    return _Font(font.getBestCmap(), font.getGlyphSet(location=THINNEST), font["head"].unitsPerEm)


def _drawn(font: _Font, name: str) -> Outline:
    from fontTools.pens.recordingPen import DecomposingRecordingPen  # type: ignore[import-untyped]

    glyph, pen, scale = font.glyphs[name], DecomposingRecordingPen(font.glyphs), 1000 / font.em
    glyph.draw(pen)
    scaled = (tuple((x * scale, y * scale) for x, y in one) for one in _polygons(pen.value))
    return Outline(tuple(one for one in scaled if len(one) > 2), glyph.width * scale)


def _polygons(strokes: Sequence[tuple[str, tuple[Any, ...]]]) -> Iterator[list[Point]]:
    """What a pen was told, curves in straight pieces."""
    drawn: list[Point] = []
    for told, points in strokes:
        if told == "moveTo":
            drawn = [points[0]]
        elif told == "lineTo":
            drawn.append(points[0])
        elif told == "qCurveTo":
            drawn += _curve(drawn, points)
        else:
            yield drawn
            drawn = []


def _curve(drawn: Sequence[Point], points: Sequence[Point | None]) -> list[Point]:
    """Quadratic curves through points off the outline (OpenType, glyf); closed where the last one is none."""
    off = [point for point in points[:-1] if point is not None]
    last = points[-1] or _middle(off[-1], off[0])
    found = [] if drawn else [last]
    start = drawn[-1] if drawn else last
    for at, bend in enumerate(off):
        end = _middle(bend, off[at + 1]) if at + 1 < len(off) else last
        found += [_on_curve(start, bend, end, step / STEPS) for step in range(1, STEPS + 1)]
        start = end
    return found if off else [last]


def _middle(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _on_curve(start: Point, bend: Point, end: Point, share: float) -> Point:
    rest = 1 - share
    x, y = (rest * rest * start[a] + 2 * share * rest * bend[a] + share * share * end[a] for a in (0, 1))
    return x, y
