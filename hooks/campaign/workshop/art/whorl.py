"""The whorl: the painted-pottery drawing of the campaign, made from a few parameters as closed brush strokes.

Majiayao jars turn bundles of brush lines around an eye until they close into a circle. Here a stroke is a centre line
with a width that swells and tapers as a loaded brush does; its outline is a closed path, so that site, poster, LED
edge and favicon fill the same shapes. Lengths are units of the drawing: the whorl fits a circle of radius 500.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Curve = Callable[[float], Point]
Width = Callable[[float], float]

RADIUS = 500.0


@dataclass(frozen=True, slots=True)
class Whorl:
    """What decides the drawing.

    arms: bundles that leave the eye; lines: strokes of a bundle; turn: how far a bundle goes round, in radians;
    spread: the share of the way to the next bundle that a bundle fills; eye, rim: radii where strokes begin and end;
    weight: width of the first stroke of a bundle; thinning: what is left of the width at the last one;
    rings: circles outside the rim; seeds: dots in the gap behind each bundle.
    """

    arms: int = 3
    lines: int = 6
    turn: float = 4.6
    spread: float = 0.6
    eye: float = 104.0
    rim: float = 412.0
    weight: float = 24.0
    thinning: float = 0.36
    rings: int = 3
    seeds: int = 9


@dataclass(frozen=True, slots=True)
class Shape:
    """One closed outline: its role (`stroke`, `ring`, `eye`, `dot`) and its points, in order."""

    role: str
    points: tuple[Point, ...]


def shapes(whorl: Whorl) -> Iterator[Shape]:
    """Every outline of the drawing around the origin, from the eye outwards."""
    yield Shape("eye", _circle((0.0, 0.0), whorl.eye * 0.42))
    yield _ring(whorl.eye * 0.78, min(whorl.weight * 0.75, whorl.eye * 0.2), start=0.6, role="eye")
    for arm in range(whorl.arms):
        yield from _bundle(whorl, 2 * math.pi * arm / whorl.arms)
    for ring in range(whorl.rings):
        yield _rim_ring(whorl, ring)


def _bundle(whorl: Whorl, angle: float) -> Iterator[Shape]:
    """The strokes of one arm, thick to thin, and the drop of paint that fills the gap behind them."""
    step = 2 * math.pi / whorl.arms * whorl.spread / max(1, whorl.lines - 1)
    for line in range(whorl.lines):
        share = line / max(1, whorl.lines - 1)
        weight = whorl.weight * (1 + (whorl.thinning - 1) * share)
        begin, end = 0.10 * share * share, 1.0 - 0.10 * share
        curve = _arm(whorl, angle + line * step)
        yield Shape("stroke", _outline(curve, _brush(weight), begin, end, samples=15))
    yield from _seeds(whorl, angle + step * (whorl.lines - 1))


def _seeds(whorl: Whorl, angle: float) -> Iterator[Shape]:
    """Dots along the middle of the gap between the last stroke of a bundle and the first of the next."""
    gap = 2 * math.pi / whorl.arms * (1 - whorl.spread)
    curve = _arm(whorl, angle + gap * 0.5)
    for n in range(whorl.seeds):
        share = (n + 0.5) / whorl.seeds
        yield Shape(
            "seed", _circle(curve(0.36 + 0.40 * share), whorl.weight * (0.20 + 0.26 * math.sin(math.pi * share)))
        )


def _arm(whorl: Whorl, angle: float) -> Curve:
    """A line that leaves the eye along its edge and reaches the rim along the rim: both ends are tangents."""

    inner = whorl.eye + whorl.weight * 0.3

    def at(t: float) -> Point:
        eased = t * t * (3 - 2 * t)
        radius = inner + (whorl.rim - inner) * eased
        turned = angle + whorl.turn * t
        return radius * math.cos(turned), radius * math.sin(turned)

    return at


def swept(x: float, y: float, whorl: Whorl | None = None) -> float:
    """When a brush that goes round as the arms do, all of them at once, passes a point: 0 to 1 of its way to the next.
    The whorl is the seal unless said.

    x, y: from the middle, in lengths of the rim; beyond it the lines go on as rings.
    """
    whorl = whorl or SEAL
    share = min(1.0, max(0.0, (math.hypot(x, y) * whorl.rim - whorl.eye) / (whorl.rim - whorl.eye)))
    along = 0.5 - math.sin(math.asin(1 - 2 * share) / 3)
    round_ = (math.atan2(y, x) - whorl.turn * along) / (2 * math.pi) * whorl.arms
    return round_ - math.floor(round_)


def _brush(weight: float) -> Width:
    """Half the width along a stroke: set down, pressed, drawn out to a point."""

    def at(t: float) -> float:
        pressed = math.sin(math.pi * min(1.0, t * 1.02) ** 0.72)
        return weight / 2 * math.pow(max(0.06, pressed), 0.8)

    return at


def _outline(curve: Curve, width: Width, begin: float, end: float, *, samples: int) -> tuple[Point, ...]:
    """Both sides of a stroke, once round: out along the one, back along the other."""
    left: list[Point] = []
    right: list[Point] = []
    for n in range(samples + 1):
        own = n / samples
        t = begin + (end - begin) * own
        (x, y), (dx, dy) = curve(t), _direction(curve, t)
        half = width(own)
        left.append((x - dy * half, y + dx * half))
        right.append((x + dy * half, y - dx * half))
    return (*left, *reversed(right))


def _direction(curve: Curve, t: float) -> Point:
    (x0, y0), (x1, y1) = curve(t - 1e-4), curve(t + 1e-4)
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    return (x1 - x0) / length, (y1 - y0) / length


def _ring(radius: float, weight: float, *, start: float, role: str, sweep: float = 2 * math.pi * 0.985) -> Shape:
    """A circle drawn in one go: it swells, thins, and doesn't quite close."""

    def curve(t: float) -> Point:
        turned = start + sweep * t
        return radius * math.cos(turned), radius * math.sin(turned)

    def width(t: float) -> float:
        ends = min(1.0, t * 14, (1 - t) * 14)
        return (
            weight / 2 * (0.78 + 0.22 * math.cos(2 * math.pi * (t - 0.4))) * (0.25 + 0.75 * math.sqrt(max(0.0, ends)))
        )

    return Shape(role, _outline(curve, width, 0.0, 1.0, samples=22))


def _rim_ring(whorl: Whorl, ring: int) -> Shape:
    """The outer rings, where the bundles have turned into circles: broad, fine, fine."""
    weights = (1.25, 0.5, 0.9, 0.4)
    gap = (RADIUS - whorl.rim) / (whorl.rings + 0.6)
    radius = whorl.rim + gap * (ring + 0.85)
    return _ring(radius, whorl.weight * weights[ring % len(weights)], start=1.1 + 2.2 * ring, role="ring")


def _circle(centre: Point, radius: float) -> tuple[Point, ...]:
    x, y = centre
    angles = (2 * math.pi * n / 8 for n in range(8))
    return tuple((x + radius * math.cos(a), y + radius * math.sin(a)) for a in angles)


def path(points: Sequence[Point], *, shift: Point = (0.0, 0.0), scale: float = 1.0) -> str:
    """A closed outline as SVG path data: smooth curves through the points, in whole units, each from the last."""
    placed = [((x + shift[0]) * scale, (y + shift[1]) * scale) for x, y in points]
    at = (round(placed[0][0]), round(placed[0][1]))
    parts = [f"M{at[0]} {at[1]}"]
    for n in range(len(placed)):
        before, here, there, after = (placed[(n + k) % len(placed)] for k in (-1, 0, 1, 2))
        one = (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6)
        two = (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6)
        parts.append("c" + _relative(at, (one, two, there)))
        at = (round(there[0]), round(there[1]))
    return "".join(parts) + "z"


def _relative(at: tuple[int, int], points: Sequence[Point]) -> str:
    numbers = (str(round(value) - at[axis]) for point in points for axis, value in enumerate(point))
    return " ".join(numbers).replace(" -", "-")


def svg(whorl: Whorl | None = None, *, stroke: str = "#8E1B15", eye: str = "#D98E32", ground: str = "") -> str:
    """The whole whorl as an SVG document of 1000 x 1000 units; ground: the colour of a disc behind it, if any."""
    colours = {"stroke": stroke, "ring": stroke, "eye": eye, "seed": eye}
    groups: dict[str, list[str]] = {}
    for shape in shapes(whorl or Whorl()):
        groups.setdefault(colours[shape.role], []).append(path(shape.points, shift=(RADIUS, RADIUS)))
    disc = f'<circle cx="500" cy="500" r="500" fill="{ground}"/>' if ground else ""
    drawn = disc + "".join(f'<path fill="{colour}" d="{"".join(paths)}"/>' for colour, paths in groups.items())
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000" width="1000" height="1000">{drawn}</svg>'


SEAL = Whorl(arms=3, lines=2, turn=3.6, spread=0.3, eye=150, rim=450, weight=92, thinning=0.5, rings=0, seeds=0)
"""The whorl as a maker's seal: few strokes, so that it holds from 16 pixels up."""


def seal(*, stroke: str = "#FBF7F0", eye: str = "#D98E32", ground: str = "#B3261E") -> str:
    """The seal as an SVG document: strokes on a disc."""
    return svg(SEAL, stroke=stroke, eye=eye, ground=ground)


BAND = (96, 48)
"""Width of one repeat of the running band, and its height."""


def band(*, stroke: str = "#D98E32", eye: str = "#D98E32") -> str:
    """Linked whorls as a running border: an SVG document that repeats sideways without a seam."""
    step, height = BAND
    strokes = [
        path(_outline(_link(step, reach), _brush(3.4), 0.0, 1.0, samples=14), shift=(step * unit, height / 2), scale=10)
        for unit in (-1, 0, 1)
        for reach in (9.5, 14.5, 19.5)
    ]
    eyes = [path(_circle((0.0, 0.0), 4.2), shift=(step * unit, height / 2), scale=10) for unit in (0, 1)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {step * 10} {height * 10}" width="{step}" '
        f'height="{height}"><path fill="{stroke}" d="{"".join(strokes)}"/>'
        f'<path fill="{eye}" d="{"".join(eyes)}"/></svg>'
    )


def _link(step: float, reach: float) -> Curve:
    """A line over one eye and under the next."""

    def at(t: float) -> Point:
        x = step * (1.9 * t - 0.45)
        return x, -reach * math.cos(math.pi * x / step)

    return at
