"""A symbol as a picture to show and to save: PNG with one bit a pixel, every module a whole number of pixels."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from campaign.workshop.qr.encoding import QUIET_ZONE, Symbol

SCREEN_VERSION = 40
"""On a screen a symbol may be as large as the standard has them: nobody scans it from afar."""
HEAD = b"\x89PNG\r\n\x1a\n"


def png(symbol: Symbol, *, module_px: int) -> bytes:
    """The symbol on white with its quiet zone, each module so many pixels wide.

    PNG (ISO/IEC 15948), greyscale with one bit a pixel; the same symbol gives the same bytes.
    """
    side = symbol.size + 2 * QUIET_ZONE
    width_px = side * module_px
    head = struct.pack(">IIBBBBB", width_px, width_px, 1, 0, 0, 0, 0)
    lines = b"".join(_lines(symbol, module_px))
    return HEAD + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(lines, 9)) + _chunk(b"IEND", b"")


def _lines(symbol: Symbol, module_px: int) -> Iterator[bytes]:
    """Each row of modules as filtered lines of pixels: the first plain, the others the same as the one above (9.2)."""
    zone = (False,) * QUIET_ZONE
    blank = (False,) * symbol.size
    for row in (*(blank,) * QUIET_ZONE, *symbol.rows, *(blank,) * QUIET_ZONE):
        bits = "".join("0" * module_px if dark else "1" * module_px for dark in (*zone, *row, *zone))
        line = int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")
        yield b"\x00" + line + (b"\x02" + bytes(len(line))) * (module_px - 1)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
