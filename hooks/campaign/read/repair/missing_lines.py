"""Lines that lost the one above them: languages without their key, items without the key of their list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_origin

from campaign.core.language import Localized
from campaign.core.problems import Message
from campaign.kinds import Record
from campaign.read.repair.draft import Draft
from campaign.read.repair.layout import MAP, ROOT, Layout
from campaign.read.repair.line_start import key_colon, language_of, looks_like_key
from campaign.read.tell.languages import LANGUAGES
from campaign.read.tell.models import all_records, record_under


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
    if not head.endswith(":") or any(language_of(draft.mended[n]) for n in range(first, number)):
        return False
    indent, tag = draft.indent(number), next(one for one in LANGUAGES if one != language_of(draft.mended[number]))
    what = Message(f"这段文字上面少了一行“{tag}: |”，加上它", f"the line `{tag}: |` is missing above this text")
    draft.note(what, line=first, column=draft.indent(first), width=2, fix=f"{' ' * indent}{tag}: |")
    draft.mended[first:number] = [f'{" " * indent}{tag}: ""', *[""] * (number - first - 1)]
    draft.unreadable.add(first)
    layout.open = [entry for entry in layout.open if entry[0] < indent]
    layout.enter(indent, MAP, first)
    return True


def _key_column(draft: Draft, layout: Layout, number: int, indent: int) -> int:
    """The column where the key of a language's line should stand above it; -1 where nothing is missing."""
    if not language_of(draft.mended[number]):
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


def _again(draft: Draft, number: int, column: int) -> bool:
    """True where this line and the next of its column repeat two languages told right above."""
    above = list(_siblings(draft, number, column, -1))
    first, second = language_of(draft.mended[number]), next(_siblings(draft, number, column, 1), "")
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


def list_key_lost(draft: Draft, layout: Layout, number: int, model: type[Record] | None) -> int:
    """Notes the items of a list whose key was lost, and mends them; the number of the line after, 0 for other lines."""
    lines = draft.mended
    column = draft.indent(number)
    if model is None or lines[number][column] != "-" or layout.open != [(0, MAP)]:
        return 0
    item = lines[number][column + 1 :].lstrip()
    there = {line[: key_colon(line)] for line in lines if key_colon(line) > 0}
    key = _list_key(model, item[: max(0, key_colon(item))], there)
    if not key:
        return 0
    what = Message(f"上面少了一行“{key}:”，加上它", f"the line `{key}:` is missing above this")
    draft.note(what, line=number, column=column, fix=f"{key}:")
    following = range(number + 1, len(lines))
    end = next((n for n in following if lines[n][:1].strip() and lines[n][0] not in "-#"), len(lines))
    draft.incomplete = True
    draft.unreadable.add(number)
    lines[number:end] = [f"{key}: []", *[""] * (end - number - 1)]
    return end


def _list_key(model: type[Record], first: str, taken: set[str]) -> str:
    """The key of the one list of a file whose records have this key and which isn't there; empty otherwise."""
    found = [name for name in model.model_fields if name not in taken and _lists(model, name, first)]
    return found[0] if len(found) == 1 else ""


def _lists(model: type[Record], name: str, key: str) -> bool:
    """True where a file's key holds a list of records that have a key."""
    record, listed = record_under(model, name)
    return listed and record is not None and key in record.model_fields
