"""The order sheet as a workbook: copies may be changed in WPS, the totals follow; printed it stands on A4 across."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from campaign.order.sheet import TOTALS, Form, Group, Row
from campaign.order.texts import said
from campaign.workshop.workbooks import LINE_PT, cell, lines, printed, settled

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

COLUMNS: tuple[tuple[str, float], ...] = (
    ("column_number", 6),
    ("column_picture", 11),
    ("column_item", 28),
    ("column_size", 19),
    ("column_material", 22),
    ("column_finishing", 22),
    ("column_colour", 26),
    ("column_copies", 8),
    ("column_receiver", 20),
    ("column_file", 44),
    ("column_serial", 16),
)
"""Each column's word and its width in characters; the part's stands last where there are several ZIPs."""
TOTALS_WIDTHS = (28.0, 24.0, 34.0, 34.0, 10.0, 10.0)
LETTERS = "ABCDEFGHIJKL"
COPIES = "H"
PICTURE_PX = 72
"""The longer side of a picture in its cell."""
PICTURE_PT = 60
"""Height of a row with a picture."""


@dataclass(slots=True)
class _Book:
    """A workbook in the making: its two worksheets, the next row of the first, and what each formula comes to."""

    order: Worksheet
    totals: Worksheet
    row: int = 1
    figures: dict[tuple[str, str], int] = field(default_factory=dict)


def workbook(form: Form, pictures: Mapping[str, bytes], day: date) -> bytes:
    """The .xlsx of an order sheet: the order, then its totals; no macros, no links, the same bytes for the same form.

    pictures: a small PNG by the path of its preview; day: what the file says of when it was made.
    """
    from openpyxl import Workbook

    book: Any = Workbook()
    book.properties.creator = book.properties.lastModifiedBy = form.organiser
    book.properties.title = f"{form.campaign.main} {form.title.main}"
    made = _Book(book.active, book.create_sheet(said("sheet_totals").line))
    made.order.title = said("sheet_order").line
    _order(made, form, pictures)
    _totals(made, form)
    stream = BytesIO()
    book.save(stream)
    return _settled(stream.getvalue(), made, day)


def _order(made: _Book, form: Form, pictures: Mapping[str, bytes]) -> None:
    sheet = made.order
    columns = [*COLUMNS, *([("column_part", 7.0)] if form.parts > 1 else [])]
    last = len(columns)
    _line(made, form.campaign.lines, last, size=14, height=38)
    _line(made, form.title.line, last, size=12, height=20)
    for label, value in form.about:
        _line(made, f"{label.line}: {value.line}", last)
    for note in form.notes:
        _line(made, note.lines, last, height=30)
    head = made.row
    for column, (key, characters) in enumerate(columns, 1):
        sheet.column_dimensions[LETTERS[column - 1]].width = characters
        cell(sheet, head, column, said(key).lines, bold=True, fill="E8E8E8")
    sheet.row_dimensions[head].height = 32
    made.row += 1
    for group in form.groups:
        _group(made, group, last, pictures)
    printed(sheet, f"{head}:{head}", spoken=form.title.main)


def _group(made: _Book, group: Group, last: int, pictures: Mapping[str, bytes]) -> None:
    _line(made, group.title.line, last, bold=True, fill="F5F0E4", height=18)
    first = made.row
    for row in group.rows:
        _row(made, row, last, pictures if group.ordered else {})
    if group.ordered:
        cell(made.order, made.row, 3, said("subtotal").line, bold=True)
        _sum(made, made.order, f"{COPIES}{made.row}", f"SUM({COPIES}{first}:{COPIES}{made.row - 1})", group.copies)
        made.row += 1


def _row(made: _Book, row: Row, last: int, pictures: Mapping[str, bytes]) -> None:
    texts = (
        row.number or None, None, row.item.lines, row.size.lines, row.material.lines, row.finishing.lines,
        row.colour.lines, row.copies, row.receivers.lines, row.file.lines, row.serial, row.part or None,
    )  # fmt: skip
    for column, value in enumerate(texts[:last], 1):
        cell(made.order, made.row, column, value, centred=isinstance(value, int))
    if row.picture in pictures:
        _picture(made.order, f"B{made.row}", pictures[row.picture])
    tall = LINE_PT * max(lines(text, column[1]) for text, column in zip(texts, COLUMNS, strict=False))
    made.order.row_dimensions[made.row].height = max(PICTURE_PT, tall) if row.picture in pictures else tall
    made.row += 1


def _picture(sheet: Worksheet, cell: str, png: bytes) -> None:
    from openpyxl.drawing.image import Image

    picture = Image(BytesIO(png))
    scale = PICTURE_PX / max(picture.width, picture.height)
    picture.width, picture.height = round(picture.width * scale), round(picture.height * scale)
    sheet.add_image(picture, cell)


def _totals(made: _Book, form: Form) -> None:
    """By size and material, each sum taken from the order's own."""
    sheet, order = made.totals, made.order.title
    for column, (key, characters) in enumerate(zip(TOTALS, TOTALS_WIDTHS, strict=True), 1):
        sheet.column_dimensions[LETTERS[column - 1]].width = characters
        cell(sheet, 1, column, said(key).lines, bold=True, fill="E8E8E8")
    sheet.row_dimensions[1].height = 2 * LINE_PT
    sums = [address for title, address in made.figures if title == order]
    for at, (group, address) in enumerate(zip(form.ordered, sums, strict=True), 2):
        first = group.rows[0]
        texts = [one.lines for one in (group.title, first.size, first.material, first.finishing)]
        for column, text in enumerate(texts, 1):
            cell(sheet, at, column, text)
        cell(sheet, at, 5, len(group.rows), centred=True)
        _sum(made, sheet, f"F{at}", f"'{order}'!{address}", group.copies)
        sheet.row_dimensions[at].height = max(map(lines, texts, TOTALS_WIDTHS)) * LINE_PT
    end = len(sums) + 2
    cell(sheet, end, 1, said("total").line, bold=True)
    if sums:
        _sum(made, sheet, f"F{end}", f"SUM(F2:F{end - 1})", form.copies)
    printed(sheet, "1:1", spoken=form.title.main)


def _line(
    made: _Book, text: str, last: int, *, size: float = 10, bold: bool = False, fill: str = "", height: float = 15
) -> None:
    """A text across the whole table."""
    made.order.merge_cells(start_row=made.row, end_row=made.row, start_column=1, end_column=last)
    cell(made.order, made.row, 1, text, bold=bold or size > 10, size=size, fill=fill, framed=False)
    made.order.row_dimensions[made.row].height = height
    made.row += 1


def _sum(made: _Book, sheet: Worksheet, address: str, formula: str, figure: int) -> None:
    """A formula of ours, and what it comes to: phones and mail programs show the figure without reckoning."""
    row, column = sheet[address].row, sheet[address].column
    cell(sheet, row, column, None, bold=True, centred=True)
    sheet[address].value = f"={formula}"
    made.figures[sheet.title, address] = figure


def _settled(xlsx: bytes, made: _Book, day: date) -> bytes:
    """The same workbook without the hour it was saved at, and with what its formulas come to."""
    worksheets = {"xl/worksheets/sheet1.xml": made.order.title, "xl/worksheets/sheet2.xml": made.totals.title}

    def reckoned(name: str, content: bytes) -> bytes:
        figures = {a: n for (title, a), n in made.figures.items() if title == worksheets.get(name)}
        return _reckoned(content, figures)

    return settled(xlsx, day, reckoned)


def _reckoned(worksheet: bytes, figures: Mapping[str, int]) -> bytes:
    """Each formula's cell with its figure; ValueError where openpyxl writes formulas in another way than this knows."""
    for address, figure in figures.items():
        formula = re.compile(rb'(<c r="%s"[^>]*><f>[^<]*</f>)<v ?(?:/>|></v>)' % address.encode())
        worksheet, count = formula.subn(rb"\g<1><v>%d</v>" % figure, worksheet)
        if count != 1:
            raise ValueError(f"the formula in {address} was found {count} times")
    return worksheet
