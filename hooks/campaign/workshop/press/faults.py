"""Pre-flight: whether a finished press PDF is what the shop's machine takes."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import pikepdf

from campaign.workshop.press.condition import CONDITION, DARK, Condition
from campaign.workshop.press.finishing import Sheet, overprints
from campaign.workshop.press.marks import BLACK, NO_INK, Mark, marks, resources, seen_through

NEAR_PT = 0.3
"""How far a box may be off, in points: a tenth of a millimetre."""
LEAST_PPI = 225.0
"""An image's resolution as printed, the usual one and a half times a screen of 150 lines an inch (a preset)."""
LEAST_LINE_PT = 0.25
"""Thinner lines break up on the plate (a preset)."""
NEAR_INK = 0.005
"""Inks are written in percent with one place after the point."""


def preflight(pdf: bytes, sheet: Sheet, *, condition: Condition = CONDITION) -> list[str]:
    """Everything wrong with a press PDF, each said once with its page; an empty list where all is well.

    Fonts embedded; MediaBox, BleedBox and TrimBox as the sheet wants them, nothing that turns, cuts or enlarges the
    page, no ink that ends at the trim; one output intent with a CMYK profile of its condition; process inks alone and
    within the condition's limit; black text in black alone, over its ground wherever that takes it, and nothing white
    printed over; images fine enough, no hairlines, nothing translucent. What it can't measure it refuses.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = list(_intents(document, condition))
        for number, page in enumerate(document.pages, 1):
            painted = list(marks(page))
            faults = [*_boxes(page, sheet), *_fonts(page), *_translucent(page), *_inked(painted, condition)]
            faults += _short_of_bleed(painted, sheet)
            found += [f"page {number}: {fault}" for fault in dict.fromkeys(faults)]
    return found


def _intents(document: pikepdf.Pdf, condition: Condition) -> Iterator[str]:
    intents = [one for one in document.Root.get("/OutputIntents", []) if one.get("/S") == "/GTS_PDFX"]
    if len(intents) != 1:
        yield f"{len(intents)} output intents for the press, not one"
        return
    named = str(intents[0].get("/OutputConditionIdentifier", ""))
    if named != condition.identifier:
        yield f"the output condition is {named or 'nameless'}, not {condition.identifier}"
    profile = intents[0].get("/DestOutputProfile")
    data = profile.read_bytes() if isinstance(profile, pikepdf.Stream) else b""
    if data[12:20] != b"prtrCMYK" or int.from_bytes(data[:4], "big") != len(data):
        yield "the output profile isn't a whole CMYK printer profile"


def _boxes(page: pikepdf.Page, sheet: Sheet) -> Iterator[str]:
    for key, around in (("/TrimBox", 0.0), ("/BleedBox", sheet.bleed_mm), ("/MediaBox", sheet.slug_mm)):
        have = [float(side) for side in page.obj.get(key, [])]
        want = sheet.box(around)
        if len(have) != 4 or any(abs(a - b) > NEAR_PT for a, b in zip(have, want, strict=True)):
            yield f"{key[1:]} is {_sides(have)}, not {_sides(want)}"
    for key, plain in (("/CropBox", page.obj.get("/MediaBox")), ("/Rotate", 0), ("/UserUnit", 1)):
        if key in page.obj and page.obj[key] != plain:
            yield f"{key[1:]} changes the page"
    if len(page.obj.get("/Annots", pikepdf.Array())):
        yield "links or notes lie on the page"


def _short_of_bleed(painted: Sequence[Mark], sheet: Sheet) -> Iterator[str]:
    """Ink that reaches the trim must go on to the end of the bleed: a knife is never quite at its line."""
    trim = sheet.box(0)
    for mark in painted:
        ends = [abs(side - line) < NEAR_PT for side, line in zip(mark.box, trim, strict=True)]
        if sheet.bleed_mm and mark.form in ("fill", "image") and mark.ink and any(ends):
            yield f"a {mark.form} ends at the trim, without bleed"


def _sides(box: Sequence[float]) -> str:
    return " ".join(f"{side:.1f}" for side in box) or "missing"


def _fonts(page: pikepdf.Page) -> Iterator[str]:
    for named in resources(page.obj):
        for font in named.get("/Font", pikepdf.Dictionary()).values():
            if font.get("/Subtype") == "/Type3":
                yield "a font of drawings (Type 3), whose inks aren't looked at"
                continue
            own = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
            files = own.get("/FontDescriptor", pikepdf.Dictionary())
            if not any(f"/FontFile{number}" in files for number in ("", "2", "3")):
                yield f"the font {str(font.get('/BaseFont', '?')).lstrip('/')} isn't embedded"


def _translucent(page: pikepdf.Page) -> Iterator[str]:
    for name in seen_through(page):
        yield f"{name[1:]} makes something translucent"


def _inked(painted: Sequence[Mark], condition: Condition) -> Iterator[str]:
    for mark in painted:
        if mark.inks is None:
            yield f"a {mark.form} in {mark.space}, not in process inks"
            continue
        if mark.ink > condition.most_ink + NEAR_INK:
            yield f"a {mark.form} of {mark.ink:.0%} ink: {condition.most_ink:.0%} is the most"
        if mark.overprint and mark.inks == NO_INK:
            yield f"a white {mark.form} printed over its ground, where it vanishes"
        if mark.form == "text":
            yield from _lettered(mark, condition)
        if mark.form == "image" and mark.ppi < LEAST_PPI:
            yield f"an image of {mark.ppi:.0f} ppi as printed: {LEAST_PPI:.0f} are needed"
        if mark.form in ("stroke", "fill") and _thickness(mark) < LEAST_LINE_PT:
            yield f"a line of {_thickness(mark):.2f} pt: {LEAST_LINE_PT} is the least"


def _thickness(mark: Mark) -> float:
    """A line's width; of an area the narrow side."""
    left, low, right, high = mark.box
    return mark.size_pt if mark.form == "stroke" else min(right - left, high - low)


def _lettered(text: Mark, condition: Condition) -> Iterator[str]:
    inks = text.inks or NO_INK
    if inks[3] >= DARK and any(inks[:3]) and inks != BLACK:
        yield "black text in more than black: it must be K100 alone"
    if overprints(text, condition) and not text.overprint:
        yield "black text knocked out of a ground that would take it"
