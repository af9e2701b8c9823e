"""A script to be read aloud as .docx: large letters, wide lines, and above them how long it takes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from campaign.say.script import written_in_han
from campaign.workshop.documents import writing
from campaign.workshop.documents.values import Fonts

MARGIN_MM = 25
SIZE_PT, LINE_PT, HEAD_PT, HEAD_LINE_PT = 20.0, 35.0, 12.0, 19.0
TITLE_PT, AFTER_PT = 18.0, 6.0


def script(
    *,
    title: str,
    head: Sequence[str],
    paragraphs: Sequence[str],
    author: str,
    language: str,
    day: date,
    fonts: Fonts,
) -> bytes:
    """What an announcer reads. head: short lines above it: when, from whom, how long; paragraphs: what is said."""
    document = writing.opened(title=title, author=author, language=language, day=day, fonts=fonts, size_pt=SIZE_PT)
    section = writing.plain_page(document, margin_mm=MARGIN_MM)
    both = (fonts.first, fonts.latin)
    made = writing.line(document, title, fonts=both, size_pt=TITLE_PT, spacing_pt=HEAD_LINE_PT * 1.4, bold=True)
    writing.heading_level(made, 0)
    for text in head:
        writing.line(document, text, fonts=(fonts.body, fonts.latin), size_pt=HEAD_PT, spacing_pt=HEAD_LINE_PT)
    writing.line(document, "", fonts=both, size_pt=HEAD_PT, spacing_pt=HEAD_LINE_PT)
    first_em = 2.0 if written_in_han(language) else 0.0
    for text in paragraphs:
        said = writing.line(
            document,
            text,
            fonts=(fonts.body, fonts.latin),
            size_pt=SIZE_PT,
            spacing_pt=LINE_PT,
            first_em=first_em,
        )
        said.paragraph_format.keep_together = True
        writing.spaced(said, after_pt=AFTER_PT)
    writing.folio(section.footer, align=writing.CENTRE, fonts=both, size_pt=HEAD_PT, dashed=False, aside_em=0)
    return writing.saved(document)
