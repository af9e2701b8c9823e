"""Check digits, and what else makes a row of digits a citizen's identity number, a bank card or somebody's mobile."""

from __future__ import annotations

import re
from datetime import date

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
"""GB 11643-1999: of the first seventeen digits of an identity number."""
CHECKS = "10X98765432"
PROVINCES = frozenset(
    f"{first}{second}"
    for first, last in zip("12345678", (5, 3, 7, 6, 4, 5, 1, 3), strict=True)
    for second in range(1, last + 1)
) | {"91"}
"""GB/T 2260, the first two digits; 81 to 83 are of residents from Hong Kong, Macao and Taiwan, 91 is of foreigners."""
CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""GB 32100-2015: the characters of a unified social credit code, each worth its place."""
CARD = re.compile(r"62\d{14,17}|(?:4\d|5[1-5]|2[2-7]|35|60|65|9[58])\d{14}|9558\d{15}|3[47]\d{13}")
"""Bank cards by their first digits and lengths: UnionPay, Visa, Mastercard, JCB, Discover, older Chinese, Amex."""

POSSIBLE = re.compile(rf"(?:(?:00)?86)?0?1[3-9]\d{{9}}|[1-9]\d{{5}}(?:18|19|20)\d\d[01]\d[0-3]\d{{4,5}}|{CARD.pattern}")
"""What is a mobile number, an identity number with or without its check, or a card by its shape alone."""


def possible(digits: str) -> bool:
    """True for digits that are worth a closer look; quick, as there are many."""
    return bool(POSSIBLE.fullmatch(digits))


def mobile(digits: str) -> str:
    """The eleven digits of a mobile number that may bear the country's code; empty for any other number."""
    found = re.fullmatch(r"(?:(?:00)?86)?0?(1[3-9]\d{9})", digits)
    return found[1] if found else ""


def luhn(digits: str) -> bool:
    """True where the last digit is the check digit of ISO/IEC 7812."""
    doubled = (int(one) * 2 for one in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(one - 9 if one > 9 else one for one in doubled)) % 10 == 0


def card(digits: str) -> bool:
    """True for the number of a bank card; never for a list of round numbers."""
    return bool(CARD.fullmatch(digits)) and luhn(digits)


def identity(number: str) -> bool:
    """True for what can be an identity number of 18 or, before 1999, 15 digits, or one of 18 without its check: its
    place and its day."""
    if not re.fullmatch(r"\d{17}[\dX]?|\d{15}", number) or number[:2] not in PROVINCES:
        return False
    day = number[6:14] if len(number) > 15 else f"19{number[6:12]}"
    return day[:2] in ("18", "19", "20") and _is_day(day)


def _is_day(day: str) -> bool:
    try:
        return bool(date(int(day[:4]), int(day[4:6]), int(day[6:])))
    except ValueError:
        return False


def identity_check(number: str) -> bool:
    """True where the last of eighteen characters is the check of GB 11643."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], WEIGHTS, strict=True))
    return CHECKS[total % 11] == number[17]


def credit_code(code: str) -> bool:
    """True for eighteen characters with the check of a unified social credit code."""
    if len(code) != 18 or not set(code) <= set(CREDIT):
        return False
    total = sum(CREDIT.index(sign) * pow(3, place, 31) for place, sign in enumerate(code[:17]))
    return CREDIT[-total % 31] == code[17]
