"""Lines that stand too far left together: languages beside their key, a record pasted without its indentation."""

from __future__ import annotations

import re

from campaign.core.problems import Message
from campaign.kinds import Record
from campaign.read.repair.draft import Draft
from campaign.read.repair.layout import LIST, MAP, Layout
from campaign.read.repair.line_start import key_colon, language_of

EMPTY_LIST = re.compile(r"\s*\[\s*\]\s*(?=#|$)")


def languages_beside_key(draft: Draft, layout: Layout, number: int) -> None:
    """Notes languages that stand level with their key, and moves them in."""
    column = draft.indent(number)
    if layout.awaiting != column or layout.open[-1:] != [(column, MAP)] or not language_of(draft.mended[number]):
        return
    lines = draft.mended
    end = number
    while end < len(lines) and (draft.indent(end) > column or language_of(lines[end]) or not lines[end]):
        end += 1
    what = Message(
        f"“zh”“en”要比上面的键多空两格：行首应是 {column + 2} 个空格",
        f"languages stand deeper than their key: indent them with {column + 2} spaces",
    )
    last = max(n for n in range(number, end) if language_of(lines[n]))
    hint = Message(f"到第 {last + 1} 行都往右移两格", f"the same down to line {last + 1}") if last > number else None
    draft.note(what, line=number, column=0, width=max(1, column), fix="  " + draft.mended[number], hint=hint)
    for line in range(number + 1, end):
        draft.mended[line] = f"  {draft.mended[line]}" if draft.mended[line].strip() else ""


def pasted_record(draft: Draft, layout: Layout, number: int, model: type[Record] | None) -> None:
    """Notes a record that was pasted without the indentation of the list it belongs to, and moves it in."""
    column = layout.open[1][0] if len(layout.open) > 1 and layout.open[1][1] == LIST else 0
    text = draft.mended[number]
    if layout.awaiting is not None or not column or layout.open[0] != (0, MAP) or not re.match(r"- +\w+: ", text):
        return
    end = number + 1
    while end < len(draft.mended) and not _next_record(draft.mended[end], model):
        end += 1
    below = draft.next_line(number)
    shift = column + 2 - draft.indent(below) if number < below < end else column
    what = Message(
        f"这一条的缩进丢了：“-”前面要有 {column} 个空格，下面各行要有 {column + 2} 个",
        f"this record lost its indentation: {column} spaces before the dash, {column + 2} before the keys",
    )
    hint = Message(f"到第 {end} 行整条往右移", f"move it in as a whole, down to line {end}")
    draft.note(what, line=number, column=0, fix=" " * column + text, hint=hint)
    for line in range(number + 1, end):
        if draft.mended[line].strip():
            level = language_of(draft.mended[line]) and draft.indent(line) + shift == column + 2
            draft.shift(line, shift + 2 * bool(level))


def _next_record(line: str, model: type[Record] | None) -> bool:
    """True for a line where the file's next record or its next list begins."""
    key = line[: max(0, key_colon(line))]
    return bool(re.match(r" *- +\w+: ", line)) or (model is not None and key in model.model_fields)


def brackets_before_items(draft: Draft, number: int, column: int, parent: int) -> None:
    """Notes a list that is said to be empty though its items stand below, and takes the brackets away."""
    text = draft.mended[number]
    found = EMPTY_LIST.match(text, column)
    below = draft.next_line(number)
    if not found or not below or draft.indent(below) < parent or not draft.mended[below].lstrip().startswith("- "):
        return
    what = Message("下面已经有内容了，把“[]”删掉", "items stand below: take the [] away")
    rest = text[found.end() :]
    fix = text[:column] + (f"  {rest}" if rest else "")
    draft.note(what, line=number, column=text.index("[", column), width=2, fix=fix)
