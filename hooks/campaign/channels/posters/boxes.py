"""BleedBox for a PDF whose page is larger than its bleed: crop marks stand outside it (ISO 32000-2, 14.11.2)."""

from __future__ import annotations

import re

from campaign.channels.posters.job import Shape

POINTS_PER_MM = 72 / 25.4
OBJECT = re.compile(rb"(\d+) 0 obj\n<<((?:(?!endobj).)*?/Type\s*/Page\b(?!s).*?)>>\s*endobj", re.DOTALL)
TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)


def with_bleed_box(pdf: bytes, shape: Shape) -> bytes:
    """The PDF with a BleedBox on every page, by an incremental update (ISO 32000-2, 7.5.6): nothing else changes.

    Unchanged where the page ends with the bleed, for then the engine's own boxes are right.
    """
    if shape.slug_mm <= shape.bleed_mm:
        return pdf
    trailer = TRAILER.search(pdf)
    pages = list(OBJECT.finditer(pdf))
    if trailer is None or not pages:
        raise ValueError("the engine's PDF isn't laid out as expected")
    box = _box(shape)
    body, table = b"", b""
    for page in pages:
        table += b"%d 1\n%010d 00000 n \n" % (int(page[1]), len(pdf) + len(body))
        body += b"%d 0 obj\n<<%s%s>>\nendobj\n" % (int(page[1]), page[2], box)
    start = len(pdf) + len(body)
    return (
        pdf
        + body
        + b"xref\n"
        + table
        + b"trailer\n<<%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n"
        % (
            trailer[1],
            trailer[2],
            start,
        )
    )


def _box(shape: Shape) -> bytes:
    """The BleedBox in points, from the page's lower left."""
    inset = (shape.slug_mm - shape.bleed_mm) * POINTS_PER_MM
    right = (shape.width_mm + shape.slug_mm + shape.bleed_mm) * POINTS_PER_MM
    top = (shape.height_mm + shape.slug_mm + shape.bleed_mm) * POINTS_PER_MM
    return f"/BleedBox[{inset:.4f} {inset:.4f} {right:.4f} {top:.4f}]".encode()
