"""The one door to what the fonts can draw: which characters of a text none of them has, and which look the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from campaign.workshop.fonts import FONTS

UNDRAWN = re.compile("[\t\n\u00ad\u034f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\U000e0000-\U000e0fff]")
"""What has no picture of its own: white space, joiners, variation selectors (Default_Ignorable_Code_Point)."""


def undrawable(text: str) -> list[tuple[int, str]]:
    """The characters of a text that no font has a glyph for, each with its index; a mark counts with its letter."""
    return [
        (index, character)
        for index, character in enumerate(text)
        if not is_drawn(character) and not _joined_to_letter(text, index)
    ]


@cache
def is_drawn(character: str) -> bool:
    """True where some font has a glyph, or one for each part that the character can be taken apart into."""
    if _common(character) or UNDRAWN.match(character):
        return True
    parts = unicodedata.normalize("NFD", character)
    return any(
        ord(character) in one or all(ord(part) in one for part in parts) for one in map(_glyphs, range(len(FONTS)))
    )


def _joined_to_letter(text: str, index: int) -> bool:
    """True for a mark that makes one drawn character with the letter before it."""
    if index == 0 or not unicodedata.combining(text[index]):
        return False
    joined = unicodedata.normalize("NFC", text[index - 1 : index + 1])
    return len(joined) == 1 and is_drawn(joined)


def _common(character: str) -> bool:
    """True for printed characters of Latin-1 and GB 2312, which the first font has: no font need be opened for them."""
    if character <= "\xff":
        return character.isprintable()
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return character in "–—"


def is_ideograph(character: str) -> bool:
    """True for a Han character proper: no radical, no second code of a character."""
    unified = unicodedata.name(character, "").startswith("CJK UNIFIED IDEOGRAPH")
    return unified and unicodedata.normalize("NFKC", character) == character


def same_shape(character: str) -> str:
    """The Han character that the first font draws with the very same glyph, the lowest of several; empty for none."""
    glyph = _glyphs(0).get(ord(character), "")
    return _ideographs().get(glyph, "")


@cache
def _ideographs() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code, glyph in sorted(_glyphs(0).items(), reverse=True):
        if is_ideograph(chr(code)):
            found[glyph] = chr(code)
    return found


@cache
def _glyphs(index: int) -> Mapping[int, str]:
    """The glyphs of a font by code point; a third of a second for the largest, so only where one is asked for."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # slow, and most campaigns never need it

    with TTFont(FONTS[index].path, lazy=True) as font:
        return font.getBestCmap()  # type: ignore[no-any-return]
