"""A release: what is cleared for print, made whole and written into the ledger; and what must be printed again."""

from campaign.release.edition import Edition, Sheet, prepare
from campaign.release.refusals import refusals
from campaign.release.reprint import Change, Reprint, reprint, told
from campaign.release.run import Released, release

__all__ = [
    "Change",
    "Edition",
    "Released",
    "Reprint",
    "Sheet",
    "prepare",
    "refusals",
    "release",
    "reprint",
    "told",
]
