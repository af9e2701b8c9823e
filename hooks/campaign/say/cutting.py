"""Cutting: a text that doesn't fit loses its tail at a break in its sense, ending in an ellipsis."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from campaign.say.phrases import inside

ELLIPSIS = "…"
STOP = re.compile(r"[。！？；，、：,.;:!?·—]|\s")
TAIL = "。！？；，、：,.;:!?·— " + ELLIPSIS
"""What doesn't stand before an ellipsis."""
INSIDE_WORD = re.compile(r"[A-Za-z0-9'’.-]")


def cut(text: str, ratio: float, keep: str) -> str:
    """The text without its tail, some 1/ratio as long: cut after a clause or a word where one ends late enough.

    It always gets shorter, and never empty. keep: what is never cut through, as `phrases.kept_together` gives it; a
    text that begins with such a name keeps it whole.
    """
    body = text.removesuffix(ELLIPSIS)
    most = max(1, min(len(body) - 1, int(len(body) / max(ratio, 1.02))))
    kept = inside(body, keep)
    stops = [found.start() for found in STOP.finditer(body[: most + 1]) if found.start() not in kept]
    at = stops[-1] if stops and stops[-1] >= most / 2 else _whole_word(body, most, kept)
    return (body[:at].rstrip(TAIL) or body[:at]) + ELLIPSIS


def _whole_word(text: str, most: int, kept: Collection[int]) -> int:
    """The cut moved before the word, number or name it would go through; after it where it is the text's first."""
    whole = [at for at in range(1, len(text)) if at not in kept and not _in_word(text, at)]
    return max((at for at in whole if at <= most), default=min(whole, default=most))


def _in_word(text: str, at: int) -> bool:
    return bool(INSIDE_WORD.match(text[at - 1]) and INSIDE_WORD.match(text[at]))


def joined(lines: Iterable[str]) -> str:
    """Lines as parts of one text again: Latin ones with a space between."""
    return "".join(f" {line}" if at and line[:1].isascii() else line for at, line in enumerate(lines))
