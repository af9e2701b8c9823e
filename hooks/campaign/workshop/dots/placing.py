"""Placing: each stem on a row or column of its own, as near as may be to where the outline has it, with gaps."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from campaign.workshop.dots.stems import Stem

KEPT = 48
"""So many ways to place the stems so far are looked into further."""
CROSSED, TOUCHING = 200.0, 40.0
"""What it costs that two stems lie on each other, or have no dot between them: far more than any move."""
UNEVEN_GAP, UNEQUAL_GAPS = 0.4, 0.5
"""What it costs to change a gap, and to make two gaps differ that are alike."""
ALIKE = 0.4
"""Gaps that differ by less, in dots, look alike in the outline."""
SHORT, LIGHT = 250, 0.6
"""A stem shorter than a quarter of the em may rather move than a long one."""


@dataclass(frozen=True, slots=True)
class _Way:
    """Where the stems so far stand, and what that costs."""

    rows: tuple[int, ...] = ()
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """The first row of each stem, and how many dots thick all of them are."""

    rows: tuple[int, ...]
    thick: int


def placed(stems: Sequence[Stem], centres: Sequence[float], *, room: int, thick: int) -> Placed:
    """Rows for stems in the order of their centres, which are in dots.

    room: how many rows there are; thick: dots a stem should be; all of a glyph are thinner where gaps would close.
    """
    meeting = [[stem.meets(other) for other in stems] for stem in stems]
    for dots in range(thick, 0, -1):
        rows = _best(stems, centres, meeting, room=room, thick=dots)
        if dots == 1 or _apart(rows, meeting, dots):
            return Placed(rows, dots)
    raise ValueError("a stem has one dot at least")


def _apart(rows: Sequence[int], meeting: Sequence[Sequence[bool]], thick: int) -> bool:
    """True where there is a dot between any two stems that run side by side."""
    pairs = ((one, two) for two in range(len(rows)) for one in range(two))
    return all(not meeting[one][two] or rows[two] - rows[one] > thick for one, two in pairs)


def _best(
    stems: Sequence[Stem],
    centres: Sequence[float],
    meeting: Sequence[Sequence[bool]],
    *,
    room: int,
    thick: int,
) -> tuple[int, ...]:
    ways = [_Way()]
    for at, centre in enumerate(centres):
        wanted, weight = centre - thick / 2, 1.0 if stems[at].length > SHORT else LIGHT
        sides = [n for n in range(at) if meeting[n][at]]
        gaps = _gap_cost(centres, meeting, at, sides, thick)
        grown = [
            _Way((*way.rows, row), way.cost + weight * (row - wanted) ** 2 + gaps(way.rows, row))
            for way in ways
            for row in _near(wanted, room - thick)
            if not way.rows or row >= way.rows[-1]
        ]
        ways = sorted(grown or [_Way((*ways[0].rows, ways[0].rows[-1]), ways[0].cost)], key=lambda way: way.cost)[:KEPT]
    return ways[0].rows


def _near(wanted: float, last: int) -> Sequence[int]:
    """The rows about where a stem should stand."""
    low, high = max(0, int(wanted) - 2), min(last, int(wanted) + 3)
    return range(low, high + 1) if low <= high else (min(max(0, low), max(0, last)),)


def _gap_cost(
    centres: Sequence[float], meeting: Sequence[Sequence[bool]], at: int, sides: Sequence[int], thick: int
) -> Callable[[Sequence[int], int], float]:
    """What the gaps cost that a stem leaves to those before it, as a function of their rows and its own."""
    last = sides[-1] if sides else -1
    gap = centres[at] - centres[last]
    before = [n for n in range(last) if meeting[n][last] and meeting[n][at]] if sides else []
    alike = bool(before) and abs(centres[last] - centres[before[-1]] - gap) < ALIKE

    def cost(rows: Sequence[int], row: int) -> float:
        found = math.fsum(_closeness(row - rows[side] - thick) for side in sides)
        if sides:
            found += UNEVEN_GAP * (row - rows[last] - gap) ** 2
        if alike:
            found += UNEQUAL_GAPS * (row - 2 * rows[last] + rows[before[-1]]) ** 2
        return found

    return cost


def _closeness(dots: int) -> float:
    return CROSSED if dots < 0 else TOUCHING if dots == 0 else 0.0
