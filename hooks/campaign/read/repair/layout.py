"""Indentation: which list or map a line belongs to, and where a line that fits none was meant to stand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from campaign.core.problems import Message
from campaign.read.repair.draft import Draft
from campaign.read.repair.line_start import (
    begins_with_dash,
    complete,
    key_colon,
    key_fault,
    language_of,
    looks_like_key,
)
from campaign.read.repair.record_starts import NO_DASH, NO_ID_LINE, id_line, with_dash
from campaign.read.repair.signs import ODD, indentation, spaces

MAP, LIST, VALUE = "map", "list", "value"
ROOT = -1
SPACE_NAMES = {
    "\t": ("制表符（Tab）", "a tab"),
    "\u3000": ("全角空格", "full-width spaces"),
    "\u00a0": ("不换行空格", "no-break spaces"),
}


@dataclass(frozen=True, slots=True)
class Position:
    """Where a line stands: its column, what is expected there, and for a value the column it must be deeper than."""

    column: int
    kind: str
    parent: int = ROOT


@dataclass
class Layout:
    """The collections around the line the walk is at.

    roots: the file's outermost keys, where they are known;
    open: their columns and kinds, outermost first; awaiting: the column that an awaited value must be deeper than;
    began: the line a collection began on, by its column; moved: the indentation of a moved line, and by how many
    columns the lines below it move along.
    """

    draft: Draft
    known: frozenset[str]
    roots: frozenset[str] = frozenset()
    open: list[tuple[int, str]] = field(default_factory=list)
    awaiting: int | None = ROOT
    began: dict[int, int] = field(default_factory=dict)
    moved: tuple[int, int] = (ROOT, 0)

    def enter(self, column: int, kind: str, number: int) -> None:
        """Opens a list or map that begins on a line, unless it is open already."""
        if not self.open or self.open[-1] != (column, kind):
            self.open.append((column, kind))
            self.began[column] = number

    def straighten(self, number: int) -> None:
        """Turns odd white space at the head of a line into as many spaces as were meant."""
        text = self.draft.mended[number]
        white = indentation(text)
        if odd := ODD.search(white):
            spaces = self._meant(white, LIST if begins_with_dash(text[len(white) :]) else MAP)
            zh, en = SPACE_NAMES.get(odd[0], ("特殊空格", "odd spaces"))
            what = Message(f"行首是{zh}，要用 {spaces} 个普通空格", f"indented with {en}: use {spaces} ordinary spaces")
            fix = " " * spaces + text[len(white) :]
            self.draft.note(what, line=number, column=0, width=len(white), fix=fix, run=zh)

    def _meant(self, white: str, kind: str) -> int:
        """How many spaces odd white space stands for: a width that fits the lines above, the innermost first."""
        wide = white.replace("\u3000", "  ")
        widths = {len(wide.expandtabs(tab)) for tab in (2, 4, 8)} | {len(white)}
        columns = [column for column, found in reversed(self.open) if found == kind]
        if self.awaiting is not None:
            columns.insert(0, self.awaiting + 2 if self.awaiting >= 0 else 0)
        fitting = [column for column in columns if column in widths]
        if fitting or not columns:
            return (fitting or [len(wide.expandtabs(2))])[0]
        return min(columns, key=lambda column: abs(column - len(wide.expandtabs(4))))

    def settle(self, number: int) -> Position:
        """Where this line belongs; a line that fits nowhere is noted and moved to where it was probably meant."""
        indent = self.draft.indent(number)
        before, awaiting = list(self.open), self.awaiting
        if not before and indent and (root := self._root(indent)) < indent:
            return self._move(number, indent, (root, MAP), [])
        if awaiting is None and self._is_left_over(number, indent):
            return Position(indent, MAP)
        if target := self._strayed(number, indent):
            moved = self._move(number, indent, (target, MAP), before)
            return moved if awaiting is None else Position(target, VALUE, awaiting)
        if awaiting is not None and (target := self._first_item(number, indent, awaiting)):
            return replace(self._move(number, indent, (target, LIST), before), kind=LIST)
        position = self._fit(number, indent)
        if position is None and ROOT < self.moved[0] < indent:
            self.open, self.awaiting = list(before), awaiting
            indent = self.draft.shift(number, self.moved[1])
            position = self._fit(number, indent)
        self.awaiting = None
        if position is None:
            return self._missing_dash(number, indent, before) or self._nearest(number, indent, before)
        if indent <= self.moved[0]:
            self.moved = (ROOT, 0)
        return position

    def _first_item(self, number: int, indent: int, awaiting: int) -> int:
        """The column of a list's first dash where its record's other keys stand left of it; 0 where it stands well."""
        text = self.draft.mended[number][indent:]
        below = self.draft.next_line(number)
        column = self.draft.indent(below) if below else 0
        if not text.startswith("- ") or not complete(text[2:].lstrip()) or not awaiting + 2 < column <= indent:
            return 0
        return column - 2 if looks_like_key(self.draft.mended[below][column:]) else 0

    def _root(self, indent: int) -> int:
        """The column of the file's outermost keys, as later lines have it."""
        lines = self.draft.mended
        lefter = (spaces(text) for text in lines if looks_like_key(text.lstrip(" ")))
        return min((column for column in lefter if column < indent), default=indent)

    def _is_left_over(self, number: int, indent: int) -> bool:
        """True for a line left of the innermost column that is neither key nor item: text that lost its place."""
        text = self.draft.mended[number][indent:]
        inside = bool(self.open) and self.open[-1][0] > indent
        if not inside or begins_with_dash(text) or key_colon(text) >= 0:
            return False
        return key_fault(text, known=self.known, certain=True) is None

    def _fit(self, number: int, indent: int) -> Position | None:
        """The position of a line by its indentation; None where it stands in no column that is open."""
        text = self.draft.mended[number][indent:]
        while self.open and self.open[-1][0] > indent:
            self.open.pop()
        dash = begins_with_dash(text)
        if self.awaiting is not None:
            beside = dash and indent == self.awaiting and self.open[-1:] == [(indent, MAP)]
            if indent > self.awaiting or beside:
                return Position(indent, VALUE, self.awaiting)
        if not dash and self.open[-1:] == [(indent, LIST)] and self.open[-2:-1] == [(indent, MAP)]:
            self.open.pop()
        if not self.open or self.open[-1][0] != indent:
            return None
        kind = self.open[-1][1]
        return Position(indent, kind) if dash or kind == MAP or not looks_like_key(text) else None

    def _missing_dash(self, number: int, indent: int, before: list[tuple[int, str]]) -> Position | None:
        """A dash where the lines above are one record without its dash: the mistake is at that record's first line."""
        column, kind = next((entry for entry in before if entry[0] > indent), (0, ""))
        if kind != MAP or column != indent + 2 or not begins_with_dash(self.draft.mended[number][indent:]):
            return None
        first = self.began.get(column, number)
        self._note_dash(number, indent, first, with_dash(indent, self.draft.mended[first][column:]))
        self.open = [entry for entry in before if entry[0] < indent] + [(indent, LIST)]
        return Position(indent, LIST)

    def _note_dash(self, number: int, indent: int, first: int, fix: str) -> None:
        """Notes a record without its dash; where the next one begins with an id and this has none, a line is lost."""
        record = self.draft.mended[first:number]
        no_id = not any(line[indent + 2 :].startswith("id:") for line in record if line[: indent + 2].strip() == "")
        if not no_id or not self.draft.mended[number].startswith("- id:", indent):
            self.draft.note(NO_DASH, line=first, column=indent, width=2, fix=fix)
            return
        self.draft.note(NO_ID_LINE, line=first, column=indent, width=2, fix=id_line(indent))
        self.draft.mended[first] = fix
        self.draft.unreadable.add(first)

    def _strayed(self, number: int, indent: int) -> int:
        """The column where a key was meant that stands left of where the lines below go on; 0 for any other line."""
        text = self.draft.mended[number][indent:]
        left = indent <= self.awaiting if self.awaiting is not None else bool(self.open) and self.open[-1][0] > indent
        if self.awaiting == ROOT or not left or begins_with_dash(text) or not looks_like_key(text):
            return 0
        if not indent and self._outermost(number, text):
            return 0
        below = self.draft.next_line(number)
        column = self.draft.indent(below) if below else 0
        rest = self.draft.mended[below][column:]
        if not complete(text):
            return self._beyond_children(below, indent)
        if self.awaiting is not None:
            return column if column > self.awaiting and looks_like_key(rest) else 0
        if column > indent and (column, MAP) in self.open and looks_like_key(rest):
            return column
        listed = column > indent and (column, LIST) in self.open and begins_with_dash(rest)
        return self._home(text, column) if listed else 0

    def _outermost(self, number: int, text: str) -> bool:
        """True for one of the file's own keys that stands nowhere else at the line's head: it is where it belongs."""
        name = text[: max(0, key_colon(text))].strip()
        twice = any(n != number and line.startswith(f"{name}:") for n, line in enumerate(self.draft.mended))
        return name in self.roots and not twice

    def _beyond_children(self, below: int, indent: int) -> int:
        """Where the lines go on after what stands below an unfinished key: a column of keys that is open still."""
        child = self.draft.indent(below)
        while indent < child and indent < (column := self.draft.indent(below)):
            if column < child and (column, MAP) in self.open and looks_like_key(self.draft.mended[below][column:]):
                return column
            below = self.draft.next_line(below)
        return 0

    def _home(self, text: str, listed: int) -> int:
        """The column of the map a key belongs to inside an item of the list: a language's is the innermost."""
        maps = [column for column, kind in self.open if kind == MAP and column > listed]
        if not maps:
            return 0
        return maps[-1] if language_of(text) else maps[0]

    def _nearest(self, number: int, indent: int, before: list[tuple[int, str]]) -> Position:
        """Moves a line to the nearest column for its kind."""
        kind = LIST if begins_with_dash(self.draft.mended[number][indent:]) else MAP
        places = [entry for entry in before if entry[1] == kind] or before or [(0, MAP)]
        return self._move(number, indent, min(places, key=lambda entry: (abs(entry[0] - indent), -entry[0])), before)

    def _move(self, number: int, indent: int, to: tuple[int, str], before: list[tuple[int, str]]) -> Position:
        """Notes a wrong indentation and puts it right."""
        column, kind = to
        self.open = [entry for entry in before if entry[0] < column]
        self.enter(column, kind, self.began.get(column, number))
        self.awaiting = None
        typed = spaces(self.draft.source.line(number))
        if typed == column:
            self.draft.shift(number, column - indent)
            return Position(column, kind)
        what = Message(
            f"缩进和上下对不齐：行首应是 {column} 个空格，现在是 {typed} 个",
            f"this line fits none above it: indent it with {column} spaces, not {typed}",
        )
        fix = " " * column + self.draft.mended[number][indent:]
        self.draft.note(what, line=number, column=0, width=indent or 1, fix=fix, run=f"indent {indent} {column}")
        self.moved = (indent, column - indent)
        return Position(column, kind)
