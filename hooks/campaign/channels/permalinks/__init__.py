"""Permalinks: the pages `/q/<code>/` that printed addresses lead to for ever, and the pictures of their symbols."""

from campaign.channels.permalinks.page import forwards, pages
from campaign.channels.permalinks.symbols import symbols

__all__ = ["forwards", "pages", "symbols"]
