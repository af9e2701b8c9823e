"""The walk down a file's lines: which are keys, items or text, and where a sign isn't what it was meant to be.

It knows as much of YAML as it takes to leave text alone (block text, quoted text, comments) and to say where the author
must type; the parser afterwards has the last word.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from campaign.core.problems import Message
from campaign.kinds import Record
from campaign.kinds.fields import ID
from campaign.read.repair.draft import Draft
from campaign.read.repair.layout import LIST, MAP, ROOT, VALUE, Layout, Position
from campaign.read.repair.line_start import (
    NO_KEY,
    Dash,
    begins_with_key,
    dash_at,
    key_colon,
    key_fault,
    language_of,
    looks_like_key,
    means_language,
)
from campaign.read.repair.misplaced_lines import brackets_before_items, languages_beside_key, pasted_record
from campaign.read.repair.missing_lines import key_lost_above, list_key_lost
from campaign.read.repair.scalars import MARKED, UNUSED, continued_fault, is_comment
from campaign.read.repair.signs import ODD
from campaign.read.repair.values import Values
from campaign.read.repair.wrapped import Wraps
from campaign.read.tell.key_names import CHINESE
from campaign.read.tell.models import known_keys

MOST_DASHES = 30
NO_LIST = (
    Message("上面的键已经有值了，这里不能再有“-”项", "no list item can stand here: the key above has its value"),
    Message(
        "清单写在只有“键:”的那一行下面，每一项都有“-”",
        "a list stands below a line that is only `key:`, each item with a dash",
    ),
)
SECOND_DOCUMENT = (
    Message("这一行会把文件分成两份，一个文件只放一份内容", "this line would begin a second document"),
    Message("删去这一行；下面的内容放到它自己的文件里", "delete this line; what follows belongs in a file of its own"),
)
DIRECTIVE = (
    Message("行首的“%”是给 YAML 的指令，这里不用", "a % at the head of a line is a directive of YAML, not used here"),
    Message("删去这一行；是文字就加引号", "delete this line; quote it where it is text"),
)


@dataclass
class Walk:
    """layout: the collections around the line; text: while a plain value may go on below, the column it is deeper than;
    line: the number of the next line; model: what the file must hold, where that is known."""

    draft: Draft
    model: type[Record] | None = None
    layout: Layout = field(init=False)
    values: Values = field(init=False)
    text: int | None = None
    line: int = 0
    known: frozenset[str] = field(default_factory=known_keys)

    def __post_init__(self) -> None:
        roots = frozenset(self.model.model_fields) if self.model else frozenset()
        self.layout = Layout(self.draft, self.known, roots)
        self.values = Values(self.draft, self.known, Wraps(self.draft, self.layout, self.known))

    def run(self) -> None:
        """Walks every line; each mistake is noted in the draft and mended there."""
        lines = self.draft.mended
        while self.line < len(lines):
            number = self.line
            self.line += 1
            text = lines[number]
            bare = self._hash(number) if text.lstrip(" ")[:1] == "＃" else text.strip()
            if not bare or bare[0] == "#":
                self._nothing(number, bare)
            elif text[0] == "%" or (text.startswith(("---", "...")) and text[3:4] in ("", " ")):
                self._document_mark(number)
            else:
                self._content(number)

    def _hash(self, number: int) -> str:
        """A comment after a full-width sign, told; text that goes on from the line above is left alone."""
        text, indent = self.draft.mended[number], self.draft.indent(number)
        if self.text is None or indent <= self.text:
            what = Message("备注用了全角的“＃”，要用半角“#”", "a comment begins with an ASCII #")
            fix = f"{' ' * indent}# {text[indent + 1 :].lstrip()}"
            self.draft.note(what, line=number, column=indent, fix=fix)
        return self.draft.mended[number].strip()

    def _nothing(self, number: int, bare: str) -> None:
        """An empty line or a comment, whatever white space it begins with."""
        if bare:
            self.text = None
        if ODD.search(self.draft.mended[number]):
            self.draft.mended[number] = bare

    def _document_mark(self, number: int) -> None:
        """Three dashes may open the file; every other mark would begin a second document, or speaks to the parser."""
        text = self.draft.mended[number].rstrip()
        if text == "---" and self.layout.awaiting == ROOT and not self.layout.open:
            return
        directive = text[0] == "%"
        what, hint = DIRECTIVE if directive else SECOND_DOCUMENT
        self.draft.note(what, line=number, column=0, width=len(text), hint=hint)
        self.draft.blank(range(number, number + 1 if directive else len(self.draft.mended)))

    def _content(self, number: int) -> None:
        """A line with something on it: more of the text above, or an entry of its own."""
        self.layout.straighten(number)
        if after := key_lost_above(self.draft, self.layout, number):
            self.line, self.text = after, None
            return
        languages_beside_key(self.draft, self.layout, number)
        pasted_record(self.draft, self.layout, number, self.model)
        indent = self.draft.indent(number)
        if self.text is not None and indent > self.text:
            if not begins_with_key(self.draft.mended[number][indent:], self.known):
                self._continued(number, indent)
                return
            if self.layout.open[-1:] == [(self.text, LIST)] and self.draft.mended[number - 1].strip():
                self._name_item(number - 1, self.text, indent)
        self.text = None
        self._entry(number, self.layout.settle(number))

    def _continued(self, number: int, indent: int) -> None:
        text = self.draft.mended[number]
        if text.startswith("- ", indent) and looks_like_key(text[indent + 2 :].lstrip()):
            self._misplaced(number, Position(indent, MAP))
            return
        if fault := continued_fault(text[indent:]):
            self.draft.note(fault.what, line=number, column=indent + fault.column, width=fault.width, hint=fault.hint)
            self.draft.mended[number] = ""

    def _name_item(self, number: int, dash: int, column: int) -> None:
        """An item whose first line has no key though keys follow below: most likely its id."""
        line = self.draft.mended[number]
        value = line[dash + 1 :].strip()
        fix = f"{line[: dash + 1]}{' ' * (column - dash - 1)}id: {value}"
        what = Message("清单的这一项少了键，例如“id: ”", "this item has no key, such as `id: `")
        at = len(line) - len(line[dash + 1 :].lstrip())
        self.draft.note(what, line=number, column=at, width=len(value), fix=fix if ID.fullmatch(value) else None)
        self.draft.mended[number] = fix
        self.layout.enter(column, MAP, number)

    # -- entries

    def _entry(self, number: int, position: Position) -> None:
        """What stands at a position: dashes first, then a key or a value."""
        for depth in range(MOST_DASHES):
            dash = dash_at(self.draft.mended[number], position.column, inline=depth > 0, listed=position.kind == LIST)
            if dash is None or (position.kind == MAP and not depth):
                break
            position = self._dash(number, position, dash)
            rest = self.draft.mended[number][position.column :]
            if not rest.strip() or is_comment(rest):
                self.layout.awaiting = position.parent
                return
        else:
            return
        self._after_dashes(number, position)

    def _dash(self, number: int, position: Position, dash: Dash) -> Position:
        """Enters a list; the position after the dash."""
        if dash.what:
            self.draft.note(dash.what, line=number, column=position.column, width=dash.width, fix=dash.mended)
        self.layout.enter(position.column, LIST, number)
        return Position(dash.after, VALUE, position.column)

    def _after_dashes(self, number: int, position: Position) -> None:
        column = position.column
        self._unmark(number, position)
        text = self.draft.mended[number][column:]
        certain = (
            position.kind == MAP
            or not self.layout.open
            or self._begins_record(number, column)
            or self._begins_text(number, column)
        )
        heads = certain and self._heads(number, column)
        if fault := key_fault(text, known=self.known, certain=certain, heads=heads):
            fix = self.draft.mended[number][:column] + fault.mended
            self.draft.note(fault.what, line=number, column=column + fault.column, width=fault.width, fix=fix)
            text = fault.mended
        colon = key_colon(text) if text[:1] not in "[{|>%@`?#" else -1
        listed = position.kind == LIST or (position.kind == MAP and text.startswith("- "))
        if text.startswith("<<:") or text.startswith("? "):
            self._unused(number, column)
        elif colon >= 0 and not listed:
            self.layout.enter(column, MAP, number)
            brackets_before_items(self.draft, number, column + colon + 1, column)
            self._value(number, column + colon + 1, parent=column)
        elif position.kind == VALUE:
            self._value(number, column, parent=position.parent)
        else:
            self._misplaced(number, position)

    def _heads(self, number: int, column: int) -> bool:
        """True where the next line is deeper, or an item in the same column."""
        below = self.draft.next_line(number)
        indent = self.draft.indent(below) if below else -1
        return indent > column or (indent == column and self.draft.mended[below].startswith("- ", column))

    def _begins_record(self, number: int, column: int) -> bool:
        """True where a Chinese key name is followed by a line with another key in the same column."""
        text = self.draft.mended[number][column:]
        name = text.split("：")[0].strip()
        below = self.draft.mended[number + 1] if number + 1 < len(self.draft.mended) else ""
        return name in CHINESE and below[:column].strip() == "" and looks_like_key(below[column:])

    def _begins_text(self, number: int, column: int) -> bool:
        """True where a language's tag opens the line and the next line of the column is another language's."""
        if not means_language(self.draft.mended[number][column:]):
            return False
        after = self.draft.below(number, column)
        return (
            after < len(self.draft.mended)
            and self.draft.indent(after) == column
            and bool(language_of(self.draft.mended[after]))
        )

    def _unmark(self, number: int, position: Position) -> None:
        """Takes an anchor or tag away from before a key."""
        text = self.draft.mended[number]
        marked = MARKED.match(text, position.column)
        if marked and key_colon(text[position.column :]) >= 0:
            rest = text[marked.end() :] or text[position.column :].lstrip("!&")
            fix = text[: position.column] + rest
            self.draft.note(UNUSED, line=number, column=position.column, width=len(text) - len(fix), fix=fix)

    def _unused(self, number: int, column: int) -> None:
        """A merge key or a key after a question mark."""
        text = self.draft.mended[number]
        hint = Message("把要用的各行照写一遍", "write the lines out")
        self.draft.note(UNUSED, line=number, column=column, width=2, hint=hint)
        self.draft.mended[number] = text[:column].rstrip(" ")
        below = self.draft.mended[number + 1] if number + 1 < len(self.draft.mended) else ""
        if text.startswith("? ", column) and below.startswith(": ", column):
            self.draft.mended[number] = f"{text[:column]}{text[column + 2 :]}{below[column:]}"
            self.draft.mended[number + 1] = ""

    def _misplaced(self, number: int, position: Position) -> None:
        """A line among keys without a colon, or among items without a dash."""
        text = self.draft.mended[number]
        if position.kind == LIST:
            what = Message("这里是清单，每一项以“- ”开头", "an item of a list begins with a dash and a space")
            fix = f"{text[: position.column]}- {text[position.column :]}"
            self.draft.note(what, line=number, column=position.column, fix=fix)
            self._value(number, position.column + 2, parent=position.column)
            return
        if end := list_key_lost(self.draft, self.layout, number, self.model):
            self.line = end
            return
        what, hint = NO_LIST if text[position.column] == "-" else NO_KEY
        self.draft.note(what, line=number, column=position.column, width=len(text) - position.column, hint=hint)
        outermost = self.layout.open[-1][0] <= position.column if self.layout.open else True
        parent = position.column if self.text is None else self.text
        self.line = self.draft.below(number, parent) if outermost else number + 1
        self.draft.blank(range(number, self.line))

    def _value(self, number: int, column: int, *, parent: int) -> None:
        after = self.values.read(number, column, parent=parent)
        self.line, self.text = after.line, after.text
        if after.awaiting is not None:
            self.layout.awaiting = after.awaiting
