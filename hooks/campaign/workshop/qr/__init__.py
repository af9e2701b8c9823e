"""QR symbols (ISO/IEC 18004): made, sized for their reading distance, read back and proved."""

from typing import TYPE_CHECKING

from campaign.core.deferred import exports

if TYPE_CHECKING:
    from campaign.workshop.qr.encoding import QUIET_ZONE, Symbol, TooLongError, symbol
    from campaign.workshop.qr.legibility import Fit, IllegibleError, Stand
    from campaign.workshop.qr.picture import SCREEN_VERSION, png
    from campaign.workshop.qr.proof import Fault, prove
    from campaign.workshop.qr.reading import Pixels, Reading, read

__all__ = [
    "QUIET_ZONE",
    "SCREEN_VERSION",
    "Fault",
    "Fit",
    "IllegibleError",
    "Pixels",
    "Reading",
    "Stand",
    "Symbol",
    "TooLongError",
    "png",
    "prove",
    "read",
    "symbol",
]
__getattr__ = exports(
    __name__,
    {
        "Fault": "proof",
        "Fit": "legibility",
        "IllegibleError": "legibility",
        "Pixels": "reading",
        "QUIET_ZONE": "encoding",
        "Reading": "reading",
        "SCREEN_VERSION": "picture",
        "Stand": "legibility",
        "Symbol": "encoding",
        "TooLongError": "encoding",
        "png": "picture",
        "prove": "proof",
        "read": "reading",
        "symbol": "encoding",
    },
)
