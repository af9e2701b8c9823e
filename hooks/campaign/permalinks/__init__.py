"""Permalinks: the short codes that go on paper, and the pages `/q/<code>/` they lead to for ever."""

from campaign.permalinks.allot import POSTER_BYTES, Imprint, codes, payload, shown, version
from campaign.permalinks.book import Book, book
from campaign.permalinks.code import ALPHABET, is_code
from campaign.permalinks.page import pages
from campaign.permalinks.records import Reachable, reachable

__all__ = [
    "ALPHABET",
    "POSTER_BYTES",
    "Book",
    "Imprint",
    "Reachable",
    "book",
    "codes",
    "is_code",
    "pages",
    "payload",
    "reachable",
    "shown",
    "version",
]
