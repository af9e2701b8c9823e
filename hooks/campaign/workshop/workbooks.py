"""Workbooks for offices: cells that are never formulas, a page to print, the same bytes whenever they are written."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any

from campaign.core.archive import EPOCH
from campaign.core.cells import is_formula_like, printable
from campaign.say.script import width

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LINE_PT, EMS_PER_CHARACTER, NARROW = 14.0, 0.5, 0.55
"""Height of a line of text; what a column's unit of width is in ems of the text, and what a Latin letter is."""
STAMPS = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
FONT = "微软雅黑"
"""Named, not embedded: every Windows has it, and others take their own."""


def cell(
    sheet: Worksheet,
    row: int,
    column: int,
    value: str | int | None,
    *,
    bold: bool = False,
    size: float = 10,
    fill: str = "",
    centred: bool = False,
    framed: bool = True,
) -> None:
    """The one place where a value becomes a cell: a text is never a formula, whatever it begins with."""
    made: Any = sheet.cell(row, column)
    made.style = _style(sheet.parent, bold=bold, size=size, fill=fill, centred=centred, framed=framed)
    made.value = printable(value) if isinstance(value, str) else value
    if isinstance(value, str):
        made.data_type = "s"
        if is_formula_like(made.value):
            made.quotePrefix = True


def _style(book: Any, *, bold: bool, size: float, fill: str, centred: bool, framed: bool) -> str:
    """The name of a look, made when it is first wanted: looks by name cost a tenth of looks by cell."""
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    name = f"order {size:g}{' bold' * bold}{' centred' * centred}{' framed' * framed} {fill}".rstrip()
    if name in book.named_styles:
        return name
    style: Any = NamedStyle(name=name)
    style.font = Font(name=FONT, size=size, bold=bold)
    style.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center" if centred else None)
    if fill:
        style.fill = PatternFill("solid", fgColor=fill)
    if framed:
        side = Side(style="thin", color="999999")
        style.border = Border(left=side, right=side, top=side, bottom=side)
    book.add_named_style(style)
    return name


def printed(sheet: Any, heads: str, *, spoken: str) -> None:
    """A4 across, as wide as the paper, the rows of heads on each page, pages numbered. spoken: at the foot."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.print_title_rows = heads
    sheet.oddFooter.left.text = spoken.replace("&", "&&")
    sheet.oddFooter.right.text = "&P / &N"


def lines(value: str | int | None, column_width: float) -> int:
    """How many lines a cell's text takes: office programs don't make rows higher by themselves."""
    parts = value.split("\n") if isinstance(value, str) else [""]
    return sum(max(1, ceil(width(part, narrow=NARROW) / (column_width * EMS_PER_CHARACTER))) for part in parts)


def settled(xlsx: bytes, day: date, change: Callable[[str, bytes], bytes] = lambda _, content: content) -> bytes:
    """The same workbook without the hour it was saved at. day: what it says of when it was made; change: of each part's
    bytes, by its name."""
    stamp = rb"\g<1>" + datetime.combine(day, time()).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(xlsx)) as given, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in given.namelist():
            content = given.read(name)
            if name == "docProps/core.xml":
                content = STAMPS.sub(stamp, content)
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system, entry.compress_type = 3, zipfile.ZIP_DEFLATED
            archive.writestr(entry, change(name, content))
    return stream.getvalue()
