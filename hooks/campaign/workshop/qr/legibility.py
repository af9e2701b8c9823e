"""How large a symbol must be printed so that a phone reads it from where people stand."""

from __future__ import annotations

from dataclasses import dataclass

from campaign.workshop.qr.encoding import POSTER_VERSION, QUIET_ZONE, Symbol

DISTANCE_TO_WIDTH = 10
"""Width is at least a tenth of the reading distance: a working rule of the trade, not of the standard."""
RULED_MODULES = 33
"""The rule is of symbols up to version 4. A camera must make out each module, so a symbol of more grows with them,
as far as there is room."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where a symbol is to stand, and what is asked of it there.

    distance_m: how far off it is read; room_mm: the width there is, quiet zone included; least_width_mm: what the
    design wants of it without the quiet zone.
    """

    distance_m: float
    least_module_mm: float
    room_mm: float
    least_width_mm: float = 0.0

    def fit(self, symbol: Symbol) -> Fit:
        """The size of a symbol here, a twentieth of a millimetre a module; IllegibleError where room isn't enough."""
        return self.of_size(symbol.size)

    def of_size(self, modules: int) -> Fit:
        """The size of a symbol so many modules wide without its quiet zone; IllegibleError where room isn't enough."""
        width_mm = max(self.distance_m * 1000 / DISTANCE_TO_WIDTH, self.least_width_mm)
        least = self._sized(modules, max(width_mm / modules, self.least_module_mm))
        if least.outer_mm > self.room_mm:
            raise IllegibleError(needs_mm=least.outer_mm, room_mm=self.room_mm)
        grown = self._sized(modules, width_mm / RULED_MODULES) if modules > RULED_MODULES else least
        most_mm = self.room_mm / (modules + 2 * QUIET_ZONE)
        if grown.outer_mm > self.room_mm:
            grown = Fit(int(most_mm * 20) / 20 * modules, int(most_mm * 20) / 20, self.distance_m)
        return max(least, grown, key=lambda one: one.module_mm)

    def largest_version(self) -> int:
        """The largest version up to POSTER_VERSION that is legible here; 0 where none is."""
        return max((version for version in range(1, POSTER_VERSION + 1) if self._holds(version)), default=0)

    def _holds(self, version: int) -> bool:
        try:
            self.of_size(17 + 4 * version)
        except IllegibleError:
            return False
        return True

    def _sized(self, modules: int, wanted_mm: float) -> Fit:
        module_mm = -(-round(wanted_mm * 1000) // 50) * 50 / 1000
        return Fit(module_mm * modules, module_mm, self.distance_m)
