"""Tokens: the look's colours, type and strokes from tokens.toml, and what contrast allows (WCAG 2.1, 1.4.3)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

FILE = Path(__file__).with_name("tokens.toml")
TEXT_CONTRAST = 4.5
"""WCAG 2.1 1.4.3 (AA) for text of ordinary size."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A text colour on a ground, and the least contrast it must reach."""

    text: str
    ground: str
    least: float


@dataclass(frozen=True, slots=True)
class Tokens:
    """The look: colours by name as #RRGGBB, type and strokes by name, and every pair of colours in use.

    dark: the colours that differ in the dark scheme; every pair must hold there too.
    """

    colours: Mapping[str, str]
    dark: Mapping[str, str]
    type: Mapping[str, Any]
    strokes: Mapping[str, float]
    pairs: tuple[Pair, ...]


def read_tokens(text: str) -> Tokens:
    """Tokens from TOML text; KeyError or ValueError where it isn't a whole look."""
    data = tomllib.loads(text)
    pairs = tuple(Pair(row["text"], row["ground"], float(row["least"])) for row in data["pair"])
    colours, dark = data["colour"], data.get("dark", {})
    if unknown := set(dark) - set(colours):
        raise ValueError(f"dark colours of no name: {sorted(unknown)}")
    return Tokens(
        MappingProxyType(colours),
        MappingProxyType(dark),
        MappingProxyType(data["type"]),
        MappingProxyType(data["stroke"]),
        pairs,
    )


@cache
def tokens() -> Tokens:
    """The press's own look."""
    return read_tokens(FILE.read_text("utf-8"))


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB, 0 to 1 (WCAG 2.1)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.1)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """The colour that is `share` (0 to 1) of the other in the one, channel by channel."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def on(ground: str) -> str:
    """White or ink, whichever reads better on a ground that staff chose."""
    ink, white = tokens().colours["ink"], tokens().colours["white"]
    return white if contrast(white, ground) >= TEXT_CONTRAST or contrast(white, ground) > contrast(ink, ground) else ink


def ground(colour: str) -> str:
    """The colour as a ground for text: darkened where it is too middling for white and for ink alike."""
    ink = tokens().colours["ink"]
    shades = (mix(colour, ink, step / 20) for step in range(21))
    return next(shade for shade in shades if contrast(on(shade), shade) >= TEXT_CONTRAST)


def readable(colour: str, ground: str, *, towards: str = "") -> str:
    """The colour, moved towards ink (or another text colour) only as far as text on the ground needs."""
    ink = towards or tokens().colours["ink"]
    shades = (mix(colour, ink, step / 20) for step in range(21))
    return next((shade for shade in shades if contrast(shade, ground) >= TEXT_CONTRAST), ink)
