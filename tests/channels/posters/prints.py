"""What the tests of posters share: campaigns with the posters a test wants, and PDFs taken apart."""

import io
import re
from dataclasses import replace
from datetime import date
from functools import cache

import pypdf
import pypdfium2

from campaign.channels import Commission
from campaign.channels.posters import plan
from campaign.core.context import BuildContext
from campaign.kinds.poster import PostersFile
from campaign.paper import book
from campaign.paper.ledger import Ledger
from campaign.read import read_campaign
from projects import TOP

CONTEXT = BuildContext(today=date(2024, 4, 1), site_address="https://ip.example.org/")
SHEETS = [
    {
        "id": "a4",
        "name": "A4",
        "width_mm": "210",
        "height_mm": "297",
        "reading_distance_m": "2",
        "scan_distance_m": "0.5",
    },
    {
        "id": "a3",
        "name": "A3",
        "width_mm": "297",
        "height_mm": "420",
        "reading_distance_m": "3",
        "scan_distance_m": "0.7",
    },
    {
        "id": "a1",
        "name": "A1",
        "width_mm": "594",
        "height_mm": "841",
        "reading_distance_m": "5",
        "scan_distance_m": "1.4",
    },
    {
        "id": "roll-up",
        "name": "R",
        "width_mm": "800",
        "height_mm": "2000",
        "reading_distance_m": "6",
        "scan_distance_m": "1.5",
        "safe": {"bottom_mm": "200"},
        "symbol_height_mm": "1000",
    },
    {
        "id": "banner",
        "name": "B",
        "width_mm": "6000",
        "height_mm": "700",
        "reading_distance_m": "20",
        "scan_distance_m": "3",
    },
    {
        "id": "card",
        "name": "C",
        "width_mm": "135",
        "height_mm": "95",
        "reading_distance_m": "1",
        "scan_distance_m": "0.25",
        "in_hand": "true",
    },
]


@cache
def shipped():
    """The shipped campaign."""
    return read_campaign(TOP / "campaign_data")


def with_posters(*sets, sheets=SHEETS, campaign=None):
    """A campaign whose posters.yml orders these sets."""
    named = [{"id": f"set-{number}", "name": "Set", **one} for number, one in enumerate(sets)]
    posters = PostersFile.model_validate({"sheets": sheets, "posters": named})
    return replace(campaign or shipped(), posters=posters)


def jobs(*sets, context=CONTEXT, **options):
    """The prints that these sets order."""
    campaign = with_posters(*sets, **options)
    return plan(Commission(campaign=campaign, context=context, imprints=book(campaign, context, Ledger()).imprints))


def one(**order):
    """The one print of an order, on A3 unless it says otherwise."""
    (job,) = jobs({"sheets": ["a3"], "languages": ["zh+en"], **order})
    return job


def with_event(record_id, **changes):
    """The shipped campaign with one event changed."""
    campaign = shipped()
    files = [
        file.model_copy(
            update={"events": tuple(e.model_copy(update=changes) if e.id == record_id else e for e in file.events)}
        )
        for file in campaign.outreach
    ]
    return replace(campaign, outreach=tuple(files))


def opened(pdf):
    """A PDF for its objects."""
    return pypdf.PdfReader(io.BytesIO(pdf))


def fonts(pdf):
    """Every font of a PDF by its PostScript name, and whether it is embedded."""
    found = {}
    for page in opened(pdf).pages:
        for font in (page["/Resources"].get("/Font") or {}).values():
            inner = font.get_object()
            own = inner["/DescendantFonts"][0].get_object() if "/DescendantFonts" in inner else inner
            descriptor = own["/FontDescriptor"].get_object()
            found[str(inner["/BaseFont"])] = any(f"/FontFile{n}" in descriptor for n in ("", "2", "3"))
    return found


def drawn_text(pdf):
    """The text of each page as a stranger's reader sees it."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in document]


def operators(pdf):
    """The drawing operators of the first page with their operands, in order, those of its forms included."""
    reader = opened(pdf)
    page = reader.pages[0]
    streams = [page.get_contents().get_data()]
    for form in (page["/Resources"].get("/XObject") or {}).values():
        streams.append(form.get_object().get_data())
    return re.findall(
        rb"((?:[-\d.]+ )*)(cs|CS|k|K|rg|RG|g|G|sc|scn|SC|SCN|BT|ET|Tj|TJ|f\*?|S|gs|q|Q)\b", b"\n".join(streams)
    )
