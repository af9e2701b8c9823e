"""Pictures of our own, already drawn: smaller without looking different, and their pixels for reading back."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from campaign.workshop.pictures.png import LEVEL

if TYPE_CHECKING:
    from PIL import Image

COLOURS = 256
"""What an indexed PNG holds (PNG 11.2.3)."""
FLAT = 8
"""So many of the most frequent colours stay exactly what they are: grounds, type, symbol."""
APART = 8
"""How many levels lie between the shades of an edge at least: one nearer to a more frequent one takes its colour.
Nobody sees it, and the picture, which a pack holds four times, weighs a quarter less."""


def indexed(png: bytes) -> bytes:
    """The same picture without an alpha channel, which some players take for a mask, at well under half the size.

    Flat colours stay exactly what they are, but two that nobody could tell apart; the few pixels on the edges of
    letters get one near to theirs.
    """
    from PIL import Image

    picture = _opened(png).convert("RGB")
    counted: Any = picture.getcolors(picture.width * picture.height)
    colours = [bytes(colour) for _, colour in sorted(counted, reverse=True)]
    palette = _palette(_apart(colours))
    small = picture.quantize(palette=palette, dither=Image.Dither.NONE)
    small.putpalette(_exact(palette, colours[:FLAT]))
    stream = BytesIO()
    small.save(stream, "PNG", compress_level=LEVEL)
    return stream.getvalue()


def _apart(colours: list[bytes]) -> list[bytes]:
    """The flat colours, and as many others as a palette holds and can be told apart, the most frequent first."""
    kept = colours[:FLAT]
    for red, green, blue in colours[FLAT:]:
        if len(kept) == COLOURS:
            break
        if all(abs(red - r) > APART or abs(green - g) > APART or abs(blue - b) > APART for r, g, b in kept):
            kept.append(bytes((red, green, blue)))
    return kept


def _palette(colours: list[bytes]) -> Image.Image:
    from PIL import Image

    palette = Image.new("P", (1, 1))
    palette.putpalette(b"".join(colours + colours[:1] * (COLOURS - len(colours))))
    return palette


def _exact(palette: Image.Image, flats: list[bytes]) -> bytes:
    """The palette with each flat colour, the most frequent last, where pixels of that colour were put.

    Pixels are put near their colour, not always at it: the search goes by steps of four levels.
    """
    from PIL import Image

    found = bytearray(palette.getpalette() or [])
    row = Image.frombytes("RGB", (len(flats), 1), b"".join(flats)).quantize(palette=palette, dither=Image.Dither.NONE)
    for flat, place in reversed([*zip(flats, row.tobytes(), strict=True)]):
        found[3 * place : 3 * place + 3] = flat
    return bytes(found)


def painted(rows: Sequence[bytes], colours: Sequence[str]) -> bytes:
    """A PNG of just these colours (#RRGGBB), rows from the top; each pixel is the number of its colour."""
    from PIL import Image

    picture = Image.frombytes("P", (len(rows[0]), len(rows)), b"".join(rows))
    picture.putpalette(bytes.fromhex("".join(colour.removeprefix("#") for colour in colours)))
    stream = BytesIO()
    picture.save(stream, "PNG", compress_level=LEVEL)
    return stream.getvalue()


def laid_over(png: bytes, pieces: Sequence[tuple[Sequence[bytes], int, int, str]]) -> bytes:
    """The picture with pieces in one colour each laid over it: rows of 0 and 1, left, top, colour (#RRGGBB)."""
    from PIL import Image

    picture = _opened(png).convert("RGB")
    for rows, left, top, colour in pieces:
        mask = Image.frombytes("L", (len(rows[0]), len(rows)), b"".join(row.translate(LIT) for row in rows))
        picture.paste(colour, (left, top), mask)
    stream = BytesIO()
    picture.save(stream, "PNG", compress_level=1)
    return stream.getvalue()


LIT = bytes([0, 255]) + bytes(254)


def grey(png: bytes) -> bytes:
    """A picture's pixels in grey, one byte each, rows from the top."""
    return _opened(png).convert("L").tobytes()


def _opened(png: bytes) -> Image.Image:
    from PIL import Image

    return Image.open(BytesIO(png), formats=["PNG"])
