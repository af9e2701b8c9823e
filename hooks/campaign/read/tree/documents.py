"""The files of a campaign folder, opened: each with its draft and its tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from campaign.core.problems import Message, Place, Problem
from campaign.kinds import FILES, OUTREACH, Record, kinds
from campaign.kinds.event import OutreachFile
from campaign.read.files.decoding import decode, split
from campaign.read.files.folder import Listing
from campaign.read.files.source import Source
from campaign.read.repair.characters import strike_characters, strike_merge_marks
from campaign.read.repair.draft import Draft
from campaign.read.repair.walk import Walk
from campaign.read.tree.edits import with_value
from campaign.read.tree.nodes import Items, Node, Pairs, child
from campaign.read.tree.parser import parse
from campaign.read.tree.paths import spot
from campaign.read.tree.unknown_keys import mend_keys


@dataclass(frozen=True, slots=True)
class OpenFile:
    """name: `theme` or `outreach/yongjing`; model: what the file must hold."""

    name: str
    model: type[Record]
    draft: Draft
    tree: Node

    def place(self, node: Node) -> str:
        """Where a node of this file stands, as the author sees it."""
        line, column, _ = spot(node)
        return f"{self.draft.source.path}:{line + 1}:{self.draft.typed_column(line, column) + 1}"

    def problem(self, node: Node, what: Message, *, meant: str = "", hint: Message | None = None) -> Problem:
        """A problem at a node of this file; meant: the value it should have, where that is known."""
        line, column, width = spot(node)
        at = self.draft.typed_column(line, column)
        fix = with_value(node, meant, self.draft.mended[line]) if meant else ""
        return self.draft.source.problem(what, line=line, column=at, width=width, fix=fix, hint=hint)


@dataclass(frozen=True, slots=True)
class Found:
    """A record in its file."""

    file: OpenFile
    node: Pairs


@dataclass
class OpenFolder:
    """files: what could be read, by name; unread: names of what is there but couldn't be, at least not all of it."""

    files: dict[str, OpenFile] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    @property
    def trees(self) -> dict[str, Node]:
        """The trees by file name."""
        return {name: file.tree for name, file in self.files.items()}

    def records(self, kind: str) -> Iterator[Found]:
        """Every record of a kind that is a map at least, whatever else is wrong with it."""
        name, key = kinds()[kind].file, kinds()[kind].key
        for file in self.files.values():
            if file.name == name or file.name.startswith(f"{name}/"):
                yield from listed(file, key)


def listed(file: OpenFile, *keys: str) -> Iterator[Found]:
    """The maps in a list of a file: `listed(plan, "report", "items")`."""
    node: Node | None = file.tree
    for key in keys:
        node = child(node, key)
    if isinstance(node, Items):
        yield from (Found(file, item) for item in node.items if isinstance(item, Pairs))


def open_folder(listing: Listing, folder: Path, shown: str) -> OpenFolder:
    """Every file of a listing read, mended and parsed; what had to be mended is among the problems."""
    opened = OpenFolder(unread=set(listing.unread), problems=list(listing.problems))
    for name, path in listing.files.items():
        place = f"{shown}/{path.relative_to(folder).as_posix()}"
        try:
            data = path.read_bytes()
        except OSError as error:
            what = Message("打不开这个文件", f"the file can't be opened ({error.strerror})")
            opened.problems.append(Problem(Place(place), what))
            opened.unread.add(name)
            continue
        file = _open(name, data, place, opened.problems)
        if file:
            opened.files[name] = file
        if file is None or file.draft.lossy:
            opened.unread.add(name)
    return opened


def _open(name: str, data: bytes, place: str, problems: list[Problem]) -> OpenFile | None:
    """One file's tree; None where there is none. Problems are added to the list."""
    text, found = decode(data, place)
    draft = Draft(Source(place, tuple(split(text))))
    strike_merge_marks(draft)
    strike_characters(draft)
    model = OutreachFile if name.startswith(f"{OUTREACH}/") else FILES[name]
    Walk(draft, model).run()
    blind = frozenset(draft.blind)
    tree, wrong = parse(draft)
    problems += [*found, *draft.problems(), *(p for p in wrong if p.place.line - 1 not in blind)]
    if tree is None:
        if not (found or draft.findings or wrong):
            what = Message("这个文件是空的", "this file is empty")
            hint = Message("填上内容；用不着就删去这个文件", "fill it in, or delete it where it isn't needed")
            problems.append(draft.source.whole(what, hint=hint))
        return None
    problems += unless_blind(mend_keys(tree, model, draft), draft)
    return OpenFile(name, model, draft, tree)


def unless_blind(problems: list[Problem], draft: Draft) -> list[Problem]:
    """The problems without those of lines whose value nobody knows: they'd only follow from what was told before."""
    return [problem for problem in problems if problem.place.line - 1 not in draft.blind]
