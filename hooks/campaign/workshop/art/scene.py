"""Scene: vignettes on a river bank before terraced hills and the whorl as the sun, set in an arch of paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import isqrt

from campaign.workshop.art.paths import Point
from campaign.workshop.art.vignettes import VIGNETTES
from campaign.workshop.art.vignettes.brush import (
    FIELD,
    FINE,
    Picture,
    Piece,
    Role,
    box,
    cut,
    disc,
    line,
    moved,
    waves,
    whorl,
)
from campaign.workshop.art.vignettes.drawing import SCALE, filled, inks

FOOT = 89.0
"""How far down its own field a vignette stands on the ground, in units."""
BANK, RIVER = 4.5, 13.0
"""How tall the line of the bank is, and the river below it."""
TERRACE = 12.0
"""From one terrace of a hill down to the next."""


@dataclass(frozen=True, slots=True)
class Hill:
    """A hill of so many terraces: its token, where its middle is, how wide its foot and how high it is, in units."""

    role: Role
    x: float
    width: float
    height: float
    terraces: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a vignette stands: its middle and its foot, and its size as a share of its own field."""

    x: float
    y: float
    scale: float


@dataclass(frozen=True, slots=True)
class Scene:
    """What decides the drawing, in units: its size; the radius of the arch's top; the sun by its middle and radius;
    hills from the back; spots in the order in which pictures are named, each in front of the one before."""

    width: int
    height: int
    arch: float
    sun: tuple[float, float, float]
    hills: tuple[Hill, ...]
    spots: tuple[Spot, ...]

    @property
    def ground(self) -> float:
        """How far down the bank is."""
        return self.height - RIVER - BANK


HIGH = Scene(
    width=240,
    height=236,
    arch=120,
    sun=(62, 62, 24),
    hills=(
        Hill("red", 160, 300, 148, 7),
        Hill("teal", 62, 230, 112, 5),
        Hill("ochre", 226, 210, 78, 3),
    ),
    spots=(Spot(172, 220, 1.0), Spot(58, 220, 0.96), Spot(115, 221, 0.74), Spot(150, 72, 0.34)),
)
"""Beside words, on a wide page."""
LOW = Scene(
    width=240,
    height=108,
    arch=170,
    sun=(92, 30, 13),
    hills=(
        Hill("red", 138, 190, 76, 4),
        Hill("teal", 44, 180, 58, 3),
        Hill("ochre", 218, 130, 42, 2),
    ),
    spots=(Spot(192, 92, 0.66), Spot(48, 92, 0.62), Spot(119, 92, 0.54)),
)
"""Below words, on a narrow one: fewer things, and larger ones."""


def picture(scene: Scene, names: Sequence[str]) -> Picture:
    """Everything from the back to the front; names: of vignettes, one a spot. KeyError for one nobody drew."""
    x, y, radius = scene.sun
    found = [disc("ochre", x, y, radius), whorl("paper", x, y, radius * 0.76, radius / 6, turns=2.1, first=200)]
    for hill in scene.hills:
        found += _hill(hill, scene.ground)
    for name, spot in zip(names, scene.spots, strict=False):
        found += _standing(VIGNETTES[name], spot)
    return (*found, *_river(scene))


def _hill(hill: Hill, ground: float) -> Iterator[Piece]:
    """The hill, and the edges of its terraces as lines of paper, each the hill's own outline further down."""
    yield cut(hill.role, _rise(hill, ground, 0) + "z", apart=True)
    for n in range(1, hill.terraces + 1):
        yield line("paper", _rise(hill, ground, n * TERRACE), FINE)


def _rise(hill: Hill, ground: float, below: float) -> str:
    """From foot to foot over a hill's round top, so far below it; all of them keep within the hill."""
    share = 1 - below / hill.height
    half, top = hill.width / 2 * (0.42 + 0.58 * share) - below * 0.2, ground - hill.height * share
    left, right = hill.x - half, hill.x + half
    one, two = half * 0.42, half * 0.4
    return (
        f"M{left:.2f} {ground}C{left + one:.2f} {ground} {hill.x - two:.2f} {top:.2f} {hill.x} {top:.2f}"
        f"C{hill.x + two:.2f} {top:.2f} {right - one:.2f} {ground} {right:.2f} {ground}"
    )


def _river(scene: Scene) -> Iterator[Piece]:
    """The bank as one line, and the river under it with a wave all along."""
    yield box("teal", -4, scene.ground + BANK, scene.width + 8, RIVER + 4, corner=0)
    yield waves("paper", -6, scene.ground + BANK + RIVER / 2, scene.width + 12, count=9, height=5, weight=FINE)
    yield box("ink", -4, scene.ground, scene.width + 8, BANK, corner=0)


def _standing(drawn: Picture, spot: Spot) -> Picture:
    """A vignette with its foot on a spot, apart from whatever lies behind it."""
    at: Point = (spot.x - FIELD / 2 * spot.scale, spot.y - FOOT * spot.scale)
    apart = (piece if piece.role == "paper" or piece.inlaid else replace(piece, apart=True) for piece in drawn)
    return moved(apart, by=at, scale=spot.scale)


def svg(scene: Scene, names: Sequence[str], *, ground: str = "paper") -> str:
    """The whole scene as an SVG document in the inks of a ground; beyond the arch nothing is drawn."""
    colours = inks(ground)
    width, height, radius = (round(figure * SCALE) for figure in (scene.width, scene.height, scene.arch))
    edge = radius - isqrt(radius**2 - (width // 2) ** 2)
    arch = f'<path d="M0 {height}V{edge}A{radius} {radius} 0 0 1 {width} {edge}V{height}z"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<clipPath id="a">{arch}/></clipPath><g clip-path="url(#a)">{arch} fill="{colours["paper"]}"/>'
        f"{filled(picture(scene, names), colours)}</g></svg>"
    )
