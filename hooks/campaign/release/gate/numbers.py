"""Numbers: those that are typed to fill a line, not taken from a list."""

from __future__ import annotations

import re

RISING = "01234567890123456789"
LUCKY = frozenset("689")
"""Digits of which a subscriber likes to have nothing else: 8888888 is an office's real number."""
SUBSCRIBER = re.compile(r"(?<![\d.])(?:0\d{2,3}[-–— ]?)?(\d{7,8})(?!\d)")
"""A number of seven or eight digits, with or without its area code."""
WHOLE = re.compile(r"(?<![\d.])(?:[48]00(?:[-–— ]?\d){7}|1[3-9]\d(?:[-–— ]?\d){8})(?!\d|\s?元)")
"""A hotline that callers share the cost of or don't pay, and a mobile number, however grouped; not a sum of money."""
FICTION = re.compile(r"(?<!\d)555[- ]\d{4}(?!\d)|(?<!\d)(?:0\d{2,3}-?)?55501\d\d(?!\d)")
"""What films use."""


def run_of_keys(digits: str) -> bool:
    """True for one digit over and over, or the digits in order, up or down."""
    same = len(set(digits)) == 1 and digits[0] not in LUCKY
    return same or digits in RISING or digits[::-1] in RISING


def made_up(text: str) -> list[str]:
    """The telephone numbers in a text that are nobody's, each once: `555-0100`, `0930-1234567`, `400-000-0000`."""
    found = [one[0] for one in SUBSCRIBER.finditer(text) if run_of_keys(one[1]) or one[1].startswith("000")]
    found += [one[0] for one in WHOLE.finditer(text) if run_of_keys(re.sub(r"\D", "", one[0])[3:])]
    return list(dict.fromkeys([*found, *(one[0] for one in FICTION.finditer(text))]))


def made_up_code(code: str) -> bool:
    """True for a registration number, `陇ICP备12345678号`, whose digits are only keys in a row."""
    return any(len(digits) > 5 and run_of_keys(digits) for digits in re.findall(r"\d+", code))
