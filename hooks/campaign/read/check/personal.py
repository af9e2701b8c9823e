"""Personal data in the campaign's files: told wherever it stands, but for what the office publishes on purpose."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from campaign.core.problems import Message, Place, Problem
from campaign.read.tree.documents import Document, Documents
from campaign.read.tree.nodes import Items, Node, Pairs, Scalar, child, items_of, text_of
from campaign.read.tree.paths import Steps, label, record_name
from campaign.say.personal import (
    ALLOWED,
    NAME,
    NEVER,
    RENAME,
    Found,
    find,
    find_in_markup,
    problem_hint,
    told,
    value_of,
)

NEVER_LISTED = Message(
    "身份证号、银行卡号任何时候都不能公布，也不能写在这里",
    "an identity or bank card number is never published, nor listed here",
)
UNUSED = Message(
    "没有一处用到它：删去；单位的座机、热线、单位邮箱不用写在这里",
    "nothing needs it: take it out; an office's own numbers and mailboxes aren't listed here",
)


@dataclass
class PersonalData:
    """What is found of single people: problems; unused: of each listed value that nothing read so far needs, where it
    stands, told as a mention."""

    problems: list[Problem] = field(default_factory=list)
    unused: dict[str, Problem] = field(default_factory=dict)


def personal_data(documents: Documents) -> PersonalData:
    """Everything in keys, values and file names that is a person's; comments aren't published."""
    found = PersonalData()
    for entry, document in _listed(documents):
        _take_entry(entry, document, found)
    listed = frozenset(found.unused)
    used: set[str] = set()
    for document in documents.files.values():
        problems = list(_in_document(document, listed, used))
        found.problems += document.draft.without_unreadable(problems)
    for value in used:
        found.unused.pop(value, None)
    return found


def _listed(documents: Documents) -> Iterator[tuple[Node, Document]]:
    contacts = documents.files.get("contacts")
    if contacts:
        yield from ((entry, contacts) for entry in items_of(child(contacts.tree, ALLOWED)))


def _take_entry(entry: Node, document: Document, found: PersonalData) -> None:
    """One entry of the list: refused, or waiting to be needed."""
    node = child(entry, "number")
    text = text_of(node)
    if node is None or not text.strip():
        return
    if any(one.kind in NEVER for one in find(text)):
        found.problems.append(document.problem(node, NEVER_LISTED))
        return
    what = Message(f"“{ALLOWED}”里的“{text}”用不着", f"{text} in {ALLOWED} isn't needed")
    found.unused.setdefault(value_of(text), document.problem(node, what, hint=UNUSED))


def _in_document(document: Document, listed: Collection[str], used: set[str]) -> Iterator[Problem]:
    path = document.draft.source.path
    for one in find(path.rpartition("/")[2], published=listed):
        yield Problem(Place(path), told(one, NAME), hint=RENAME)
    for steps, node in _scalars(document.tree, ()):
        for one, line, column in _placed(document, node):
            if one.value in listed:
                used.add(one.value)
            else:
                yield _problem(document, steps, one, line, column)


def _scalars(node: Node, steps: Steps) -> Iterator[tuple[Steps, Scalar]]:
    """Every key and value, with the way to it; what the list itself says is nobody's but the office's."""
    if isinstance(node, Scalar):
        yield steps, node
    elif isinstance(node, Items):
        for number, item in enumerate(node.items):
            yield from _scalars(item, (*steps, number))
    elif isinstance(node, Pairs):
        for key, value in node.values.items():
            if key != ALLOWED or steps:
                yield (*steps, key), node.keys[key]
                yield from _scalars(value, (*steps, key))


def _placed(document: Document, node: Scalar) -> Iterator[tuple[Found, int, int]]:
    """What a value holds, each with its line and column in the file's lines as they were meant."""
    line, column = node.line, node.column
    lines = document.draft.mended
    for one in find_in_markup(node.text) if len(node.text) > LEAST else ():
        first = one.text.split()[0]
        for number in range(line, min(max(node.end_line, line) + 1, len(lines))):
            at = lines[number].find(first, column if number == line else 0)
            if at >= 0:
                line, column = number, at
                break
        yield one, line, column
        column += len(first)


LEAST = 4
"""No mailbox and no number is as short as this."""


def _problem(document: Document, steps: Steps, found: Found, line: int, column: int) -> Problem:
    key, name = label(steps), record_name(document.tree, steps)
    what = told(found, Message(f"“{key}”", key))
    what = Message(f"{what.zh}（{name}）", f"{what.en} (in {name})") if name and name not in found.text else what
    return document.draft.problem(what, line=line, column=column, width=len(found.text), hint=problem_hint(found))
