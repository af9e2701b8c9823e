"""The short code: five characters to read aloud and type on a phone, the last of which proves the others."""

from __future__ import annotations

import hashlib
from collections.abc import Container

ALPHABET = "23456789cdfhjkmnprtvwxy"
"""23 characters: lower case as phones type it, no vowels so that no word comes up, and of each pair that looks or is
written alike (0o 1il 2z 5s 6b 9gq uv ae) one at most. 23 is prime, which the proof below needs."""
LENGTH = 5


def short_code(kind: str, record_id: str, *, taken: Container[str] = ()) -> str:
    """The code of a record: always the same one, or the next in its own series where that is taken."""
    for attempt in range(10_000):
        code = _nth(f"{kind}/{record_id}/{attempt}")
        if code not in taken:
            return code
    raise ValueError(f"no code is left for {kind} {record_id}")


def is_code(text: str) -> bool:
    """True for a code as it is printed: a single wrong character, or two swapped ones, make this False.

    The weighted sum 1*c1 + 2*c2 + ... + 5*c5 is 0 modulo 23. The modulus is prime and larger than every weight, so one
    changed character changes the sum, and so do two swapped ones, side by side or not.
    """
    return len(text) == LENGTH and all(c in ALPHABET for c in text) and _weighed(text) == 0


def _nth(seed: str) -> str:
    number = int.from_bytes(hashlib.sha256(seed.encode()).digest())
    figures = ""
    for _ in range(LENGTH - 1):
        number, figure = divmod(number, len(ALPHABET))
        figures += ALPHABET[figure]
    return figures + _check(figures)


def _check(figures: str) -> str:
    """The last character: the one with which the weighted sum is 0."""
    size = len(ALPHABET)
    return ALPHABET[-_weighed(figures) * pow(LENGTH, -1, size) % size]


def _weighed(text: str) -> int:
    return sum(weight * ALPHABET.index(c) for weight, c in enumerate(text, 1)) % len(ALPHABET)
