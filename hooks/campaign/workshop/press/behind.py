"""What a PDF says besides its pages: in fields that are filled in, marks, links, and text for those who can't see."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from campaign.workshop.press.baring import dictionaries

SAID = ("/V", "/DV", "/TU", "/URI", "/Contents", "/Alt", "/ActualText")
"""Keys of text that stays in a published PDF (ISO 32000-2: 12.7.4.1, 12.6.4.8, 12.5.2, 14.9)."""
KEPT = ("", "/FreeText", "/Link", "/Widget")
"""The annotations that keep their /Contents when a PDF is bared."""


def behind_pages(content: bytes) -> str:
    """All that is said behind the pages, one text a line. ValueError for a PDF that is locked or broken."""
    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            return "\n".join(text for found in dictionaries(document) for text in _said(found))
    except (pikepdf.PdfError, pikepdf.DataDecodingError, TypeError, LookupError, RuntimeError) as error:
        raise ValueError(str(error)) from None


def _said(found: Any) -> Iterator[str]:
    for key in SAID:
        # a signature's /Contents are its bytes, and those of an annotation that is taken out go with it
        if key != "/Contents" or ("/ByteRange" not in found and str(found.get("/Subtype", "")) in KEPT):
            yield from _texts(found.get(key))


def _texts(value: Any) -> Iterator[str]:
    """A string, each of several that are chosen from a list."""
    if isinstance(value, pikepdf.String):
        yield str(value)
    elif isinstance(value, pikepdf.Array):
        yield from (str(one) for one in value if isinstance(one, pikepdf.String))
