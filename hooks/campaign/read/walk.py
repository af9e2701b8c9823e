"""The walk down a file's lines: which are keys, items or text, and where a line isn't what it was meant to be.

It knows as much of YAML's layout as it takes to leave text alone (block text, quoted text, comments) and to say where
the author must type; the parser afterwards has the last word.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from campaign.problems import Message
from campaign.read.draft import Draft
from campaign.read.flow import flow_end, inner_fault, text_fault
from campaign.read.heads import COLONS, NUMBER, ODD, ODD_DASH, indentation, key_colon, key_fault
from campaign.read.spelling import CHINESE, known_keys
from campaign.read.values import BLOCK, ValueFault, closed_fault, plain_fault, quote_end, quoted

MAP, LIST = "map", "list"
ROOT = -1


@dataclass
class Walk:
    """draft: the file; open: column and kind of the collections around the line; awaiting: the column a value must be
    deeper than, while one is awaited; text: the same for a plain value that deeper lines go on with."""

    draft: Draft
    open: list[tuple[int, str]] = field(default_factory=list)
    awaiting: int | None = ROOT
    text: int | None = None
    shift: tuple[int, int] = (ROOT, 0)
    line: int = 0
    known: frozenset[str] = field(default_factory=known_keys)

    def run(self) -> None:
        """Walks every line; each mistake is noted in the draft and mended there."""
        lines = self.draft.mended
        while self.line < len(lines):
            number = self.line
            self.line += 1
            text = lines[number]
            bare = text.strip()
            if not bare or bare[0] == "#":
                self._nothing(number, bare)
            elif text.startswith(("---", "...", "%")) and (text[3:4] in ("", " ") or text[0] == "%"):
                self._document_mark(number)
            else:
                self._content(number)

    def _nothing(self, number: int, bare: str) -> None:
        """An empty line or a comment, whatever white space it begins with."""
        if bare:
            self.text = None
        if ODD.search(self.draft.mended[number]):
            self.draft.mended[number] = bare

    def _document_mark(self, number: int) -> None:
        """Three dashes may open the file; every other mark would begin a second document."""
        text = self.draft.mended[number]
        if text.rstrip() == "---" and self.awaiting == ROOT and not self.open:
            return
        what = Message(
            f"“{text.split()[0]}”会把文件分成两份，一个文件只放一份内容", f"{text.split()[0]} would begin a second document"
        )
        hint = Message("删去这一行；下面的内容放到它自己的文件里", "delete this line; what follows belongs in a file of its own")
        self.draft.note(what, line=number, column=0, width=len(text.rstrip()), hint=hint)
        self.draft.blank(range(number, number + 1 if text[0] == "%" else len(self.draft.mended)))

    def _content(self, number: int) -> None:
        self._straighten(number)
        text = self.draft.mended[number]
        indent = len(text) - len(text.lstrip(" "))
        if self.text is not None and indent > self.text and not self._stray_key(number, indent):
            self._continue(number, indent)
            return
        self.text = None
        self._entry(number, self._settle(number, indent))

    # -- indentation

    def _straighten(self, number: int) -> None:
        """Turns odd white space at the head of a line into spaces, and moves lines below a moved line along with it."""
        text = self.draft.mended[number]
        white = indentation(text)
        if ODD.search(white):
            spaces = self._likely(white)
            what = Message(f"行首是{_space_name(white)}，要用 {spaces} 个普通空格", f"indent with {spaces} spaces, not {_space_name_en(white)}")
            fix = " " * spaces + text[len(white) :]
            self.draft.note(what, line=number, column=0, width=len(white), fix=fix, run=_space_name(white))
        elif self.shift[0] >= 0 and len(white) > self.shift[0]:
            self.draft.mended[number] = " " * max(0, len(white) + self.shift[1]) + text[len(white) :]
        else:
            self.shift = (ROOT, 0)

    def _likely(self, white: str) -> int:
        """How many spaces odd white space stands for: a width that fits the lines above."""
        columns = {column for column, _ in self.open}
        if self.awaiting is not None:
            columns.add(self.awaiting + 2 if self.awaiting >= 0 else 0)
        widths = [len(white.expandtabs(tab).replace("\u3000", "  ")) for tab in (2, 4, 8)]
        fitting = [width for width in (*widths, len(white)) if width in columns]
        return fitting[0] if fitting else min(columns or {widths[0]}, key=lambda column: abs(column - widths[0]))

    def _stray_key(self, number: int, indent: int) -> bool:
        """True for a line that would go on with the text above but reads `key: ` with a known key."""
        text = self.draft.mended[number][indent:]
        colon = key_colon(text)
        return colon > 0 and text[:colon].strip() in self.known

    def _settle(self, number: int, indent: int) -> tuple[int, str]:
        """Column and kind of the collection this line belongs to; the line is moved where it fits none."""
        before = list(self.open)
        while self.open and self.open[-1][0] > indent:
            self.open.pop()
        awaiting, self.awaiting = self.awaiting, None
        dash = self._is_dash(self.draft.mended[number][indent:])
        if awaiting is not None and (indent > awaiting or (dash and indent == awaiting and not self._in_list(indent))):
            return indent, ""
        top = self.open[-1] if self.open else None
        if top and top[0] == indent and (top[1] == MAP or dash or not self._deeper_map(before, indent)):
            return top
        return self._move(number, indent, before, LIST if dash else MAP)

    def _in_list(self, column: int) -> bool:
        return bool(self.open) and self.open[-1] == (column, LIST)

    @staticmethod
    def _deeper_map(before: list[tuple[int, str]], indent: int) -> bool:
        return any(column > indent and kind == MAP for column, kind in before)

    def _is_dash(self, text: str) -> bool:
        return text[0] == "-" or bool(ODD_DASH.match(text))

    def _move(self, number: int, indent: int, before: list[tuple[int, str]], kind: str) -> tuple[int, str]:
        """Notes a line that is indented like none above it, and moves it to the nearest place for its kind."""
        places = [entry for entry in before if entry[1] == kind] or before or [(0, MAP)]
        column, kind = min(places, key=lambda entry: (abs(entry[0] - indent), -entry[0]))
        self.open = [entry for entry in before if entry[0] < column or entry == (column, kind)]
        text = self.draft.mended[number]
        what = Message(f"缩进对不上：行首应有 {column} 个空格，现在是 {indent} 个", f"indent this line with {column} spaces, not {indent}")
        self.draft.note(what, line=number, column=0, width=indent or 1, fix=" " * column + text[indent:], run=f"indent{column}")
        self.shift = (indent, column - indent)
        return column, kind
