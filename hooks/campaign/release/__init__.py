"""A release: what is cleared for print, made whole and written into the ledger; and what must be printed again."""

from campaign.release.edition import Edition, Sheet, prepare
from campaign.release.refusals import refusals
from campaign.release.reprint import Change, Recopy, Reprint, recopy, reprint
from campaign.release.reprint_list import told
from campaign.release.run import Released, release
from campaign.release.whole import UnfitToPackError, zip_published, zip_site

__all__ = [
    "Change",
    "Edition",
    "Recopy",
    "Released",
    "Reprint",
    "Sheet",
    "UnfitToPackError",
    "prepare",
    "recopy",
    "refusals",
    "release",
    "reprint",
    "told",
    "zip_published",
    "zip_site",
]
