"""Permalinks: the short codes that go on paper, and the pages `/q/<code>/` they lead to for ever."""

from campaign.permalinks.allot import POSTER_BYTES, Imprint, payload, shown
from campaign.permalinks.book import Book, book, draft
from campaign.permalinks.code import ALPHABET, is_code
from campaign.permalinks.page import forwards, pages
from campaign.permalinks.places import Files, Places
from campaign.permalinks.records import Reachable, reachable
from campaign.permalinks.symbols import symbols

__all__ = [
    "ALPHABET",
    "POSTER_BYTES",
    "Book",
    "Files",
    "Imprint",
    "Places",
    "Reachable",
    "book",
    "draft",
    "forwards",
    "is_code",
    "pages",
    "payload",
    "reachable",
    "shown",
    "symbols",
]
