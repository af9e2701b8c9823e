"""How displays set what they say: in few short lines that people can take in from the street."""

from __future__ import annotations

import re

from campaign.say.lines import broken
from campaign.say.script import is_han

LINE_UNITS = 14.0
"""The most Han characters a line of a frame holds."""
HAN_LINES, LATIN_LINES = 2, 3
LATIN_UNITS = 17.0
"""A line of Latin: some 34 letters."""


def lines(text: str, language: str, *, most_units: float = 0.0, most_lines: int = 0) -> tuple[str, ...]:
    """The text in as few lines as hold it, broken by sense and even in length; none where it is too long."""
    han = is_han(text)
    return broken(
        text,
        language,
        most_units=most_units or (LINE_UNITS if han else LATIN_UNITS),
        most_lines=most_lines or (HAN_LINES if han else LATIN_LINES),
    )


def showable(text: str, language: str) -> bool:
    """True where a frame has lines enough for a text, whatever the display's size."""
    return bool(lines(text, language))


def head_and_rest(title: str) -> tuple[str, str]:
    """A title before and after its first colon: what it is, and what it is about; the rest is empty without one."""
    found = re.match(r"(.{2,14}?)[：:]\s*(.+)", title)
    return (found[1], found[2]) if found else (title, "")
