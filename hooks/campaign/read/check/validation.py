"""A file's tree to its record, or to a problem for everything in it that can't be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from campaign.core.problems import Message, Problem
from campaign.kinds import Record, Surroundings, kinds
from campaign.read.check.corrections import Hints, corrected, names
from campaign.read.check.record_names import Names, shown
from campaign.read.check.refusals import Fault, faults
from campaign.read.repair.draft import Draft
from campaign.read.tell.guesses import several_phones
from campaign.read.tell.kind_names import LANGUAGES, gone
from campaign.read.tell.models import model_at
from campaign.read.tell.samples import sample_line, texts
from campaign.read.tell.sentences import SENTENCES, UNKNOWN, Sentence
from campaign.read.tree.edits import with_added
from campaign.read.tree.nodes import Items, Node, Pairs, Scalar, plain
from campaign.read.tree.paths import Steps, label, nearest, reach, record_name, spot

MOST_NAMES = 30
LONGEST_VALUE = 40
RECORD = Message("记录", "record")
"""What a reference names whose kind nobody knows."""


@dataclass(frozen=True)
class Judge:
    """What one file is judged by: its draft for the places, its model, what is around it, links no picture may be,
    what the records are called."""

    draft: Draft
    model: type[Record]
    around: Surroundings
    links: frozenset[str] = frozenset()
    names: Names = field(default_factory=dict)

    def record(self, tree: Node) -> tuple[Record | None, list[Problem]]:
        """The file's record, or every problem that keeps it from being one."""
        if not isinstance(tree, Pairs):
            what = Message("这个文件应由一行行“键: 值”组成", "this file must be made of `key: value` lines")
            keys = ", ".join(self.model.model_fields)
            hint = Message(
                f"最外层可以用的键：{keys}；清单写在它的键下面",
                "the outermost keys allowed; a list stands below its key",
            )
            return None, [self.draft.source.problem(what, line=tree.line, column=tree.column, hint=hint)]
        try:
            return self.model.model_validate(plain(tree), context=self.around), []
        except ValidationError as error:
            found = map(self._with_pictures, _once(faults(error)))
            return None, [self._problem(fault, tree) for fault in found if not self._told_elsewhere(fault, tree)]

    def _with_pictures(self, fault: Fault) -> Fault:
        """A missing picture's fault with the pictures there are."""
        if fault.type != "campaign.image_missing":
            return fault
        return replace(fault, figures={**fault.figures, "allowed": sorted(self.around.images)})

    def _told_elsewhere(self, fault: Fault, tree: Pairs) -> bool:
        """True for a list that is short only of its refused items, and for one whose items the rules tell of."""
        node = reach(tree, fault.steps)
        if not isinstance(node, Items):
            return False
        short = fault.type == "too_short" and len(node.items) >= int(fault.figures["min_length"])
        return short or fault.type == "campaign.reference"

    def _problem(self, fault: Fault, tree: Pairs) -> Problem:
        """The problem of one refusal, at the place where the author must type."""
        node = self._node(fault, tree)
        sentence = self._sentence(fault, node)
        line, column, width = spot(node)
        text = self.draft.mended[line]
        return self.draft.source.problem(
            self._what(fault, sentence, tree),
            line=line,
            column=self.draft.typed_column(line, column),
            width=width,
            fix=(fix := self._fix(fault, sentence, node, text)),
            hint=self._hint(fault, sentence, told=bool(fix)),
        )

    def _sentence(self, fault: Fault, node: Node) -> Sentence:
        if fault.type in ("campaign.choice", "campaign.reference") and isinstance(node, Scalar) and not node.text:
            return SENTENCES["campaign.empty"]
        if fault.type == "campaign.image_missing" and self._linked(str(fault.figures["path"])):
            return SENTENCES["image_linked"]
        if fault.type == "campaign.phone" and isinstance(node, Scalar) and several_phones(node.text):
            return SENTENCES["phones"]
        return SENTENCES.get(fault.type, UNKNOWN)

    def _linked(self, path: str) -> bool:
        parts = path.split("/")
        return any("/".join(parts[:count]) in self.links for count in range(1, len(parts) + 1))

    def _node(self, fault: Fault, tree: Pairs) -> Node:
        """Where the author must type: the value; for what is missing the record; for an unknown language its key."""
        parent = nearest(tree, fault.steps[:-1])
        if fault.type == "extra_forbidden" and isinstance(parent, Pairs):
            return parent.keys.get(str(fault.steps[-1]), parent)
        if fault.type == "campaign.change_unsaid" and isinstance(parent, Pairs):
            return parent.values.get("status", parent)
        return parent if fault.type == "missing" else nearest(tree, fault.steps)

    def _fix(self, fault: Fault, sentence: Sentence, node: Node, line: str) -> str:
        if fault.type == "missing" and isinstance(node, Pairs):
            return with_added(node, sample_line(self.model, fault.steps, self.around), line)
        if fault.type == "campaign.language_missing" and isinstance(node, Pairs):
            return with_added(node, texts(fault.figures["missing"]).strip("{}"), line)
        return (
            "" if fault.type == "campaign.change_unsaid" else corrected(fault, sentence, node, line, around=self._hints)
        )

    @property
    def _hints(self) -> Hints:
        return Hints(self.names, f"{self.around.week[0]:%Y}" if self.around.week else "")

    def _what(self, fault: Fault, sentence: Sentence, tree: Pairs) -> Message:
        figures = self._figures(fault, tree)
        name = record_name(tree, fault.steps)
        zh, en = sentence.zh.format_map(figures), sentence.en.format_map(figures)
        if not name or fault.steps[-1] == "id":
            return Message(zh, en)
        return Message(f"{zh}（{name}）", f"{en} (in {name})")

    def _figures(self, fault: Fault, tree: Pairs) -> dict[str, Any]:
        """What a sentence may speak of."""
        figures = dict(fault.figures)
        node = None if fault.type == "extra_forbidden" else reach(tree, fault.steps)
        value = node.text if isinstance(node, Scalar) else str(fault.steps[-1] if fault.steps else "")
        kind = kinds().get(str(figures.get("kind", "")))
        called = kind.called if kind else RECORD
        missing = figures.get("missing", ())
        return figures | {
            "key": label(fault.steps[:-1] if fault.type == "extra_forbidden" else fault.steps),
            "value": value if len(value) <= LONGEST_VALUE else value[:LONGEST_VALUE] + "…",
            "kind_zh": called.zh,
            "kind_en": called.en,
            "languages": "和".join(LANGUAGES.get(tag, tag) for tag in missing),
            "tags": ", ".join(missing),
        }

    def _hint(self, fault: Fault, sentence: Sentence, *, told: bool) -> Message | None:
        if fault.type == "campaign.reference" and not told:
            return gone(str(fault.figures["kind"]), self._allowed(fault))
        if not sentence.do_zh:
            return None
        figures = dict(fault.figures) | {"allowed": self._allowed(fault)}
        if "{allowed}" in sentence.do_zh and not figures["allowed"]:
            return None
        return Message(sentence.do_zh.format_map(figures), sentence.do_en)

    def _allowed(self, fault: Fault) -> str:
        found = names(fault)
        if fault.type == "campaign.reference":
            found = shown(found, self.names.get(str(fault.figures["kind"]), {}))
        if fault.type == "model_type" and (record := model_at(self.model, fault.steps)):
            found = list(record.model_fields)
        more = "……" if len(found) > MOST_NAMES else ""
        return ", ".join(found[:MOST_NAMES]) + more


def _once(found: Iterable[Fault]) -> Iterator[Fault]:
    """The faults, an event whose start and end are both outside the week told once."""
    outside: set[Steps] = set()
    for fault in found:
        if fault.type == "campaign.outside_week":
            if fault.steps[:-1] in outside:
                continue
            outside.add(fault.steps[:-1])
        yield fault
