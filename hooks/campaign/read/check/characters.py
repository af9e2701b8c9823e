"""Characters that aren't what they look like, and those that no font draws: told at the line where they stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from campaign.core.problems import Message, Problem
from campaign.read.repair.draft import Draft
from campaign.read.repair.lookalikes import ODD, Lookalike, lookalikes, ordinary
from campaign.read.tree.documents import Document, Documents
from campaign.read.tree.nodes import child, items_of, scalars, text_of
from campaign.say.script import is_han
from campaign.workshop.coverage import is_drawn, undrawable

KEPT = "as_typed"
"""The list in campaign.yml of texts that stay as they were typed."""
KEEP = Message(
    f"确实要这样写的，把这几个字照样写进 campaign.yml 的“{KEPT}”",
    f"where it must stay so, add the words as they are to {KEPT} in campaign.yml",
)
EMOJI = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")
NO_EMOJI = Message("海报和大屏印不了表情符号：删去，或者写成文字", "no poster or display has emoji: use words")
NO_HAN = Message(
    "换成通用的写法（异体字换正体字）；没有别的写法的，写汉语拼音", "use the common form of the character, or pinyin"
)
NO_SCRIPT = Message("没有这种文字的字体：请用汉字或拉丁字母写", "no font for this script: use Chinese or Latin letters")
Told = Collection[Problem]


def character_problems(documents: Documents, told: Told) -> Iterator[Problem]:
    """Every line of a text with such characters. told: what is known already; a fix there that leaves none of them is
    enough."""
    head = documents.files.get("campaign")
    kept = [text for item in items_of(child(head.tree if head else None, KEPT)) if (text := text_of(item))]
    mended = {(one.place.path, one.place.line) for one in told if one.fix and not any(lookalikes(one.fix, kept))}
    for document in documents.files.values():
        for line, spans in sorted(_spans(document).items()):
            if (document.draft.source.path, line + 1) not in mended:
                yield from _told(document.draft, line, spans, kept)
        yield from _escaped(document)


def _spans(document: Document) -> dict[int, list[tuple[int, int]]]:
    """Where values stand on the lines that need a closer look: by the line's number, columns from and to."""
    lines, text = document.draft.mended, document.draft.text
    suspects = {text.count("\n", 0, found.start()) for found in ODD.finditer(text)}
    if lost := {sign for sign in set(text) if not is_drawn(sign)}:
        suspects |= {number for number, line in enumerate(lines) if not lost.isdisjoint(line)}
    spans: dict[int, list[tuple[int, int]]] = {}
    for node in scalars(document.tree) if suspects else ():
        for number in suspects.intersection(range(node.line, node.end_line + 1)):
            start = node.column if number == node.line else 0
            end = node.end_column if number == node.end_line else len(lines[number])
            if start < end:
                spans.setdefault(number, []).append((start, end))
    return spans


def _told(draft: Draft, number: int, spans: Sequence[tuple[int, int]], kept: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with one line's values: each sort of mistake once, with the line as it should be."""
    line = draft.mended[number]
    inside = [one for one in lookalikes(line, kept) if any(first <= one.start < last for first, last in spans)]
    fix = ordinary(line, inside)
    for found in ([one for one in inside if not one.space], [one for one in inside if one.space]):
        if found:
            what, width = _mistaken(found), found[0].end - found[0].start
            yield draft.problem(
                what, line=number, column=found[0].start, width=width, fix=fix if fix != line else "", hint=KEEP
            )
    lost = [(at, one) for at, one in undrawable(line) if any(first <= at < last for first, last in spans)]
    lost = [(at, one) for at, one in lost if not any(other.start <= at < other.end for other in inside)]
    for hint in dict.fromkeys(instead(one) for _, one in lost):
        same = [(at, one) for at, one in lost if instead(one) == hint]
        yield draft.problem(undrawn(one for _, one in same), line=number, column=same[0][0], hint=hint)


def _mistaken(found: Sequence[Lookalike]) -> Message:
    if found[0].space:
        zh, en = (f" {len(found)} 处", f", {len(found)} times") if len(found) > 1 else ("", "")
        return Message(
            f"汉字之间有{zh}空格，多半是粘贴时断的行，这个词会搜不到",
            f"a space between Chinese characters{en}, most likely a pasted line break: no search finds the word",
        )
    signs = list({one.wrong: one for one in found}.values())
    zh = "、".join(f"“{one.wrong}”（{_code(one.wrong)}）{f'应是“{one.right}”' if one.known else ''}" for one in signs)
    en = ", ".join(f"{one.wrong} ({_code(one.wrong)}){f' for {one.right}' if one.known else ''}" for one in signs)
    return Message(f"看着像、其实不是平常的字，搜不到：{zh}", f"not the ordinary characters they look like: {en}")


def undrawn(signs: Iterable[str]) -> Message:
    """That no font has these characters."""
    each = list(dict.fromkeys(signs))
    named = "、".join(f"“{one}”（{_code(one)}）" for one in each)
    english = ", ".join(f"{one} ({_code(one)})" for one in each)
    return Message(f"海报和大屏的字体里没有：{named}", f"no font of posters and displays has: {english}")


def instead(sign: str) -> Message:
    """What to write in place of a character that no font has."""
    return NO_EMOJI if EMOJI.match(sign) else NO_HAN if is_han(sign) else NO_SCRIPT


def _code(sign: str) -> str:
    return f"U+{ord(sign):04X}"


def _escaped(document: Document) -> Iterator[Problem]:
    """Characters that no font draws, written as codes between double quotes."""
    for node in scalars(document.tree) if "\\" in document.draft.text else ():
        if node.style == '"' and not all(map(is_drawn, set(node.text))):
            typed = "\n".join(document.draft.mended[node.line : node.end_line + 1])
            lost = [one for _, one in undrawable(node.text) if one not in typed]
            if lost:
                yield document.problem(node, undrawn(lost), hint=instead(lost[0]))
