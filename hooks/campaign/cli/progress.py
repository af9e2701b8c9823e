"""How far a long piece of work is, told on the console."""

from __future__ import annotations

import sys
from collections.abc import Callable

from campaign.core.console import say


def in_tenths(work: str) -> Callable[[int, int], None]:
    """Tells of each tenth of the work once; work: what it is called, in both languages."""
    told: set[int] = set()

    def tell(done: int, whole: int) -> None:
        tenth = 10 * done // whole if whole else 10
        if tenth and tenth not in told:
            told.add(tenth)
            say(f"{work}: {10 * tenth} %", sys.stdout)

    return tell
