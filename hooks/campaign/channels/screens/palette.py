"""Colours of a frame by role: saturated grounds by day, dark ones at night, light on black for strips."""

from __future__ import annotations

from collections.abc import Mapping

from campaign.workshop.art import schemes
from campaign.workshop.art.tokens import TEXT_CONTRAST, contrast, luminance, mix, on, tokens
from campaign.workshop.art.vignettes.drawing import Inks, inks

NIGHT_LIGHT = 0.033
"""The most relative luminance of a ground at night: a wall of saturated red dazzles a dark street."""
NIGHT_PAPER = "#ECE7DF"
"""The ground of a symbol at night: the least light that readers still take for white."""

APART = 1.8
"""The least contrast of a picture's fields with their ground."""


def roles(scheme: str, look: str, *, tint: str = "") -> Mapping[str, str]:
    """Colours by role as #RRGGBB. scheme: `strip`, or as `schemes.scheme` has it, `tint` with its own colour."""
    colours = tokens().colours
    ink, paper, ochre = colours["ink"], colours["paper"], colours["ochre"]
    if scheme == "strip":
        return {"ground": "#000000", "text": "#FFFFFF", "accent": ochre, "quiet": paper, "stroke": ink, "tile": paper}
    drawn = schemes.scheme(scheme, tint=tint)
    ground, text = drawn.ground, drawn.text
    stroke = colours["red-deep"] if scheme == "red" else mix(ground, ink, 0.16)
    if look == "night":
        lit, ground = ground, dark(ground)
        stroke = mix(ground, lit, 0.3)
        text = bright(ochre, ground) if scheme == "alarm" else NIGHT_PAPER
    tile = NIGHT_PAPER if look == "night" else colours["white"]
    accent = text if text in (ink, ochre) else bright(ochre, ground)
    return {
        "ground": ground,
        "text": text,
        "accent": accent,
        "quiet": mix(ground, text, 0.9),
        "stroke": stroke,
        "tile": tile,
        "ink": ink,
    }


def art(ground: str, look: str) -> Inks:
    """A vignette's inks on a frame's ground: those of the night on dark screens, of red or of paper by day.

    What could hardly be told from the ground is made lighter.
    """
    named = "night" if look == "night" else "red" if on(ground) == tokens().colours["white"] else "paper"
    drawn = inks(named)
    return {role: ground if role == "paper" else _apart(colour, ground) for role, colour in drawn.items()}


def _apart(colour: str, ground: str) -> str:
    shades = (mix(colour, "#FFFFFF", step / 10) for step in range(11))
    return next((shade for shade in shades if contrast(shade, ground) >= APART), colour)


def bright(colour: str, ground: str) -> str:
    """The colour, lightened towards white only as far as text on the ground needs."""
    shades = (mix(colour, "#FFFFFF", step / 20) for step in range(21))
    return next((shade for shade in shades if contrast(shade, ground) >= TEXT_CONTRAST), "#FFFFFF")


def dark(colour: str) -> str:
    """The colour, taken towards ink only as far as the night needs."""
    ink = tokens().colours["ink"]
    shades = (mix(colour, ink, step / 20) for step in range(21))
    return next((shade for shade in shades if luminance(shade) <= NIGHT_LIGHT), ink)
