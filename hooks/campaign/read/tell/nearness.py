"""Nearness."""

from __future__ import annotations

import re
from collections.abc import Iterable

SHORTEST = 4
"""Letters in a word that may be mistyped: shorter ones differ on purpose."""


def near(word: str, ids: Iterable[str]) -> str:
    """The one id that differs from a word by a slip of the hand; empty where none or several do.

    Numbers never count as a slip: `booth-24` isn't a mistyped `booth-25`.
    """
    known = list(ids)
    same = [one for one in known if _folded(one) == _folded(word)]
    found = same or [one for one in known if _slip(_words(word), _words(one))]
    return found[0] if len(found) == 1 else ""


def _folded(word: str) -> str:
    return re.sub(r"[\s_-]+", "", word).lower()


def _words(text: str) -> list[str]:
    return re.findall("[a-z]+|[0-9]+", text.lower())


def _slip(typed: list[str], meant: list[str]) -> bool:
    """True where one word of several is a letter off, two letters in a long one."""
    if len(typed) != len(meant):
        return False
    different = [(a, b) for a, b in zip(typed, meant, strict=True) if a != b]
    if len(different) != 1 or not (different[0][0] + different[0][1]).isalpha():
        return False
    a, b = different[0]
    most = 2 if len(b) >= 2 * SHORTEST and a[0] == b[0] else 1
    return len(b) >= SHORTEST and distance(a, b) <= most


def distance(a: str, b: str) -> int:
    """Letters to add, drop, change or swap with the next until one word is the other (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        above, row, two = row, [i], before
        for j, other in enumerate(b, 1):
            step = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and other == a[i - 2]:
                step = min(step, two[j - 2] + 1)
            row.append(step)
        before = above
    return row[-1]
