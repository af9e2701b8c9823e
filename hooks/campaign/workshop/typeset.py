"""The one door to Typst: fonts pinned, warnings as errors, data never code, the same bytes for the same input."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from types import MappingProxyType
from typing import Any, Literal

import typst

from campaign.workshop.faults import UnmakeableError
from campaign.workshop.fonts import font_folders, font_print

TEMPLATES = Path(__file__).parents[1]
MISFIT = re.compile(r"misfit:([A-Za-z0-9_.=;-]+)")
TOFU = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
SIGNED = re.compile(rb"(/Creator\(|<xmp:CreatorTool>)(Typst [0-9.]+)(\)|</xmp:CreatorTool>)")
"""Where a PDF names the program it was made with: its information dictionary and its XMP packet."""
RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+"
PHRASE = re.compile(rf"{RIGHT_TO_LEFT}(?:[ 0-9.,·-]+{RIGHT_TO_LEFT})*")
"""Words of Arabic script one after the other; between two texts of the data stands a quotation mark."""
LEFT_TO_RIGHT_MARK = "\u200e"
Form = Literal["pdf", "png", "svg"]
NONE: Mapping[str, str | bytes] = MappingProxyType({})


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
    drawings: Mapping[str, str | bytes] = NONE,
    form: Form = "pdf",
    ppi: float = 72.0,
    templates: Path = TEMPLATES,
) -> list[bytes]:
    """Set one template (a path below `templates`) with data, which reaches it as JSON and so is never Typst code.

    drawings: files that the template reads by name: pictures, and what is large and the same in many texts; form: a
    PDF of all pages (PDF/UA-1, one item), which says its title, its author and its language and nothing of how or when
    it was made; or each page as PNG at `ppi` pixels an inch, or as SVG with its text outlined. Raises MissingGlyphError
    (PDF only) and MisfitError for what authors must mend, TypesetError for anything else, warnings included.
    """
    pages, _ = _set(template, data, drawings, form, ppi=ppi, templates=templates)
    return [_unsigned(page) for page in pages] if form == "pdf" else pages


def typeset_and_told(
    template: str, data: Mapping[str, object], label: str, *, drawings: Mapping[str, str | bytes] = NONE, ppi: float
) -> tuple[list[bytes], list[dict[str, Any]]]:
    """Each page as PNG, and the metadata that the template gave a label, in its order; else as `typeset`."""
    return _set(template, data, drawings, "png", ppi=ppi, templates=TEMPLATES, label=label)


def _set(
    template: str,
    data: Mapping[str, object],
    drawings: Mapping[str, str | bytes],
    form: Form,
    *,
    ppi: float,
    templates: Path,
    label: str = "",
) -> tuple[list[bytes], list[dict[str, Any]]]:
    options: dict[str, Any] = {"ppi": ppi} if form == "png" else {"pdf_standards": ["ua-1"]} if form == "pdf" else {}
    files = {**drawings, "data.json": _closed(json.dumps(data, ensure_ascii=False, sort_keys=True))}
    try:
        made, warnings, told = _desk(templates).set(template, files, label, format=form, timestamp=0, **options)
    except typst.TypstError as error:
        raise _understood(str(error), str(error.diagnostic or error)) from None
    if warnings:
        raise TypesetError(f"{template}: {'; '.join(str(warning) for warning in warnings)}")
    pages = made if isinstance(made, list) else [made]
    return [page for page in pages if page is not None], told


def _unsigned(pdf: bytes) -> bytes:
    """The PDF without the name of the program: as many blanks, so that every object stays where the table says."""
    bare, count = SIGNED.subn(lambda found: found[1] + b" " * len(found[2]) + found[3], pdf)
    if count != 2:
        raise TypesetError(f"the engine signs its PDFs {count} times, not twice: see SIGNED")
    return bare


@cache
def engine_version() -> str:
    """What a fingerprint must know of engine and fonts: the engine's version, the fonts' names and sizes."""
    return f"{version('typst')};{font_print()}"


@cache
def _desk(templates: Path) -> _Desk:
    """One a process: a fresh engine costs ten times the typesetting of a poster."""
    return _Desk(templates)


class _Desk:
    """An engine in a folder of its own: the templates as they were at its start, and the files of the text in hand.

    The engine remembers across texts what it has measured, shaped and drawn, but only while nothing but files changes:
    whatever reaches it as `sys.inputs` makes it forget all, and a poster takes twice the time.
    """

    def __init__(self, templates: Path) -> None:
        self._folder = TemporaryDirectory(prefix="typeset-")
        self._root = Path(self._folder.name).resolve()
        for path in templates.rglob("*.typ"):
            copy = self._root / path.relative_to(templates)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
        self._engine = typst.Compiler(
            root=str(self._root), font_paths=[*map(str, font_folders())], ignore_system_fonts=True
        )
        self._lying: dict[str, str | bytes] = {}
        self._one_at_a_time = Lock()

    def set(
        self, template: str, files: Mapping[str, str | bytes], label: str, **options: Any
    ) -> tuple[Any, list[Any], list[dict[str, Any]]]:
        """What the engine makes of a template with these files beside it, its warnings, and the metadata of a label."""
        with self._one_at_a_time:
            for name, text in files.items():
                if self._lying.get(name) != text:
                    self._lying.pop(name, None)
                    if isinstance(text, bytes):
                        (self._root / name).write_bytes(text)
                    else:
                        (self._root / name).write_text(text, encoding="utf-8", newline="")
                    self._lying[name] = text
            made, warnings = self._engine.compile_with_warnings(input=str(self._root / template), **options)
            return made, warnings, json.loads(self._engine.query(f"<{label}>", field="value")) if label else []


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
