"""The hand: brush lines with swelling ends, cut-paper fields and Majiayao fills, as closed outlines on one field."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from campaign.workshop.art.paths import Point, Step, steps
from campaign.workshop.art.vignettes.outlines import (
    Width,
    backwards,
    circle,
    even,
    headings,
    lengths,
    lines,
    softened,
    stroke,
    swelling,
)

FIELD = 96
"""Side of the square every vignette is drawn on, in units; MARGIN of them stay free all round."""
MARGIN = 3
BOLD, LINE, FINE = 6.0, 4.4, 3.0
"""Widths of a brush line, in units. FINE is 1.5 px where a vignette is 48 px wide: nothing is drawn finer."""
GAP = 2.6
"""Ground left free round a piece that lies on others, as between two pieces of cut paper, in units."""

Role = Literal["ink", "red", "ochre", "teal", "paper"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Closed outlines of one colour.

    role: its token, `paper` for the ground showing through; apart: with GAP round it; inlaid: it lies in a field of
    another colour, and is cut out of it where there is only one.
    """

    role: Role
    outlines: tuple[Step, ...]
    apart: bool = False
    inlaid: bool = False


Picture = tuple[Piece, ...]
"""Pieces from the back to the front."""


def cut(role: Role, path: str, *, corner: float = 1.4, apart: bool = False) -> Piece:
    """A field cut out of paper along SVG path data; corners of straight edges are a little round, as scissors leave."""
    return Piece(role, tuple(softened(steps(path), corner)), apart)


def box(
    role: Role, x: float, y: float, width: float, height: float, *, corner: float = 1.4, apart: bool = False
) -> Piece:
    """An upright rectangle, its corner at x, y."""
    return cut(role, f"M{x} {y}h{width}v{height}h{-width}z", corner=corner, apart=apart)


def disc(role: Role, x: float, y: float, radius: float, *, apart: bool = False) -> Piece:
    """A circle around x, y."""
    return Piece(role, tuple(circle(x, y, radius)), apart)


def dots(role: Role, centres: Iterable[Point], radius: float) -> Piece:
    """A dot on each centre."""
    return Piece(role, tuple(step for x, y in centres for step in circle(x, y, radius)))


def inlaid(*pieces: Piece) -> Picture:
    """The pieces, cut out of what they lie on where there is only one colour."""
    return tuple(replace(piece, inlaid=True) for piece in pieces)


def ring_of(x: float, y: float, radius: float, count: int, *, first: float = -90.0) -> Iterator[Point]:
    """Points on a circle at even distances; first: where the first one is, in degrees clockwise from three o'clock."""
    for n in range(count):
        angle = math.radians(first + 360 * n / count)
        yield x + radius * math.cos(angle), y + radius * math.sin(angle)


def line(role: Role, path: str, weight: float = LINE, *, width: Width = swelling, apart: bool = False) -> Piece:
    """Brush lines along SVG path data; each swells along its own length and ends round."""
    found: list[Step] = []
    for runs in lines(steps(path)):
        passed = lengths(runs)
        for run, own in zip(runs, passed, strict=True):
            found += stroke(run, weight, width, own, whole=passed[-1][-1])
    return Piece(role, tuple(found), apart)


def ring(role: Role, x: float, y: float, radius: float, weight: float = LINE, *, apart: bool = False) -> Piece:
    """A circle drawn with the brush."""
    outer, inner = circle(x, y, radius + weight / 2), circle(x, y, radius - weight / 2)
    return Piece(role, (*outer, *backwards(list(inner))), apart)


def whorl(
    role: Role, x: float, y: float, radius: float, weight: float = FINE, *, turns: float = 1.5, first: float = 0.0
) -> Piece:
    """The campaign's whorl small: one line that turns outwards until it reaches the radius; first: see `ring_of`."""
    count = max(6, round(turns * 8))
    points = []
    for n in range(count + 1):
        share = n / count
        angle, reach = math.radians(first + 360 * turns * share), (radius - weight / 2) * share**0.85
        points.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    run = list(zip(points, headings(points), strict=True))
    return Piece(role, tuple(stroke(run, weight, swelling, lengths([run])[0])))


def waves(
    role: Role,
    x: float,
    y: float,
    length: float,
    *,
    count: int = 2,
    height: float = 4.0,
    weight: float = LINE,
) -> Piece:
    """A river line from x, y to the right: so many waves in one stroke."""
    half = length / count / 2
    near, far = 0.364 * half, 0.636 * half
    wave = "".join(f"c{near:.2f} {sign * height} {far:.2f} {sign * height} {half:.2f} 0" for sign in (-1, 1))
    return line(role, f"M{x} {y}" + wave * count, weight)


def net(
    role: Role, x: float, y: float, width: float, height: float, *, across: int, down: int, weight: float = FINE
) -> Piece:
    """A fisher's net in a rectangle: diagonals both ways from edge to edge."""
    step_x, step_y = width / across, height / down
    strands = []
    for n in range(-down + 1, across):
        for slope in (1, -1):
            first, last = max(0, -n), min(down, across - n)
            ends = [
                (x + (n + k) * step_x, (y + k * step_y) if slope > 0 else (y + height - k * step_y))
                for k in (first, last)
            ]
            strands.append("M{:.2f} {:.2f}L{:.2f} {:.2f}".format(*ends[0], *ends[1]))
    return line(role, "".join(strands), weight, width=even)


def moved(picture: Iterable[Piece], *, by: Point = (0.0, 0.0), scale: float = 1.0, turn: float = 0.0) -> Picture:
    """The pieces scaled from the origin, turned round it by degrees clockwise, and shifted."""
    cos, sin = scale * math.cos(math.radians(turn)), scale * math.sin(math.radians(turn))

    def at(point: Point) -> Point:
        x, y = point
        return x * cos - y * sin + by[0], x * sin + y * cos + by[1]

    return tuple(
        replace(piece, outlines=tuple((name, [at(p) for p in points]) for name, points in piece.outlines))
        for piece in picture
    )


def gear(role: Role, x: float, y: float, outer: float, teeth: int, *, first: float = 0.0, depth: float = 6.0) -> Piece:
    """A toothed wheel; outer: its radius over the teeth, depth: how far they stand out."""
    step = 360 / teeth
    corners = []
    for n in range(teeth):
        for share, radius in ((-0.30, outer - depth), (-0.20, outer), (0.20, outer), (0.30, outer - depth)):
            angle = math.radians(first + (n + share) * step)
            corners.append(f"{x + radius * math.cos(angle):.2f} {y + radius * math.sin(angle):.2f}")
    return cut(role, "M" + "L".join(corners) + "z")


def scallop(
    role: Role,
    x: float,
    y: float,
    radius: float,
    count: int,
    *,
    bump: float,
    first: float = -90.0,
    apart: bool = False,
) -> Piece:
    """A round field with so many bumps around its edge, where it is cut in to the radius; bump: their own radius."""
    around = [*ring_of(x, y, radius, count, first=first)]
    bumps = "".join(f"A{bump} {bump} 0 0 1 {px:.2f} {py:.2f}" for px, py in (*around[1:], around[0]))
    return cut(role, "M{:.2f} {:.2f}".format(*around[0]) + bumps + "z", apart=apart)
