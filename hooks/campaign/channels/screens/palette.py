"""Colours of a frame by role: saturated grounds by day, dark ones at night, light on black for strips."""

from __future__ import annotations

from collections.abc import Mapping

from campaign.workshop.art.tokens import TEXT_CONTRAST, contrast, luminance, mix, on, tokens

NIGHT_LIGHT = 0.033
"""The most relative luminance of a ground at night: a wall of saturated red dazzles a dark street."""
NIGHT_PAPER = "#ECE7DF"
"""The ground of a symbol at night: the least light that readers still take for white."""


def roles(scheme: str, look: str, *, tint: str = "") -> Mapping[str, str]:
    """Colours by role as #RRGGBB. scheme: `red`, `teal`, `ochre`, `alarm`, `strip`, or `tint` with its own colour."""
    colours = tokens().colours
    ink, paper, ochre = colours["ink"], colours["paper"], colours["ochre"]
    if scheme == "strip":
        return {"ground": "#000000", "text": "#FFFFFF", "accent": ochre, "quiet": paper, "stroke": ink, "tile": paper}
    grounds = {"red": colours["red"], "teal": colours["teal"], "ochre": ochre, "alarm": ochre}
    ground = grounds.get(scheme, tint)
    text = on(ground)
    stroke = colours["red-deep"] if scheme == "red" else mix(ground, ink, 0.16)
    if look == "night":
        lit, ground = ground, dark(ground)
        stroke = mix(ground, lit, 0.3)
        text = bright(ochre, ground) if scheme == "alarm" else NIGHT_PAPER
    tile = NIGHT_PAPER if look == "night" else colours["white"]
    accent = text if scheme in ("ochre", "alarm") else bright(ochre, ground)
    return {
        "ground": ground,
        "text": text,
        "accent": accent,
        "quiet": mix(ground, text, 0.9),
        "stroke": stroke,
        "tile": tile,
        "ink": ink,
    }


def bright(colour: str, ground: str) -> str:
    """The colour, lightened towards white only as far as text on the ground needs."""
    shades = (mix(colour, "#FFFFFF", step / 20) for step in range(21))
    return next((shade for shade in shades if contrast(shade, ground) >= TEXT_CONTRAST), "#FFFFFF")


def dark(colour: str) -> str:
    """The colour, taken towards ink only as far as the night needs."""
    ink = tokens().colours["ink"]
    shades = (mix(colour, ink, step / 20) for step in range(21))
    return next((shade for shade in shades if luminance(shade) <= NIGHT_LIGHT), ink)
