"""What may stand only once: ids, the numbers of booths and boards, a county's file and its square of the cartogram."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from campaign.core.problems import Message, Problem
from campaign.kinds import OUTREACH, kinds
from campaign.read.tell.kind_names import KIND_NAMES
from campaign.read.tree.documents import Document, Documents, MarkedRecord
from campaign.read.tree.nodes import Node, Pairs, child, items_of, text_of

OTHER_ID = Message(
    "两处里后加的、复制来的那一处换一个编号；已经印出去的不要换",
    "give the one that was added or copied another id, never the one that is printed",
)
OTHER_NUMBER = Message("两处里后加的那一处换一个号", "give the one that was added another number")
ONE_FILE = Message(
    "一个县（市）只有一个文件：多出来的副本删去；是另一个县（市）的，就改这一行",
    "a county has one file: delete the copy, or correct this line",
)
ONE_GROUP = Message("把两组合成一组，或者删去一处", "join the two groups, or delete one of the two")
LISTS = (("event", "priorities"), ("booth", "priorities"), ("poster_set", "records"), ("poster_set", "sheets"))
"""Lists of ids in a record, each named once."""


def repetition_rules(documents: Documents) -> Iterator[Problem]:
    """Everything that stands a second time, told there."""
    yield from _ids(documents)
    for kind, zh, en in (("booth", "展台号", "booth number"), ("board", "展板号", "board number")):
        yield from _twice(documents.records(kind), "number", zh=zh, en=en, hint=OTHER_NUMBER)
    yield from _county_files(documents)
    yield from _tiles(documents)
    for kind, key in LISTS:
        for record in documents.records(kind):
            yield from _in_list(record, key)
    yield from _search_words(documents)


def _search_words(documents: Documents) -> Iterator[Problem]:
    """A word of a language that people search by means one thing: it stands in one group, once."""
    search = documents.files.get("search")
    words = [group.node.values.get("words") for group in search.listed("groups")] if search else []
    for tag in dict.fromkeys(tag for one in words if isinstance(one, Pairs) for tag in one.values):
        found = ((text_of(node).casefold(), search, node) for one in words for node in items_of(child(one, tag)))
        for _, document, node, where in _repeated(found):  # type: ignore[arg-type]
            zh, en = f"“{text_of(node)}”写了两次，第一次在 {where}", f"{text_of(node)} stands twice, first at {where}"
            yield document.problem(node, Message(zh, en), hint=ONE_GROUP)


def _repeated(found: Iterable[tuple[str, Document, Node]]) -> Iterator[tuple[str, Document, Node, str]]:
    """Every value that stands a second time, with the place where it stood first; empty values don't count."""
    first: dict[str, tuple[Document, Node]] = {}
    for value, document, node in found:
        if value in first:
            before, there = first[value]
            yield value, document, node, before.place(there)
        elif value:
            first[value] = document, node


def _twice(records: Iterable[MarkedRecord], key: str, *, zh: str, en: str, hint: Message) -> Iterator[Problem]:
    """Two records with the same value under a key."""
    found = ((one.text(key), one.document, one.node.values[key]) for one in records if key in one.node.values)
    for value, document, node, where in _repeated(found):
        what = Message(f"{zh}“{value}”用了两次，第一次在 {where}", f"{en} {value} is used twice, first at {where}")
        yield document.problem(node, what, hint=hint)


def _ids(documents: Documents) -> Iterator[Problem]:
    copies = _copies(documents)
    for kind in kinds():
        zh, en = KIND_NAMES[kind]
        found = [record for record in documents.records(kind) if record.document.name not in copies]
        yield from _twice(found, "id", zh=f"{zh}编号", en=f"{en} id", hint=OTHER_ID)
    if plan := documents.files.get("plan"):
        for keys in (("sections",), ("report", "items")):
            yield from _twice(plan.listed(*keys), "id", zh="编号", en="id", hint=OTHER_ID)


def _outreach(documents: Documents) -> Iterator[MarkedRecord]:
    """The outreach files, each as the record of its county."""
    for document in documents.files.values():
        if document.name.startswith(f"{OUTREACH}/") and isinstance(document.tree, Pairs):
            yield MarkedRecord(document, document.tree)


def _copies(documents: Documents) -> set[str]:
    """The files of a county that has one already: the whole file is a copy, which is told once."""
    found = ((file.text("county"), file.document, file.node) for file in _outreach(documents))
    return {document.name for _, document, _, _ in _repeated(found)}


def _county_files(documents: Documents) -> Iterator[Problem]:
    return _twice(_outreach(documents), "county", zh="县（市）", en="county", hint=ONE_FILE)


def _tiles(documents: Documents) -> Iterator[Problem]:
    """Two counties never share a square of the cartogram."""
    found = (
        (_square(tile), county.document, tile)
        for county in documents.records("county")
        if (tile := child(county.node, "tile")) is not None
    )
    for square, document, tile, where in _repeated(found):
        zh = f"两个县（市）占了同一格（{square}），另一个在 {where}"
        yield document.problem(tile, Message(zh, f"two counties share a tile, the other is at {where}"))


def _square(tile: Node) -> str:
    column, row = (text_of(child(tile, key)) for key in ("column", "row"))
    return f"第 {column} 列第 {row} 行" if column and row else ""


def _in_list(record: MarkedRecord, key: str) -> Iterator[Problem]:
    """The same id twice in one list; every repetition is told."""
    found = ((text_of(node), record.document, node) for node in items_of(child(record.node, key)))
    for value, document, node, _ in _repeated(found):
        yield document.problem(node, Message(f"“{value}”写了两次", f"{value} stands twice"))
