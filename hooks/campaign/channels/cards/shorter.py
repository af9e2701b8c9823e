"""Shorter: a text that doesn't fit at its least size loses its tail at a break in its sense, ending in an ellipsis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from campaign.say.cutting import cut, joined


def shorter(data: Mapping[str, Any], field: str, ratio: float) -> dict[str, Any]:
    """The data with a field's text made shorter; ratio: how many times too large it is.

    A fact that can be spared goes first. Then a title gives up its own lines, its support in the other language, its
    tail; of facts the longest is cut.
    """
    if field in ("title", "facts") and any(fact["spare"] for fact in data["facts"]):
        return {**data, "facts": [fact for fact in data["facts"] if not fact["spare"]]}
    if field == "title" and len(data["lines"]) > 1:
        return {**data, "lines": [joined(data["lines"])]}
    if field == "title" and data["support"]:
        return {**data, "support": None}
    if field == "title":
        return {**data, "lines": [cut(data["lines"][0], ratio, data["keep"])]}
    if field == "facts":
        return {**data, "facts": _cut_longest(data["facts"], ratio, data["keep"])}
    return {**data, field: cut(data[field], ratio, data["keep"])}


def _cut_longest(facts: list[dict[str, Any]], ratio: float, keep: str) -> list[dict[str, Any]]:
    longest = max(range(len(facts)), key=lambda at: len(facts[at]["body"]))
    return [{**one, "body": cut(one["body"], ratio, keep)} if at == longest else one for at, one in enumerate(facts)]
