"""Initials: the first letter of a character's pinyin, as people type it who want to be quick."""

from __future__ import annotations

from bisect import bisect_right

FIRST = {
    "a": 0xB0A1,
    "b": 0xB0C5,
    "c": 0xB2C1,
    "d": 0xB4EE,
    "e": 0xB6EA,
    "f": 0xB7A2,
    "g": 0xB8C1,
    "h": 0xB9FE,
    "j": 0xBBF7,
    "k": 0xBFA6,
    "l": 0xC0AC,
    "m": 0xC2E8,
    "n": 0xC4C3,
    "o": 0xC5B6,
    "p": 0xC5BE,
    "q": 0xC6DA,
    "r": 0xC8BB,
    "s": 0xC8F6,
    "t": 0xCBFA,
    "w": 0xCDDA,
    "x": 0xCEF4,
    "y": 0xD1B9,
    "z": 0xD4D1,
}
"""The code of each letter's first character: level 1 of GB/T 2312-1980, 3,755 characters, is in order of pinyin."""
END = 0xD7FA
LETTERS, STARTS = tuple(FIRST), tuple(FIRST.values())


def initial(character: str) -> str:
    """The letter that a common character's pinyin begins with, one for each character; nothing for any other."""
    code = int.from_bytes(character.encode("gb2312", "ignore"), "big")
    return LETTERS[bisect_right(STARTS, code) - 1] if STARTS[0] <= code < END else ""


def common() -> dict[str, str]:
    """Every character that has an initial, by its letter, in their order."""
    codes = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    found = dict.fromkeys(LETTERS, "")
    for code in codes:
        if int.from_bytes(code, "big") < END:
            character = code.decode("gb2312")
            found[initial(character)] += character
    return found
