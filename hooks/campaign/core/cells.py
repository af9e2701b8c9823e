"""Cells of spreadsheets: a text stays a text there, whatever it begins with and whatever nobody can see in it."""

from __future__ import annotations

import re

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\n")
"""How a cell begins that a spreadsheet may reckon instead of show; some take the wide signs of Chinese typing alike."""
CONTROL = re.compile("[\x00-\x08\x0b-\x1f]")
"""What no spreadsheet shows and XML 1.0 has no way to write."""


def printable(text: str) -> str:
    """The text without control characters; tabs and line breaks stay."""
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def is_formula_like(text: str) -> bool:
    """True for a text that a spreadsheet would take for a formula."""
    return text.startswith(FORMULA)


def csv_cell(text: str) -> str:
    """A cell of a CSV that any spreadsheet shows as text: what looks like a formula gets an apostrophe before it."""
    shown = printable(text)
    return f"'{shown}" if is_formula_like(shown) else shown
