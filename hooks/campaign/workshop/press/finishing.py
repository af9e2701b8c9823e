"""What a press PDF gets besides its picture: boxes, output condition, and black text that prints over its ground."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from functools import cache

import pikepdf

from campaign.workshop.press.condition import CONDITION, Condition
from campaign.workshop.press.marks import BLACK, Mark, instructions, marks

POINTS_PER_MM = 72 / 25.4
OVER, OUT = pikepdf.Name("/Overprint"), pikepdf.Name("/Knockout")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A press page in mm: the trimmed sheet, the bleed around it, and the slug, all that the page adds on each side."""

    width_mm: float
    height_mm: float
    bleed_mm: float
    slug_mm: float

    def box(self, around_mm: float) -> list[float]:
        """The trimmed sheet and so much around it, in points from the page's lower left."""
        low, out = self.slug_mm - around_mm, self.slug_mm + around_mm
        sides = (low, low, self.width_mm + out, self.height_mm + out)
        return [round(side * POINTS_PER_MM, 4) for side in sides]


def finished(pdf: bytes, sheet: Sheet, *, condition: Condition = CONDITION) -> bytes:
    """The PDF with BleedBox, OutputIntent (ISO 32000-2, 14.11) and overprinting black text; the same bytes each time.

    Text in black alone prints over its ground, so that a shift of a tenth of a millimetre leaves no white rim, wherever
    ground and black together stay within the condition's ink; elsewhere it is knocked out.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            page.obj["/BleedBox"] = pikepdf.Array(sheet.box(sheet.bleed_mm))
            _overprint(document, page, condition)
        document.Root["/OutputIntents"] = pikepdf.Array([_intent(document, condition)])
        document.docinfo["/Trapped"] = pikepdf.Name("/False")
        written = io.BytesIO()
        document.save(written, deterministic_id=True)
    return written.getvalue()


def _intent(document: pikepdf.Pdf, condition: Condition) -> pikepdf.Object:
    profile = document.make_stream(b"", N=4)
    profile.write(_packed(condition), filter=pikepdf.Name("/FlateDecode"))
    return document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name("/OutputIntent"),
            S=pikepdf.Name("/GTS_PDFX"),
            OutputConditionIdentifier=condition.identifier,
            OutputCondition=condition.said,
            RegistryName=condition.registry,
            Info=condition.said,
            DestOutputProfile=profile,
        )
    )


@cache
def _packed(condition: Condition) -> bytes:
    """The profile as PDFs hold it: packing it takes longer than all the rest."""
    return zlib.compress(condition.icc, 9)


def _overprint(document: pikepdf.Pdf, page: pikepdf.Page, condition: Condition) -> None:
    """Write the page's stream anew, with overprint on for just the texts that take it."""
    chosen = {mark.at for mark in marks(page) if mark.form == "text" and overprints(mark, condition)}
    if not chosen:
        return
    written = []
    for at, one in enumerate(instructions(page)):
        written += [_set(OVER), one, _set(OUT)] if at in chosen else [one]
    page.obj["/Contents"] = document.make_stream(pikepdf.unparse_content_stream(written))
    states = page.obj["/Resources"].get("/ExtGState", pikepdf.Dictionary())
    states[OVER] = pikepdf.Dictionary(Type=pikepdf.Name("/ExtGState"), OP=True, op=True, OPM=1)
    states[OUT] = pikepdf.Dictionary(Type=pikepdf.Name("/ExtGState"), OP=False, op=False, OPM=0)
    page.obj["/Resources"]["/ExtGState"] = states


def _set(state: pikepdf.Name) -> tuple[list[pikepdf.Object], pikepdf.Operator]:
    return [state], pikepdf.Operator("gs")


def overprints(text: Mark, condition: Condition) -> bool:
    """True for text in black alone whose ground leaves room for black's ink."""
    return text.inks == BLACK and sum(text.ground[:3]) + text.inks[3] <= condition.most_ink
