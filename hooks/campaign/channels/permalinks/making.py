"""Making the pictures of symbols."""

from __future__ import annotations

from campaign.channels.permalinks.job import Batch
from campaign.workshop.qr import SCREEN_VERSION, png, symbol


def make(batch: Batch) -> dict[str, bytes]:
    """The picture of each symbol, PNG, by its payload."""
    made = ((one, symbol(one.payload, largest_version=SCREEN_VERSION)) for one in batch)
    return {one.payload: png(drawing, module_px=one.module_px) for one, drawing in made}
