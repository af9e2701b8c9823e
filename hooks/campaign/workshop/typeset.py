"""The one door to Typst: fonts pinned, warnings as errors, data never code, the same bytes for the same input."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Literal

import typst

from campaign.workshop.faults import UnmakeableError
from campaign.workshop.fonts import font_folders, font_print

TEMPLATES = Path(__file__).parents[1]
MISFIT = re.compile(r"misfit:([A-Za-z0-9_.=;-]+)")
TOFU = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+"
PHRASE = re.compile(rf"{RIGHT_TO_LEFT}(?:[ 0-9.,·-]+{RIGHT_TO_LEFT})*")
"""Words of Arabic script one after the other; between two texts of the data stands a quotation mark."""
LEFT_TO_RIGHT_MARK = "\u200e"
Form = Literal["pdf", "png", "svg"]


class TypesetError(Exception):
    """A template or an engine failed: our bug, not an author's mistake."""


class MissingGlyphError(UnmakeableError):
    """No pinned font has a glyph for `text`, a character or a cluster of them."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(f"no glyph for {text!r}")

    def __reduce__(self) -> tuple[type[MissingGlyphError], tuple[str]]:
        return (MissingGlyphError, (self.text,))


class MisfitError(UnmakeableError):
    """Texts that don't fit at their least size: by field, how many times too large they are (1.25 is a quarter)."""

    def __init__(self, excess: Mapping[str, float]) -> None:
        self.excess = dict(excess)
        super().__init__(", ".join(f"{field} x{ratio}" for field, ratio in self.excess.items()))

    def __reduce__(self) -> tuple[type[MisfitError], tuple[dict[str, float]]]:
        return (MisfitError, (self.excess,))


def typeset(
    template: str,
    data: Mapping[str, object],
    *,
    form: Form = "pdf",
    ppi: float = 72.0,
    timestamp: int = 0,
    templates: Path = TEMPLATES,
) -> list[bytes]:
    """Set one template (a path below `templates`) with data, which reaches it as JSON and so is never Typst code.

    form: a PDF of all pages (PDF/UA-1, one item), or each page as PNG at `ppi` pixels an inch, or as SVG with its
    text outlined; timestamp: seconds since 1970 UTC, said in the PDF. Raises MissingGlyphError (PDF
    only) and MisfitError for what authors must mend, TypesetError for anything else, warnings included.
    """
    source = templates / template
    options = {"ppi": ppi} if form == "png" else {"pdf_standards": ["ua-1"]} if form == "pdf" else {}
    inputs = {"data": _closed(json.dumps(data, ensure_ascii=False, sort_keys=True))}
    try:
        made, warnings = _compiler(templates).compile_with_warnings(
            input=str(source), format=form, sys_inputs=inputs, timestamp=timestamp, **options
        )
    except typst.TypstError as error:
        raise _understood(str(error), str(error.diagnostic or error)) from None
    if warnings:
        raise TypesetError(f"{template}: {'; '.join(str(warning) for warning in warnings)}")
    pages = made if isinstance(made, list) else [made]
    return [page for page in pages if page is not None]


@cache
def engine_version() -> str:
    """What a fingerprint must know of engine and fonts: the engine's version, the fonts' names and sizes."""
    return f"{version('typst')};{font_print()}"


@cache
def _compiler(templates: Path) -> typst.Compiler:
    """One compiler a process: a fresh one costs ten times the typesetting of a poster."""
    return typst.Compiler(root=str(templates), font_paths=[*map(str, font_folders())], ignore_system_fonts=True)


def _closed(text: str) -> str:
    """The text with a mark after each phrase that runs right to left: else it takes the number that follows with it."""
    return PHRASE.sub(lambda found: found[0] + LEFT_TO_RIGHT_MARK, text)


def _understood(message: str, diagnostic: str) -> Exception:
    """What an engine's message means: an author's text, or our template, at its line."""
    if tofu := TOFU.search(message):
        return MissingGlyphError(tofu[1])
    if misfit := MISFIT.search(message):
        pairs = (part.split("=") for part in misfit[1].split(";"))
        return MisfitError({field: float(ratio) for field, ratio in pairs})
    return TypesetError(diagnostic)
