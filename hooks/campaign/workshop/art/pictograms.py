"""Pictograms: one stroke weight on a 48 x 48 field, as SVG path data; the same drawing on site, posters and frames."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

FIELD = 48
STROKE = 3
NEUTRAL = "place"

PATHS: Mapping[str, str] = MappingProxyType(
    {
        "community": "M6 42V21L16 12l10 9v21M26 42V14h16v28M4 42h40M13 42v-9h6v9M32 21h4M32 28h4M32 35h4",
        "enterprise": "M5 42h38V23l-12 7v-7l-12 7V8h-9L8 42M15 36h4M24 36h4M33 36h4",
        "school": "M24 9L3 18l21 9 21-9zM11 22v12c4 5 22 5 26 0V22M43 19v13",
        "government": "M5 42h38M7 19h34L24 7zM11 19v17M19 19v17M29 19v17M37 19v17M8 36h32",
        "internet": "M24 6a18 18 0 1 0 0 36a18 18 0 1 0 0-36zM6 24h36M24 6c-11 11-11 25 0 36M24 6c11 11 11 25 0 36",
        "market": "M8 22v20h32V22M6 8h36l3 10a5 5 0 0 1-10.500 0a5 5 0 0 1-10.500 0a5 5 0 0 1-10.500 0"
        "a5 5 0 0 1-10.500 0zM19 42V30h10v12",
        "entrance": "M24 6v28M12 22l12 12 12-12M8 42h32",
        "stage": "M4 40h40M10 40V22M38 40V22M4 22h40M14 22l10-14 10 14",
        "toilet": "M14 6a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM14 18v24M8 20v12M20 20v12"
        "M34 6a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM34 18l-7 16h14zM31 34v8M37 34v8",
        "first-aid": "M18 6h12v12h12v12H30v12H18V30H6V18h12z",
        "information": "M24 6a18 18 0 1 0 0 36a18 18 0 1 0 0-36zM24 22v12M24 14v1",
        "place": "M24 44C15 33 10 26 10 19a14 14 0 0 1 28 0c0 7-5 14-14 25zM24 14a5 5 0 1 0 0 10a5 5 0 1 0 0-10z",
    }
)
"""Each pictogram by name; every one is open strokes of STROKE units, round ends, no fill."""

NAMES = tuple(sorted(PATHS))
"""The names there is a drawing for; `pictogram:` may hold any of them."""


def path(name: str) -> str:
    """The path data of a pictogram; the neutral one for a name nobody drew."""
    return PATHS.get(name, PATHS[NEUTRAL])


def svg(name: str, *, colour: str = "#000") -> str:
    """The pictogram as a whole SVG document, with its strokes in one colour."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {FIELD} {FIELD}" fill="none" stroke="{colour}" '
        f'stroke-width="{STROKE}" stroke-linecap="round" stroke-linejoin="round"><path d="{path(name)}"/></svg>'
    )
