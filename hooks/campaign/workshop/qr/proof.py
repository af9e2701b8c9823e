"""The proof of a print: it carries exactly the symbols meant, each whole, with its quiet zone, dark on light."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from campaign.workshop.qr.encoding import QUIET_ZONE, Symbol
from campaign.workshop.qr.reading import Pixels, Reading, read

DARK = 90
LIGHT = 215
"""The grey that still counts as ink and as paper, of 255: K100 on white is 0..40 and 255 in any renderer."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a print, for engineers and printers alike."""

    what: str

    def __str__(self) -> str:
        return self.what


def prove(pixels: Pixels, expected: Sequence[Symbol]) -> list[Fault]:
    """Every fault of a rasterised print that must carry exactly the expected symbols; a symbol may stand there twice.

    pixels: at least three pixels a module. Decoding alone proves little, for error correction heals a covered corner
    and readers forgive a missing quiet zone: so each module and the quiet zone are compared with what was meant.
    """
    readings = read(pixels)
    meant, found = Counter(s.payload for s in expected), Counter(r.payload for r in readings)
    faults = [Fault(f"can't be read back: {payload}") for payload in (meant - found).elements()]
    faults += [Fault(f"carries what isn't meant: {payload}") for payload in (found - meant).elements()]
    by_payload = {symbol.payload: symbol for symbol in expected}
    for reading in readings:
        if reading.payload in by_payload:
            faults += _compare(pixels, reading, by_payload[reading.payload])
    return faults


def _compare(pixels: Pixels, reading: Reading, symbol: Symbol) -> Iterator[Fault]:
    """Module by module, from the corners that were found."""
    wrong = sum(not _as_meant(pixels, reading, symbol, x, y) for x in range(symbol.size) for y in range(symbol.size))
    if wrong:
        yield Fault(f"{wrong} of {symbol.size**2} modules are covered or too faint: {symbol.payload}")
    stained = sum(_grey(pixels, reading, symbol, x, y) < LIGHT for x, y in _quiet_zone(symbol.size))
    if stained:
        yield Fault(f"no clear quiet zone of {QUIET_ZONE} modules: {symbol.payload}")


def _as_meant(pixels: Pixels, reading: Reading, symbol: Symbol, x: int, y: int) -> bool:
    grey = _grey(pixels, reading, symbol, x, y)
    return grey <= DARK if symbol.rows[y][x] else grey >= LIGHT


def _quiet_zone(size: int) -> Iterator[tuple[int, int]]:
    """The light modules around a symbol of `size` modules, by column and row."""
    whole = range(-QUIET_ZONE, size + QUIET_ZONE)
    return ((x, y) for x in whole for y in whole if not (0 <= x < size and 0 <= y < size))


def _grey(pixels: Pixels, reading: Reading, symbol: Symbol, x: int, y: int) -> int:
    """The grey at a module's centre, between the four corners (bilinear: prints are flat)."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = reading.corners
    u, v = (x + 0.5) / symbol.size, (y + 0.5) / symbol.size
    top = (ax + (bx - ax) * u, ay + (by - ay) * u)
    foot = (dx + (cx - dx) * u, dy + (cy - dy) * u)
    return pixels.at(top[0] + (foot[0] - top[0]) * v, top[1] + (foot[1] - top[1]) * v)
