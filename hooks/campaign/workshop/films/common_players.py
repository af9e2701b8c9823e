"""What the common players take, and how a larger film is brought there: whole and smaller, or in parts at full size."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from campaign.workshop.films import ffmpeg
from campaign.workshop.films.h264 import above

LONGER_PX, SHORTER_PX = 1920, 1080
MOST_LEVEL = "4.2"
"""The ceiling of most hardware players: H.264 level 4.1 or 4.2 at 1920 x 1080."""


@dataclass(frozen=True, slots=True)
class View:
    """What a film shows of its display. name: `1080p`, `2of4`, empty for all of it as it is; left_px, top_px: where a
    part begins; filters: what ffmpeg does to a picture, ending in a comma."""

    name: str
    width_px: int
    height_px: int
    left_px: int = 0
    top_px: int = 0
    filters: str = ""


def beyond(width_px: int, height_px: int, level: str) -> bool:
    """True for a film that most hardware players can't play, upright ones as lying ones."""
    longer, shorter = max(width_px, height_px), min(width_px, height_px)
    return longer > LONGER_PX or shorter > SHORTER_PX or above(level, MOST_LEVEL)


def _box(width_px: int, height_px: int) -> tuple[int, int]:
    return (LONGER_PX, SHORTER_PX) if width_px >= height_px else (SHORTER_PX, LONGER_PX)


def shrunk(width_px: int, height_px: int) -> float:
    """How much smaller a display is in `whole`: 0.5 is half as wide and half as high."""
    width, height = _box(width_px, height_px)
    return min(width / width_px, height / height_px, 1.0)


def whole(width_px: int, height_px: int) -> View:
    """All of it, smaller, its proportions kept, black around it."""
    width, height = _box(width_px, height_px)
    across, down = (max(2, int(side * shrunk(width_px, height_px)) // 2 * 2) for side in (width_px, height_px))
    filters = f"scale={across}:{down}:flags=area{ffmpeg.SCALED},pad={width}:{height}:(ow-iw)/2:(oh-ih)/2:black,"
    return View("1080p", width, height, filters=filters)


def parts(width_px: int, height_px: int) -> tuple[View, ...]:
    """It pixel by pixel in as few parts as the players take, of even sides, row by row from the upper left."""
    most = _box(width_px, height_px)
    columns, rows = (_cuts(side, limit) for side, limit in zip((width_px, height_px), most, strict=True))
    cut = [(left, top, right - left, foot - top) for top, foot in rows for left, right in columns]
    return tuple(
        View(f"{n}of{len(cut)}", width, height, left, top, f"crop={width}:{height}:{left}:{top}:exact=1,")
        for n, (left, top, width, height) in enumerate(cut, 1)
    )


def _cuts(side_px: int, most_px: int) -> list[tuple[int, int]]:
    """Where the parts of a side begin and end."""
    count = ceil(side_px / most_px)
    ends = [round(side_px * n / count / 2) * 2 for n in range(count + 1)]
    return list(zip(ends, ends[1:], strict=False))
