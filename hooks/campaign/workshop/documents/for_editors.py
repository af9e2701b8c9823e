"""An article as .docx, for editors who take texts from Word: plain paragraphs, its pictures where they belong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from campaign.workshop.documents import writing
from campaign.workshop.documents.values import Block, Fonts, Heading, Picture, Table

MARGIN_MM = 25
WIDTH_MM = writing.A4_MM[0] - 2 * MARGIN_MM
SIZE_PT, LINE_PT, TITLE_PT, HEADING_PT, SMALL_PT = 12.0, 21.0, 20.0, 14.0, 10.5
AFTER_PT = 8


def article(
    *,
    title: str,
    summary: str,
    blocks: Sequence[Block],
    author: str,
    language: str,
    day: date,
    fonts: Fonts,
) -> bytes:
    """The article: its title and its summary, then what it says."""
    document = writing.opened(title=title, author=author, language=language, day=day, fonts=fonts, size_pt=SIZE_PT)
    section = writing.plain_page(document, margin_mm=MARGIN_MM)
    made = writing.line(document, title, fonts=(fonts.first, fonts.latin), size_pt=TITLE_PT, bold=True)
    writing.heading_level(made, 0)
    writing.spaced(made, after_pt=AFTER_PT)
    if summary:
        said = writing.line(document, summary, fonts=(fonts.second, fonts.latin), size_pt=SIZE_PT, spacing_pt=LINE_PT)
        writing.spaced(said, after_pt=2 * AFTER_PT)
    for block in blocks:
        _block(document, block, fonts)
    writing.folio(
        section.footer,
        align=writing.CENTRE,
        fonts=(fonts.body, fonts.latin),
        size_pt=SMALL_PT,
        dashed=False,
        aside_em=0,
    )
    return writing.saved(document)


def _block(document: Any, block: Block, fonts: Fonts) -> None:
    if isinstance(block, Heading):
        made = writing.line(document, block.text, fonts=(fonts.first, fonts.latin), size_pt=HEADING_PT, bold=True)
        writing.spaced(made, before_pt=2 * AFTER_PT, after_pt=AFTER_PT)
        writing.heading_level(made, block.level)
        writing.kept_with_next(made)
    elif isinstance(block, Table):
        writing.table(document, block, width_mm=WIDTH_MM, fonts=fonts, size_pt=SMALL_PT, spacing_pt=18)
    elif isinstance(block, Picture):
        writing.picture(document, block)
        if block.caption:
            both = (fonts.body, fonts.latin)
            writing.line(document, block.caption, fonts=both, size_pt=SMALL_PT, align=writing.CENTRE)
    else:
        both = (fonts.body, fonts.latin)
        made = writing.line(document, block.text, fonts=both, size_pt=SIZE_PT, spacing_pt=LINE_PT, bold=block.strong)
        writing.spaced(made, after_pt=AFTER_PT)
