"""A sender's list as a document on one page of A4: the same as the workbook's, to be printed and ticked by hand."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from campaign.channels.messages.parcels.listing import COLUMNS, Listing
from campaign.core.archive import entry
from campaign.core.cells import printable

PAGE_MM, MARGIN_MM = (297, 210), 12
HAN, LATIN = "宋体", "Times New Roman"
BOX = "□"
WHOLE = sum(width for _, width in COLUMNS)


def document(listing: Listing) -> bytes:
    """The .docx of a list, the same bytes for the same list."""
    made: Any = Document()
    told = made.core_properties
    told.author = told.last_modified_by = listing.sender
    told.title, told.comments, told.revision = listing.title, "", 1
    told.created = told.modified = datetime.combine(listing.day, time())
    _set(made)
    _line(made, listing.name, size_pt=14, bold=True)
    _line(made, f"{listing.title} · {listing.sender}", size_pt=11, bold=True)
    table = made.add_table(rows=0, cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    for column, (_, width) in zip(table.columns, COLUMNS, strict=True):
        column.width = Mm((PAGE_MM[0] - 2 * MARGIN_MM) * width / WHOLE)
    _row(table, list(listing.heads), bold=True)
    for one in listing.entries:
        _row(table, [BOX, *one.cells[1:]])
    return _saved(made)


def _set(made: Any) -> None:
    """A4 across, and its fonts, for Han characters too."""
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (Mm(side) for side in PAGE_MM)
    for edge in ("left", "right", "top", "bottom"):
        setattr(section, f"{edge}_margin", Mm(MARGIN_MM))
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = LATIN, Pt(9)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), HAN)
    normal.paragraph_format.space_after = Pt(0)


def _line(made: Any, text: str, *, size_pt: float, bold: bool) -> None:
    run = made.add_paragraph().add_run(printable(text))
    run.font.size, run.font.bold = Pt(size_pt), bold


def _row(table: Any, texts: list[str], *, bold: bool = False) -> None:
    for one, text, (_, width) in zip(table.add_row().cells, texts, COLUMNS, strict=True):
        one.width = Mm((PAGE_MM[0] - 2 * MARGIN_MM) * width / WHOLE)
        one.paragraphs[0].add_run(printable(text)).font.bold = bold


def _saved(made: Any) -> bytes:
    stream, settled = io.BytesIO(), io.BytesIO()
    made.save(stream)
    with zipfile.ZipFile(stream) as given, zipfile.ZipFile(settled, "w") as archive:
        for name in given.namelist():
            part = entry(name)
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, given.read(name))
    return settled.getvalue()
