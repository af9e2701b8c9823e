"""Stems: the straight strokes of a glyph, across or upright, that must stand on whole dots and apart."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from campaign.workshop.dots.outlines import Point, Polygon

ACROSS, UPRIGHT = 0, 1
"""The axis a stem runs along: 0 is x, 1 is y."""
SLOPE = 0.22
"""How far an edge may lean and still be straight: the top of a bowl is, a falling stroke isn't."""
SHORTEST, DRIFT, THICKEST = 55, 22, 60
"""In thousandths of the em: the shortest edge of a stem, how far an edge may wander, how thick a stem may be."""
SAME_LINE = 14
"""Stems this near to each other are one line that something crosses."""
Reach = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stem:
    """A stroke along an axis: its two edges on the other axis, and where along the axis it runs."""

    low: float
    high: float
    reaches: tuple[Reach, ...]

    @property
    def centre(self) -> float:
        """The middle between its edges."""
        return (self.low + self.high) / 2

    @property
    def length(self) -> float:
        """How long it is, all its pieces together."""
        return math.fsum(end - start for start, end in self.reaches)

    def meets(self, other: Stem) -> bool:
        """True where the two run side by side, so that they need a gap between them."""
        return any(_beside(one, two) for one in self.reaches for two in other.reaches)


def _beside(one: Reach, two: Reach) -> bool:
    shared = min(one[1], two[1]) - max(one[0], two[0])
    return shared >= min(40, 0.3 * min(one[1] - one[0], two[1] - two[0]))


@dataclass(frozen=True, slots=True)
class _Edge:
    at: float
    start: float
    end: float
    forward: bool


def stems(polygons: Sequence[Polygon], axis: int) -> tuple[Stem, ...]:
    """The stems along an axis, from low to high.

    Ink lies to the right of an outline's way: below what goes right, left of what goes down.
    """
    edges = [edge for polygon in polygons for edge in _edges(polygon, axis)]
    over = [edge for edge in edges if edge.forward is (axis == ACROSS)]
    under = [edge for edge in edges if edge.forward is (axis == UPRIGHT)]
    pairs = (_paired(edge, under) for edge in over)
    return _joined(sorted((pair for pair in pairs if pair), key=lambda stem: stem.centre))


def _paired(top: _Edge, under: Sequence[_Edge]) -> Stem | None:
    """The stem between an edge and the nearest one on its other side."""
    near = [edge for edge in under if 0 < top.at - edge.at <= THICKEST and _faces(top, edge)]
    if not near:
        return None
    bottom = max(near, key=lambda edge: edge.at)
    return Stem(bottom.at, top.at, ((max(top.start, bottom.start), min(top.end, bottom.end)),))


def _faces(one: _Edge, other: _Edge) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared >= min(SHORTEST, 0.5 * min(one.end - one.start, other.end - other.start))


def _joined(found: Sequence[Stem]) -> tuple[Stem, ...]:
    joined: list[Stem] = []
    for stem in found:
        if joined and stem.centre - joined[-1].centre <= SAME_LINE:
            last = joined.pop()
            joined.append(Stem(last.low, last.high, last.reaches + stem.reaches))
        else:
            joined.append(stem)
    return tuple(joined)


def _edges(polygon: Polygon, axis: int) -> Iterator[_Edge]:
    """Runs of an outline that go along the axis, long enough and straight enough."""
    for run in _runs(polygon, axis):
        heights = [point[1 - axis] for point in run]
        start, end = run[0][axis], run[-1][axis]
        if abs(end - start) >= SHORTEST and max(heights) - min(heights) <= DRIFT:
            yield _Edge(_level(run, axis), min(start, end), max(start, end), forward=end > start)


def _level(run: Sequence[Point], axis: int) -> float:
    """Where a run stands on the other axis, on the whole."""
    pieces = [(abs(q[axis] - p[axis]), (p[1 - axis] + q[1 - axis]) / 2) for p, q in zip(run, run[1:], strict=False)]
    return math.fsum(length * at for length, at in pieces) / math.fsum(length for length, _ in pieces)


def _runs(polygon: Polygon, axis: int) -> Iterator[list[Point]]:
    """The outline's pieces that go one way along the axis, each as its points."""
    ways = [_way(p, q, axis) for p, q in zip(polygon, polygon[1:] + polygon[:1], strict=True)]
    first = next((n for n in range(len(ways)) if ways[n] != ways[n - 1]), 0)
    run: list[Point] = []
    before = 0
    for at in [(first + n) % len(ways) for n in range(len(ways))]:
        if ways[at] != before and run:
            yield run
            run = []
        if ways[at]:
            run = run or [polygon[at]]
            run.append(polygon[(at + 1) % len(ways)])
        before = ways[at]
    if run:
        yield run


def _way(start: Point, end: Point, axis: int) -> int:
    """1 or -1 for a piece that goes along the axis, that way or back; 0 for any other."""
    along, aside = end[axis] - start[axis], end[1 - axis] - start[1 - axis]
    if along == 0 or abs(aside) > SLOPE * abs(along):
        return 0
    return 1 if along > 0 else -1
