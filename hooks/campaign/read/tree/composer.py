"""YAML text to a marked tree, one event at a time: nothing is typed, nothing is shared, nothing recurses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

import yaml

from campaign.core.problems import Message, Problem
from campaign.read.repair.characters import refused, without
from campaign.read.repair.draft import Draft
from campaign.read.repair.record_starts import SECOND_WITHOUT_DASH, SECOND_WITHOUT_ID_LINE, id_line, with_dash
from campaign.read.repair.scalars import UNUSED, quoted
from campaign.read.tell.samples import BLANK
from campaign.read.tree.nodes import Items, Node, Pairs, Scalar, Span
from campaign.say.script import rejoined

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DEEPEST = 20
"""Collections inside each other; the deepest place the model knows is the seventh."""
SECOND_RECORD = 3
"""So many keys twice in one map, and it is two records."""
MOST_NODES = 400_000
"""Values in one file: some 10,000 events."""
TOO_DEEP = Message(f"层次太深，最多 {DEEPEST} 层", f"nested deeper than {DEEPEST} levels")
TOO_MANY = Message(f"一个文件里的内容太多，最多 {MOST_NODES} 个值", f"more than {MOST_NODES} values in one file")


class StopReadingError(Exception):
    """The file can't be read on; what is wrong has been noted."""


@dataclass
class Composer:
    """Composes one file's tree from events.

    open and keys: the collections around the event, and the key in hand in each; again: keys that stand twice, with the
    first of each, by the identity of their open map.
    """

    draft: Draft
    problems: list[Problem] = field(default_factory=list)
    root: Node | None = None
    open: list[Items | Pairs] = field(default_factory=list)
    keys: list[Scalar | None] = field(default_factory=list)
    again: dict[int, list[tuple[Scalar, Scalar]]] = field(default_factory=dict)
    nodes: int = 0

    def compose(self, events: Iterator[yaml.Event]) -> None:
        """Composes the tree of the first document; an empty file leaves no root."""
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._open(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close(event)
            elif isinstance(event, yaml.AliasEvent):
                self._refuse(event)
                self._take(_scalar(event, ""))

    def _refuse(self, event: Any) -> None:
        self._note(UNUSED, _span(event))
        self.draft.unreadable.add(event.start_mark.line)

    def _scalar(self, event: Any) -> None:
        style = event.style or ""
        if event.anchor or event.tag:
            self._refuse(event)
        scalar = _scalar(event, event.value, style)
        if scalar.end_line > scalar.line:
            scalar.text = self._unfolded(scalar)
        if style == '"' and (odd := refused(scalar.text)):
            code = f"U+{ord(scalar.text[odd[0]]):04X}"
            self._note(Message(f"这里写了不能用的字符（{code}）", f"a character that can't be used ({code})"), scalar)
            scalar.text = without(scalar.text, odd)
        if scalar.text.strip() == BLANK:
            self._note(Message("这里还没有填", "this is still to be filled in"), scalar)
        self._take(scalar)

    def _unfolded(self, scalar: Scalar) -> str:
        """A value that goes on over several lines, without the space that YAML puts between Han characters."""
        lines = self.draft.mended[scalar.line : scalar.end_line + 1]
        lines[-1] = lines[-1][: scalar.end_column - bool(scalar.style)]
        lines[0] = lines[0][scalar.column + bool(scalar.style) :]
        if scalar.style in ("|", ">") or not all(map(str.strip, lines)) or "\\" in "".join(lines):
            return scalar.text
        text = reduce(rejoined, lines).strip()
        return text.replace("''", "'") if scalar.style == "'" else text

    def _open(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._refuse(event)
        kind = Pairs if isinstance(event, yaml.MappingStartEvent) else Items
        mark = event.start_mark
        node: Items | Pairs = kind(mark.line, mark.column, flow=bool(event.flow_style))
        if len(self.open) >= DEEPEST:
            self._stop(TOO_DEEP, node)
        self._take(node)
        self.open.append(node)
        self.keys.append(None)

    def _close(self, event: Any) -> None:
        node = self.open.pop()
        self.keys.pop()
        node.end_line, node.end_column = event.end_mark.line, event.end_mark.column
        if again := self.again.pop(id(node), None):
            self._twice(node, again)

    def _twice(self, node: Items | Pairs, again: list[tuple[Scalar, Scalar]]) -> None:
        """Keys that stand twice; several at once are a record that lacks its dash."""
        self.draft.incomplete = True
        if len(again) >= SECOND_RECORD:
            first = again[0][0]
            if self._lost_dash(node, [key for key, _ in again]):
                return
            what = Message("从这一行起，同样的键又写了一遍", "from here on the same keys stand a second time")
            hint = Message(
                "是新的一条，就在它前面加上“- ”开头的一行", "a new record begins with a line that has a dash"
            )
            self._note(what, first, hint=hint)
            return
        for key, first in again:
            zh = f"“{key.text}”写了两次，第一次在第 {first.line + 1} 行"
            self._note(Message(zh, f"{key.text} stands twice, first in line {first.line + 1}"), key)

    def _lost_dash(self, node: Items | Pairs, again: list[Scalar]) -> bool:
        """Tells of the dash, or the whole first line, that was lost between two records of a list; False elsewhere."""
        listed = bool(self.open) and isinstance(self.open[-1], Items) and not self.open[-1].flow
        if not listed or not isinstance(node, Pairs) or node.flow or next(iter(node.keys), "") != "id":
            return False
        first, ids = again[0], [key for key in again if key.text == "id"]
        if ids and ids[0] is not first:
            return False
        line, indent = self.draft.mended[first.line], first.column - 2
        if ids:
            what, fix = SECOND_WITHOUT_DASH, with_dash(indent, line[first.column :])
        else:
            what, fix = SECOND_WITHOUT_ID_LINE, id_line(indent)
        self._note(what, first, fix=fix)
        return True

    def _take(self, node: Node) -> None:
        """Puts a node where it belongs: a key in the hand, a value under its key, an item at the end of its list."""
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._stop(TOO_MANY, node)
        if not self.open:
            if self.root is not None:
                self._stop(Message("一个文件只放一份内容", "a second document begins here"), node)
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, Items):
            parent.items.append(node)
        elif self.keys[-1] is not None:
            self._pair(parent, self.keys[-1], node)
            self.keys[-1] = None
        elif isinstance(node, Scalar):
            self.keys[-1] = node
        else:
            self._stop(Message("键只能是一个词，不能是清单或键值表", "a key must be a word, not a list or map"), node)

    def _pair(self, parent: Pairs, key: Scalar, value: Node) -> None:
        first = parent.keys.get(key.text)
        if first:
            self.again.setdefault(id(parent), []).append((key, first))
        elif parent.flow and _cut_by_comma(key, value):
            self._comma(parent, key)
        else:
            parent.keys[key.text] = key
            parent.values[key.text] = value

    def _comma(self, parent: Pairs, key: Scalar) -> None:
        """`{zh: 你好, 世界}`: a comma inside the text made a key of what follows it."""
        line = self.draft.mended[key.line]
        fix = ""
        before = next(reversed(parent.values.values()), None)
        if isinstance(before, Scalar) and before.line == key.line and not before.style:
            text = quoted(line[before.column : key.end_column])
            fix = line[: before.column] + text + line[key.end_column :]
        what = Message(
            "逗号把文字断成了两截：花括号里的文字有逗号就加引号", "a comma cut the text in two: quote it inside braces"
        )
        self._note(what, key, fix=fix)

    def _stop(self, what: Message, node: Node) -> None:
        self._note(what, Span(node.line, node.column))
        raise StopReadingError

    def _note(self, what: Message, at: Span, *, fix: str = "", hint: Message | None = None) -> None:
        self.problems.append(
            self.draft.problem(what, line=at.line, column=at.column, width=at.width, fix=fix, hint=hint)
        )


def _scalar(event: Any, text: str, style: str = "") -> Scalar:
    start, end = event.start_mark, event.end_mark
    return Scalar(start.line, start.column, end.line, end.column, text, style)


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line, start.column, end.line, end.column)


def _cut_by_comma(key: Scalar, value: Node) -> bool:
    """True for a key without a colon: its value is nothing at all, right where the key ends."""
    return isinstance(value, Scalar) and not value.text and not value.style and value.column == key.end_column
