"""Dots: text in whole dots for signs of few lines, one bit a dot, every stroke on the grid and none run into the next.

No bitmap Chinese font comes by pip under an open licence, so the outline face is fitted to the grid here.
"""

from typing import TYPE_CHECKING

from campaign.core.deferred import exports

if TYPE_CHECKING:
    from campaign.workshop.dots.face import dotted, width_of
    from campaign.workshop.dots.grid import Dots

__all__ = ["Dots", "dotted", "width_of"]
__getattr__ = exports(__name__, {"Dots": "grid", "dotted": "face", "width_of": "face"})
