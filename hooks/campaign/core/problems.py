"""What an author's mistake looks like: a value with a place, and the report that shows all of them."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories whose characters a console swallows, or obeys."""
NO_WIDTH = frozenset({"Mn", "Me"})
"""Marks that stand on the character before them."""
WIDE_CONSOLES = frozenset(
    {"gbk", "gb2312", "gb18030", "hz", "big5", "big5hkscs", "cp950", "shift_jis", "cp932", "euc_kr", "cp949"}
)
"""Encodings whose consoles draw ambiguous characters such as “ two columns wide (UAX #11 A)."""
WINDOW = 60
"""Characters of a long line shown on either side of what is wrong."""


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
        return self.zh if self.zh == self.en else f"{self.zh} · {self.en}"


@dataclass(frozen=True, slots=True)
class Problem:
    """An author's mistake.

    source: the line as it stands in the file; width: how many of its characters are wrong;
    fix: the whole corrected line where one can be given, not printed where only white space is wrong;
    hint: what to do where no line can be given; add: whole lines to put in, as they are to stand, after what the hint
    says; also: the other files with the same mistake.
    """

    place: Place
    what: Message
    source: str = ""
    width: int = 1
    fix: str = ""
    hint: Message | None = None
    also: tuple[Place, ...] = ()
    add: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Sort key: file, line, column, then wording, so that two runs print the same text."""
        return (self.place.path, self.place.line, self.place.column, self.what.en)


class OutputError(Exception):
    """An output that can't be made, proved or put in its place; the text says why in both languages."""


class UnprovedError(OutputError):
    """Finished artifacts that aren't what they must be: nothing may be published. `faults` names each file."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(faults))


@dataclass(eq=False)
class CampaignDataError(Exception):
    """Every problem found in one reading; the only exception that a mistake in the data raises."""

    problems: Sequence[Problem] = field(default_factory=tuple)

    def __post_init__(self) -> None:
        self.problems = tuple(_told_once(sorted(set(self.problems), key=lambda problem: problem.order)))
        super().__init__(f"{len(self.problems)} problems")

    def __str__(self) -> str:
        return report(self.problems)


def _told_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems in their order; what is wrong with several files as such, and mended alike, is one problem."""
    alike: dict[tuple[Message, Message | None] | Problem, list[Problem]] = {}
    for problem in problems:
        alike.setdefault(problem if problem.place.line else (problem.what, problem.hint), []).append(problem)
    for first, *others in alike.values():
        more = [place for one in others for place in (one.place, *one.also)]
        yield replace(first, also=(*first.also, *more)) if more else first


def each(text: Message | str) -> Message:
    """A text in both languages, a path or a name as it is in either."""
    return text if isinstance(text, Message) else Message(text, text)


def report(problems: Iterable[Problem], *, output: Message | str = "site/", encoding: str | None = "utf-8") -> str:
    """The text a console shows, the same from every command: each problem in order, then the total.

    encoding: the console's. Where it has no Chinese only the English is given; what else it can't show is written as
    \\uXXXX and the caret moves with it. An unknown encoding counts as ASCII.
    """
    shown = console(encoding)
    ordered = sorted(problems, key=lambda problem: problem.order)
    count = len(ordered)
    noun = "problem" if count == 1 else "problems"
    stays = each(output)
    total = Message(f"共 {count} 处问题，{stays.zh} 未改动。", f"{count} {noun}; {stays.en} is unchanged.")
    blocks = [shown.block(problem) for problem in ordered]
    return "\n".join([*blocks, shown.sentence(total, " ")]) + "\n"


def console(encoding: str | None) -> Console:
    """The console of an encoding; one that nobody knows counts as ASCII."""
    return Console(_known(encoding))


def visible(text: str) -> str:
    """The text with every character that can't be seen written as its code point, `<U+200B>`; tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(f"<U+{ord(c):04X}>" if c != "\t" and unicodedata.category(c) in INVISIBLE else c for c in text)


def _known(encoding: str | None) -> str:
    try:
        return codecs.lookup(encoding or "ascii").name
    except LookupError:
        return "ascii"


@dataclass(frozen=True, slots=True)
class Console:
    """What a console can show, and how wide."""

    encoding: str

    def shown(self, text: str) -> str:
        """The text as this console will show it."""
        return visible(text).encode(self.encoding, "backslashreplace").decode(self.encoding)

    @property
    def has_chinese(self) -> bool:
        """Whether it can show Chinese."""
        try:
            return bool("中文，“”：".encode(self.encoding))
        except UnicodeEncodeError:
            return False

    def sentence(self, message: Message, between: str = " · ") -> str:
        """A message in both languages, in one where the two are the same or the console has no Chinese."""
        if not self.has_chinese:
            return self.shown(message.en)
        return self.shown(message.zh if message.zh == message.en else f"{message.zh}{between}{message.en}")

    def block(self, problem: Problem) -> str:
        """A problem as it is told: its place, what is wrong, the line, what mends it."""
        lines = [f"{self.shown(str(problem.place))}: {self.sentence(problem.what)}"]
        if problem.place.line and problem.source:
            lines += _excerpt(problem, self)
        lines += [f"   {self.sentence(ALSO, ' ')}: {self.shown(str(place))}" for place in problem.also]
        if problem.fix.strip() != problem.source.strip() and problem.fix:
            lines.append(f"   {self.sentence(FIX, ' ')}:  {self.shown(problem.fix.strip())}")
        if problem.hint:
            lines.append(f"   {self.sentence(HINT, ' ')}: {self.sentence(problem.hint)}")
        if problem.add:
            lines += [f"   {self.sentence(ADD, ' ')}:", *(f"      | {self.shown(line)}" for line in problem.add)]
        return "\n".join(lines)

    def columns(self, text: str) -> int:
        """How many columns a shown text takes."""
        return sum(map(self._cell, text))

    def gap(self, text: str) -> str:
        """White space as wide as a shown text; a tab stays a tab, so that both lines jump alike."""
        return "".join("\t" if character == "\t" else " " * self._cell(character) for character in text)

    def _cell(self, character: str) -> int:
        """Columns of a character: two for a wide one (UAX #11 W and F), none for a mark on the one before."""
        if unicodedata.category(character) in NO_WIDTH or "\u1160" <= character <= "\u11ff":
            return 0
        width = unicodedata.east_asian_width(character)
        return 2 if width in "WF" or (width == "A" and self.encoding in WIDE_CONSOLES) else 1


FIX = Message("改为", "fix")
HINT = Message("提示", "hint")
ADD = Message("写上", "add")
ALSO = Message("同样", "same in")


def _excerpt(problem: Problem, console: Console) -> list[str]:
    """The source line and a caret under the wrong characters, both cut to a window where the line is long."""
    start = min(max(0, problem.place.column - 1), len(problem.source))
    end = start + max(problem.width, 1)
    end = min(end, start + 2 * WINDOW)
    first, last = (0, None) if len(problem.source) <= 2 * WINDOW else (max(0, start - WINDOW), end + WINDOW // 2)
    before = ("…" if first else "") + problem.source[first:start]
    after = problem.source[end:last] + ("…" if last is not None and last < len(problem.source) else "")
    shown = [console.shown(part) for part in (before, problem.source[start:end], after)]
    caret = "^" * max(1, min(console.columns(shown[1].rstrip()), 2 * WINDOW))
    return [f"{problem.place.line:>5} | {''.join(shown).rstrip()}", " " * 8 + console.gap(shown[0]) + caret]
