"""Where a poster's symbol stands, so that no seam of its tiles goes through it; the proof checks that tile."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from campaign.kinds.poster import Sheet
from campaign.workshop.qr import symbol

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in mm from the sheet's upper left."""


def symbol_box(template: str, sheet: Sheet, drawn: Mapping[str, Any]) -> Box | None:
    """The symbol with its quiet zone on a wall's poster, as templates/wall.typ places it; None for others."""
    if template != "channels/posters/templates/wall.typ":
        return None
    unit, safe = sheet.width_mm / 100, sheet.safe
    side = (symbol(drawn["payload"]).size + 2 * drawn["quiet"]) * drawn["module"]
    left = max(7 * unit, safe.left_mm + 2 * unit)
    panel = max(side, 27 * unit) + 8 * unit
    lowest = sheet.height_mm - safe.bottom_mm - panel
    top = lowest
    if sheet.symbol_centre_mm is not None:
        top = min(sheet.symbol_centre_mm - panel / 2, lowest)
    top += (panel - side) / 2
    return left, top, left + side, top + side
