"""Serving: what is said of each kind of file that is sent: its type, how long it may be kept, whether it is a text.

The recipes for servers and the object store both read it here.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container
from pathlib import PurePosixPath

TEXTS = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "xml": "application/xml",
    "svg": "image/svg+xml",
    "ics": "text/calendar",
    "txt": "text/plain",
    "csv": "text/csv",
    "head": "text/plain",
}
"""Types of text by suffix: all are UTF-8, and smaller when compressed."""
PICTURES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
}
"""Types of what pages show, by suffix."""
DOCUMENTS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "zip": "application/zip",
    "mp4": "video/mp4",
}
"""Types of what people save, by suffix."""
TYPES = TEXTS | PICTURES | DOCUMENTS
"""Of every kind of file that the gate lets into a site (`workshop.gate`), and of no other."""
OTHER = "application/octet-stream"

HASHED = r"(?i:\.[0-9a-f]{8,64}(?:\.min)?\.(?:css|js|svg|png|jpg|webp|woff2))"
"""How the name of a file ends that says what is in it, as a regular expression of Python, nginx and Go alike: cameras
and older programs write endings in capitals.
"""
SHOWN = rf"(?i:\.(?:{'|'.join((*PICTURES, 'svg'))}))"
"""How the name of a picture or font ends."""
SAVED = rf"(?i:\.(?:{'|'.join(DOCUMENTS)}))"
"""How the name of a document ends: a browser's own viewer shows it, which a page's policy would stop."""

FOR_EVER = "public, max-age=31536000, immutable"
"""Another content would have another name."""
A_WHILE = "public, max-age=300"
"""A picture on a page: asked for anew after five minutes."""
ASK = "no-cache"
"""Kept, and asked for each time whether it still holds (ETag): a cancelled event is seen as cancelled at once."""

COPIES = (".gz", ".br")
"""How the names of a text's compressed copies end, beside it."""

RULED = hashlib.sha256(repr((TYPES, HASHED, SHOWN, FOR_EVER, A_WHILE, ASK)).encode()).hexdigest().encode()
"""What is chosen here, as one figure: where it changes, what was sent before bears other headers."""


def content_type(path: str) -> str:
    """The Content-Type of a file by its path, with the charset of a text."""
    suffix = PurePosixPath(path).suffix.lower().removeprefix(".")
    return f"{TEXTS[suffix]}; charset=utf-8" if suffix in TEXTS else TYPES.get(suffix, OTHER)


def cache_control(path: str) -> str:
    """The Cache-Control of a file by its path."""
    if named_by_content(path):
        return FOR_EVER
    return A_WHILE if re.search(rf"{SHOWN}\Z", path) else ASK


def named_by_content(path: str) -> bool:
    """True where a file's name says what is in it, so that no other release has another of that name."""
    return re.search(rf"{HASHED}\Z", path) is not None


def is_text(path: str) -> bool:
    """True for a file that is smaller when compressed."""
    return PurePosixPath(path).suffix.lower().removeprefix(".") in TEXTS


def is_copy(path: str, among: Container[str]) -> bool:
    """True for the compressed copy of a file that is there too."""
    return path.endswith(COPIES) and path[: path.rindex(".")] in among


def is_page(path: str) -> bool:
    """True for what a reader opens, which refers to all the rest."""
    return path.endswith(".html")
