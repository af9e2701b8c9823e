"""A value where it begins: plain, quoted, in brackets or a block; what is wrong with it, and where it ends."""

from __future__ import annotations

from dataclasses import dataclass

from campaign.read.repair.block_text import block_end, explicit_digit
from campaign.read.repair.draft import Draft
from campaign.read.repair.flow import flow_end, inner_fault, text_fault, wide_brackets
from campaign.read.repair.line_start import begins_with_key
from campaign.read.repair.scalars import (
    BLOCK,
    ValueFault,
    closed_fault,
    is_comment,
    plain_fault,
    quote_end,
    unclosed_fault,
)
from campaign.read.repair.wrapped import Wraps


@dataclass(frozen=True, slots=True)
class After:
    """line: the number of the line after the value; text: the column a plain value's further lines are deeper than;
    awaiting: likewise for the value that is yet to come."""

    line: int
    text: int | None = None
    awaiting: int | None = None


@dataclass(frozen=True)
class Values:
    """Reads the values of one file; mistakes are noted in its draft and mended there."""

    draft: Draft
    known: frozenset[str]
    wraps: Wraps

    def read(self, number: int, column: int, *, parent: int) -> After:
        """The value that begins at or after a column of a line, deeper than the parent's column."""
        line = self.draft.mended[number]
        text = line[column:].lstrip(" \t")
        start = len(line) - len(text)
        if text[:1] in ("'", '"', "[", "{"):
            text = self.draft.mended[number] = line.rstrip()
            text = text[start:]
        if text and (wide := wide_brackets(text, self.known)):
            fix = self.draft.mended[number][:start] + wide.mended
            self.draft.note(wide.what, line=number, column=start + wide.column, width=wide.width, fix=fix)
            text = wide.mended
        if not text or is_comment(text):
            return After(number + 1, awaiting=parent)
        if BLOCK.match(text):
            return After(block_end(self.draft, number, parent=parent, digit=explicit_digit(text)))
        if text[0] in "\"'":
            return self._quoted(number, start, parent)
        if text[0] in "[{":
            return self._flow(number, start, parent)
        return self._plain(number, start, parent)

    def _plain(self, number: int, start: int, parent: int) -> After:
        if end := self.wraps.plain(number, start, parent):
            return After(end)
        fault = plain_fault(self.draft.mended[number][start:])
        if fault is None:
            return After(number + 1, text=parent)
        if not fault.again:
            return self._mend(number, start, fault, until=self.draft.below(number, parent))
        fix = self.draft.mended[number][:start] + fault.mended
        self.draft.note(fault.what, line=number, column=start, width=fault.width, fix=fix, hint=fault.hint)
        return self.read(number, start, parent=parent)

    def _quoted(self, number: int, start: int, parent: int) -> After:
        end = quote_end(self.draft.mended, number, start, parent=parent)
        text = self.draft.mended[number][start:]
        if end and end[0] == number:
            if after := self.wraps.quoted(number, start, parent):
                return After(after)
            fault = closed_fault(text, end[1] - start)
            return self._mend(number, start, fault, until=number + 1) if fault else After(number + 1)
        if end and not self._swallows(number, *end):
            return After(end[0] + 1)
        if after := self.wraps.quoted(number, start, parent):
            return After(after)
        return self._mend(number, start, unclosed_fault(text), until=end[0] + 1 if end else number + 1)

    def _swallows(self, number: int, last: int, column: int) -> bool:
        """True where quotes that close on a later line hold keys or have text after them: they were left open."""
        inner = range(number + 1, last + 1)
        tail = self.draft.mended[last][column + 1 :].strip()
        return bool(tail and tail[0] != "#") or any(
            begins_with_key(self.draft.mended[n].lstrip(), self.known) for n in inner
        )

    def _flow(self, number: int, start: int, parent: int) -> After:
        text = self.draft.mended[number][start:]
        end = flow_end(self.draft.mended, number, start, parent=parent)
        if end is None:
            if after := self.wraps.flow(number, start, parent):
                return After(after)
            return self._mend(number, start, text_fault(text, -1), until=self.draft.below(number, parent))
        if end[0] > number:
            return After(end[0] + 1)
        tail = text[end[1] - start + 1 :]
        ends = not tail.strip() or tail.lstrip(" ").startswith("#")
        fault = inner_fault(text, self.known) if ends else text_fault(text, end[1] - start)
        return self._mend(number, start, fault, until=number + 1) if fault else After(number + 1)

    def _mend(self, number: int, start: int, fault: ValueFault, *, until: int) -> After:
        """Notes what is wrong with a value and puts it right; lines up to `until` went on with it and are left out."""
        fixed = self.draft.mended[number][:start] + fault.mended
        going_on = any(self.draft.mended[n].strip() for n in range(number + 1, until))
        known = not fault.unreadable and not going_on
        self.draft.note(
            fault.what,
            line=number,
            column=start + fault.column,
            width=fault.width,
            fix=fixed if known else None,
            hint=fault.hint,
        )
        self.draft.mended[number] = fixed
        self.draft.blank(range(number + 1, until))
        if not known:
            self.draft.unreadable.update(range(number, until))
        return After(until)
