"""Making one frame: set at native pixels, every character there, its symbol read back; nothing leaves here unproved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from campaign.channels.screens import media
from campaign.channels.screens.job import FrameJob, page_key
from campaign.channels.screens.palette import art
from campaign.channels.screens.strip import still_and_long
from campaign.say.script import is_han
from campaign.workshop.art import pictograms, whorl
from campaign.workshop.art.vignettes import VIGNETTES
from campaign.workshop.art.vignettes.drawing import svg
from campaign.workshop.dots import dotted
from campaign.workshop.faults import ProofError, UnmakeableError
from campaign.workshop.fonts import FAMILIES
from campaign.workshop.pictures import grey, indexed, laid_over
from campaign.workshop.pictures.png import size_px
from campaign.workshop.qr import QUIET_ZONE, Pixels, prove, read, symbol
from campaign.workshop.typeset import typeset, typeset_and_told

MESSAGE, CODE = "channels/screens/templates/message.typ", "channels/screens/templates/code.typ"
"""What a frame is set by; named whole, for a fingerprint finds them here."""
MARK = ("text", "accent")
"""The roles of the mark's strokes and of its eye."""


def make_frame(job: FrameJob) -> dict[str, bytes]:
    """The frame's files: `png` at native pixels; for a strip its further pages too, `png-2` ..., and `long`, the whole
    line; for an own film `mp4`; none of a spare one whose texts can't be set.

    Raises ProofError where the picture doesn't read back, MisfitError and MissingGlyphError for texts authors must
    mend, UnplayableError for a picture or film that players would refuse.
    """
    if job.media:
        return media.make(job)
    try:
        return _set(job)
    except UnmakeableError:
        if job.spare:
            return {}
        raise


def _set(job: FrameJob) -> dict[str, bytes]:
    check_glyphs(job)
    if "pieces" in job.data:
        return _strip(job)
    png = indexed(_with_dots(job, *set_frame(job)))
    faults = proof(job, png)
    if faults:
        raise ProofError(_name(job), faults)
    return {"png": png}


def _name(job: FrameJob) -> str:
    return f"{job.display} {job.look}/{job.name}.png"


def _strip(job: FrameJob) -> dict[str, bytes]:
    stills, long = still_and_long(job.data)
    faults = [fault for still in stills for fault in _size_faults(still, job.data["width"], job.data["height"])]
    faults += [] if size_px(long)[1] == job.data["height"] else [f"the line is {size_px(long)[1]} pixels high"]
    if faults:
        raise ProofError(_name(job), faults)
    return {**{page_key(number): still for number, still in enumerate(stills, 1)}, "long": long}


def set_frame(job: FrameJob, *, ppi: float = 72.0) -> tuple[bytes, list[dict[str, Any]]]:
    """A frame that is no strip's as PNG, but for its small texts, and these with their places.

    At 72 pixels an inch a point is one of its pixels.
    """
    template = CODE if "code" in job.data else MESSAGE
    (png,), small = typeset_and_told(template, drawn(job), "dots", drawings=drawings(job), ppi=ppi)
    return png, small


def _with_dots(job: FrameJob, png: bytes, small: Sequence[Mapping[str, Any]]) -> bytes:
    """The frame with its small texts in whole dots, each in the middle of the height that is kept for it."""
    return laid_over(png, [_piece(job, one) for one in small]) if small else png


def _piece(job: FrameJob, small: Mapping[str, Any]) -> tuple[Sequence[bytes], int, int, str]:
    height = int(small["height"])
    dots = dotted(small["text"], height, han=is_han(small["text"]))
    left = round(small["x"] + small["share"] * (small["width"] - dots.width))
    top = round(small["y"] + (small["room"] - height) / 2)
    return dots.rows, left, top, job.data["palette"][small["colour"]]


def drawn(job: FrameJob) -> dict[str, Any]:
    """The data with the symbol's modules in it."""
    if "code" not in job.data:
        return dict(job.data)
    made = symbol(job.payload)
    return {**job.data, "code": {**job.data["code"], "size": made.size, "runs": made.runs}}


def drawings(job: FrameJob) -> dict[str, str]:
    """A message's drawings by their file names: its pictogram, and its picture, which is the mark where it has none."""
    colours, found = job.data["palette"], {}
    if name := job.data.get("pictogram"):
        found["pictogram.svg"] = pictograms.svg(name, colour=colours["text"])
    if (name := job.data.get("picture")) is not None:
        look = job.data["look"]
        found["picture.svg"] = _picture(name, colours["ground"], look) if name else _mark(*map(colours.get, MARK))
    return found


@cache
def _picture(name: str, ground: str, look: str) -> str:
    return svg(VIGNETTES[name], art(ground, look))


@cache
def _mark(stroke: str, eye: str) -> str:
    return whorl.svg(whorl.SEAL, stroke=stroke, eye=eye)


def check_glyphs(job: FrameJob) -> None:
    """MissingGlyphError for a character that the font lacks: a picture would show a box."""
    texts = [text for text in _texts(job.data) if text.strip()]
    typeset("workshop/templates/glyphs.typ", {"texts": texts, "font": FAMILIES})


def _texts(data: Any) -> list[str]:
    found = ["".join(part).replace("\n", "") for part in data.get("pieces", [])] + [data.get("mark", "")]
    found += [line for block in data.get("blocks", []) for line in block["lines"]]
    found += [block["tail"]["text"] for block in data.get("blocks", []) if block.get("tail")]
    found += data["foot"]["choices"] if data.get("foot") else []
    return found + [data[key]["text"] for key in ("address", "sample") if data.get(key)]


def _size_faults(png: bytes, width: int, height: int) -> list[str]:
    found = size_px(png)
    return [] if found == (width, height) else [f"{found} pixels, not {width} x {height}"]


def proof(job: FrameJob, png: bytes) -> list[str]:
    """What is wrong with a finished frame: its size, its symbol, the symbol's edges."""
    width, height = job.data["width"], job.data["height"]
    faults = _size_faults(png, width, height)
    if faults or not job.payload:
        return faults
    pixels = Pixels(width, height, grey(png))
    faults = [str(fault) for fault in prove(pixels, [symbol(job.payload)])]
    return faults or _edges(pixels, job)


def _edges(pixels: Pixels, job: FrameJob) -> list[str]:
    """A symbol on a display is dark or light and nothing between: a half-lit diode closes the gap."""
    (reading,) = read(pixels)
    reach, module = symbol(job.payload).size, job.data["code"]["module"]
    left, top = (min(round(corner[axis] / 1) for corner in reading.corners) for axis in (0, 1))
    side, zone = reach * module, (QUIET_ZONE - 1) * module
    seen = set[int]()
    for y in range(max(0, top - zone), min(pixels.height_px, top + side + zone)):
        start = y * pixels.width_px
        seen.update(pixels.grey[start + max(0, left - zone) : start + min(pixels.width_px, left + side + zone)])
    return [] if len(seen) == 2 else [f"the symbol has {len(seen)} shades, not two"]
