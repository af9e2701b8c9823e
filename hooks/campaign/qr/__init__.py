"""QR symbols (ISO/IEC 18004): made, sized for their reading distance, read back and proved."""

from campaign.qr.legibility import Fit, IllegibleError, fit
from campaign.qr.picture import SCREEN_VERSION, png
from campaign.qr.proof import Fault, prove
from campaign.qr.reading import Pixels, Reading, read
from campaign.qr.symbol import QUIET_ZONE, Symbol, TooLongError, symbol

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
