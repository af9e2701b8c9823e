"""The whole line as it should be, where it can be known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from campaign.read.check.record_names import meant_record
from campaign.read.check.refusals import Refusal
from campaign.read.repair.scalars import in_braces, quoted, split_comment
from campaign.read.tell import guesses
from campaign.read.tell.key_names import habitual, meant
from campaign.read.tell.languages import LANGUAGES
from campaign.read.tell.samples import BLANK
from campaign.read.tell.sentences import Sentence
from campaign.read.tree.edits import with_value
from campaign.read.tree.nodes import Items, Node, Pairs, Scalar
from campaign.say.script import is_han

SHAPES = ("campaign.scalar_expected", "campaign.text_shape")
MOMENTS: Mapping[str, str] = {
    "campaign.moment_form": "[^ ]+ [^ ]+",
    "campaign.day_form": "[0-9]{4}-.*",
    "campaign.clock_form": ".*:.*",
    "campaign.clock_midnight": ".*:.*",
}
"""What a guessed day or time must have for each refusal of one."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a guess may draw on: what the records of a refused reference's kind are called, the campaign's year."""

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    year: str = ""


def corrected(refusal: Refusal, sentence: Sentence, node: Node, line: str, *, known: Known) -> str:
    """The line with the value as it was probably meant; empty where nobody can tell."""
    if refusal.type in SHAPES:
        return "" if refusal.figures.get("plain") else _as_text(node, line)
    if not isinstance(node, Scalar) or node.line != node.end_line or node.style in ("|", ">"):
        return ""
    if refusal.type == "campaign.text_chinese_only":
        return _in_each_language(refusal, node, line)
    if refusal.type == "tuple_type":
        return _as_list(node, line)
    value = _meant(refusal, sentence, node.text, known)
    return with_value(node, value, line) if value and value != node.text else ""


def _meant(refusal: Refusal, sentence: Sentence, value: str, known: Known) -> str:
    """The value that was probably meant; empty where nobody can tell."""
    match refusal.type:
        case "campaign.reference":
            return meant_record(value, refusal.allowed, known.names)
        case "campaign.language_tag":
            return habitual(value, LANGUAGES)
        case "campaign.number" | "campaign.count":
            return guesses.measured(value, str(refusal.steps[-1]), whole=refusal.type == "campaign.count")
        case "campaign.full_width" if ":" in (moment := guesses.moment(value, known.year)):
            return moment
        case "campaign.address_scheme" | "campaign.address_signs" | "campaign.address_host":
            return guesses.address(value, str(refusal.figures.get("ends", "")))
        case kind if kind in MOMENTS:
            moment = guesses.moment(value, known.year)
            return moment if re.fullmatch(MOMENTS[kind], moment) else ""
    guess = sentence.guess(value) if sentence.guess else ""
    if refusal.type == "campaign.flag" or (guess and (refusal.type != "campaign.choice" or guess in refusal.allowed)):
        return guess
    return str(refusal.figures.get("fixed", "")).strip() or meant(value, refusal.allowed)


def _as_text(node: Node, line: str) -> str:
    """Text that YAML took for a list or map because of a bracket or colon, quoted; of a real list, its items."""
    if isinstance(node, Scalar) or (node.flow and node.end_line != node.line):
        return ""
    if said := _said(node):
        text = in_braces(said)
        return line[: node.column] + text + line[node.end_column :]
    value, comment = (line[node.column : node.end_column], line[node.end_column :])
    if not node.flow:
        if not isinstance(node, Pairs) or len(node.keys) != 1 or not _on_one_line(node):
            return ""
        value, comment = split_comment(line[node.column :])
    return line[: node.column] + quoted(value) + comment


def _said(node: Items | Pairs) -> str:
    """The items of a list in brackets as words one after the other; empty where it may be a text in brackets."""
    if not isinstance(node, Items) or not node.flow or len(node.items) < 2:
        return ""
    words = [item.text for item in node.items if isinstance(item, Scalar) and item.text]
    return "、".join(words) if len(words) == len(node.items) and is_han("".join(words)) else ""


def _on_one_line(node: Pairs) -> bool:
    value = next(iter(node.values.values()))
    return isinstance(value, Scalar) and not value.style and value.end_line == node.line


def _in_each_language(refusal: Refusal, node: Scalar, line: str) -> str:
    """A Chinese text as a map, with the other languages to be filled in."""
    text = in_braces(node.text)
    texts = {**dict.fromkeys(refusal.figures["has"], text), **dict.fromkeys(refusal.figures["missing"], BLANK)}
    inside = ", ".join(f"{tag}: {one}" for tag, one in texts.items())
    return f"{line[: node.column]}{{{inside}}}{line[node.end_column :]}"


def _as_list(node: Scalar, line: str) -> str:
    """A list written as words with commas, or not at all."""
    before, after = line[: node.column], line[node.end_column :]
    if not node.text:
        return f"{before.rstrip()} []{after}"
    typed = [word for word in re.split(r"[\s,，、;；【】\[\]]+", node.text) if word]
    words = [word if word.isascii() else habitual(word, LANGUAGES) or word for word in typed]
    ids = words and all(re.fullmatch(r"[A-Za-z0-9-]+", word) for word in words)
    return f"{before}[{', '.join(words)}]{after}" if ids else ""
