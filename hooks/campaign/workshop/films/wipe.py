"""The wipe from one item of a film to the next: it goes round along the lines of the whorl, calmly, each point once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import ceil

from campaign.workshop.art.whorl import swept

WIPE = 20
"""So many pictures it takes: four fifths of a second."""
SOFT = 0.12
"""How broad its edge is, as a share of its way: a hard one would tremble."""
COARSE_PX = 480
"""The longer side of its masks; they are made larger where they are used, which a soft edge bears."""


def mask_size_px(width_px: int, height_px: int) -> tuple[int, int]:
    """Width and height of the masks for a display."""
    step = max(1, ceil(max(width_px, height_px) / COARSE_PX))
    return ceil(width_px / step), ceil(height_px / step)


@lru_cache(maxsize=8)
def masks(width_px: int, height_px: int, rim_px: int = 0) -> bytes:
    """The masks of a wipe on a display of these sides, one after the other, a byte a point: 0 the item that goes, 255
    the one that comes. rim_px: how far out the lines go round, 0 for half the longer side."""
    width, height = mask_size_px(width_px, height_px)
    rim = width / width_px * rim_px or max(width, height) / 2
    way = bytes(round(255 * share) for share in _ways(width, height, rim))
    return b"".join(way.translate(_reached(number / (WIPE + 1))) for number in range(1, WIPE + 1))


def _ways(width: int, height: int, rim: float) -> Iterator[float]:
    """How far the wipe has come when it reaches each point, rows from the top, 0 to 1."""
    for y in range(height):
        for x in range(width):
            yield swept((x + 0.5 - width / 2) / rim, (y + 0.5 - height / 2) / rim)


def _reached(progress: float) -> bytes:
    """For each way the share of the item that comes."""
    front = progress * (1 + SOFT)
    return bytes(round(255 * min(1.0, max(0.0, (front - way / 255) / SOFT))) for way in range(256))
