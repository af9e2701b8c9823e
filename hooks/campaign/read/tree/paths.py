"""The way to a node: where steps from a file's root lead, what the author calls that place, and where it stands."""

from __future__ import annotations

from campaign.read.tree.nodes import Items, Node, Pairs, Span, child, text_of

Steps = tuple[str | int, ...]
"""Keys and item numbers from a file's root."""
NAMED_BY = ("id", "title", "name", "number")


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


def spot(node: Node) -> Span:
    """What to mark where a node is wrong: a map's first key, a list's first dash, a whole value."""
    if isinstance(node, Pairs) and node.keys and not node.flow:
        return next(iter(node.keys.values()))
    if isinstance(node, Items) and not node.flow:
        return Span(node.line, node.column)
    return node
