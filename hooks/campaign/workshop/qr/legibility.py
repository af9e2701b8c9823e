"""How large a symbol must be printed so that a phone reads it from where people stand."""

from __future__ import annotations

from dataclasses import dataclass

from campaign.workshop.qr.encoding import QUIET_ZONE, Symbol

DISTANCE_TO_WIDTH = 10
"""Width is at least a tenth of the reading distance: a working rule of the trade, not of the standard."""
WALL_MODULE_MM = 1.0
HAND_MODULE_MM = 0.5
"""The least module on a wall and in the hand; below it cheap printers close the gaps."""


class IllegibleError(ValueError):
    """The symbol would be too small where it is to stand."""

    def __init__(self, *, needs_mm: float, room_mm: float) -> None:
        self.needs_mm, self.room_mm = needs_mm, room_mm
        super().__init__(f"the symbol with its quiet zone needs {needs_mm:.1f} mm, there are {room_mm:.1f} mm")


@dataclass(frozen=True, slots=True)
class Fit:
    """A symbol's printed size: its width without and with the quiet zone, its module, and how far it is read from."""

    width_mm: float
    module_mm: float
    distance_m: float

    @property
    def outer_mm(self) -> float:
        """The width with the quiet zone on both sides."""
        return self.width_mm + 2 * QUIET_ZONE * self.module_mm


def fit(
    symbol: Symbol, *, distance_m: float, least_module_mm: float, room_mm: float, least_width_mm: float = 0.0
) -> Fit:
    """The least size that is read from `distance_m`, rounded up to a twentieth of a millimetre a module.

    room_mm: the width there is, quiet zone included; IllegibleError where it isn't enough.
    """
    width_mm = max(distance_m * 1000 / DISTANCE_TO_WIDTH, least_width_mm)
    wanted_mm = max(width_mm / symbol.size, least_module_mm)
    module_mm = -(-round(wanted_mm * 1000) // 50) * 50 / 1000
    found = Fit(module_mm * symbol.size, module_mm, distance_m)
    if found.outer_mm > room_mm:
        raise IllegibleError(needs_mm=found.outer_mm, room_mm=room_mm)
    return found
