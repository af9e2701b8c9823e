"""The format of public documents (GB/T 9704-2012) as .docx: its page, its grid, its title, signature and numbers."""

from __future__ import annotations

import re
from typing import Any

from campaign.say.lines import shaped
from campaign.say.script import written_in_han
from campaign.workshop.documents import writing
from campaign.workshop.documents.values import Attachment, Block, Fonts, Heading, Official, Paragraph, Picture, Table

TOP_MM, LEFT_MM = 37, 28
TEXT_MM = (156, 225)
"""The text's area (5.2.1)."""
LINES, CHARACTERS = 22, 28
"""Lines of a page and characters of a line (5.2.3)."""
MM_PT = 72 / 25.4
LINE_PT = int(TEXT_MM[1] * MM_PT / LINES * 20) / 20
"""From line to line: what 22 of them leave, in whole twentieths of a point."""
EM_PT = TEXT_MM[0] * MM_PT / CHARACTERS
CLOSER_PT = 0.3
"""So much nearer characters of 三号 stand, so that a line holds 28 of them, in whole twentieths of a point."""
BODY_PT, TITLE_PT, FOLIO_PT, TABLE_PT = 16.0, 22.0, 14.0, 12.0
"""三号, 二号, 四号 and 小四."""
FOLIO_MM = 7
"""From the text's area to the page number (7.5)."""
LONG = re.compile(r"[!-~]{20,}")
"""An address, which no program breaks: the line before it would be stretched."""
TABLE_LINE_PT = 20.0
TITLE_LINES = 5
SIGNED_EM = 4
"""The date ends so many characters from the right (7.3.5.1)."""


def official(said: Official) -> bytes:
    """The document: its title, what it says, who signs it and when, and each attachment on a page of its own."""
    document = writing.opened(
        title=said.title,
        author=said.signed,
        language=said.language,
        day=said.day,
        fonts=said.fonts,
        size_pt=BODY_PT,
    )
    _page(document, said.fonts)
    desk = _Desk(document, said.fonts, han=written_in_han(said.language))
    if said.mark:
        desk.line(said.mark, han=said.fonts.first)
    desk.title(said.title, said.language)
    if said.addressed:
        desk.line(said.addressed)
    desk.blocks(said.blocks)
    _listed(desk, said)
    _signed(desk, said)
    for number, attached in enumerate(said.attachments, 1):
        _attached(desk, said, attached, number)
    return writing.saved(document)


def _page(document: Any, fonts: Fonts) -> None:
    """The page, and its number: with a dash on each side, on odd pages right, on even ones left (7.5)."""
    section = document.sections[0]
    bottom = writing.A4_MM[1] - TOP_MM - TEXT_MM[1]
    writing.page(
        section,
        top_mm=TOP_MM,
        bottom_mm=bottom,
        left_mm=LEFT_MM,
        right_mm=writing.A4_MM[0] - LEFT_MM - TEXT_MM[0],
        footer_mm=bottom - FOLIO_MM - FOLIO_PT / MM_PT,
    )
    writing.grid(section, line_pt=LINE_PT, character_pt=EM_PT, size_pt=BODY_PT)
    document.settings.odd_and_even_pages_header_footer = True
    for footer, align in ((section.footer, writing.RIGHT), (section.even_page_footer, writing.LEFT)):
        writing.folio(footer, align=align, fonts=(fonts.folio, fonts.folio), size_pt=FOLIO_PT, dashed=True, aside_em=1)


class _Desk:
    """Writes lines of one document. han: in a language whose paragraphs begin two characters in."""

    def __init__(self, document: Any, fonts: Fonts, *, han: bool) -> None:
        self.document, self.fonts, self.first_em = document, fonts, 2.0 if han else 0.0
        self.han = han

    def line(
        self, text: str, *, han: str = "", size_pt: float = BODY_PT, align: Any = writing.LEFT, **more: Any
    ) -> Any:
        """A line in the text's own font, or in another."""
        return writing.line(
            self.document,
            text,
            fonts=(han or self.fonts.body, self.fonts.latin),
            size_pt=size_pt,
            align=align,
            spacing_pt=more.pop("spacing_pt", LINE_PT),
            em_pt=EM_PT,
            closer_pt=CLOSER_PT if size_pt == BODY_PT else 0.0,
            **more,
        )

    def title(self, text: str, language: str) -> None:
        """A title in the middle, its lines as a trapezium or a lozenge, a line free before and after it (7.3.1)."""
        room = int(TEXT_MM[0] * MM_PT / TITLE_PT) - 1
        lines = shaped(text, language, most_units=room, most_lines=TITLE_LINES) or (text,)
        self.line("")
        made = self.line(
            "\n".join(lines), han=self.fonts.title, size_pt=TITLE_PT, align=writing.CENTRE, spacing_pt=LINE_PT * 1.25
        )
        writing.heading_level(made, 0)
        writing.kept_with_next(made)
        self.line("")

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        """What it says, block by block."""
        for block in blocks:
            if isinstance(block, Heading):
                self._heading(block)
            elif isinstance(block, Paragraph):
                align = writing.LEFT if LONG.search(block.text) else writing.JUSTIFIED
                self.line(block.text, align=align, first_em=self.first_em, bold=block.strong)
            elif isinstance(block, Table):
                writing.table(
                    self.document,
                    block,
                    width_mm=TEXT_MM[0],
                    fonts=self.fonts,
                    size_pt=TABLE_PT,
                    spacing_pt=TABLE_LINE_PT,
                )
            else:
                self._picture(block)

    def _heading(self, block: Heading) -> None:
        """First level 黑体, second 楷体, the others in the text's own font (7.3.3)."""
        font = {1: self.fonts.first, 2: self.fonts.second}.get(block.level, self.fonts.body)
        made = self.line(block.text, han=font, first_em=self.first_em, bold=not self.han)
        writing.heading_level(made, block.level)
        writing.kept_with_next(made)

    def _picture(self, block: Picture) -> None:
        writing.picture(self.document, block)
        if block.caption:
            self.line(block.caption, size_pt=TABLE_PT, align=writing.CENTRE)


def _listed(desk: _Desk, said: Official) -> None:
    """The attachments' names, a line below the text and two characters in (7.3.4); no stop after a name."""
    if not said.attachments:
        return
    desk.line("")
    colon = "：" if desk.han else ": "
    numbered = len(said.attachments) > 1
    for number, one in enumerate(said.attachments, 1):
        head = f"{said.attachment_word}{colon}" if number == 1 else ""
        name = f"{number}. {one.title}" if numbered else one.title
        indent = desk.first_em if number == 1 else desk.first_em + len(said.attachment_word) + 1
        desk.line(head + name, left_em=indent)


def _signed(desk: _Desk, said: Official) -> None:
    """The office over the date, which ends four characters from the right; the shorter in the middle of the longer."""
    desk.line("")
    office, day = _wide(said.signed), _wide(said.dated)
    right = SIGNED_EM + (day - office) / 2
    over = max(0.0, 1.0 - right)
    made = desk.line(said.signed, align=writing.RIGHT, right_em=right + over)
    writing.kept_with_next(made)
    desk.line(said.dated, align=writing.RIGHT, right_em=SIGNED_EM + over)


def _wide(text: str) -> float:
    """How wide a text is, in characters."""
    from campaign.say.lines import units

    return units(text)


def _attached(desk: _Desk, said: Official, one: Attachment, number: int) -> None:
    """An attachment on a page of its own: its number at the left, its title in the middle (7.3.4)."""
    count = str(number) if len(said.attachments) > 1 else ""
    between = "" if desk.han or not count else " "
    made = desk.line(f"{said.attachment_word}{between}{count}", han=desk.fonts.first)
    writing.on_new_page(made)
    desk.title(one.title, said.language)
    desk.blocks(one.blocks)
