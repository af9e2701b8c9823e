"""A refusal of the models as a problem: at which node, in which words, with which line in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from campaign.core.problems import Message, Problem
from campaign.kinds import Surroundings
from campaign.read.check.corrections import Known, corrected
from campaign.read.check.record_names import Names, with_names
from campaign.read.check.refusals import Refusal
from campaign.read.repair.scalars import in_braces
from campaign.read.tell.guesses import several_phones, with_meanings
from campaign.read.tell.kind_names import KIND_NAMES, RECORD, missing_record
from campaign.read.tell.languages import in_chinese
from campaign.read.tell.models import model_at
from campaign.read.tell.samples import as_record, sample_line, texts
from campaign.read.tell.sentences import SENTENCES, UNKNOWN, Sentence
from campaign.read.tree.documents import Document
from campaign.read.tree.edits import with_added
from campaign.read.tree.nodes import Node, Pairs, Scalar
from campaign.read.tree.paths import label, nearest, reach, record_name, spot

MOST_NAMES = 32
LONGEST_VALUE = 40


@dataclass(frozen=True)
class RefusalProblems:
    """Makes the problems of one document; tree: the document's, a map; around and names: as the models had them."""

    document: Document
    tree: Pairs
    around: Surroundings
    names: Names

    def problem(self, refusal: Refusal) -> Problem:
        """The problem of one refusal, at the place where the author must type."""
        node = self._node(refusal)
        sentence = _sentence(refusal, node)
        line = self.document.draft.mended[spot(node).line]
        fix = self._fix(refusal, sentence, node, line)
        hint = self._hint(refusal, sentence, told=bool(fix))
        return self.document.problem(node, self._what(refusal, sentence), fix=fix, hint=hint)

    def _node(self, refusal: Refusal) -> Node:
        """Where the author must type: the value; for what is missing the record; for an unknown language its key."""
        parent = nearest(self.tree, refusal.steps[:-1])
        if refusal.type == "extra_forbidden" and isinstance(parent, Pairs):
            return parent.keys.get(str(refusal.steps[-1]), parent)
        if refusal.type == "campaign.change_unsaid" and isinstance(parent, Pairs):
            return parent.values.get("status", parent)
        return parent if refusal.type == "missing" else nearest(self.tree, refusal.steps)

    def _fix(self, refusal: Refusal, sentence: Sentence, node: Node, line: str) -> str:
        if refusal.type == "missing" and isinstance(node, Pairs):
            return with_added(node, sample_line(self.document.model, refusal.steps, self.around), line)
        if refusal.type == "campaign.language_missing" and isinstance(node, Pairs):
            return with_added(node, texts(refusal.figures["missing"]).strip("{}"), line)
        if refusal.type == "campaign.change_unsaid":
            return ""
        in_list = refusal.type == "tuple_type" or (refusal.type == "model_type" and isinstance(refusal.steps[-1], int))
        if in_list and (said := self._as_record(refusal, node)):
            listed = f"[{said}]" if refusal.type == "tuple_type" else said
            return line[: node.column] + listed + line[node.end_column :]
        year = f"{self.around.week[0]:%Y}" if self.around.week else ""
        known = Known(self.names.get(refusal.kind, {}), year)
        return corrected(refusal, sentence, node, line, known=known)

    def _as_record(self, refusal: Refusal, node: Node) -> str:
        """A value that stands where a list's record is to stand, as that record."""
        record = model_at(self.document.model, refusal.steps)
        if not record or not isinstance(node, Scalar) or not node.text or node.style or node.line != node.end_line:
            return ""
        return as_record(record, in_braces(node.text), self.around)

    def _what(self, refusal: Refusal, sentence: Sentence) -> Message:
        figures = self._figures(refusal)
        name = record_name(self.tree, refusal.steps)
        zh, en = sentence.zh.format_map(figures), sentence.en.format_map(figures)
        if not name or refusal.steps[-1] == "id":
            return Message(zh, en)
        return Message(f"{zh}（{name}）", f"{en} (in {name})")

    def _figures(self, refusal: Refusal) -> dict[str, Any]:
        """What a sentence may speak of."""
        unknown_language = refusal.type == "extra_forbidden"
        node = None if unknown_language else reach(self.tree, refusal.steps)
        value = node.text if isinstance(node, Scalar) else str(refusal.steps[-1] if refusal.steps else "")
        kind_zh, kind_en = KIND_NAMES.get(refusal.kind, RECORD)
        missing = refusal.figures.get("missing", ())
        return {
            **refusal.figures,
            "key": label(refusal.steps[:-1] if unknown_language else refusal.steps),
            "value": value if len(value) <= LONGEST_VALUE else value[:LONGEST_VALUE] + "…",
            "kind_zh": kind_zh,
            "kind_en": kind_en,
            "languages": in_chinese(missing),
            "tags": ", ".join(missing),
        }

    def _hint(self, refusal: Refusal, sentence: Sentence, *, told: bool) -> Message | None:
        allowed = self._allowed(refusal)
        if refusal.type == "campaign.reference" and not told:
            return missing_record(refusal.kind, allowed)
        if not sentence.do_zh or ("{allowed}" in sentence.do_zh and not allowed):
            return None
        return Message(sentence.do_zh.format_map({**refusal.figures, "allowed": allowed}), sentence.do_en)

    def _allowed(self, refusal: Refusal) -> str:
        """The names that would be right, as a sentence lists them."""
        found = refusal.allowed
        if refusal.type == "campaign.reference":
            found = with_names(found, self.names.get(refusal.kind, {}))
        if refusal.type == "campaign.choice":
            found = with_meanings(found)
        if refusal.type == "model_type" and (record := model_at(self.document.model, refusal.steps)):
            found = list(record.model_fields)
        more = "……" if len(found) > MOST_NAMES else ""
        return ", ".join(found[:MOST_NAMES]) + more


def _sentence(refusal: Refusal, node: Node) -> Sentence:
    text = node.text if isinstance(node, Scalar) else None
    if refusal.type in ("campaign.choice", "campaign.reference") and text == "":
        return SENTENCES["campaign.empty"]
    if refusal.type == "campaign.phone" and text is not None and several_phones(text):
        return SENTENCES["phones"]
    return SENTENCES.get(refusal.type, UNKNOWN)
