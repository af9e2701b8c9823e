"""A file as a tree that remembers where each key and value stands; every scalar is the text that was typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias


@dataclass(slots=True, eq=False)
class Span:
    """Where a node begins and ends; lines and columns count from 0."""

    line: int
    column: int
    end_line: int = -1
    end_column: int = -1

    @property
    def width(self) -> int:
        """How many characters a mark under the node takes: 1 where it goes on to another line."""
        return max(1, self.end_column - self.column) if self.end_line == self.line else 1


@dataclass(slots=True, eq=False)
class Scalar(Span):
    """One value; style is `` for plain text, else the quote or `|` or `>`."""

    text: str = ""
    style: str = ""


@dataclass(slots=True, eq=False)
class Items(Span):
    """A list; flow: written in brackets."""

    flow: bool = False
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Pairs(Span):
    """A map; each key is kept with its own place, in the order typed. flow: written in braces."""

    flow: bool = False
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)


Node: TypeAlias = Scalar | Items | Pairs


def plain(node: Node) -> Any:
    """The tree as text, lists and dicts: what the models take. The tree's depth is limited when it is composed."""
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


def items_of(node: Node | None) -> list[Node]:
    """A list's items; none for anything else."""
    return node.items if isinstance(node, Items) else []


def text_of(node: Node | None) -> str:
    """A scalar's text; empty for anything else."""
    return node.text if isinstance(node, Scalar) else ""


def scalars(tree: Node | None) -> Iterator[Scalar]:
    """Every value of a tree."""
    waiting = [tree] if tree else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            yield node
        else:
            waiting += node.items if isinstance(node, Items) else node.values.values()
