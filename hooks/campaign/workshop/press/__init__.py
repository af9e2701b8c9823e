"""Prepress: what a print shop asks of a PDF beyond its picture, put in and looked over; the one door to pikepdf."""

from typing import TYPE_CHECKING

from campaign.core.deferred import exports

if TYPE_CHECKING:
    from campaign.workshop.press.baring import UnfitPdfError, bare_pdf
    from campaign.workshop.press.behind import behind_pages
    from campaign.workshop.press.condition import CONDITION, Condition
    from campaign.workshop.press.faults import preflight
    from campaign.workshop.press.finishing import POINTS_PER_MM, Sheet, finished

__all__ = [
    "CONDITION",
    "POINTS_PER_MM",
    "Condition",
    "Sheet",
    "UnfitPdfError",
    "bare_pdf",
    "behind_pages",
    "finished",
    "preflight",
]
__getattr__ = exports(
    __name__,
    {
        "CONDITION": "condition",
        "POINTS_PER_MM": "finishing",
        "Condition": "condition",
        "Sheet": "finishing",
        "UnfitPdfError": "baring",
        "bare_pdf": "baring",
        "behind_pages": "behind",
        "finished": "finishing",
        "preflight": "faults",
    },
)
