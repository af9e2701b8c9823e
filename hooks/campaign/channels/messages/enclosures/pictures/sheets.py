"""Sheets: the pictures that a channel shows, by their pixels and by what of them stays free of its own buttons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from campaign.kinds.message import SafeArea


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A picture's name, its sides and its free edges in pixels; art: where the vignette stands in it, `top` or
    `right`; role: as `enclosures.Part` has it."""

    name: str
    width_px: int
    height_px: int
    free: SafeArea
    art: str = "top"
    role: str = "picture"


def _even(edge_px: int) -> SafeArea:
    return SafeArea(top=edge_px, bottom=edge_px, left=edge_px, right=edge_px)


WIDE = Sheet(name="cover-900x383", width_px=900, height_px=383, free=_even(34), art="right", role="cover")
SQUARE = Sheet(name="cover-1x1", width_px=900, height_px=900, free=_even(62), role="cover")
CARD = Sheet(name="card", width_px=1080, height_px=1440, free=_even(84))
NINTH = Sheet(name="grid", width_px=1080, height_px=1080, free=_even(88))
"""One of nine; chats show it a third as wide as a phone."""
GRIDS: tuple[int, ...] = (9, 6, 3)
"""How many pictures stand without a gap where they are shown three in a row."""

COVERS: Mapping[str, tuple[Sheet, ...]] = MappingProxyType(
    {"wechat-article": (WIDE, SQUARE), "weibo": (CARD,), "group-notice": (CARD,)}
)
"""By channel, the pictures that say all in one."""


def upright(free: SafeArea) -> Sheet:
    """A short film's picture: the app's own buttons and words lie over its edges."""
    return Sheet(name="cover", width_px=1080, height_px=1920, free=free, role="cover")
