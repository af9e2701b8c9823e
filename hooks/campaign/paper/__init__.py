"""Paper: the short codes that are printed, what they lead to, and the ledger of all that must never break."""

from campaign.paper.allot import Imprint, payload, plain_address
from campaign.paper.announced import unannounced
from campaign.paper.book import Book, book, draft
from campaign.paper.code import ALPHABET, is_code
from campaign.paper.places import Files, Places
from campaign.paper.records import Reachable, reachable

__all__ = [
    "ALPHABET",
    "Book",
    "Files",
    "Imprint",
    "Places",
    "Reachable",
    "book",
    "draft",
    "is_code",
    "payload",
    "reachable",
    "plain_address",
    "unannounced",
]
