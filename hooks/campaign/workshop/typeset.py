"""The one door to Typst: fonts pinned, warnings as errors, data never code, the same bytes for the same input."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import Literal

import typst

from campaign.workshop.faults import UnmakeableError

FONT_PACKAGE = "justmytype_intl_cjk"
FONT_FOLDER = "fonts/ofl/notosanssc"
FONT_FAMILY = "Noto Sans SC"
FONT_FAMILIES = frozenset({"NotoSansSC"})
"""What a PDF may name as its fonts, before the subset tag and style: open licences (OFL) only."""
TEMPLATES = Path(__file__).parents[1]
MISFIT = re.compile(r"misfit:([A-Za-z0-9_.=;-]+)")
TOFU = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
SIGNED = re.compile(rb"(/Creator\(|<xmp:CreatorTool>)(Typst [0-9.]+)(\)|</xmp:CreatorTool>)")
"""Where a PDF names the program it was made with: its information dictionary and its XMP packet."""
Form = Literal["pdf", "png", "svg"]


class TypesetError(Exception):
    """A template or an engine failed: our bug, not an author's mistake."""


class MissingGlyphError(UnmakeableError):
    """The pinned font has no glyph for `text`, a character or a cluster of them."""

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
    templates: Path = TEMPLATES,
) -> list[bytes]:
    """Set one template (a path below `templates`) with data, which reaches it as JSON and so is never Typst code.

    form: a PDF of all pages (PDF/UA-1, one item), which says its title, its author and its language and nothing of how
    or when it was made; or each page as PNG at `ppi` pixels an inch, or as SVG with its text outlined. Raises
    MissingGlyphError (PDF only) and MisfitError for what authors must mend, TypesetError for anything else, warnings
    included.
    """
    source = templates / template
    options = {"ppi": ppi} if form == "png" else {"pdf_standards": ["ua-1"]} if form == "pdf" else {}
    inputs = {"data": json.dumps(data, ensure_ascii=False, sort_keys=True)}
    try:
        made, warnings = _compiler(templates).compile_with_warnings(
            input=str(source), format=form, sys_inputs=inputs, timestamp=0, **options
        )
    except typst.TypstError as error:
        raise _understood(str(error), str(error.diagnostic or error)) from None
    if warnings:
        raise TypesetError(f"{template}: {'; '.join(str(warning) for warning in warnings)}")
    pages = made if isinstance(made, list) else [made]
    found = [page for page in pages if page is not None]
    return [_unsigned(page) for page in found] if form == "pdf" else found


def _unsigned(pdf: bytes) -> bytes:
    """The PDF without the name of the program: as many blanks, so that every object stays where the table says."""
    bare, count = SIGNED.subn(lambda found: found[1] + b" " * len(found[2]) + found[3], pdf)
    if count != 2:
        raise TypesetError(f"the engine signs its PDFs {count} times, not twice: see SIGNED")
    return bare


@cache
def font_folder() -> Path:
    """The folder of the one font family that is used in print and on screens."""
    folder = Path(str(resources.files(FONT_PACKAGE))) / FONT_FOLDER
    if not list(folder.glob("*.ttf")):
        raise TypesetError(f"no font in {folder}: is {FONT_PACKAGE} installed whole?")
    return folder


@cache
def engine_version() -> str:
    """What a fingerprint must know of engine and font: the engine's version, the font's name and size."""
    fonts = sorted(font_folder().glob("*.ttf"))
    return ";".join([version("typst"), *(f"{font.name}:{font.stat().st_size}" for font in fonts)])


@cache
def _compiler(templates: Path) -> typst.Compiler:
    """One compiler a process: a fresh one costs ten times the typesetting of a poster."""
    return typst.Compiler(root=str(templates), font_paths=[str(font_folder())], ignore_system_fonts=True)


def _understood(message: str, diagnostic: str) -> Exception:
    """What an engine's message means: an author's text, or our template, at its line."""
    if tofu := TOFU.search(message):
        return MissingGlyphError(tofu[1])
    if misfit := MISFIT.search(message):
        pairs = (part.split("=") for part in misfit[1].split(";"))
        return MisfitError({field: float(ratio) for field, ratio in pairs})
    return TypesetError(diagnostic)
