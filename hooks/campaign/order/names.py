"""Names of files that any Windows, macOS or Linux takes, from texts for people."""

from __future__ import annotations

import unicodedata

FORBIDDEN = {ord(sign): chr(ord(sign) + 0xFEE0) for sign in '<>:"/\\|?*'}
"""What Windows takes in no name, and what looks like it: the full-width form."""
RESERVED = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³")}
)
"""Names of Windows's devices, with any ending and in any case."""
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def plain_name(text: str, *, most_bytes: int, ending: str = "") -> str:
    """A text as the name of one file or folder, NFC, at most so many bytes of UTF-8 with its ending; never empty.

    What no system forbids stays as it is; a long one is cut between characters.
    """
    seen = "".join(sign for sign in unicodedata.normalize("NFC", text) if unicodedata.category(sign) not in UNSEEN)
    name = _cut(" ".join(seen.translate(FORBIDDEN).split()), most_bytes - len(ending.encode())).strip(". ")
    if not name or name.partition(".")[0].rstrip().upper() in RESERVED:
        name = _cut(f"_{name}", most_bytes - len(ending.encode())).strip(" ")
    return name + ending


def _cut(text: str, most_bytes: int) -> str:
    """The beginning of a text; a mark stays with the letter before it."""
    if len(text.encode()) <= most_bytes:
        return text
    length, size = 0, 0
    for at, sign in enumerate(text):
        size += len(sign.encode())
        if size > most_bytes:
            break
        if at + 1 == len(text) or not unicodedata.combining(text[at + 1]):
            length = at + 1
    return text[:length]
