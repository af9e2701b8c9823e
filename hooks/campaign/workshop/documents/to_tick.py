"""A list on a page of A4 that lies, to be printed and ticked by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from campaign.workshop.documents import writing
from campaign.workshop.documents.values import Fonts, Table

MARGIN_MM = 12
WIDTH_MM = writing.A4_MM[1] - 2 * MARGIN_MM
SIZE_PT, LINE_PT, HEAD_PT = 9.0, 12.0, 14.0


def listed(
    *,
    title: str,
    head: Sequence[str],
    table: Table,
    author: str,
    language: str,
    day: date,
    fonts: Fonts,
) -> bytes:
    """The list as .docx; head: lines above its table, the first larger; title: what the file calls itself."""
    document = writing.opened(title=title, author=author, language=language, day=day, fonts=fonts, size_pt=SIZE_PT)
    writing.plain_page(document, margin_mm=MARGIN_MM, across=True)
    for number, text in enumerate(head):
        size_pt = SIZE_PT + 2 if number else HEAD_PT
        writing.line(document, text, fonts=(fonts.first, fonts.latin), size_pt=size_pt, bold=True)
    writing.table(document, table, width_mm=WIDTH_MM, fonts=fonts, size_pt=SIZE_PT, spacing_pt=LINE_PT)
    return writing.saved(document)
