"""Official words against the document they are from, where its text stands beside the data: to the letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

from campaign.core.problems import Message, Problem
from campaign.read.files.decoding import decode, split
from campaign.read.plan.facts import ORIGINAL
from campaign.read.plan.people import without_numbers
from campaign.read.plan.signs import bare
from campaign.read.plan.text import paragraphs
from campaign.read.tree.documents import Document, Documents
from campaign.read.tree.nodes import Items, Node, Scalar, child, text_of

OWN = frozenset({"official", "official_title", "official_text"})
"""Keys whose text is the plan's, in any file."""
NOT_THE_PLANS = frozenset({"coverage", "report", "contact", "shows", "id", "issued"})
"""Keys of plan.yml whose text is ours, or drawn from the plan's."""
OPEN = "TODO"
LEAST, SHOWN = 4, 12


class Original:
    """The document's text, without white space."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def words(self) -> str:
        """All it says, with breaks within sentences mended as they are where a plan is read."""
        clean, _ = without_numbers(paragraphs(split(self._text)))
        return bare("".join(one.text for one in clean))

    def agrees(self, said: str) -> int:
        """How many characters of a text without white space the document says in a row, from its first on."""
        return _most(len(said), lambda count: said[:count] in self.words)

    def near(self, said: str) -> str:
        """What the document says where a text begins to differ; empty where it says nothing like it."""
        same = self.agrees(said)
        if same >= LEAST:
            at = self.words.index(said[:same]) + same
            return self.words[max(0, at - LEAST) : at + SHOWN]
        last = _most(len(said) - same, lambda count: said[len(said) - count :] in self.words)
        if last * 2 < len(said):
            return ""
        at = self.words.index(said[len(said) - last :])
        return self.words[max(0, at - LEAST) : at + SHOWN]


def _most(limit: int, holds: Callable[[int], bool]) -> int:
    """The greatest count up to a limit that holds, where each smaller one does too."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low


def official_problems(documents: Documents, folder: Path) -> Iterator[Problem]:
    """Every official text that the document beside the data doesn't say; none where there is no such document."""
    place = folder / ORIGINAL
    if not place.is_file() or place.is_symlink():
        return
    original = Original(decode(place.read_bytes(), ORIGINAL)[0])
    head = documents.files.get("campaign")
    language = text_of(child(head.tree if head else None, "official_language")) or "zh"
    for document in documents.files.values():
        for node in _official(document.tree, language, whole=document.name == "plan"):
            yield from _compared(document, node, original)


def _official(node: Node, language: str, *, whole: bool) -> Iterator[Scalar]:
    """Every text of the plan's in a tree; whole: all of it is, but for a few keys."""
    if isinstance(node, Scalar):
        yield from [node] if whole else []
    elif isinstance(node, Items):
        for item in node.items:
            yield from _official(item, language, whole=whole)
    elif whole and language in node.values:
        yield from _official(node.values[language], language, whole=True)
    else:
        for key, value in node.values.items():
            if not (whole and key in NOT_THE_PLANS):
                yield from _official(value, language, whole=whole or key in OWN)


def _compared(document: Document, node: Scalar, original: Original) -> Iterator[Problem]:
    if node.text.startswith(OPEN):
        return
    for line in node.text.split("\n"):
        said = bare(line)
        same = original.agrees(said)
        if same == len(said):
            continue
        near = original.near(said)
        what = _differs(said[same : same + LEAST * 2]) if near else NO_SUCH
        yield _placed(document, node, line, same if near else 0, what, _hint(near) if near else NOWHERE)


def _differs(said: str) -> Message:
    return Message(f"和方案原文不一样：从“{said}”起", f"not as the plan has it, from {said} on")


NO_SUCH = Message("方案原文里没有这句话", "the plan says no such thing")
NOWHERE = Message(
    f"照方案原文改；方案重新印发了，就换掉 {ORIGINAL}",
    f"write it as the plan has it; where the plan was issued anew, put its text into {ORIGINAL}",
)


def _hint(near: str) -> Message:
    return Message(f"原文是“…{near}…”；{NOWHERE.zh}", f"the plan has …{near}…; {NOWHERE.en}")


def _placed(document: Document, node: Scalar, line: str, same: int, what: Message, hint: Message) -> Problem:
    """The problem under the first character that differs, where the text stands on its line as it is."""
    typed = document.draft.mended[node.line]
    if node.end_line == node.line and (at := typed.find(line, node.column)) >= 0:
        seen = [n for n, sign in enumerate(line) if not sign.isspace()]
        column = at + (seen[same] if same < len(seen) else len(line) - 1)
        return document.draft.problem(what, line=node.line, column=column, width=1, fix="", hint=hint)
    return document.problem(node, what, hint=hint)
