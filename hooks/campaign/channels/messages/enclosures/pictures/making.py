"""Making a message's pictures: every character there, set until it fits, its symbol read back; in few colours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from campaign.channels.messages.enclosures import EnclosureJob
from campaign.core.places import Places
from campaign.core.problems import Message
from campaign.say.cutting import cut, joined
from campaign.workshop.art import whorl
from campaign.workshop.art.vignettes import VIGNETTES
from campaign.workshop.art.vignettes import drawing as vignettes
from campaign.workshop.faults import ProofError, UnmakeableError
from campaign.workshop.fonts import FAMILIES
from campaign.workshop.making import Complaint, Craft, lacking
from campaign.workshop.pictures import grey, indexed
from campaign.workshop.pictures.png import size_px
from campaign.workshop.qr import SCREEN_VERSION, Pixels, prove, symbol
from campaign.workshop.typeset import MisfitError, MissingGlyphError, TypesetError, engine_version, typeset

TEMPLATE, LONG = "channels/messages/templates/picture.typ", "workshop/templates/programme.typ"
MOST_CUTS = 24
"""More cuts than any text a campaign may hold needs."""
RIM = whorl.Whorl(lines=3, weight=34, seeds=7)
"""The whorl round a vignette: few broad strokes, which a small picture keeps."""


def make(job: EnclosureJob) -> dict[str, bytes]:
    """Every picture of a job by its name, PNG.

    What doesn't fit is shortened. Raises MissingGlyphError where the font lacks a character, ProofError where a picture
    doesn't read back.
    """
    found = {}
    for name, data in job.data.items():
        found[name], faults = made(data)
        if faults:
            raise ProofError(f"{job.folder}{name}", faults)
    return found


def made(data: Mapping[str, Any]) -> tuple[bytes, list[str]]:
    """One picture as PNG, and what is wrong with it, which is nothing unless an engine fails."""
    glyphs(data)
    png = indexed(_set(data))
    return png, _faults(data, png)


def glyphs(data: Mapping[str, Any]) -> None:
    """MissingGlyphError for a character that the font lacks: a picture would show a box."""
    texts = [text for text in _texts(data) if text.strip()]
    typeset("workshop/templates/glyphs.typ", {"texts": texts, "font": FAMILIES})


def _texts(data: Mapping[str, Any]) -> Iterator[str]:
    if "template" in data:
        yield from _long_texts(data)
        return
    yield from (data[key] for key in ("kicker", "mark") if data[key])
    yield from data["title"]["lines"] if data["title"] else ()
    yield from (one["body"] for key in ("chips", "pieces", "way") for one in data[key])


def _long_texts(data: Mapping[str, Any]) -> Iterator[str]:
    yield from (data[key] for key in ("kicker", "title", "sample", "more", "scan", "address") if data[key])
    yield from (*data["small"], *data["foot"])
    yield from (text for one in data["lead"] for text in (one["label"], one["body"]))
    for day in data["days"]:
        yield day["name"] or ""
        yield from (str(row[key]) for row in day["rows"] for key in LISTED)


LISTED = ("starts", "ends", "lasting", "title", "kind", "where", "status", "sample")
"""What is set of a row."""


def _set(data: Mapping[str, Any]) -> bytes:
    """The picture as the engine draws it, its texts cut until they fit."""
    drawings, drawn = _drawings(data), _drawn(data)
    for _ in range(MOST_CUTS):
        try:
            return typeset(data.get("template", TEMPLATE), drawn, drawings=drawings, form="png")[0]
        except MisfitError as error:
            drawn = _shorter(drawn, max(error.excess.values()))
    raise TypesetError(f"{TEMPLATE}: nothing left to cut")


def _shorter(data: dict[str, Any], ratio: float) -> dict[str, Any]:
    """Without its last fact; where there is none, its title as one text, then cut."""
    spare = [at for at, one in enumerate(data["pieces"]) if one["spare"]]
    if spare or not data["title"]:
        last = spare[-1] if spare else len(data["pieces"]) - 1
        return {**data, "pieces": [one for at, one in enumerate(data["pieces"]) if at != last]}
    lines = data["title"]["lines"]
    title = joined(lines) if len(lines) > 1 else cut(lines[0], ratio, data["keep"])
    return {**data, "title": {**data["title"], "lines": [title]}}


def _drawn(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data with the modules of its symbol, and whether it has a vignette."""
    pictured = bool(data["vignette"])
    found = {**data, "vignette": pictured, "pictured": pictured, "symbol": None}
    if data["payload"]:
        one = symbol(data["payload"], largest_version=SCREEN_VERSION)
        found["symbol"] = {"size": one.size, "runs": one.runs}
    return found


def _drawings(data: Mapping[str, Any]) -> dict[str, str]:
    colours = data["palette"]
    found = _whorls(colours["stroke"], colours["eye"], colours["faint"], colours["text"])
    return {**found, **({"vignette.svg": _vignette(data["vignette"])} if data["vignette"] else {})}


@cache
def _whorls(stroke: str, eye: str, faint: str, seal: str) -> dict[str, str]:
    return {
        "whorl.svg": whorl.svg(RIM, stroke=faint, eye=faint),
        "rim.svg": whorl.svg(RIM, stroke=stroke, eye=eye),
        "seal.svg": whorl.svg(whorl.SEAL, stroke=seal, eye=eye),
    }


@cache
def _vignette(name: str) -> str:
    return vignettes.svg(VIGNETTES[name], vignettes.inks("paper"))


def _faults(data: Mapping[str, Any], png: bytes) -> list[str]:
    """What is wrong with a finished picture: its size, its symbol."""
    size = size_px(png)
    if size != (data["width"], data.get("height", size[1])):
        return [f"{size} pixels"]
    expected = [symbol(data["payload"], largest_version=SCREEN_VERSION)] if data["payload"] else []
    return [str(fault) for fault in prove(Pixels(*size, grey(png)), expected)]


DRAWN, FONT = Message("画不出来", "be drawn"), Message("配图字体", "the font of the pictures")


def complaints(job: EnclosureJob, error: UnmakeableError, places: Places) -> Iterator[Complaint]:
    """The characters the font lacks, once for each message."""
    if isinstance(error, MissingGlyphError):
        what = lacking(error.text, cannot=DRAWN, font=FONT, where=Message("", ""))
        problem = places.of_record(what, job.source.kind, job.source.id)
        yield Complaint(about=(job.source.id, error.text), problem=problem)


CRAFT = Craft(
    make=make,
    parts=lambda job: ([part.name for part in job.parts], dict(job.data)),
    templates=lambda _: (TEMPLATE, LONG),
    engines=(engine_version,),
    complaints=complaints,
)
"""How a message's pictures are made and kept."""
