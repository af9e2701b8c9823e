"""Paths: SVG path data as absolute steps that any engine can draw, and steps as path data again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import atan2, ceil, cos, hypot, sin, sqrt, tan, tau

TOKEN = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])|(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)")
ARITY = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
Point = tuple[float, float]
Step = tuple[str, list[Point]]
"""`m` and `l` with one point, `c` with two controls and an end, `z` with none."""


def steps(path_data: str) -> list[Step]:
    """SVG path data (SVG 2, 9.3) as absolute moves, lines, cubic curves and closes, in the data's own units."""
    pen = _Pen()
    for letter, figures in _commands(path_data):
        pen.draw(letter, figures)
    return [(name, [(round(x, 3), round(y, 3)) for x, y in points]) for name, points in pen.steps]


def flat_steps(path_data: str) -> list[list[object]]:
    """The same steps as flat lists, `["c", x1, y1, x2, y2, x, y]`: quick to read where they are drawn."""
    return [[name, *(figure for point in points for figure in point)] for name, points in steps(path_data)]


def written(outlines: Iterable[Step], *, scale: float = 1.0) -> str:
    """Steps as SVG path data in whole units of the scaled drawing, each from the last."""
    parts: list[str] = []
    at: tuple[int, int] = (0, 0)
    start = at
    for name, points in outlines:
        if name == "z":
            parts.append("z")
            at = start
            continue
        placed = [(round(x * scale), round(y * scale)) for x, y in points]
        if name == "m":
            parts.append(f"M{placed[0][0]} {placed[0][1]}")
            start = placed[0]
        else:
            parts.append(
                name + _run_together(figure - at[axis] for point in placed for axis, figure in enumerate(point))
            )
        at = placed[-1]
    return "".join(parts)


def _run_together(figures: Iterable[int]) -> str:
    """Figures with a space only where no sign parts them."""
    return " ".join(map(str, figures)).replace(" -", "-")


def _commands(path_data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with one set of figures; repeated figures repeat it, after a move as a line."""
    letter, figures = "", []
    for found in TOKEN.finditer(path_data):
        if found[1]:
            letter = found[1]
            if letter in "Zz":
                yield letter, []
            continue
        figures.append(float(found[2]))
        if len(figures) == ARITY[letter.upper()]:
            yield letter, figures
            letter, figures = {"M": "L", "m": "l"}.get(letter, letter), []


class _Pen:
    """Where the pen is, where its subpath began, its last control point, and what it has drawn."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.at: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.control: Point | None = None

    def draw(self, letter: str, figures: list[float]) -> None:
        """Draw one command."""
        ox, oy = self.at if letter.islower() else (0.0, 0.0)
        name = letter.upper()
        if name == "Z":
            self._add("z", [], self.start)
        elif name in "HV":
            x, y = (ox + figures[0], self.at[1]) if name == "H" else (self.at[0], oy + figures[0])
            self._add("l", [(x, y)], (x, y))
        elif name == "A":
            end = (ox + figures[5], oy + figures[6])
            for controls in _arc(self.at, end, *figures[:2], *figures[3:5]):
                self._add("c", controls, controls[-1])
        else:
            points = [(ox + x, oy + y) for x, y in zip(figures[::2], figures[1::2], strict=True)]
            self._curve_or_line(name, points)

    def _curve_or_line(self, name: str, points: list[Point]) -> None:
        end = points[-1]
        if name == "M":
            self.start = end
            self._add("m", points, end)
        elif name == "L":
            self._add("l", points, end)
        else:
            controls = self._controls(name, points)
            self._add("c", [*controls, end], end)
            self.control = controls[1] if name in "CS" else points[0]

    def _controls(self, name: str, points: list[Point]) -> list[Point]:
        """The two cubic controls of C, S and Q."""
        if name == "C":
            return points[:2]
        if name == "S":
            return [self._mirrored(), points[0]]
        (ax, ay), (qx, qy), (ex, ey) = self.at, points[0], points[-1]
        return [(ax + (qx - ax) * 2 / 3, ay + (qy - ay) * 2 / 3), (ex + (qx - ex) * 2 / 3, ey + (qy - ey) * 2 / 3)]

    def _mirrored(self) -> Point:
        (x, y), (cx, cy) = self.at, self.control or self.at
        return (2 * x - cx, 2 * y - cy)

    def _add(self, name: str, points: list[Point], end: Point) -> None:
        self.steps.append((name, points))
        self.at, self.control = end, None


def _arc(start: Point, end: Point, rx: float, ry: float, large: float, sweep: float) -> Iterator[list[Point]]:
    """An upright elliptical arc as cubics of at most a quarter turn each (SVG 2, B.2.4), by way of the unit circle."""
    (ax, ay), (bx, by) = (start[0] / rx, start[1] / ry), (end[0] / rx, end[1] / ry)
    half = hypot(bx - ax, by - ay) / 2
    if not half:
        return
    radius = max(1.0, half)
    rise = sqrt(radius**2 - half**2) / (2 * half) * (-1 if bool(large) == bool(sweep) else 1)
    cx, cy = (ax + bx) / 2 - rise * (by - ay), (ay + by) / 2 + rise * (bx - ax)
    first, last = atan2(ay - cy, ax - cx), atan2(by - cy, bx - cx)
    turn = (last - first) % tau if sweep else -((first - last) % tau)
    count = ceil(abs(turn) / (tau / 4) - 1e-9)
    reach = 4 / 3 * tan(turn / count / 4) * radius
    for index in range(count):
        one, two = first + turn * index / count, first + turn * (index + 1) / count
        (px, py), (qx, qy) = (
            (cx + radius * cos(one), cy + radius * sin(one)),
            (cx + radius * cos(two), cy + radius * sin(two)),
        )
        points = [
            (px - reach * sin(one), py + reach * cos(one)),
            (qx + reach * sin(two), qy - reach * cos(two)),
            (qx, qy),
        ]
        yield [(x * rx, y * ry) for x, y in points]
