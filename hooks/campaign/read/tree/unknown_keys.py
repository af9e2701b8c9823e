"""Key names: those nobody knows are told, with what they were probably meant to be, and read as that."""

from __future__ import annotations

from campaign.core.problems import Message, Problem
from campaign.kinds import Record
from campaign.read.repair.draft import Draft
from campaign.read.tell.key_names import meant
from campaign.read.tell.models import record_under
from campaign.read.tree.nodes import Node, Pairs, Scalar, items_of


def mend_keys(tree: Node, model: type[Record], draft: Draft) -> list[Problem]:
    """The unknown keys of a file's records. In the tree each is renamed to what was meant, or taken out."""
    problems: list[Problem] = []
    waiting: list[tuple[Node, type[Record]]] = [(tree, model)]
    while waiting:
        node, record = waiting.pop()
        if isinstance(node, Pairs):
            problems += _mend(node, record, draft)
            waiting += _inner(node, record)
    return problems


def _inner(node: Pairs, record: type[Record]) -> list[tuple[Node, type[Record]]]:
    """The records inside a record, with the model each must fit."""
    found: list[tuple[Node, type[Record]]] = []
    for key, value in node.values.items():
        inner, listed = record_under(record, key)
        if inner and listed:
            found += [(item, inner) for item in items_of(value)]
        elif inner:
            found.append((value, inner))
    return found


def _mend(node: Pairs, record: type[Record], draft: Draft) -> list[Problem]:
    """Tells each unknown key of a record, and puts its value where it was probably meant to be."""
    problems = []
    for key in [key for key in node.values if key not in record.model_fields]:
        guess = meant(key, [name for name in record.model_fields if name not in node.values])
        owner = "" if guess else _owner(node, key, record)
        draft.incomplete = draft.incomplete or bool(owner)
        problems.append(_problem(node.keys[key], guess, owner, record, draft))
        mark, value = node.keys.pop(key), node.values.pop(key)
        home, name = (_last(node.values[owner]), key) if owner else (node, guess)
        if home and name and name not in home.values:
            home.keys[name], home.values[name] = mark, value
    return problems


def _problem(mark: Scalar, guess: str, owner: str, record: type[Record], draft: Draft) -> Problem:
    key, fix = mark.text, ""
    hint = Message(f"这里可以用的键：{', '.join(record.model_fields)}", "the keys allowed here")
    if guess:
        what = Message(f"没有“{key}”这个键，应是“{guess}”吧", f"unknown key {key}; did you mean {guess}?")
        line = draft.mended[mark.line]
        fix = line[: mark.column] + guess + line[mark.end_column :]
    elif owner:
        what = Message(
            f"“{key}”不能写在这里，它属于上面 {owner} 里的记录", f"{key} belongs to a record of {owner}, not here"
        )
        hint = Message("把这一行缩进，和那条记录的其他键对齐", "indent the line to stand with that record's other keys")
    else:
        what = Message(f"没有“{key}”这个键", f"unknown key {key}")
    return draft.problem(what, line=mark.line, column=mark.column, width=mark.width, fix=fix, hint=hint)


def _owner(node: Pairs, key: str, record: type[Record]) -> str:
    """The list above whose records know this key: the line was indented too little."""
    for name in node.values:
        inner, listed = record_under(record, name)
        if inner and listed and key in inner.model_fields:
            return name
    return ""


def _last(records: Node) -> Pairs | None:
    """The last record of a list."""
    last = items_of(records)[-1:]
    return last[0] if last and isinstance(last[0], Pairs) else None
