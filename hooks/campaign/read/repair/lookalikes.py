"""Characters that look like ordinary ones and aren't, as a paste from a PDF brings them: no search finds them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from campaign.read.repair.signs import ODD_SPACES
from campaign.say.script import COMPATIBILITY, HAN, RADICALS
from campaign.workshop.coverage import is_ideograph, same_shape

FORMS = "\ufe10-\ufe19\ufe30-\ufe6f"
"""Punctuation of vertical lines, and small punctuation."""
WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
"""Full-width digits and letters; full-width punctuation is what Chinese is written with."""
LETTERS = "\ufb00-\ufb06\U0001d400-\U0001d7ff"
"""Latin ligatures, mathematical letters."""
DOTS = "\u2022\u2219\u22c5\u30fb\uff65"
"""What stands between the parts of a name for U+00B7; U+2027 is never anything else."""
ODD = re.compile(
    f"[{RADICALS}{COMPATIBILITY}{FORMS}{WIDE}{LETTERS}\u2027]"
    f"|(?<=[{HAN}])[{DOTS}](?=[{HAN}])|(?<=[{HAN}])[ {ODD_SPACES}]+(?=[{HAN}])"
)


@dataclass(frozen=True, slots=True)
class Lookalike:
    """start, end: where it stands; wrong: as typed; right: what it should be, empty for a space; known: whether
    anything can be said to be right."""

    start: int
    end: int
    wrong: str
    right: str
    known: bool = True

    @property
    def space(self) -> bool:
        """True for white space."""
        return not self.wrong.strip()


def lookalikes(text: str, kept: Iterable[str] = ()) -> Iterator[Lookalike]:
    """What in a text isn't what it looks like, but for what stands in one of the texts that are kept as typed."""
    spans = [found.span() for one in kept for found in re.finditer(re.escape(one), text)]
    for found in ODD.finditer(text):
        start, end = found.span()
        right = "" if not found[0].strip() else meant(found[0])
        if right != found[0] and not any(first <= start and end <= last for first, last in spans):
            yield Lookalike(start, end, found[0], right, known=bool(right) or not found[0].strip())


def ordinary(text: str, found: Iterable[Lookalike]) -> str:
    """The text with what was found in it set right, where that is known."""
    for one in sorted(found, key=lambda one: one.start, reverse=True):
        text = text[: one.start] + (one.right if one.known else one.wrong) + text[one.end :]
    return text


@cache
def meant(character: str) -> str:
    """The character that one was mistaken for; itself where it is none of these; empty for a radical that is no word.

    A radical is the character that Simplified Chinese writes with the same glyph, else what Unicode gives for it
    (NFKC); punctuation is full-width, as among Han characters.
    """
    if character in DOTS + "\u2027":
        return "·"
    usual = unicodedata.normalize("NFKC", character)
    if re.match(f"[{RADICALS}]", character):
        return same_shape(character) or (usual if is_ideograph(usual) else "")
    if re.match(f"[{FORMS}]", character):
        return chr(ord(usual) + 0xFEE0) if "!" <= usual <= "~" and len(usual) == 1 else _one(usual, character)
    return usual


def _one(usual: str, character: str) -> str:
    return usual if len(usual) == 1 else character
