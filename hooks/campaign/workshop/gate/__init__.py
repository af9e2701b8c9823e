"""The gate: what kinds of files are published, how somebody's file passes, and how each finished one is looked over."""

from typing import TYPE_CHECKING

from campaign.core.deferred import exports

if TYPE_CHECKING:
    from campaign.workshop.gate.formats import site_wide
    from campaign.workshop.gate.looking import leaks
    from campaign.workshop.gate.passing import LEAVING, Passed, UnfitFileError, passed, unfit

__all__ = ["LEAVING", "Passed", "UnfitFileError", "leaks", "passed", "site_wide", "unfit"]
__getattr__ = exports(
    __name__,
    {
        "LEAVING": "passing",
        "Passed": "passing",
        "UnfitFileError": "passing",
        "leaks": "looking",
        "passed": "passing",
        "site_wide": "formats",
        "unfit": "passing",
    },
)
