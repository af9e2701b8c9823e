"""Making the list of a pack: as a table and on paper, kept between builds by what it says.

A table is CSV here: what a site publishes carries no workbook, which may hold what nobody sees.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from campaign.core.cells import csv_cell
from campaign.core.places import Places
from campaign.core.problems import Message
from campaign.order.paper import TEMPLATE, pdf
from campaign.order.sheet import Form, Row, pictures
from campaign.order.texts import said
from campaign.workshop.faults import UnmakeableError
from campaign.workshop.making import Complaint, Craft, lacking
from campaign.workshop.pictures import preview
from campaign.workshop.typeset import MissingGlyphError, engine_version

PICTURE_PX = 160
"""The longer side of a print's picture on an order sheet: 17 mm at 240 dots an inch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list to be made. previews: PNGs of the prints it shows, by their paths."""

    form: Form
    previews: Mapping[str, bytes]


def make(job: Listing) -> dict[str, bytes]:
    """The list as `csv` and `pdf`; MissingGlyphError for a character that no pinned font has."""
    shown = {path: preview(job.previews[path], longer_px=PICTURE_PX) for path in pictures(job.form)}
    return {"csv": table(job.form), "pdf": pdf(job.form, shown)}


COLUMNS = (
    "column_number",
    "column_item",
    "column_size",
    "column_material",
    "column_finishing",
    "column_colour",
    "column_copies",
    "column_receiver",
    "column_file",
    "column_serial",
)


def table(form: Form) -> bytes:
    """The list as CSV that WPS and Excel open: UTF-8 with its mark (RFC 4180), Chinese and English in each cell."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow([said(key).line for key in COLUMNS])
    for row in (row for group in form.groups for row in group.rows):
        writer.writerow([csv_cell(cell) for cell in _cells(row)])
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def _cells(row: Row) -> Iterator[str]:
    yield str(row.number or "")
    yield from (text.line for text in (row.item, row.size, row.material, row.finishing, row.colour))
    yield str(row.copies)
    yield from (row.receivers.line, row.file.main, row.serial)


def _parts(job: Listing) -> list[object]:
    return [asdict(job.form), *(job.previews[path] for path in pictures(job.form))]


def _complaints(job: Listing, error: UnmakeableError, places: Places) -> Iterator[Complaint]:
    """A character that no font has, once for all sheets: it stands in a name of posters.yml."""
    if isinstance(error, MissingGlyphError):
        what = lacking(error.text, cannot=PRINTED, font=FONT, where=WHERE)
        yield Complaint(about=(error.text,), problem=places.problem(what, "posters"))


PRINTED, FONT = Message("印不出来", "be printed"), Message("印刷清单的字体", "the font of print lists")
WHERE = Message("：尺寸、材质或后道", ": a size, a material or a finishing")
CRAFT = Craft(
    make=make,
    parts=_parts,
    templates=lambda _: (TEMPLATE,),
    engines=(engine_version,),
    complaints=_complaints,
)
"""How an order sheet is made and kept."""
