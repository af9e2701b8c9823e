"""One file on its way to the parser: the lines as typed, the lines as they were meant, and what had to be mended.

Mending lets one mistake be told once: the parser and the models see the line the author meant, so every other
problem of the file is found in the same run. Nothing that was mended is ever accepted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from campaign.core.problems import Message, Problem
from campaign.read.files.source import Source
from campaign.read.repair.signs import spaces


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake in a line's signs; lines and columns count from 0. Equal runs on following lines are told once."""

    line: int
    column: int
    width: int
    what: Message
    fix: str = ""
    hint: Message | None = None
    run: str = ""


@dataclass
class Draft:
    """source: as typed; mended: as meant; unreadable: lines whose value nobody knows until the author types it again;
    incomplete: whether records may have been lost on the way."""

    source: Source
    mended: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unreadable: set[int] = field(default_factory=set)
    incomplete: bool = False

    def __post_init__(self) -> None:
        self.mended = list(self.source.lines)

    def note(
        self,
        what: Message,
        *,
        line: int,
        column: int,
        width: int = 1,
        fix: str | None = None,
        hint: Message | None = None,
        run: str = "",
    ) -> None:
        """Notes a mistake in a line as it stands now; a fix becomes the line."""
        at = self.typed_column(line, column)
        self.findings.append(Finding(line, at, max(1, width), what, fix or "", hint, run))
        if fix is not None:
            self.mended[line] = fix

    def join(
        self, what: Message, number: int, lines: Sequence[int], *, column: int, width: int, fix: str, hint: Message
    ) -> None:
        """Notes lines that are more of an earlier one, at the first of them; the fix becomes the earlier line."""
        self.note(what, line=lines[0], column=column, width=width, hint=hint)
        self.findings[-1] = replace(self.findings[-1], fix=fix)
        self.mended[number] = fix
        for line in range(number + 1, lines[-1] + 1):
            self.mended[line] = ""

    def blank(self, lines: range) -> None:
        """Takes lines out of what the parser sees; line numbers stay."""
        for line in lines:
            self.incomplete = self.incomplete or bool(self.mended[line].strip())
            self.mended[line] = ""

    def indent(self, number: int) -> int:
        """How many spaces a line begins with."""
        return spaces(self.mended[number])

    def shift(self, number: int, columns: int) -> int:
        """Moves a line along with one above it; its new indentation."""
        text = self.mended[number].lstrip(" ")
        self.mended[number] = " " * max(0, self.indent(number) + columns) + text
        return self.indent(number)

    def next_line(self, number: int) -> int:
        """The number of the next line with something on it; 0 where none is left."""
        following = range(number + 1, len(self.mended))
        return next((n for n in following if self.mended[n].strip() and self.mended[n].lstrip()[0] != "#"), 0)

    def below(self, number: int, parent: int) -> int:
        """The number of the first line after this one that isn't deeper than the parent's column."""
        number += 1
        while number < len(self.mended) and (not self.mended[number].strip() or self.indent(number) > parent):
            number += 1
        return number

    def typed_column(self, line: int, column: int) -> int:
        """Where a column of the mended line stands in the line as typed: counted from the end, which mending keeps."""
        typed, mended = self.source.line(line), self.mended[line] if line < len(self.mended) else ""
        if typed == mended:
            return column
        rest = mended[column:]
        return len(typed) - len(rest) if typed.endswith(rest) else min(column, max(0, len(typed) - 1))

    def problem(
        self, what: Message, *, line: int, column: int, width: int = 1, fix: str = "", hint: Message | None = None
    ) -> Problem:
        """A problem at a line and column of the mended text, told where it was typed."""
        typed = self.typed_column(line, column)
        return self.source.problem(what, line=line, column=typed, width=width, fix=fix, hint=hint)

    @property
    def text(self) -> str:
        """What the parser sees."""
        return "\n".join(self.mended)

    @property
    def mended_lines(self) -> set[int]:
        """The lines with a mistake of their own."""
        return {finding.line for finding in self.findings}

    def problems(self) -> list[Problem]:
        """The mistakes as problems."""
        return [
            self.source.problem(f.what, line=f.line, column=f.column, width=f.width, fix=f.fix, hint=f.hint)
            for f in _joined(self.findings)
        ]

    def without_unreadable(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems without those of lines nobody can read: they'd only follow from what was told before."""
        return [problem for problem in problems if problem.place.line - 1 not in self.unreadable]


def _joined(findings: list[Finding]) -> list[Finding]:
    """The same mistake on following lines told once, with the last line's number."""
    joined: list[Finding] = []
    last = -1
    for finding in sorted(findings, key=lambda f: (f.line, f.column)):
        previous = joined[-1] if joined else None
        if previous and finding.run and previous.run == finding.run and finding.line - last <= 1:
            hint = Message(
                f"一直到第 {finding.line + 1} 行都是这样，一起改", f"the same down to line {finding.line + 1}"
            )
            joined[-1] = replace(previous, hint=hint)
        else:
            joined.append(finding)
        last = finding.line
    return joined
