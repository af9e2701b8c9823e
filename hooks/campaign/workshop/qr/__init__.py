"""QR symbols (ISO/IEC 18004): made, sized for their reading distance, read back and proved."""

from campaign.workshop.qr.legibility import Fit, IllegibleError, fit
from campaign.workshop.qr.picture import SCREEN_VERSION, png
from campaign.workshop.qr.proof import Fault, prove
from campaign.workshop.qr.reading import Pixels, Reading, read
from campaign.workshop.qr.symbol import QUIET_ZONE, Symbol, TooLongError, symbol

__all__ = [
    "QUIET_ZONE",
    "SCREEN_VERSION",
    "Fault",
    "Fit",
    "IllegibleError",
    "Pixels",
    "Reading",
    "Symbol",
    "TooLongError",
    "fit",
    "png",
    "prove",
    "read",
    "symbol",
]
