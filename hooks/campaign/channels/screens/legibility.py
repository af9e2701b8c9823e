"""What people can read from where they stand: type sizes, symbols and paces of a display, in its own pixels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, floor
from types import MappingProxyType

from campaign.kinds.display import Display
from campaign.say.script import is_han
from campaign.workshop.qr import QUIET_ZONE, Symbol
from campaign.workshop.qr.legibility import DISTANCE_TO_WIDTH

MM_PER_M_LATIN = 10 / 4.5
"""A centimetre of letter per 4.5 m of distance, for Han characters double: a custom of the trade."""
FLOOR_SHARE, TARGET_SHARE = 0.035, 0.06
"""Text height as a share of the frame's shorter side: what it may not go below, what it should reach (custom)."""
LEAST_HAN_PX, LEAST_LATIN_PX = 14, 10
"""Below these the strokes of a character run together, however near people stand."""
MODULE_PX = 3
"""The least pixels a module: with fewer, moire and bloom close the gaps."""
MOST_CODE_HEIGHT, MOST_CODE_WIDTH = 0.78, 0.46
MOST_CODE_PORTRAIT = 0.72
"""How much of a frame its symbol may take."""
EASY_CODE: Mapping[str, float] = MappingProxyType({"day": 0.9, "night": 0.7})
"""So much of that it takes where less would do, because it stands by itself; in the dark its white is less."""
SCROLL_STEP = 8
"""A strip moves by an eighth of its height a picture: some three characters a second at 25 pictures a second."""


@dataclass(frozen=True, slots=True)
class CodeFit:
    """A symbol on a display: pixels a module, and why there is none where that is 0.

    reason: `shown`, `strip`, `no-pitch` (nobody said how large the display is) or `too-small`.
    """

    module_px: int
    reason: str
    distance_m: float = 0.0


def least_px(display: Display, text: str) -> int:
    """The legibility floor for a text: the em in pixels that is read from where people stand."""
    if display.strip:
        return min(display.height_px, LEAST_HAN_PX)
    han = is_han(text)
    share_px = min(display.width_px, display.height_px) * FLOOR_SHARE
    distance_px = _distance_px(display, MM_PER_M_LATIN * (2 if han else 1))
    return ceil(max(share_px, distance_px, LEAST_HAN_PX if han else LEAST_LATIN_PX))


def target_px(display: Display) -> int:
    """The text height a display should reach, and an urgent notice does."""
    return ceil(min(display.width_px, display.height_px) * TARGET_SHARE)


def _distance_px(display: Display, mm_per_m: float) -> float:
    pitch_mm = display.pixel_mm
    return display.viewing_distance_m * mm_per_m / pitch_mm if pitch_mm else 0.0


def reading_distance_m(display: Display, size_px: float, *, han: bool) -> float | None:
    """How far off type of this size is read; None where nobody said how large the display is."""
    pitch_mm = display.pixel_mm
    return size_px * pitch_mm / (MM_PER_M_LATIN * (2 if han else 1)) if pitch_mm else None


def code_fit(display: Display, symbol: Symbol, *, look: str = "day") -> CodeFit:
    """The symbol's size for the distance, whole pixels a module; or why the address stands alone, alike in any look."""
    if display.strip:
        return CodeFit(0, "strip")
    pitch_mm = display.pixel_mm
    if pitch_mm is None:
        return CodeFit(0, "no-pitch")
    wanted_px = display.viewing_distance_m * 1000 / DISTANCE_TO_WIDTH / pitch_mm
    needed_px, room = max(MODULE_PX, ceil(wanted_px / symbol.size)), room_px(display)
    tile = symbol.size + 2 * QUIET_ZONE
    if needed_px * tile > room:
        return CodeFit(0, "too-small")
    module_px = max(needed_px, floor(EASY_CODE[look] * room / tile))
    return CodeFit(module_px, "shown", module_px * symbol.size * pitch_mm * DISTANCE_TO_WIDTH / 1000)


def room_px(display: Display) -> float:
    """The side of the largest square a symbol with its quiet zone may take."""
    width, height = display.width_px, display.height_px
    if height > width:
        return min(width * MOST_CODE_PORTRAIT, height * MOST_CODE_WIDTH)
    return min(height * MOST_CODE_HEIGHT, width * MOST_CODE_WIDTH)


def stays_legible(display: Display, text: str, scale: float) -> bool:
    """True where the smallest text of a display can still be made out when its picture is made smaller."""
    return least_px(display, text) * scale >= (LEAST_HAN_PX if is_han(text) else LEAST_LATIN_PX)


def pace_px(display: Display) -> int:
    """How many pixels a strip moves from one picture to the next: whole and even, so that nothing trembles."""
    return max(2, display.height_px // SCROLL_STEP // 2 * 2)
