"""How long a campaign is, in the word people have for it: everything that calls it a week asks here."""

from __future__ import annotations

WEEK, MONTH = range(5, 10), range(28, 32)
"""How many days people call a week, and a month; any other number but one is just the campaign."""


def length(days: int) -> str:
    """`day`, `week`, `month` or `campaign`: how the keys of words end that differ by it."""
    if days == 1:
        return "day"
    return "week" if days in WEEK else "month" if days in MONTH else "campaign"
