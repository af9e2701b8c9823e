"""Looking into a picture: what can't be shown is refused before anything is built.

Pillow is loaded only when there is a picture to open: most folders have none, and reading them stays quick.
"""

from __future__ import annotations

import io
import re
import struct
import warnings
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from campaign.core.pictures import PictureFault
from campaign.core.problems import OutputError

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 40_000_000

KINDS: Mapping[str, tuple[str, ...]] = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WebP": (".webp",)}
"""What is taken, and how its name ends."""
SIGNATURES = (
    (re.compile(rb"\xff\xd8\xff"), "JPEG"),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "PNG"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "WebP"),
    (re.compile(rb"....ftyp(?:hei|hev|mif1|msf1)", re.DOTALL), "HEIC"),
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), "AVIF"),
    (re.compile(rb"....ftyp", re.DOTALL), "MP4"),
    (re.compile(rb"GIF8[79]a"), "GIF"),
    (re.compile(rb"BM"), "BMP"),
    (re.compile(rb"II\*\0|MM\0\*|II\+\0|MM\0\+"), "TIFF"),
    (re.compile(rb"8BPS"), "Photoshop"),
    (re.compile(rb"%PDF"), "PDF"),
    (re.compile(rb"PK\x03\x04"), "ZIP / Office"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!DOCTYPE html|html)", re.IGNORECASE), "HTML"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|svg)"), "SVG"),
)
FAILURES = (OSError, ValueError, SyntaxError, TypeError, LookupError, EOFError, ArithmeticError, RuntimeError)
"""What Pillow raises for a file it can't make sense of, besides struct.error, zlib.error and want of memory."""


class UnfitPictureError(OutputError):
    """A picture that can't be shown, and why."""

    def __init__(self, fault: PictureFault) -> None:
        self.fault = fault
        super().__init__(f"{fault.name}: {dict(fault.figures)}")


def inspect(path: Path) -> PictureFault | None:
    """Why a picture can't be shown; None where it can. Never raises; the same file is looked into once a process."""
    try:
        found = path.stat()
    except OSError:
        return PictureFault("image_unreadable")
    return _inspected(path, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=4096)
def _inspected(path: Path, size: int, _changed: int) -> PictureFault | None:
    if size > MOST_BYTES:
        return heavy(size)
    try:
        content = path.read_bytes()
    except OSError:
        return PictureFault("image_unreadable")
    fault = misnamed(content, path.suffix.lower())
    if fault:
        return fault
    try:
        with opened(content) as image:
            decode(image)
    except UnfitPictureError as error:
        return error.fault
    return None


def heavy(size: int) -> PictureFault:
    """That a file has too many bytes."""
    return PictureFault("image_heavy", {"size": f"{size / 1024 / 1024:.1f}", "most": f"{MOST_BYTES // 1024 // 1024}"})


def kind_of(content: bytes) -> str:
    """What a file is by how it begins, `JPEG`, `HEIC` ...; empty where nobody knows."""
    return next((name for pattern, name in SIGNATURES if pattern.match(content)), "")


def misnamed(content: bytes, ending: str) -> PictureFault | None:
    """What a file is where its name, in small letters, says something else."""
    if not content:
        return PictureFault("image_nothing")
    kind = kind_of(content)
    if ending in KINDS.get(kind, ()):
        return None
    if kind == "HEIC":
        return PictureFault("image_heic")
    if kind in KINDS:
        return PictureFault("image_renamed", {"found": kind, "ending": KINDS[kind][0]})
    return PictureFault("image_foreign", {"found": kind}) if kind else PictureFault("image_unknown")


@contextmanager
def opened(content: bytes) -> Iterator[Image.Image]:
    """A picture whose head is sound and which isn't too large to decode. UnfitPictureError, also for what follows."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as image:
                _check_head(image)
                yield image
        except Image.DecompressionBombError as error:
            pixels = re.search(r"\d+", str(error))
            raise UnfitPictureError(_huge(int(pixels[0]) if pixels else MOST_PIXELS)) from None
        except (*FAILURES, struct.error, zlib.error, MemoryError) as error:
            raise UnfitPictureError(PictureFault("image_broken")) from error


def decode(image: Image.Image) -> None:
    """Decode a picture to see that it is whole, as roughly as its kind allows."""
    image.draft(None, (max(1, image.width // 8), max(1, image.height // 8)))
    image.load()


def _check_head(image: Image.Image) -> None:
    """Refuses what the head of a file already tells. Several pictures in one JPEG are a phone's, the first is meant."""
    if image.width * image.height > MOST_PIXELS:
        raise UnfitPictureError(_huge(image.width * image.height))
    if image.format != "MPO" and getattr(image, "is_animated", False):
        raise UnfitPictureError(PictureFault("image_animated"))
    if image.mode == "CMYK":
        raise UnfitPictureError(PictureFault("image_cmyk"))


def _huge(pixels: int) -> PictureFault:
    figures = {
        "many": f"{pixels / 10_000:.0f}",
        "most": f"{MOST_PIXELS // 10_000}",
        "millions": f"{pixels / 1_000_000:,.0f}",
        "most_millions": f"{MOST_PIXELS // 1_000_000}",
    }
    return PictureFault("image_huge", figures)


def content_of(path: Path) -> bytes:
    """A file's bytes; UnfitPictureError where it can't be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnfitPictureError(PictureFault("image_unreadable")) from error
