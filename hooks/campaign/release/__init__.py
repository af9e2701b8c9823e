"""A release: what is cleared for print, made whole and written into the ledger; and what must be printed again."""

from campaign.release.causes import Obstacle, UnclearedError
from campaign.release.edition import Edition, prepare
from campaign.release.forwarding import to_try
from campaign.release.gate import refusals, reminders
from campaign.release.reprint import Change, Recopy, Reprint, recopy, reprint
from campaign.release.reprint_list import told
from campaign.release.run import Released, release
from campaign.release.sources import sources
from campaign.release.todo import NEXT, OPEN, Todo, todo, unreadable
from campaign.release.todo import told as told_todo
from campaign.release.todo import write as write_todo
from campaign.release.whole import UnfitToPackError, zip_published, zip_site

__all__ = [
    "NEXT",
    "OPEN",
    "Change",
    "Edition",
    "Obstacle",
    "Recopy",
    "Released",
    "Reprint",
    "Todo",
    "UnclearedError",
    "UnfitToPackError",
    "prepare",
    "recopy",
    "refusals",
    "reminders",
    "release",
    "reprint",
    "sources",
    "todo",
    "to_try",
    "told",
    "told_todo",
    "unreadable",
    "write_todo",
    "zip_published",
    "zip_site",
]
