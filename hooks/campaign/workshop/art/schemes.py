"""Schemes: the colours by which a kind of record is known on paper, walls, cards and pages; a kind names its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from campaign.workshop.art.tokens import mix, on, tokens

TINT = "tint"
"""The scheme of what has a colour that staff gave it."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """Colours by role as #RRGGBB.

    ground: what one sees from across a room; text: what is written on it; brush: a drawing beside text;
    stroke, ring, eye: the whorl's, where it is the picture; accent: text and rules on paper beside the ground.
    """

    ground: str
    text: str
    brush: str
    stroke: str
    ring: str
    eye: str
    accent: str


DRAWN: Mapping[str, tuple[str, str, str, str, str, str, str]] = MappingProxyType(
    {
        "red": ("red", "white", "red-deep", "ink", "red-deep", "ochre", "red"),
        "ochre": ("ochre", "ink", "", "ink", "red", "paper", "red"),
        "teal": ("teal", "white", "", "paper", "", "ochre", "teal"),
        "indigo": ("indigo", "white", "", "ochre", "", "ochre", "indigo"),
        "stone": ("stone", "white", "", "paper", "", "ochre", "stone"),
        "paper": ("clay", "ink", "red", "red", "ink", "ochre", "red"),
        "alarm": ("night", "ochre", "", "ochre", "", "ochre", "ochre-deep"),
    }
)
"""Each scheme's tokens in the order of `Scheme`; an empty one is reckoned from the ground. Told apart by those who
don't see red or green too: tests/workshop/art/test_schemes.py. `alarm` is of urgent notices alone."""
BRUSH, RING = 0.3, 0.35
"""How far a reckoned brush and ring are from their ground to ink."""


def scheme(name: str, *, tint: str = "") -> Scheme:
    """The colours of a scheme; tint: the colour that `tint` builds on. KeyError for a name there isn't."""
    colours = tokens().colours
    ink, white = colours["ink"], colours["white"]
    if name == TINT:
        return Scheme(
            tint, on(tint), mix(tint, ink, BRUSH), mix(tint, ink, 0.42), mix(tint, white, 0.22), colours["ochre"], tint
        )
    names = DRAWN[name]
    ground = colours[names[0]]
    reckoned = (ground, ink, mix(ground, ink, BRUSH), ink, mix(ground, ink, RING), ink, ink)
    return Scheme(*(colours[token] if token else other for token, other in zip(names, reckoned, strict=True)))
