"""A refusal of the models: where in the file's tree it points, and what the author calls that place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from campaign.read.nodes import Items, Node, Pairs, child, text_of

Steps = tuple[str | int, ...]
NAMED_BY = ("id", "title", "name", "number")


@dataclass(frozen=True, slots=True)
class Fault:
    """type: as in the message table; steps: keys and item numbers from the file's root; figures: for the sentence."""

    type: str
    steps: Steps
    figures: Mapping[str, Any]


def faults(error: ValidationError) -> Iterator[Fault]:
    """Every refusal in one validation; those that stand for several are taken apart."""
    for found in error.errors(include_url=False, include_input=False):
        steps = tuple(step for step in found["loc"] if step != "[key]")
        figures = found.get("ctx", {})
        if found["type"] == "campaign.localized":
            for one in figures["faults"]:
                yield Fault(one["type"], (*steps, one["at"]) if one["at"] else steps, one["ctx"])
        elif "at" in figures:
            yield Fault(found["type"], (*steps, figures["at"]), figures)
        else:
            yield Fault(found["type"], steps, figures)


def reach(tree: Node, steps: Steps) -> Node | None:
    """The node at the end of these steps; None where there is none."""
    node: Node | None = tree
    for step in steps:
        node = child(node, step)
    return node


def nearest(tree: Node, steps: Steps) -> Node:
    """The deepest node on the way."""
    node = tree
    for step in steps:
        below = child(node, step)
        if below is None:
            break
        node = below
    return node


def label(steps: Steps) -> str:
    """What the author calls the place: `title`, `title.zh`, `area.column`, for a list's item the list's key."""
    names: list[str] = []
    for step in reversed(steps):
        if isinstance(step, str):
            names.insert(0, step)
        elif names:
            break
    return ".".join(names)


def record_name(tree: Node, steps: Steps) -> str:
    """The id of the record the steps lead into, or another word for it; empty for the file itself."""
    node: Node | None = tree
    name = ""
    for step in steps:
        node = child(node, step)
        if isinstance(step, int) and isinstance(node, Pairs):
            name = next(filter(None, (_word(node, key) for key in NAMED_BY)), name)
    return name


def _word(record: Pairs, key: str) -> str:
    value = record.values.get(key)
    if isinstance(value, Pairs):
        value = next(iter(value.values.values()), None)
    return text_of(value)[:40]


def spot(node: Node) -> tuple[int, int, int]:
    """Line, column and width of what is wrong with a node: a map's first key, a list's first dash, a whole value."""
    if isinstance(node, Pairs) and node.keys and not node.flow:
        node = next(iter(node.keys.values()))
    if isinstance(node, Items) and not node.flow:
        return node.line, node.column, 1
    width = node.end_column - node.column if node.end_line == node.line else 1
    return node.line, node.column, max(1, width)
