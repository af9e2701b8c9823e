"""What single glyphs can't set: letters that join, and marks over letters, set by the typesetter and made dots."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from campaign.workshop.dots.grid import Dots
from campaign.workshop.fonts import FAMILIES
from campaign.workshop.pictures import grey
from campaign.workshop.pictures.png import size_px
from campaign.workshop.typeset import PHRASE, typeset

FINER = 8
"""Pixels a dot, across and down, in which it is set first."""
LEAST_INK = 0.42
"""A dot is lit where so much of it is ink: a little less than half, so that thin joins stay whole."""
MARKED = re.compile(rf"{PHRASE.pattern}|.[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f]+")


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it has to be shaped as a whole."""
    at = 0
    for found in MARKED.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], False
        yield found[0], True
        at = found.end()
    if at < len(text):
        yield text[at:], False


@lru_cache(maxsize=256)
def shaped(text: str, height: int) -> Dots:
    """The text in dots, `height` of them high."""
    data = {"text": text, "height": height, "font": FAMILIES}
    (png,) = typeset("workshop/templates/dots.typ", data, form="png", ppi=72.0 * FINER)
    width_px, pixels = size_px(png)[0], grey(png)
    width = width_px // FINER
    least = LEAST_INK * 255 * FINER * FINER
    rows = [[0] * width for _ in range(height)]
    for y in range(height * FINER):
        row = pixels[y * width_px : (y + 1) * width_px]
        for x in range(width):
            rows[y // FINER][x] += sum(row[x * FINER : (x + 1) * FINER])
    return Dots(tuple(bytes(ink >= least for ink in row) for row in rows))
