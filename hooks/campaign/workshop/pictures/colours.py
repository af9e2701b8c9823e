"""A drawn picture in few colours: PNG with a palette, a fraction of its weight."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

EFFORT = 8
"""How hard the compression tries (zlib): a picture is made once and fetched often, and has 40 KB at most."""


def in_colours(png: bytes, colours: Sequence[str]) -> bytes:
    """The PNG with each pixel in the nearest of at most 256 colours (#RRGGBB), nothing but pixels in it.

    The same picture gives the same bytes.
    """
    from PIL import Image

    with Image.open(io.BytesIO(png)) as drawn:
        flat = drawn.convert("RGB").quantize(palette=_palette(tuple(colours)), dither=Image.Dither.NONE)
    made = io.BytesIO()
    flat.save(made, "PNG", compress_level=EFFORT)
    return made.getvalue()


@lru_cache(maxsize=64)
def _palette(colours: tuple[str, ...]) -> Image.Image:
    from PIL import Image

    if not 0 < len(colours) <= 256:
        raise ValueError(f"{len(colours)} colours are no palette")
    made = Image.new("P", (1, 1))
    made.putpalette([int(colour[at : at + 2], 16) for colour in colours for at in (1, 3, 5)])
    return made
