"""Looks: the colours of a picture by role, and the few shades it is kept in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from campaign.workshop.art import schemes
from campaign.workshop.art.tokens import ground, mix, tokens

TEXT_SHADES, DRAWING_SHADES = 5, 2
"""Shades between a colour and its ground: enough for smooth letters, few enough for a light file."""


def looks(name: str, *, tint: str = "") -> Mapping[str, str]:
    """The colours of a picture by role, as #RRGGBB; name: as `schemes.scheme` has it, `tint` included."""
    colours = tokens().colours
    ink, paper, white, red = (colours[one] for one in ("ink", "paper", "white", "red"))
    drawn = schemes.scheme(name, tint=ground(tint) if tint else "")
    label = red if name == "paper" else paper if drawn.text == white else ink
    on_label = white if name == "paper" else ink if label == paper else paper
    found = {"ground": drawn.ground, "text": drawn.text, "stroke": drawn.brush, "eye": drawn.eye}
    return {**found, "label": label, "on-label": on_label, "notice": colours["night"], "on-notice": white}


def shades(palette: Mapping[str, str], pairs: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Every shade between the colours of each pair (ground, what is drawn on it), both ends included.

    Letters have more shades than drawings: roles called `stroke` and `eye` are drawings.
    """
    found: dict[str, None] = {}
    for under, over in pairs:
        steps = DRAWING_SHADES if over in ("stroke", "eye") else TEXT_SHADES
        found |= dict.fromkeys(mix(palette[under], palette[over], step / steps) for step in range(steps + 1))
    return tuple(found)


CARD_PAIRS = (
    ("ground", "text"),
    ("ground", "stroke"),
    ("ground", "eye"),
    ("label", "on-label"),
    ("ground", "label"),
    ("notice", "on-notice"),
    ("ground", "notice"),
)
"""What is drawn on what, on a share card."""
