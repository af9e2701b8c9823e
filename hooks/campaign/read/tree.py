"""YAML text to a marked tree, one event at a time: nothing is typed, nothing is shared, nothing recurses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from campaign.problems import Message, Problem
from campaign.read.nodes import Items, Node, Pairs, Scalar
from campaign.read.source import Source

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DEEPEST = 20
"""Nested collections; the deepest the model knows is seven."""
MOST_NODES = 400_000
"""Keys and values in one file: about 10,000 events."""


class Stop(Exception):
    """The file can't be read on; what is wrong has been noted."""


@dataclass
class Gardener:
    """Grows one file's tree from events."""

    source: Source
    problems: list[Problem] = field(default_factory=list)
    root: Node | None = None
    open: list[Items | Pairs] = field(default_factory=list)
    keys: list[Scalar | None] = field(default_factory=list)
    nodes: int = 0

    def grow(self, events: Iterator[yaml.Event]) -> Node | None:
        """The tree of the first document; None for an empty file."""
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._open(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.open.pop()
                self.keys.pop()
        return self.root

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        start, end = event.start_mark, event.end_mark
        style = event.style or ""
        scalar = Scalar(event.value, start.line, start.column, end.line, end.column, "" if event.style is None else style)
        parent = self.open[-1] if self.open else None
        if isinstance(parent, Pairs) and self.keys[-1] is None:
            self.keys[-1] = scalar
        else:
            self._place(scalar)

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        mark = event.start_mark
        kind = Pairs if isinstance(event, yaml.MappingStartEvent) else Items
        node: Items | Pairs = kind(mark.line, mark.column)
        self._place(node)
        self.open.append(node)
        self.keys.append(None)

    def _place(self, node: Node) -> None:
        self.nodes += 1
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, Items):
            parent.items.append(node)
            return
        key = self.keys[-1]
        assert key is not None
        self.keys[-1] = None
        if key.text in parent.values:
            what = Message(f"“{key.text}”写了两次，第一次在第 {parent.keys[key.text].line + 1} 行", f"{key.text!r} stands twice")
            self.problems.append(self.source.problem(what, line=key.line, column=key.column, width=len(key.text)))
            return
        parent.keys[key.text] = key
        parent.values[key.text] = node


def parse(text: str, source: Source) -> tuple[Node | None, list[Problem]]:
    """The tree of a text, and what is wrong with it."""
    gardener = Gardener(source)
    try:
        return gardener.grow(yaml.parse(text, Loader=LOADER)), gardener.problems
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        what = Message("这里看不懂", f"YAML: {error.problem}")
        return None, [*gardener.problems, source.problem(what, line=line, column=column)]
