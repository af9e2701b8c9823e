"""The whole line as it should be, where it can be known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from campaign.read.check.record_names import Names, named
from campaign.read.check.refusals import Fault
from campaign.read.repair.scalars import quoted, split_comment
from campaign.read.tell import guesses as guess
from campaign.read.tell.key_names import meant
from campaign.read.tell.nearness import near
from campaign.read.tell.sentences import Sentence
from campaign.read.tree.edits import with_value
from campaign.read.tree.nodes import Node, Pairs, Scalar


@dataclass(frozen=True, slots=True)
class Hints:
    """What a guess may draw on: the names of records, the year of the campaign."""

    names: Names = field(default_factory=dict)
    year: str = ""


NO_HINTS = Hints()
SHAPES = ("campaign.scalar_expected", "campaign.text_shape")


def corrected(fault: Fault, sentence: Sentence, node: Node, line: str, *, around: Hints = NO_HINTS) -> str:
    """The line with the value as it was probably meant; empty where nobody can tell."""
    if fault.type in SHAPES:
        return _as_text(node, line)
    if fault.type == "campaign.text_chinese_only":
        return _in_each_language(fault, node, line)
    if not isinstance(node, Scalar) or node.line != node.end_line or node.style in ("|", ">"):
        return ""
    if fault.type == "tuple_type":
        return _as_list(node, line)
    value = _meant(fault, sentence, node.text, around)
    return with_value(node, value, line) if value and value != node.text else ""


def _meant(fault: Fault, sentence: Sentence, value: str, around: Hints) -> str:
    allowed = names(fault)
    if fault.type == "campaign.reference":
        return named(value, around.names.get(str(fault.figures["kind"]), {})) or near(value, allowed)
    if (
        fault.type == "campaign.full_width"
        and (day := guess.moment(guess.plain_signs(value), around.year))
        and ":" in day
    ):
        return day
    if fault.type == "campaign.language_tag":
        return LANGUAGE_NAMES.get(value, "")
    if sentence.guess is guess.moment:
        return _complete(fault, guess.moment(value, around.year))
    if fault.type in ("campaign.number", "campaign.count"):
        return guess.measured(value, str(fault.steps[-1]), whole=fault.type == "campaign.count")
    guessed = sentence.guess(value) if sentence.guess else ""
    if fault.type == "campaign.choice" and guessed not in allowed:
        guessed = ""
    if guessed or fault.type == "campaign.flag":
        return guessed
    return str(fault.figures.get("fixed", "")).strip() or (meant(value, allowed) if allowed else "")


LANGUAGE_NAMES = {"中文": "zh", "汉语": "zh", "简体中文": "zh", "英文": "en", "英语": "en"}
"""Languages as people call them."""


def _complete(fault: Fault, moment: str) -> str:
    """A guessed day or time, empty where it lacks what the fault says is needed."""
    needed = {"campaign.moment_form": "[^ ]+ [^ ]+", "campaign.day_form": "[0-9]{4}-.*"}.get(fault.type, ".*:.*")
    return moment if re.fullmatch(needed, moment) else ""


def names(fault: Fault) -> list[str]:
    """The names a fault allows, however its figures give them."""
    allowed = fault.figures.get("allowed", [])
    return [name for name in allowed.split(", ") if name] if isinstance(allowed, str) else list(allowed)


def _as_text(node: Node, line: str) -> str:
    """Text that YAML took for a list or map because of a bracket or colon, quoted."""
    if isinstance(node, Scalar) or (node.flow and node.end_line != node.line):
        return ""
    value, comment = (line[node.column : node.end_column], line[node.end_column :])
    if not node.flow:
        if not isinstance(node, Pairs) or len(node.keys) != 1 or not _on_one_line(node):
            return ""
        value, comment = split_comment(line[node.column :])
    return line[: node.column] + quoted(value) + comment


def _in_each_language(fault: Fault, node: Node, line: str) -> str:
    """A Chinese text as a map, with the other languages to be filled in."""
    if not isinstance(node, Scalar) or node.line != node.end_line or node.style in ("|", ">"):
        return ""
    text = quoted(node.text) if re.search(r"""[\[\]{},]|: | #|^[\s"'&*!|>%@`#?-]""", node.text) else node.text
    every = [f"{tag}: {text}" for tag in fault.figures["has"]] + [f"{tag}: ……" for tag in fault.figures["missing"]]
    return f"{line[: node.column]}{{{', '.join(every)}}}{line[node.end_column :]}"


def _on_one_line(node: Pairs) -> bool:
    value = next(iter(node.values.values()))
    return isinstance(value, Scalar) and not value.style and value.end_line == node.line


def _as_list(node: Scalar, line: str) -> str:
    """A list written as words with commas, or not at all."""
    before, after = line[: node.column], line[node.end_column :]
    if not node.text:
        return f"{before.rstrip()} []{after}"
    words = [word for word in re.split(r"[\s,，、;；【】\[\]]+", node.text) if word]
    if words and (tags := [LANGUAGE_NAMES.get(word, word) for word in words]) != words:
        words = tags
    ids = words and all(re.fullmatch(r"[A-Za-z0-9-]+", word) for word in words)
    return f"{before}[{', '.join(words)}]{after}" if ids else ""
