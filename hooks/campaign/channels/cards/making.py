"""Making one picture: every character there, set until it fits, in few colours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from campaign.channels.cards.job import PictureJob
from campaign.channels.cards.shorter import shorter
from campaign.workshop.art import pictograms, whorl
from campaign.workshop.fonts import FAMILIES
from campaign.workshop.pictures import in_colours
from campaign.workshop.qr import symbol
from campaign.workshop.typeset import MisfitError, TypesetError, typeset

MOST_CUTS = 24
"""More cuts than any text a campaign may hold needs."""
WHORL = whorl.Whorl(lines=3, weight=34, seeds=7)
"""The whorl as cards draw it: fewer, broader strokes, which a small picture keeps and a light file holds."""


def make(job: PictureJob) -> dict[str, bytes]:
    """The finished picture, `png`: as large as its template says, in the shades it may have.

    What doesn't fit is shortened, never an error. Raises MissingGlyphError where the font lacks a character.
    """
    _glyphs(job.data)
    palette = job.data["palette"]
    drawings = _drawings(palette["stroke"], palette["eye"], palette["text"])
    png = _set(job.template, drawn(job.data), drawings)
    return {"png": in_colours(png, job.colours) if job.colours else png}


def _set(template: str, data: Mapping[str, Any], drawings: Mapping[str, str]) -> bytes:
    """The picture as the engine draws it, its texts cut until they fit."""
    for _ in range(MOST_CUTS):
        try:
            return typeset(template, data, drawings=drawings, form="png")[0]
        except MisfitError as error:
            for field, ratio in error.excess.items():
                data = shorter(data, field, ratio)
    raise TypesetError(f"{template}: nothing left to cut")


def drawn(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data with its own drawings in it: pictogram, the symbol's modules."""
    found = {**data, "symbol": None}
    if data.get("pictogram"):
        found["pictogram"] = pictograms.svg(data["pictogram"], colour=data["palette"]["on-label"])
    if data.get("payload"):
        made = symbol(data["payload"], largest_version=40)
        found["symbol"] = {"size": made.size, "runs": made.runs}
    return found


@cache
def _drawings(stroke: str, eye: str, seal: str) -> dict[str, str]:
    """What every picture of one palette draws with: the whorl, and the seal, its strokes in a colour of their own."""
    return {
        "whorl.svg": whorl.svg(WHORL, stroke=stroke, eye=eye),
        "seal.svg": whorl.svg(whorl.SEAL, stroke=seal, eye=eye),
    }


def _glyphs(data: Mapping[str, Any]) -> None:
    """MissingGlyphError for a character the font lacks: a picture would show a box and say nothing."""
    texts = [text for text in _texts(data) if text.strip()]
    typeset("workshop/templates/glyphs.typ", {"texts": texts, "font": FAMILIES})


SILENT = frozenset({"font", "lang", "support-lang", "keep", "palette", "pictogram", "payload", "ink", "on-ink"})
"""What in the data isn't set as text."""


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            if key not in SILENT:
                yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)
