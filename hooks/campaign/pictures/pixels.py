"""Pictures of our own, already drawn: smaller without looking different, and their pixels for reading back."""

from __future__ import annotations

import sys
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image

COLOURS = 256
"""What an indexed PNG holds (PNG 11.2.3)."""
FLAT = 8
"""So many of the most frequent colours stay exactly what they are: grounds, type, symbol."""
LEVEL = 7
"""How hard the bytes are pressed: beyond it a tenth less costs twice the time."""


def indexed(png: bytes) -> bytes:
    """The same picture without an alpha channel, which some players take for a mask, at well under half the size.

    Flat colours stay exactly what they are; the few pixels on the edges of letters get one near to theirs.
    """
    from PIL import Image

    picture = _opened(png).convert("RGBA")
    places, palette = _indices(picture)
    pixels = memoryview(picture.tobytes()).cast("I")
    small = Image.frombytes("P", picture.size, bytes(map(places.__getitem__, pixels)))
    small.putpalette(palette)
    stream = BytesIO()
    small.save(stream, "PNG", compress_level=LEVEL)
    return stream.getvalue()


def _indices(picture: Image.Image) -> tuple[dict[int, int], bytes]:
    """The place in the palette of every colour of a picture, each as its four bytes in one figure; the palette."""
    from PIL import Image

    counted: Any = picture.getcolors(picture.width * picture.height)
    colours = [bytes(colour) for _, colour in sorted(counted, reverse=True)]
    kept, rest = colours[:COLOURS], colours[FLAT:]
    palette = Image.new("P", (1, 1))
    palette.putpalette(b"".join(one[:3] for one in kept + kept[:1] * (COLOURS - len(kept))))
    row = Image.frombytes("RGBA", (len(rest), 1), b"".join(rest)).convert("RGB") if rest else None
    nearest = row.quantize(palette=palette, dither=Image.Dither.NONE).tobytes() if row else b""
    places = {int.from_bytes(one, sys.byteorder): place for place, one in enumerate(kept[:FLAT])}
    places |= {int.from_bytes(one, sys.byteorder): place for one, place in zip(rest, nearest, strict=True)}
    return places, b"".join(one[:3] for one in kept)


def grey(png: bytes) -> bytes:
    """A picture's pixels in grey, one byte each, rows from the top."""
    return _opened(png).convert("L").tobytes()


def _opened(png: bytes) -> Image.Image:
    from PIL import Image

    return Image.open(BytesIO(png), formats=["PNG"])
