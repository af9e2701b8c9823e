"""A sender's list as a workbook: what is sent when and where, with a box to tick."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from campaign.channels.messages.parcels.listing import COLUMNS, Listing
from campaign.workshop.workbooks import LINE_PT, cell, lines, printed, settled

HEAD = 3
"""The row of the columns' words."""


def workbook(listing: Listing) -> bytes:
    """The .xlsx of a list: one sheet on A4 across, the same bytes for the same list."""
    from openpyxl import Workbook

    book: Any = Workbook()
    sheet = book.active
    book.properties.creator = book.properties.lastModifiedBy = listing.sender
    book.properties.title = sheet.title = listing.title
    for row, text, size in ((1, listing.name, 14.0), (2, f"{listing.title} · {listing.sender}", 11.0)):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(COLUMNS))
        cell(sheet, row, 1, text, size=size, bold=True, framed=False)
        sheet.row_dimensions[row].height = 2 * size
    for column, ((_, characters), head) in enumerate(zip(COLUMNS, listing.heads, strict=True), 1):
        sheet.column_dimensions[chr(ord("A") + column - 1)].width = characters
        cell(sheet, HEAD, column, head, bold=True, fill="E8E8E8")
    sheet.row_dimensions[HEAD].height = 2 * LINE_PT + 4
    for row, one in enumerate(listing.entries, HEAD + 1):
        _row(sheet, row, one.cells)
    sheet.freeze_panes = f"A{HEAD + 1}"
    printed(sheet, f"{HEAD}:{HEAD}", spoken=f"{listing.name} {listing.sender}")
    sheet.page_setup.fitToHeight = 1
    stream = BytesIO()
    book.save(stream)
    return settled(stream.getvalue(), listing.day)


def _row(sheet: Any, row: int, texts: tuple[str, ...]) -> None:
    for column, text in enumerate(texts, 1):
        cell(sheet, row, column, text)
    tall = max(lines(text, width) for text, (_, width) in zip(texts, COLUMNS, strict=True))
    sheet.row_dimensions[row].height = LINE_PT * max(tall, 1) + 6
