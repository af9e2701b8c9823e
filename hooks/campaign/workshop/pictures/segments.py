"""The pieces of a picture's file, and which of them are no pixels: left out without decoding, so nothing is lost.

What is kept: what decoders need, the colour profile, the size in print. What goes: EXIF, XMP, IPTC, comments, small
pictures of the picture, makers' notes, and whatever stands behind its end.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

SCANNED = re.compile(rb"\xff+[\x01-\xcf\xd8-\xfe]")
"""What ends the coded pixels of a JPEG: a marker that is neither a restart nor a stuffed byte (ITU-T T.81, B.1.1)."""
JFIF_BARE = 12
"""Bytes of a JFIF head without its thumbnail."""
PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP acTL fcTL fdAT".split(),
)
"""Chunks of pixels and colours (PNG 11.2, 11.3); those of animation too, so that a moving picture is known as one."""
WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP", b"ANIM", b"ANMF"))
WEBP_NOTES = 0x08 | 0x04
"""The flags of a VP8X chunk that promise EXIF and XMP (RFC 9649, 2.7)."""


@dataclass
class Pieces:
    """A picture taken apart. kept: its file without notes, in pieces; notes: what each left out is called;
    exif: what the camera noted, from its byte order on, empty where there is nothing."""

    kept: list[bytes] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    exif: bytes = b""

    @property
    def content(self) -> bytes:
        """The file without notes."""
        return b"".join(self.kept)


def pieces(content: bytes, kind: str) -> Pieces:
    """A JPEG, PNG or WebP taken apart; ValueError where it is cut short or isn't built as its kind is."""
    try:
        return {"JPEG": _jpeg, "PNG": _png, "WebP": _webp}[kind](content)
    except (IndexError, struct.error) as error:
        raise ValueError(f"no whole {kind}") from error


def _jpeg(content: bytes) -> Pieces:
    """Markers and their segments (ITU-T T.81, B.1); the first picture alone of a file that holds several."""
    found, at = Pieces([b"\xff\xd8"]), 2
    while (marker := _marker(content, at)) != 0xD9:
        at = _after_fill(content, at)
        if marker == 0x01 or 0xD0 <= marker <= 0xD7:
            found.kept.append(bytes((0xFF, marker)))
            continue
        end = at + int.from_bytes(content[at : at + 2], "big")
        if end < at + 2 or end > len(content):
            raise ValueError("a segment is cut short")
        _take_segment(found, marker, content[at + 2 : end])
        at = end
        if marker == 0xDA:
            scan = SCANNED.search(content, at)
            if scan is None:
                raise ValueError("the pixels are cut short")
            found.kept.append(content[at : scan.start()])
            at = scan.start()
    found.kept.append(b"\xff\xd9")
    if content[_after_fill(content, at) :].strip(b"\0"):
        found.notes.append("behind the end")
    return found


def _marker(content: bytes, at: int) -> int:
    if content[at] != 0xFF:
        raise ValueError("no marker where one must be")
    return content[_after_fill(content, at) - 1]


def _after_fill(content: bytes, at: int) -> int:
    """Behind the marker that begins here, whatever fills the room before it."""
    while content[at] == 0xFF:
        at += 1
    return at + 1


def _take_segment(found: Pieces, marker: int, body: bytes) -> None:
    kept = _kept_segment(marker, body)
    if kept is not None:
        found.kept.append(bytes((0xFF, marker)) + struct.pack(">H", len(kept) + 2) + kept)
    if kept != body:
        found.notes.append("comment" if marker == 0xFE else f"APP{marker - 0xE0} {_spelt(body[:12])}".strip())
    if marker == 0xE1 and body.startswith(b"Exif\0") and not found.exif:
        found.exif = body[6:]


def _kept_segment(marker: int, body: bytes) -> bytes | None:
    """What stays of a segment: all of what decodes, of an application's own only what colours and sizes need."""
    if marker == 0xE0 and body.startswith(b"JFIF\0"):
        return body[:JFIF_BARE] + b"\0\0"
    if marker == 0xE2 and body.startswith(b"ICC_PROFILE\0"):
        return body
    if marker == 0xEE and body.startswith(b"Adobe"):
        return body[:12]
    return None if marker == 0xFE or 0xE0 <= marker <= 0xFD else body


def _png(content: bytes) -> Pieces:
    found, at = Pieces([content[:8]]), 8
    name = b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", content, at)
        end = at + 12 + length
        if end > len(content):
            raise ValueError("a chunk is cut short")
        if name in PNG_KEPT:
            found.kept.append(content[at:end])
        else:
            found.notes.append(_spelt(name))
        if name == b"eXIf":
            found.exif = content[at + 8 : end - 4]
        at = end
    if content[at:].strip(b"\0"):
        found.notes.append("behind the end")
    return found


def _webp(content: bytes) -> Pieces:
    (size,) = struct.unpack_from("<I", content, 4)
    if size + 8 > len(content):
        raise ValueError("the file is cut short")
    found = Pieces()
    for name, body in _webp_chunks(content[12 : size + 8]):
        if name not in WEBP_KEPT:
            found.notes.append(_spelt(name))
            found.exif = body.removeprefix(b"Exif\0\0") if name == b"EXIF" else found.exif
            continue
        kept = bytes((body[0] & ~WEBP_NOTES,)) + body[1:] if name == b"VP8X" else body
        found.kept.append(name + struct.pack("<I", len(kept)) + kept + b"\0" * (len(kept) % 2))
    if content[size + 8 :].strip(b"\0"):
        found.notes.append("behind the end")
    found.kept.insert(0, b"RIFF" + struct.pack("<I", 4 + sum(map(len, found.kept))) + b"WEBP")
    return found


def _webp_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at < len(content):
        name, length = struct.unpack_from("<4sI", content, at)
        if at + 8 + length > len(content):
            raise ValueError("a chunk is cut short")
        yield name, content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _spelt(name: bytes) -> str:
    """A piece's name as people may read it."""
    return name.split(b"\0")[0].decode("ascii", "replace").strip()
