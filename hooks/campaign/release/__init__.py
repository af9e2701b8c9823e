"""A release: what is cleared for print, made whole and written into the ledger; and what must be printed again."""

from campaign.release.edition import Edition, Sheet, prepare
from campaign.release.forwarding import to_try
from campaign.release.refusals import refusals
from campaign.release.reprint import Change, Reprint, reprint, told
from campaign.release.run import Released, release
from campaign.release.whole import UnfitToPackError, zip_published, zip_site

__all__ = [
    "Change",
    "Edition",
    "Released",
    "Reprint",
    "Sheet",
    "UnfitToPackError",
    "prepare",
    "refusals",
    "release",
    "reprint",
    "to_try",
    "told",
    "zip_published",
    "zip_site",
]
