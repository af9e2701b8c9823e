"""Making one poster: set, finished, rasterised and read back; nothing leaves here unproved."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from typing import Any

import pypdfium2  # type: ignore[import-untyped]

from campaign.channels.posters.impose import PRINTER_MARGIN_MM, Tiling
from campaign.channels.posters.job import PosterJob
from campaign.channels.posters.picture import drawing, file_name
from campaign.workshop.art.paths import flat_steps
from campaign.workshop.art.whorl import RADIUS, Whorl, path, shapes
from campaign.workshop.faults import ProofError
from campaign.workshop.pictures import PREVIEW_PX, preview
from campaign.workshop.press import POINTS_PER_MM, Sheet, finished, preflight
from campaign.workshop.qr import Pixels, prove, symbol
from campaign.workshop.typeset import Form, MisfitError, typeset

FINER = 2
"""A preview is set so many times finer than it is shown, and made small after: its small type stays even."""
PROOF_MODULE_PX = 5.0
"""Pixels a module when a page is read back: enough to compare each module, few enough for a 2 m stand."""
MOST_PROOF_PX = 9_000
"""The longest side of a rasterised page."""


def make(job: PosterJob) -> dict[str, bytes]:
    """The finished files of one print: `pdf`, `png` (a preview of the trimmed sheet), `svg` where it is asked for.

    Raises ProofError where the final PDF doesn't scan or, for the press, doesn't pass pre-flight; and what `typeset`
    raises.
    """
    data = {**drawn(job.data), "whorl-radius": RADIUS}
    pdf = _pdf(job, data)
    faults = []
    if job.finish == "press":
        sheet = Sheet(**asdict(job.shape))
        pdf = finished(pdf, sheet)
        faults = preflight(pdf, sheet)
    faults += proof(pdf, job)
    if faults:
        raise ProofError(f"{job.path}.pdf", faults)
    flat = _flat(data) if job.shape.slug_mm or job.tiling else data
    ppi = FINER * PREVIEW_PX / (max(job.shape.width_mm, job.shape.height_mm) / 25.4)
    picture = _set(job, flat, form="png", ppi=ppi)[0]
    files = {"pdf": pdf, "png": preview(picture)}
    if job.outlined and job.finish != "press":
        files["svg"] = _set(job, flat, form="svg")[0]
    return files


def _pdf(job: PosterJob, data: dict[str, Any]) -> bytes:
    """The PDF as the engine makes it; where a text doesn't fit, set once more to learn of all that don't."""
    try:
        return _set(job, data)[0]
    except MisfitError:
        return _set(job, {**data, "collect": True})[0]


def _set(job: PosterJob, data: Mapping[str, Any], *, form: Form = "pdf", ppi: float = 72.0) -> list[bytes]:
    return typeset(job.template, data, drawings=drawings(data), form=form, ppi=ppi)


def _flat(data: dict[str, Any]) -> dict[str, Any]:
    """The same print as people see it: trimmed, in one piece."""
    return {**data, "sheet": {**data["sheet"], "bleed": 0, "slug": 0}, "tiles": None}


def drawn(data: Any) -> Any:
    """The data with the drawing of every symbol in it."""
    if isinstance(data, dict):
        filled = {key: drawn(value) for key, value in data.items()}
        if "payload" in filled and "module" in filled:
            made = symbol(filled["payload"])
            filled |= {"size": made.size, "runs": made.runs}
        return filled
    if isinstance(data, list) and data and isinstance(data[0], dict):
        return [drawn(item) for item in data]
    return data


def drawings(data: Mapping[str, Any]) -> dict[str, str]:
    """What a template draws with, in JSON: the whorl with its boxes, and the vignettes that the data names."""
    named = {data["picture"], *(card["picture"] for card in data.get("cards", ()))} - {""}
    return {**_whorl(), **{file_name(one): drawing(one) for one in sorted(named)}}


@cache
def _whorl() -> dict[str, str]:
    """The site's whorl by role, as outlines around the origin; and the box of each role, control points and all, in
    parts of the whorl's radius."""
    found: dict[str, list[list[list[object]]]] = {}
    for shape in shapes(Whorl()):
        found.setdefault(shape.role, []).append(flat_steps(path(shape.points)))
    boxes = {role: _box(outlines) for role, outlines in found.items()}
    return {
        "whorl.json": json.dumps(found, sort_keys=True),
        "whorl-boxes.json": json.dumps(boxes, sort_keys=True),
    }


def _box(outlines: Sequence[Sequence[Sequence[Any]]]) -> list[float]:
    """Left, top, right and bottom of outlines, in parts of the whorl's radius."""
    across = [x / RADIUS for outline in outlines for step in outline for x in step[1::2]]
    down = [y / RADIUS for outline in outlines for step in outline for y in step[2::2]]
    return [min(across), min(down), max(across), max(down)]


def proof(pdf: bytes, job: PosterJob) -> list[str]:
    """What is wrong with a finished PDF: each page is rasterised as printed, and read back; tiles are laid together."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        wanted = len(job.tiling.windows) if job.tiling else len(job.payloads)
        if len(document) != wanted:
            return [f"{len(document)} pages, not {wanted}"]
        pages = [raster(page, module_mm=job.least_module_mm) for page in document]
    finally:
        document.close()
    return [
        f"{name}: {fault}"
        for name, pixels, payloads in _meant(pages, job)
        for fault in prove(pixels, [symbol(payload) for payload in payloads])
    ]


def _meant(pages: Sequence[Pixels], job: PosterJob) -> Iterator[tuple[str, Pixels, tuple[str, ...]]]:
    """Each picture to read back by name, with what it must say; of tiles the whole, and the one the symbol is on."""
    if job.tiling is None:
        for number, (pixels, payloads) in enumerate(zip(pages, job.payloads, strict=True), 1):
            yield f"page {number}", pixels, payloads
        return
    yield "page 1", laid_together(pages, job.tiling, job), job.payloads[0]
    if job.tiling.whole is not None:
        yield f"tile {job.tiling.whole + 1}", pages[job.tiling.whole], job.payloads[0]


def raster(page: pypdfium2.PdfPage, *, module_mm: float) -> Pixels:
    """A page in grey, fine enough that a module is PROOF_MODULE_PX wide."""
    scale = min(PROOF_MODULE_PX / (module_mm * POINTS_PER_MM), MOST_PROOF_PX / max(page.get_size()))
    bitmap = page.render(scale=scale, grayscale=True)
    raw, stride = bytes(bitmap.buffer), bitmap.stride
    if stride != bitmap.width:
        raw = b"".join(raw[row * stride : row * stride + bitmap.width] for row in range(bitmap.height))
    return Pixels(bitmap.width, bitmap.height, raw)


def laid_together(pages: Sequence[Pixels], tiling: Tiling, job: PosterJob) -> Pixels:
    """The tiles as they are glued: each trimmed to its window, the later over the earlier."""
    px_per_mm = pages[0].width_px / tiling.tile_width_mm
    width, height = (round(side * px_per_mm) for side in (job.shape.width_mm, job.shape.height_mm))
    whole = bytearray(b"\xff" * (width * height))
    margin = PRINTER_MARGIN_MM * px_per_mm
    for page, window in zip(pages, tiling.windows, strict=True):
        x, y = round(window.x_mm * px_per_mm), round(window.y_mm * px_per_mm)
        left, top = round(margin + (x - window.x_mm * px_per_mm)), round(margin + (y - window.y_mm * px_per_mm))
        across, down = (int(side * px_per_mm) for side in (window.width_mm, window.height_mm))
        across, down = min(across, width - x), min(down, height - y)
        for row in range(down):
            start = (top + row) * page.width_px + left
            whole[(y + row) * width + x : (y + row) * width + x + across] = page.grey[start : start + across]
    return Pixels(width, height, bytes(whole))
