"""A line with one node changed: another value in its place, or a key added to its record."""

from __future__ import annotations

from campaign.read.repair.scalars import plain_fault, quoted
from campaign.read.tree.nodes import Node, Pairs, Scalar


def with_value(node: Node, value: str, line: str) -> str:
    """The line with another value in this one's place, quoted as this one is."""
    if not isinstance(node, Scalar) or node.line != node.end_line:
        return ""
    return line[: node.column] + _styled(value, node.style) + line[node.end_column :]


def _styled(value: str, style: str) -> str:
    if style:
        return f"{style}{value}{style}"
    return quoted(value) if plain_fault(value) else value


def with_added(node: Pairs, added: str, line: str) -> str:
    """The line to add to a record below its others; a record in braces on one line is given whole."""
    if not node.flow:
        return " " * node.column + added
    if node.end_line != node.line:
        return ""
    inner = line[: node.end_column - 1].rstrip().removesuffix(",")
    return f"{inner}{'' if inner.endswith('{') else ', '}{added}{line[node.end_column - 1 :]}"
