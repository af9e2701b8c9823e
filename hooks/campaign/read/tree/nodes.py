"""A file as a tree that remembers where each key and value stands; every scalar is the text that was typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias


@dataclass(slots=True, eq=False)
class Scalar:
    """One value. Lines and columns count from 0; style is `` for plain text, else the quote or `|` or `>`."""

    text: str
    line: int
    column: int
    end_line: int
    end_column: int
    style: str = ""


@dataclass(slots=True, eq=False)
class Items:
    """A list; flow: written in brackets."""

    line: int
    column: int
    flow: bool = False
    end_line: int = -1
    end_column: int = -1
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Pairs:
    """A map; each key is kept with its own place, in the order typed. flow: written in braces."""

    line: int
    column: int
    flow: bool = False
    end_line: int = -1
    end_column: int = -1
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)


Node: TypeAlias = Scalar | Items | Pairs


def plain(node: Node) -> Any:
    """The tree as text, lists and dicts: what the models take. The tree's depth is limited when it is grown."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.values.items()}


def child(node: Node | None, step: str | int) -> Node | None:
    """The value under a key, or the list's item of this number; None where there is none."""
    if isinstance(node, Pairs) and isinstance(step, str):
        return node.values.get(step)
    if isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def text_of(node: Node | None) -> str:
    """A scalar's text; empty for anything else."""
    return node.text if isinstance(node, Scalar) else ""
