"""Shorter: a text that doesn't fit at its least size loses its tail at a break in its sense, ending in an ellipsis."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from campaign.say.phrases import inside

ELLIPSIS = "…"
STOP = re.compile(r"[。！？；，、：,.;:!?·—]|\s")
TAIL = "。！？；，、：,.;:!?·— " + ELLIPSIS
"""What doesn't stand before an ellipsis."""
INSIDE_WORD = re.compile(r"[A-Za-z0-9'’.-]")


def shorter(data: Mapping[str, Any], field: str, ratio: float) -> dict[str, Any]:
    """The data with a field's text made shorter; ratio: how many times too large it is.

    A fact that can be spared goes first. Then a title gives up its own lines, its support in the other language, its
    tail; of facts the longest is cut.
    """
    if field in ("title", "facts") and any(fact["spare"] for fact in data["facts"]):
        return {**data, "facts": [fact for fact in data["facts"] if not fact["spare"]]}
    if field == "title" and len(data["lines"]) > 1:
        return {**data, "lines": ["".join(_spaced(data["lines"]))]}
    if field == "title" and data["support"]:
        return {**data, "support": None}
    if field == "title":
        return {**data, "lines": [cut(data["lines"][0], ratio, data["keep"])]}
    if field == "facts":
        return {**data, "facts": _cut_longest(data["facts"], ratio, data["keep"])}
    return {**data, field: cut(data[field], ratio, data["keep"])}


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


def _spaced(lines: list[str]) -> list[str]:
    """Lines as parts of one text again: Latin ones with a space between."""
    return [f" {line}" if at and line[:1].isascii() else line for at, line in enumerate(lines)]


def _cut_longest(facts: list[dict[str, Any]], ratio: float, keep: str) -> list[dict[str, Any]]:
    longest = max(range(len(facts)), key=lambda at: len(facts[at]["body"]))
    return [{**one, "body": cut(one["body"], ratio, keep)} if at == longest else one for at, one in enumerate(facts)]
