"""Somebody's file through the gate: its content as it is published, or why it isn't."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from campaign.core.pictures import PictureFault
from campaign.workshop import drawings, pictures, press
from campaign.workshop.gate.formats import OWN, PICTURES, PLAIN, ending, foreign, site_wide
from campaign.workshop.pictures.opening import MOST_BYTES, heavy


class UnfitFileError(Exception):
    """A file that can't be published, and why."""

    def __init__(self, fault: PictureFault) -> None:
        self.fault = fault
        super().__init__(f"{fault.name}: {dict(fault.figures)}")


@dataclass(frozen=True, slots=True)
class Passed:
    """What is published of a file. taken: what was taken out that did something: `script`, `attached`, `notes` ..."""

    content: bytes
    taken: frozenset[str] = frozenset()


def passed(path: Path, *, own: bool = False) -> Passed:
    """A file's content as it may be published, the same bytes each time; UnfitFileError where it may not be.

    own: whether it is the press's own, which may bring styles, scripts and fonts. Pictures and PDFs keep every pixel
    and page as it is; drawings are written anew.
    """
    content = _content(path)
    suffix = ending(path.name)
    if suffix in CLEANED:
        return CLEANED[suffix](content, suffix)
    if suffix in PLAIN or site_wide(path.name) or (own and suffix in OWN):
        return Passed(content)
    raise UnfitFileError(PictureFault(f"file_{foreign(path.name) or 'unknown'}", {"ending": suffix or "—"}))


def _content(path: Path) -> bytes:
    """A file's bytes; of a pipe or a device nobody waits for any."""
    try:
        if path.is_file():
            return path.read_bytes()
    except OSError:
        pass
    raise UnfitFileError(PictureFault("image_unreadable"))


LEAVING = PictureFault("file_leaving")
"""Why nothing that a system or an editor left is published."""


def unfit(path: Path, *, own: bool = False) -> tuple[PictureFault | None, frozenset[str]]:
    """Why a file can't be published, or what is taken out of it; the same file is looked into once a process."""
    try:
        found = path.stat()
    except OSError:
        return PictureFault("image_unreadable"), frozenset()
    return _unfit(path, own, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=4096)
def _unfit(path: Path, own: bool, _size: int, _changed: int) -> tuple[PictureFault | None, frozenset[str]]:
    try:
        return None, passed(path, own=own).taken
    except UnfitFileError as error:
        return error.fault, frozenset()


def _picture(content: bytes, suffix: str) -> Passed:
    if len(content) > MOST_BYTES:
        raise UnfitFileError(heavy(len(content)))
    try:
        return Passed(pictures.bare(content, suffix))
    except pictures.UnfitPictureError as error:
        raise UnfitFileError(error.fault) from None


def _drawing(content: bytes, _: str) -> Passed:
    try:
        return Passed(*drawings.bare(content))
    except drawings.UnfitDrawingError as error:
        raise UnfitFileError(error.fault) from None


def _pdf(content: bytes, _: str) -> Passed:
    try:
        return Passed(*press.bare_pdf(content))
    except press.UnfitPdfError as error:
        raise UnfitFileError(error.fault) from None


CLEANED: Mapping[str, Callable[[bytes, str], Passed]] = MappingProxyType(
    {**dict.fromkeys(sorted(PICTURES), _picture), ".svg": _drawing, ".pdf": _pdf}
)
"""How the content of each kind that can tell of somebody is brought to what is published, by its name's end."""
