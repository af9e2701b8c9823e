"""The files of a campaign folder as documents: each with its draft and its tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from campaign.core.problems import Message, Place, Problem
from campaign.kinds import Record, files, kinds
from campaign.read.files.decoding import decode, split
from campaign.read.files.folder import Listing
from campaign.read.files.source import Source
from campaign.read.repair.characters import strike_characters, strike_merge_marks
from campaign.read.repair.draft import Draft
from campaign.read.repair.walk import Walk
from campaign.read.tell.models import model_of, stands_in
from campaign.read.tree.edits import with_value
from campaign.read.tree.nodes import Node, Pairs, child, items_of, plain, text_of
from campaign.read.tree.parser import parse
from campaign.read.tree.paths import spot
from campaign.read.tree.unknown_keys import mend_keys


@dataclass(frozen=True, slots=True)
class Document:
    """name: `theme` or `outreach/yongjing`; model: what the file must hold."""

    name: str
    model: type[Record]
    draft: Draft
    tree: Node

    def place(self, node: Node) -> str:
        """Where a node of this file stands, as the author sees it."""
        mark = spot(node)
        return f"{self.draft.source.path}:{mark.line + 1}:{self.draft.typed_column(mark.line, mark.column) + 1}"

    def problem(
        self, node: Node, what: Message, *, meant: str = "", fix: str = "", hint: Message | None = None
    ) -> Problem:
        """A problem at a node of this file; meant: the value it should have, or else fix: the line, where known."""
        mark = spot(node)
        if meant:
            fix = with_value(node, meant, self.draft.mended[mark.line])
        return self.draft.problem(what, line=mark.line, column=mark.column, width=mark.width, fix=fix, hint=hint)

    def listed(self, *keys: str) -> Iterator[MarkedRecord]:
        """The maps in a list of this file: `plan.listed("report", "items")`."""
        return _listed(self, self.tree, keys)


@dataclass(frozen=True, slots=True)
class MarkedRecord:
    """A record of a document, or a part of one."""

    document: Document
    node: Pairs

    @property
    def id(self) -> str:
        """Its id; empty where it has none that is a plain word."""
        return self.text("id")

    def text(self, key: str) -> str:
        """The text under a key; empty where none stands there."""
        return text_of(self.node.values.get(key))

    def listed(self, *keys: str) -> Iterator[MarkedRecord]:
        """The maps in a list of this record."""
        return _listed(self.document, self.node, keys)


def _listed(document: Document, node: Node | None, keys: tuple[str, ...]) -> Iterator[MarkedRecord]:
    for key in keys:
        node = child(node, key)
    return (MarkedRecord(document, item) for item in items_of(node) if isinstance(item, Pairs))


@dataclass
class Documents:
    """files: what could be read, by name; unread: names of what is there but couldn't be, at least not all of it."""

    files: dict[str, Document] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def of_kind(self, kind: str) -> Iterator[Document]:
        """Every file in which records of a kind stand."""
        return (document for name, document in self.files.items() if stands_in(kind, name))

    def records(self, kind: str) -> Iterator[MarkedRecord]:
        """Every record of a kind that is a map at least, whatever else is wrong with it."""
        for document in self.of_kind(kind):
            yield from document.listed(kinds()[kind].key)


def read_documents(listing: Listing, folder: Path, path: str) -> Documents:
    """Every file of a listing read, mended and parsed; what had to be mended is among the problems.

    path: the folder's, as problems show it.
    """
    documents = Documents(unread=set(listing.unread), problems=list(listing.problems))
    for name, found in listing.files.items():
        place = f"{path}/{found.relative_to(folder).as_posix()}"
        try:
            data = found.read_bytes()
        except OSError as error:
            what = Message("打不开这个文件", f"the file can't be opened ({error.strerror})")
            documents.problems.append(Problem(Place(place), what))
            documents.unread.add(name)
            continue
        document = _document(name, data, place, documents.problems)
        if document:
            documents.files[name] = document
        if document is None or document.draft.incomplete:
            documents.unread.add(name)
    return documents


def said(data: bytes, *, name: str) -> Any:
    """What a file of this name says, as the models take it, without comments; None where not all of it is read."""
    if name.partition("/")[0] not in files():
        return None
    problems: list[Problem] = []
    document = _document(name, data, name, problems)
    return None if problems or document is None else plain(document.tree)


def _document(name: str, data: bytes, place: str, problems: list[Problem]) -> Document | None:
    """One file's document; None where it holds nothing that can be read. Problems are added to the list."""
    text, found = decode(data, place)
    draft = Draft(Source(place, tuple(split(text))))
    strike_merge_marks(draft)
    strike_characters(draft)
    model = model_of(name)
    Walk(draft, model).run()
    unreadable = frozenset(draft.unreadable)
    tree, wrong = parse(draft)
    problems += [*found, *draft.problems(), *(p for p in wrong if p.place.line - 1 not in unreadable)]
    if tree is None:
        if not (found or draft.findings or wrong):
            what = Message("这个文件是空的", "this file is empty")
            hint = Message("填上内容；用不着就删去这个文件", "fill it in, or delete it where it isn't needed")
            problems.append(draft.source.whole(what, hint=hint))
        return None
    problems += draft.without_unreadable(mend_keys(tree, model, draft))
    return Document(name, model, draft, tree)
