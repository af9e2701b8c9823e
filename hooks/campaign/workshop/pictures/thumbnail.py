"""Previews: a finished sheet as a small picture of few colours, light enough for a page that shows a hundred."""

from __future__ import annotations

import io

from campaign.workshop.pictures.png import LEVEL

PREVIEW_PX = 320
"""The longer side of a preview: twice what a page gives it, for screens of double density."""
COLOURS = 48
"""A poster has few inks; with so many shades of them its type still has smooth edges."""


def preview(png: bytes, *, longer_px: int = PREVIEW_PX) -> bytes:
    """The picture with its longer side that many px (it is never enlarged), as a PNG of at most COLOURS colours.

    The same picture gives the same bytes. Transparent parts come out white, as paper is.
    """
    from PIL import Image

    with Image.open(io.BytesIO(png), formats=("PNG",)) as image:
        over = image.convert("RGBA")
    sheet = Image.new("RGBA", over.size, "white")
    sheet.alpha_composite(over)
    scale = min(1.0, longer_px / max(sheet.size))
    size = max(1, round(sheet.width * scale)), max(1, round(sheet.height * scale))
    small = sheet.convert("RGB").resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    stream = io.BytesIO()
    few = small.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(stream, "PNG", compress_level=LEVEL)
    return stream.getvalue()
