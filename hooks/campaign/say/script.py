"""Script: which characters are Han, which languages are written in them, and how wide a text is set."""

from __future__ import annotations

import re
import unicodedata

RADICALS = "\u2e80-\u2fdf"
"""Signs for the parts of characters (Kangxi and supplement), never words themselves."""
COMPATIBILITY = "\uf900-\ufaff\U0002f800-\U0002fa1f"
"""Second codes of characters, and a dozen characters that have no other."""
HAN = RADICALS + "\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
r"""The characters of Unicode's script Han (`\p{Han}`), as they stand between the brackets of a pattern's class."""
HAN_TEXT = HAN + "\u3000-\u303f\uff00-\uffef\u201c\u201d"
"""The same with the punctuation of Han text: between two of these a line break is no space."""
HAN_LANGUAGES = frozenset({"zh", "yue", "wuu", "nan", "hak", "gan", "hsn", "cdo", "lzh", "cmn", "ja"})
"""Languages whose texts may be Han characters alone, by the first part of their tag."""
HAN_CHARACTER = re.compile(f"[{HAN}]")
"""One Han character."""
IN_HAN_TEXT = re.compile(f"[{HAN_TEXT}]")
QUOTES = frozenset("\u201c\u201d")
"""Quotation marks that Han and Latin texts share."""
ADDRESS_END = re.compile(r"://[!-~]*$")
HYPHEN_END = re.compile(r"[A-Za-z]-$")


def is_han(text: str) -> bool:
    """True where a text has a Han character, and so needs the room these need."""
    return bool(HAN_CHARACTER.search(text))


def written_in_han(tag: str) -> bool:
    """True for the tag of a language that is written in Han characters."""
    return tag.partition("-")[0] in HAN_LANGUAGES


def width(text: str, *, narrow: float) -> float:
    """How wide a text is in Han characters (ems): a wide character of UAX 11 is one, any other `narrow`."""
    return sum(1.0 if unicodedata.east_asian_width(character) in "WF" else narrow for character in text)


def rejoined(first: str, rest: str) -> str:
    """Two lines of one text as one line: no space between Han characters, one between words of other scripts.

    Beside a Han character a space is kept only where one stood at the end of the first line; an address and a word
    broken after its hyphen go on without one.
    """
    left, right = first.rstrip(), rest.strip()
    return f"{left}{_between(left, right, spaced=left != first)}{right}" if left and right else left + right


def _between(left: str, right: str, *, spaced: bool) -> str:
    beside = [bool(IN_HAN_TEXT.match(one)) for one in (left[-1], right[0])]
    if all(beside) and not {left[-1], right[0]} <= QUOTES:
        return ""
    if any(one and sign not in QUOTES for one, sign in zip(beside, (left[-1], right[0]), strict=True)):
        return " " if spaced else ""
    unbroken = ADDRESS_END.search(left) or HYPHEN_END.search(left)
    return "" if unbroken else " "
