"""Outlines: what the brush and the scissors leave, as closed steps: strokes of a width that varies, and cut edges."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence

from campaign.workshop.art.paths import Point, Step

Width = Callable[[float, float], float]
"""The share of its width that a line has at a share of its length (0 to 1); the second is how often its width goes into
its length."""


def swelling(t: float, slender: float) -> float:
    """Set down, drawn, set down: full at both ends and leaner between, the more so the longer it is."""
    return 1.0 - 0.34 * min(1.0, slender / 9) * (1 - (2 * t - 1) ** 2)


def even(t: float, slender: float) -> float:
    """Cut with a knife rather than drawn: the same all along."""
    return 1.0


def drawn_out(t: float, slender: float) -> float:
    """Set down, and drawn out almost to a point."""
    return 1.0 - 0.72 * t * t


def row(start: Point, end: Point, count: int) -> Iterator[Point]:
    """Points at even distances, both ends included."""
    for n in range(count):
        share = n / max(1, count - 1)
        yield start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def circle(x: float, y: float, radius: float) -> Iterator[Step]:
    """A circle as four curves."""
    reach = radius * 0.5523
    yield "m", [(x + radius, y)]
    yield "c", [(x + radius, y + reach), (x + reach, y + radius), (x, y + radius)]
    yield "c", [(x - reach, y + radius), (x - radius, y + reach), (x - radius, y)]
    yield "c", [(x - radius, y - reach), (x - reach, y - radius), (x, y - radius)]
    yield "c", [(x + reach, y - radius), (x + radius, y - reach), (x + radius, y)]
    yield "z", []


def backwards(outline: Sequence[Step]) -> Iterator[Step]:
    """One closed outline the other way round."""
    ends = [points[-1] for _, points in outline if points]
    yield "m", [ends[-1]]
    for (name, points), end in zip(
        reversed([one for one in outline if one[0] in "lc"]), reversed(ends[:-1]), strict=True
    ):
        yield (name, [end]) if name == "l" else (name, [points[1], points[0], end])
    yield "z", []


def softened(outline: Sequence[Step], corner: float) -> Iterator[Step]:
    """The outlines with every corner between two straight edges rounded off."""
    part: list[Step] = []
    for step in outline:
        part.append(step)
        if step[0] == "z":
            yield from _rounded(part, corner)
            part = []


def _rounded(part: Sequence[Step], corner: float) -> Iterator[Step]:
    """One closed outline: each edge as far as its corner, then the corner."""
    edges = [one for one in part if one[0] in "lc"]
    if math.dist(edges[-1][1][-1], part[0][1][0]) > 1e-6:
        edges.append(("l", [part[0][1][0]]))
    starts = [part[0][1][0], *(points[-1] for _, points in edges[:-1])]
    lengths = [math.dist(start, edge[1][-1]) for start, edge in zip(starts, edges, strict=True)]
    after = [*range(1, len(edges)), 0]
    reaches = [
        min(corner, lengths[n] / 2, lengths[then] / 2) if edges[n][0] == edges[then][0] == "l" else 0.0
        for n, then in enumerate(after)
    ]
    yield "m", [_toward(starts[0], edges[0][1][-1], reaches[-1])]
    for n, then in enumerate(after):
        name, points = edges[n]
        end, reach = points[-1], reaches[n]
        if not reach:
            yield name, list(points)
            continue
        here, there = _toward(end, starts[n], reach), _toward(end, edges[then][1][-1], reach)
        yield "l", [here]
        yield "c", [_toward(end, here, reach * 0.45), _toward(end, there, reach * 0.45), there]
    yield "z", []


def _toward(start: Point, end: Point, reach: float) -> Point:
    length = math.dist(start, end) or 1.0
    return start[0] + (end[0] - start[0]) * reach / length, start[1] + (end[1] - start[1]) * reach / length


CORNER = math.radians(24)
"""A turn sharper than this is a corner: the brush is set down anew."""
Sample = tuple[Point, Point]
"""A point of a centre line and the line's direction there, of length one."""


def lines(path: Sequence[Step]) -> Iterator[list[list[Sample]]]:
    """Each centre line as its smooth runs: a run ends where the line has a corner."""
    runs: list[list[Sample]] = []
    at = start = (0.0, 0.0)
    for name, points in path:
        if name == "m":
            if runs:
                yield runs
            runs, at, start = [], points[0], points[0]
            continue
        drawn = points or [start]
        if math.dist(at, drawn[-1]) > 1e-6:
            _join(runs, list(_along(at, drawn)))
        at = drawn[-1]
    if runs:
        yield runs


def _join(runs: list[list[Sample]], segment: list[Sample]) -> None:
    """Put a segment's samples behind the last run's, or begin a run with them."""
    if runs and abs(_turn(runs[-1][-1][1], segment[0][1])) < CORNER:
        runs[-1] += segment[1:]
    else:
        runs.append(segment)


def _turn(one: Point, other: Point) -> float:
    """The angle from one direction to another, in radians, less than half a turn either way."""
    return math.atan2(one[0] * other[1] - one[1] * other[0], one[0] * other[0] + one[1] * other[1])


def _along(start: Point, points: Sequence[Point]) -> Iterator[Sample]:
    """Samples along one segment: a straight one in even parts, a curve in as many as its bend asks for."""
    if len(points) == 1:
        heading = _unit((points[0][0] - start[0], points[0][1] - start[1]))
        parts = 4 if math.dist(start, points[0]) > 16 else 2
        yield from ((point, heading) for point in row(start, points[0], parts + 1))
        return
    curve = (start, *points)
    legs = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(curve, curve[1:], strict=False) if math.dist(a, b) > 1e-6]
    bend = math.fsum(abs(_turn(a, b)) for a, b in zip(legs, legs[1:], strict=False))
    parts = max(2, math.ceil(bend / math.radians(38)), math.ceil(math.dist(start, points[-1]) / 24))
    yield start, _unit(legs[0])
    for n in range(1, parts):
        ahead, behind = _bezier(curve, n / parts + 1e-3), _bezier(curve, n / parts - 1e-3)
        yield _bezier(curve, n / parts), _unit((ahead[0] - behind[0], ahead[1] - behind[1]))
    yield points[-1], _unit(legs[-1])


def _bezier(curve: Sequence[Point], t: float) -> Point:
    u = 1 - t
    shares = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    x, y = (math.fsum(share * point[axis] for share, point in zip(shares, curve, strict=True)) for axis in (0, 1))
    return x, y


def lengths(runs: Iterable[Sequence[Sample]]) -> list[list[float]]:
    """How far along the whole line each sample of its runs is."""
    found, passed = [], 0.0
    for run in runs:
        own = [passed]
        for (a, _), (b, _) in zip(run, run[1:], strict=False):
            passed += math.dist(a, b)
            own.append(passed)
        found.append(own)
    return found


def stroke(
    run: Sequence[Sample], weight: float, width: Width, passed: Sequence[float], *, whole: float = 0.0
) -> Iterator[Step]:
    """Both sides of a brush line, once round, with a round end at either end.

    passed: how far along the line each sample is; whole: how long the line is, where the run is but a part of it.
    """
    whole = whole or passed[-1]

    def half(at: float) -> float:
        return weight / 2 * width(min(1.0, max(0.0, at / whole)), whole / weight)

    left, right = [], []
    for ((x, y), (dx, dy)), at in zip(run, passed, strict=True):
        wide, swell = half(at), (half(at + 0.1) - half(at - 0.1)) / 0.2
        left.append(((x - dy * wide, y + dx * wide), _unit((dx - dy * swell, dy + dx * swell))))
        right.append(((x + dy * wide, y - dx * wide), _back(_unit((dx + dy * swell, dy - dx * swell)))))
    (first, sets_out), (last, arrives) = run[0], run[-1]
    yield "m", [left[0][0]]
    yield from _through(left)
    yield from _end(last, arrives, half(passed[-1]))
    yield from _through(right[::-1])
    yield from _end(first, _back(sets_out), half(passed[0]))
    yield "z", []


def _back(heading: Point) -> Point:
    return -heading[0], -heading[1]


def headings(points: Sequence[Point]) -> list[Point]:
    """The direction of a line at each of its points, of length one; at its ends as its bend goes on."""
    found = []
    last = len(points) - 1
    for n in range(len(points)):
        if 0 < n < last or last == 1:
            a, b = points[max(0, n - 1)], points[min(last, n + 1)]
            found.append(_unit((b[0] - a[0], b[1] - a[1])))
        else:
            one, two, three = (points[k] for k in ((0, 1, 2) if n == 0 else (last, last - 1, last - 2)))
            away = (4 * two[0] - three[0] - 3 * one[0], 4 * two[1] - three[1] - 3 * one[1])
            found.append(_unit(away if n == 0 else _back(away)))
    return found


def _unit(vector: Point) -> Point:
    length = math.hypot(*vector) or 1.0
    return vector[0] / length, vector[1] / length


def _through(samples: Sequence[Sample]) -> Iterator[Step]:
    """A smooth curve through the samples, from the second on."""
    for (a, set_out), (b, arrive) in zip(samples, samples[1:], strict=False):
        reach = math.dist(a, b) / (3 * max(0.5, math.cos(_turn(set_out, arrive) / 4) ** 2))
        one = (a[0] + set_out[0] * reach, a[1] + set_out[1] * reach)
        two = (b[0] - arrive[0] * reach, b[1] - arrive[1] * reach)
        yield "c", [one, two, b]


def _end(centre: Point, heading: Point, half: float) -> Iterator[Step]:
    """Half a circle from the left side of a line to its right."""
    (x, y), (dx, dy), k = centre, heading, 0.5523
    tip = (x + dx * half, y + dy * half)
    left, right = (x - dy * half, y + dx * half), (x + dy * half, y - dx * half)
    yield (
        "c",
        [
            (left[0] + dx * half * k, left[1] + dy * half * k),
            (tip[0] - dy * half * k, tip[1] + dx * half * k),
            tip,
        ],
    )
    yield (
        "c",
        [
            (tip[0] + dy * half * k, tip[1] - dx * half * k),
            (right[0] + dx * half * k, right[1] + dy * half * k),
            right,
        ],
    )
