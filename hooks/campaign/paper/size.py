"""How wide a symbol stands on a page: reckoned without drawing it, because every page with one must know."""

from __future__ import annotations

from bisect import bisect_left

CAPACITY = (
    *(11, 20, 32, 46, 60, 74, 86, 108, 130, 151, 177, 203, 241, 258, 292, 322, 364, 394, 442, 482),
    *(509, 565, 611, 661, 715, 751, 805, 868, 908, 982, 1030, 1112, 1168, 1228, 1283, 1351, 1423, 1499, 1579, 1663),
)
"""Bytes a symbol of version 1, 2 ... holds at level Q (ISO/IEC 18004:2015, table 7)."""
LINE_VERSION = 4
"""Up to this version of its symbol an address stands on one line wherever it fits so, and so do its reprints."""
MOST_PX, MODULE_PX = 316, 6
"""CSS pixels: what fits the narrowest phone, and a module at most; even the smallest symbol is over 160 wide."""
QUIET_ZONES = 8
"""Light modules beside the symbol, left and right together."""


def is_long(shown: str) -> bool:
    """True for a plain address, `ip.example.org/q/2c3d4`, that may be broken for more than lack of room."""
    return len(f"https://{shown}/") > CAPACITY[LINE_VERSION - 1]


def modules(payload: str) -> int:
    """Modules a side of the payload's symbol, quiet zone included."""
    return 17 + 4 * (bisect_left(CAPACITY, len(payload)) + 1) + QUIET_ZONES


def module_px(payload: str) -> int:
    """How many CSS pixels a module is wide: a whole number."""
    return max(1, min(MODULE_PX, MOST_PX // modules(payload)))


def side_px(payload: str) -> int:
    """How many CSS pixels the picture of the payload's symbol is wide and high."""
    return modules(payload) * module_px(payload)
