"""A document to its record, or to a problem for everything in it that can't be."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pydantic import ValidationError

from campaign.core.problems import Message, Problem
from campaign.kinds import Record, Surroundings
from campaign.read.check.record_names import Names
from campaign.read.check.refusal_problems import RefusalProblems
from campaign.read.check.refusals import Refusal, refusals
from campaign.read.tree.documents import Document
from campaign.read.tree.nodes import Items, Pairs, plain
from campaign.read.tree.paths import reach


@dataclass(frozen=True)
class Validator:
    """around: what values are checked against; links: symbolic links, which no picture may be; names: what the records
    are called."""

    around: Surroundings
    links: frozenset[str]
    names: Names

    def record(self, document: Document) -> tuple[Record | None, list[Problem]]:
        """The document's record, or every problem that keeps it from being one."""
        tree = document.tree
        if not isinstance(tree, Pairs):
            return None, [_no_map(document)]
        try:
            return document.model.model_validate(plain(tree), context=self.around), []
        except ValidationError as error:
            problems = RefusalProblems(document, tree, self.around, self.names)
            found = (self._refined(refusal) for refusal in refusals(error) if not _told_elsewhere(refusal, tree))
            return None, [problems.problem(refusal) for refusal in found]

    def _refined(self, refusal: Refusal) -> Refusal:
        """A missing picture's refusal with the pictures there are, or as that of a link."""
        if refusal.type != "campaign.image_missing":
            return refusal
        figures = {**refusal.figures, "allowed": sorted(self.around.images)}
        linked = self._linked(str(refusal.figures["path"]))
        return replace(refusal, type="image_linked" if linked else refusal.type, figures=figures)

    def _linked(self, path: str) -> bool:
        parts = path.split("/")
        return any("/".join(parts[:count]) in self.links for count in range(1, len(parts) + 1))


def _no_map(document: Document) -> Problem:
    what = Message("这个文件应由一行行“键: 值”组成", "this file must be made of `key: value` lines")
    keys = ", ".join(document.model.model_fields)
    hint = Message(
        f"最外层可以用的键：{keys}；清单写在它的键下面",
        "the outermost keys allowed; a list stands below its key",
    )
    tree = document.tree
    return document.draft.problem(what, line=tree.line, column=tree.column, hint=hint)


def _told_elsewhere(refusal: Refusal, tree: Pairs) -> bool:
    """True for a list that is short only of its refused items, and for one whose items the rules tell of."""
    node = reach(tree, refusal.steps)
    if not isinstance(node, Items):
        return False
    short = refusal.type == "too_short" and len(node.items) >= int(refusal.figures["min_length"])
    return short or refusal.type == "campaign.reference"
