"""Lines that lost what they belong to: languages without their key, a record pasted without its indentation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import get_origin

from campaign.core.language import Localized
from campaign.core.problems import Message
from campaign.kinds import Record
from campaign.read.repair.draft import Draft
from campaign.read.repair.layout import LIST, MAP, ROOT, Layout
from campaign.read.repair.line_start import key_colon, looks_like_key
from campaign.read.tell.languages import LANGUAGES
from campaign.read.tell.models import all_records, record_in

EMPTY_LIST = re.compile(r"\s*\[\s*\]\s*(?=#|$)")


def key_lost_above(draft: Draft, layout: Layout, number: int) -> int:
    """Notes the lines of a text whose key was lost, and mends them; the number of the line after, 0 for other lines."""
    indent = draft.indent(number)
    column = _key_column(draft, layout, number, indent)
    if column < 0 or _first_language(draft, layout, number, column):
        return 0
    end = draft.below(number, column)
    key, others = _lost_key({*_siblings(draft, number, column, -1), *_siblings(draft, end - 1, column, 1)})
    zh = "这两行" if end - number == 2 else "这几行"
    name = f"{key}:" if key else "键:"
    what = Message(f"{zh}上面少了一行“{name}”，加上它", f"the line `{key or 'key'}:` is missing above these")
    hint = Message(f"少的可能是：{', '.join(others)}", "the keys it may be") if others and not key else None
    draft.note(what, line=number, column=indent, width=2, fix=f"{' ' * column}{key}:" if key else None, hint=hint)
    draft.mended[number : max(end, number + 1)] = [""] * (max(end, number + 1) - number)
    draft.mended[number] = f'{" " * column}{key}: ""' if key else ""
    draft.unreadable.add(number)
    layout.open = [entry for entry in layout.open if entry[0] < column]
    layout.enter(column, MAP, number)
    layout.awaiting = None
    return max(end, number + 1)


def _first_language(draft: Draft, layout: Layout, number: int, column: int) -> bool:
    """Notes a text between its key and its second language: the line that opens the first language was lost."""
    first = number
    while first > 0 and (draft.indent(first - 1) > column or not draft.mended[first - 1].strip()):
        first -= 1
    first = draft.next_line(first - 1) if first else 0
    head = draft.mended[first - 1].rstrip() if 0 < first < number else ""
    if not head.endswith(":") or any(_language(draft, n) for n in range(first, number)):
        return False
    indent, tag = draft.indent(number), next(one for one in LANGUAGES if one != _language(draft, number))
    what = Message(f"这段文字上面少了一行“{tag}: |”，加上它", f"the line `{tag}: |` is missing above this text")
    draft.note(what, line=first, column=draft.indent(first), width=2, fix=f"{' ' * indent}{tag}: |")
    draft.mended[first:number] = [f'{" " * indent}{tag}: ""', *[""] * (number - first - 1)]
    draft.unreadable.add(first)
    layout.open = [entry for entry in layout.open if entry[0] < indent]
    layout.enter(indent, MAP, first)
    return True


def _key_column(draft: Draft, layout: Layout, number: int, indent: int) -> int:
    """The column where the key of a language's line should stand above it; -1 where nothing is missing."""
    if not _language(draft, number):
        return -1
    if not layout.open and layout.awaiting == ROOT:
        return 0 if indent and any(looks_like_key(line) for line in draft.mended[number:]) else -1
    columns = [column for column, kind in layout.open if kind == MAP and column < indent]
    if layout.awaiting is not None or not columns:
        return -1
    if (indent, MAP) in layout.open:
        return columns[-1] if _again(draft, number, indent) else -1
    above = next(_siblings(draft, number, columns[-1], -1), "")
    return columns[-1] if above and above not in LANGUAGES else -1


def _language(draft: Draft, number: int) -> str:
    """The language whose text a line holds; empty for any other line."""
    text = draft.mended[number].lstrip(" ")
    colon = key_colon(text)
    return text[:colon] if colon > 0 and text[:colon] in LANGUAGES else ""


def _again(draft: Draft, number: int, column: int) -> bool:
    """True where this line and the next of its column repeat two languages told right above."""
    above = list(_siblings(draft, number, column, -1))
    first, second = _language(draft, number), next(_siblings(draft, number, column, 1), "")
    return first in above and second in above and second in LANGUAGES and first != second


def _siblings(draft: Draft, number: int, column: int, step: int) -> Iterator[str]:
    """The keys in a column above (step -1) or below a line, as far as their record goes, the nearest first."""
    number += step
    while 0 <= number < len(draft.mended):
        text, indent = draft.mended[number], draft.indent(number)
        opens = text.startswith("- ", indent) and indent + 2 == column
        if text.strip() and text.strip()[0] != "#" and indent < column and not (opens and step < 0):
            return
        colon = key_colon(text[column:]) if indent == column or opens else -1
        if colon > 0 and text[column] != "#":
            yield text[column : column + colon].strip()
        if opens:
            return
        number += step


def _lost_key(siblings: set[str]) -> tuple[str, list[str]]:
    """The one text a record with these keys can't do without; and every text that it may have besides."""
    records = [record for record in all_records() if siblings and siblings <= record.model_fields.keys()]
    others = [
        (name, field.is_required())
        for record in records
        for name, field in record.model_fields.items()
        if name not in siblings and (field.annotation is Localized or get_origin(field.annotation) is dict)
    ]
    needed = {name for name, required in others if required}
    names = list(dict.fromkeys(name for name, _ in others))
    return (needed.pop() if len(needed) == 1 else ""), names


def languages_beside_key(draft: Draft, layout: Layout, number: int) -> None:
    """Notes languages that stand level with their key, and moves them in."""
    column = draft.indent(number)
    if layout.awaiting != column or layout.open[-1:] != [(column, MAP)] or not _language(draft, number):
        return
    end = number
    while end < len(draft.mended) and (draft.indent(end) > column or _language(draft, end) or not draft.mended[end]):
        end += 1
    what = Message(
        f"“zh”“en”要比上面的键多空两格：行首应是 {column + 2} 个空格",
        f"languages stand deeper than their key: indent them with {column + 2} spaces",
    )
    last = max(n for n in range(number, end) if _language(draft, n))
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
            level = _language(draft, line) and draft.indent(line) + shift == column + 2
            draft.shift(line, shift + 2 * bool(level))


def _next_record(line: str, model: type[Record] | None) -> bool:
    """True for a line where the file's next record or its next list begins."""
    colon = key_colon(line)
    return bool(re.match(r" *- +\w+: ", line)) or (colon > 0 and bool(model) and line[:colon] in model.model_fields)  # type: ignore[union-attr]


def list_key(model: type[Record], keys: Iterable[str], taken: Iterable[str]) -> str:
    """The key of the one list of a file whose records have these keys and which isn't there; empty otherwise."""
    wanted, there = set(keys), set(taken)
    found = [
        name for name, field in model.model_fields.items() if name not in there and _holds(field.annotation, wanted)
    ]
    return found[0] if wanted and len(found) == 1 else ""


def _holds(annotation: object, keys: set[str]) -> bool:
    record, listed = record_in(annotation)
    return bool(record) and listed and keys <= record.model_fields.keys()  # type: ignore[union-attr]


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
