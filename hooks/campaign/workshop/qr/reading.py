"""Reading symbols back from pixels, by a reader that shares no code with what drew them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import zxingcpp


@dataclass(frozen=True, slots=True)
class Pixels:
    """A grey picture: one byte a pixel, 0 is black, rows from the top without gaps."""

    width_px: int
    height_px: int
    grey: bytes

    def __post_init__(self) -> None:
        if len(self.grey) != self.width_px * self.height_px:
            raise ValueError(f"{len(self.grey)} bytes are no {self.width_px} x {self.height_px} pixels")

    def at(self, x: float, y: float) -> int:
        """The grey at a point in pixels; outside the picture it is black, so that nothing passes for paper there."""
        column, row = int(x), int(y)
        inside = 0 <= x < self.width_px and 0 <= y < self.height_px
        return self.grey[row * self.width_px + column] if inside else 0


@dataclass(frozen=True, slots=True)
class Reading:
    """A symbol that was found: what it says, and its corners in pixels, clockwise from its own upper left."""

    payload: str
    corners: tuple[tuple[float, float], ...]


def read(pixels: Pixels) -> list[Reading]:
    """Every QR symbol in the picture, sorted by payload and place; light on dark counts as found, never as proved."""
    view = memoryview(pixels.grey).cast("B", shape=[pixels.height_px, pixels.width_px])
    found = zxingcpp.read_barcodes(view, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return sorted(_readings(found), key=lambda reading: (reading.payload, reading.corners))


def _readings(found: list[zxingcpp.Barcode]) -> Iterator[Reading]:
    for barcode in found:
        spot = barcode.position
        points = (spot.top_left, spot.top_right, spot.bottom_right, spot.bottom_left)
        yield Reading(barcode.text, tuple((float(point.x), float(point.y)) for point in points))
