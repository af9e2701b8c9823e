"""Nearness: which of several names a word was probably meant to be, by the slips of the hand between the two."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How much a word may differ from the name it is taken for.

    letters: for each slip so many letters in the longer of the two, so that short words must be right;
    most: slips at the most, however long the words.
    apart: the names differ on purpose, as ids do. Then the words of a name are compared one by one, and only one may be
    off; numbers never are; a second slip needs the same first letter; and no other name may be near. Otherwise the
    nearest name is meant.
    """

    letters: int
    most: int
    apart: bool = False

    def slips(self, typed: str, meant: str) -> int | None:
        """How many slips lie between two words; None for more than are tolerated."""
        limit = min(max(len(typed), len(meant)) // self.letters, self.most)
        if abs(len(typed) - len(meant)) > limit:
            return None
        found = distance(typed, meant)
        return found if found <= limit else None


ENDING = 2
"""How many slips it weighs where whole words are left off at a name's end, or added."""
NAMES = Tolerance(letters=3, most=5)
"""For keys, files, choices: few names with little in common, and the author sees which one was taken."""
IDS = Tolerance(letters=4, most=2, apart=True)
"""For ids: `booth-24` isn't a mistyped `booth-25`, nor `linxia-county` a mistyped `linxia-city`."""


def near(word: str, names: Iterable[str], tolerance: Tolerance) -> str:
    """The name that was meant by a word; empty where none is near enough, or where several are and names lie apart."""
    known = list(names)
    if same := [name for name in known if folded(name) == folded(word)]:
        return same[0] if len(same) == 1 or not tolerance.apart else ""
    if tolerance.apart:
        found = [name for name in known if _one_word_off(_words(word), _words(name), tolerance)]
        return found[0] if len(found) == 1 else ""
    return _nearest(word, known, tolerance)


def folded(word: str) -> str:
    """The word without capitals, spaces, dashes and underscores."""
    return re.sub(r"[\s_-]+", "", word).lower()


def _words(text: str) -> list[str]:
    return re.findall("[a-z]+|[0-9]+", text.lower())


def _one_word_off(typed: list[str], meant: list[str], tolerance: Tolerance) -> bool:
    different = [pair for pair in zip(typed, meant, strict=False) if pair[0] != pair[1]]
    if len(typed) != len(meant) or len(different) != 1:
        return False
    a, b = different[0]
    slips = tolerance.slips(a, b) if (a + b).isalpha() else None
    return slips is not None and (slips == 1 or a[0] == b[0])


def _nearest(word: str, names: list[str], tolerance: Tolerance) -> str:
    """The name with the fewest slips; of several the one with the same letters, then the first."""
    typed, best, nearest = folded(word), (tolerance.most + 1, 0), ""
    for name in names:
        meant = folded(name)
        slips = tolerance.slips(typed, meant)
        if _begin_alike(_parts(word), _parts(name)) and (slips is None or slips > ENDING):
            slips = ENDING
        if slips is not None and (slips, len(set(typed) ^ set(meant))) < best:
            best, nearest = (slips, len(set(typed) ^ set(meant))), name
    return nearest


def _begin_alike(typed: list[str], meant: list[str]) -> bool:
    """True where one has the words of the other and more: `phone_no` and `phone`, `official` and `official_title`."""
    both = min(len(typed), len(meant))
    return typed[:both] == meant[:both] and typed[0] != ""


def _parts(word: str) -> list[str]:
    return re.split(r"[\s_-]+", word.lower())


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
