"""What an author's mistake looks like: a value with a place, and the report that shows all of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """Where the author must type: a path as the author sees it, line and column from 1; line 0 is the whole file."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence in Chinese and in English."""

    zh: str
    en: str

    def __str__(self) -> str:
        return f"{self.zh} · {self.en}"


@dataclass(frozen=True, slots=True)
class Problem:
    """An author's mistake.

    source: the line as it stands in the file; width: how many of its characters are wrong;
    fix: the corrected line where one can be given; hint: what to do where no line can be given.
    """

    place: Place
    what: Message
    source: str = ""
    width: int = 1
    fix: str = ""
    hint: Message | None = None

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Sort key: file, line, column, then wording, so that two runs print the same text."""
        return (self.place.path, self.place.line, self.place.column, self.what.en)


@dataclass(eq=False)
class CampaignDataError(Exception):
    """Every problem found in one reading; the only exception that a mistake in the data raises."""

    problems: Sequence[Problem] = field(default_factory=tuple)

    def __post_init__(self) -> None:
        self.problems = tuple(sorted(set(self.problems), key=lambda problem: problem.order))
        super().__init__(f"{len(self.problems)} problems")

    def __str__(self) -> str:
        return report(self.problems)


def report(problems: Iterable[Problem], *, output: str = "site/", encoding: str = "utf-8") -> str:
    """The text a console shows, the same from every command: each problem in order, then the total.

    encoding: the console's; what it can't show is written as \\uXXXX and the caret moves with it.
    """
    ordered = sorted(problems, key=lambda problem: problem.order)
    blocks = [_block(problem, encoding) for problem in ordered]
    count = len(ordered)
    noun = "problem" if count == 1 else "problems"
    total = f"共 {count} 处问题，{output} 未改动。 {count} {noun}; {output} is unchanged."
    return "\n".join([*blocks, _shown(total, encoding)]) + "\n"


def _block(problem: Problem, encoding: str) -> str:
    lines = [_shown(f"{problem.place}: {problem.what}", encoding)]
    if problem.source:
        lines += _excerpt(problem, encoding)
    if problem.fix:
        lines.append(_shown("   改为 fix:  ", encoding) + _shown(problem.fix.strip(), encoding))
    if problem.hint:
        lines.append(_shown(f"   提示 hint: {problem.hint}", encoding))
    return "\n".join(lines)


def _excerpt(problem: Problem, encoding: str) -> list[str]:
    """The source line and a caret under the wrong characters, both cut to a window where the line is long."""
    start = max(0, problem.place.column - 1)
    first = max(0, start - 60)
    source = problem.source[first : start + max(problem.width, 1) + 60]
    before, wrong = source[: start - first], source[start - first : start - first + max(problem.width, 1)]
    number = f"{problem.place.line:>5} | "
    caret = "^" * max(1, min(_columns(_shown(wrong, encoding)), 60))
    return [
        number + _shown(source, encoding),
        " " * 6 + "| ".replace("|", " ") + _indent(_shown(before, encoding)) + caret,
    ]


def _shown(text: str, encoding: str) -> str:
    """The text with invisible characters made visible, and what the console can't encode written as escapes."""
    visible = "".join(f"‹U+{ord(c):04X}›" if c != "\t" and unicodedata.category(c) in INVISIBLE else c for c in text)
    return visible.encode(encoding, "backslashreplace").decode(encoding)


def _columns(text: str) -> int:
    """Terminal columns: two for a wide character (UAX #11 W and F), none for a combining mark."""
    return sum(_cell(character) for character in text)


def _cell(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _indent(text: str) -> str:
    """White space as wide as the text; a tab stays a tab, so both lines jump alike."""
    return "".join("\t" if character == "\t" else " " * _cell(character) for character in text)
