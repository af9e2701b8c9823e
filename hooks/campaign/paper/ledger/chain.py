"""The ledger's text: each line sealed with all before it, and what is wrong where the seal is broken."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from campaign.core.problems import Message, Place, Problem
from campaign.paper.ledger import faults
from campaign.paper.ledger.entries import Entry, Merge, Start, entry, plain

LINE = re.compile(r'(\{"serial": (0|[1-9]\d{0,8}), .*), "chain": "([0-9a-f]{32})"\}')
HEAD_LINE = re.compile(r"(0|[1-9]\d{0,8}) ([0-9a-f]{32})")
SEED = hashlib.sha256(b"campaign ledger").hexdigest()[:32]
CONFLICT = re.compile(r"(<{7}|\|{7}|={7}|>{7})( .*)?")
"""What git puts between the lines of two sides that it couldn't merge."""


@dataclass(frozen=True, slots=True, order=True)
class Head:
    """Where a ledger ended: the serial of its last line, and the chain value there."""

    serial: int
    chain: str

    def __str__(self) -> str:
        return f"{self.serial} {self.chain}\n"

    @classmethod
    def of(cls, text: str) -> Head | None:
        """The head that a text says; None where it says none, or several."""
        found = cls.each(text)
        return found[0] if len(found) == 1 else None

    @classmethod
    def each(cls, text: str) -> tuple[Head, ...]:
        """Every head that a text says, one a line, as git leaves those of two ledgers; none where a line is none."""
        said = [HEAD_LINE.fullmatch(line.strip()) for line in text.removeprefix("\ufeff").split("\n") if line.strip()]
        return tuple(cls(int(one[1]), one[2]) for one in said if one) if all(said) else ()


@dataclass(frozen=True, slots=True)
class Sealed:
    """Entries by serial, and the line of each as it is written, without its line break.

    Two offices that both went on from one line each have a line with the next serial: then both stand, by serial and
    chain, each sealed with the one that it was written after, and a `Merge` names where the others ended. No line is
    ever written anew, so every head that was ever published stays in the ledger, and so does every signature.
    """

    entries: tuple[Entry, ...] = ()
    lines: tuple[str, ...] = ()

    @property
    def head(self) -> Head:
        """Where it ends, which is the latest of its ends where it has several."""
        return head_of(self.lines[-1])

    @property
    def ends(self) -> tuple[Head, ...]:
        """Every line that nothing was written after: one, but for ledgers that aren't joined yet."""
        after = {parent for one in parents(self) for parent in one}
        return tuple(head_of(line) for number, line in enumerate(self.lines) if number not in after)

    @property
    def text(self) -> str:
        """The ledger as it is written."""
        return "".join(f"{line}\n" for line in self.lines)

    def holds(self, head: Head) -> bool:
        """True where this ledger once ended like that: it is the same one, or it goes on from there."""
        tail = f'"chain": "{head.chain}"}}'
        return any(line.endswith(tail) and head_of(line) == head for line in self.lines)

    def with_more(self, entries: Iterable[Entry]) -> Sealed:
        """The ledger with entries added at its end."""
        done, lines = list(self.entries), list(self.lines)
        serial = self.head.serial + 1 if lines else 0
        for number, one in enumerate(entries, serial):
            body = json.dumps({"serial": number} | plain(one), ensure_ascii=False)[:-1]
            seal = _seal(_chain(lines[-1]) if lines else SEED, body)
            lines.append(f'{body}, "chain": "{seal}"}}')
            done.append(one)
        return Sealed(tuple(done), tuple(lines))


@dataclass
class _Reading:
    """The lines that are proved so far, by chain value, and those that the next serial may have been written after."""

    proved: dict[str, int] = field(default_factory=dict)
    at: dict[int, list[str]] = field(default_factory=lambda: {-1: [SEED]})

    def fault(self, line: str) -> Message | None:
        """What is wrong with a line; None where it is sealed with one of those before it, which it then joins."""
        found = LINE.fullmatch(line)
        if not found:
            return faults.CONFLICT if CONFLICT.fullmatch(line) else faults.EDITED if line.strip() else faults.EMPTY
        serial, chain = int(found[2]), found[3]
        if serial - 1 not in self.at or chain in self.proved:
            return faults.misplaced(serial, max(self.at) + 1)
        if all(_seal(before, found[1]) != chain for before in self.at[serial - 1]):
            return faults.EDITED
        self.proved[chain] = serial
        self.at.setdefault(serial, []).append(chain)
        return None

    def knows(self, one: Entry) -> bool:
        """True where what an entry was joined with is there."""
        return not isinstance(one, Merge) or any(
            f"{serial} {chain}" == one.other for chain, serial in self.proved.items()
        )


def read(text: str, *, path: str) -> Sealed:
    """The ledger that a text says, its chain proved; UnsoundLedgerError at the first line that doesn't hold.

    Line endings, a byte order mark and empty lines at the end are as an editor may have left them.
    """
    lines = as_lines(text)
    entries: list[Entry] = []
    proved, former = _Reading(), Head(-1, "")
    for number, line in enumerate(lines):
        what = proved.fault(line)
        if what:
            raise unread(path, what, lines, number)
        if head_of(line) < former:
            raise unread(path, faults.misplaced(head_of(line).serial, former.serial + 1), lines, number)
        entries.append(_known(line, lines, number, path))
        if not proved.knows(entries[-1]):
            raise unread(path, faults.EDITED, lines, number)
        former = head_of(line)
    if not isinstance(entries[0], Start) or any(isinstance(one, Start) for one in entries[1:]):
        raise unread(path, faults.NO_START, lines, 0)
    return Sealed(tuple(entries), tuple(lines))


def salvaged(texts: Iterable[str], *, path: str) -> tuple[Sealed, ...]:
    """All that can be proved of what these texts say together, whatever else stands in them: a ledger for each start.

    A line counts where every line before it is there as well, in whichever text. UnsoundLedgerError, naming `path`, for
    a proved line that isn't understood.
    """
    pool = {line for text in texts for line in as_lines(text) if LINE.fullmatch(line)}
    begun: dict[str, list[str]] = {}
    of: dict[str, str] = {}
    proved = _Reading()
    for line in sorted(pool, key=head_of):
        if proved.fault(line) is None:
            found = LINE.fullmatch(line)
            before = next(
                (b for b in proved.at[head_of(line).serial - 1] if found and _seal(b, found[1]) == found[3]), ""
            )
            start = of[_chain(line)] = of.get(before, _chain(line))
            begun.setdefault(start, []).append(line)
    return tuple(_rest(lines, path) for lines in begun.values())


def _rest(lines: Sequence[str], path: str) -> Sealed:
    """Proved lines as a ledger, without those that were joined with what isn't there, and what was written after."""
    kept: list[str] = []
    entries: list[Entry] = []
    proved = _Reading()
    for number, line in enumerate(lines):
        one = _known(line, lines, number, path)
        if proved.knows(one) and proved.fault(line) is None:
            kept.append(line)
            entries.append(one)
    return Sealed(tuple(entries), tuple(kept))


def parents(sealed: Sealed) -> list[tuple[int, ...]]:
    """For each line the numbers of those that it goes on from: the one it is sealed with, and the one it joins."""
    at: dict[int, list[int]] = {}
    numbers = {str(head_of(line)).strip(): number for number, line in enumerate(sealed.lines)}
    found: list[tuple[int, ...]] = []
    for number, (line, one) in enumerate(zip(sealed.lines, sealed.entries, strict=True)):
        serial, before = head_of(line).serial, at.get(head_of(line).serial - 1, [])
        if len(before) > 1:
            body, chain = line[: line.rindex(', "chain": "')], _chain(line)
            before = [other for other in before if _seal(_chain(sealed.lines[other]), body) == chain]
        found.append((*before, *((numbers[one.other],) if isinstance(one, Merge) else ())))
        at.setdefault(serial, []).append(number)
    return found


class UnsoundLedgerError(Exception):
    """The ledger can't be trusted; `problem` says where and how to restore it."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem.what))


def unread(path: str, what: Message, lines: Sequence[str] = (), number: int = -1) -> UnsoundLedgerError:
    """The exception for a line of a ledger, from 0; -1 is the file as a whole."""
    source = lines[number] if 0 <= number < len(lines) else ""
    place = Place(path, number + 1, 1) if number >= 0 else Place(path)
    hint = faults.NEWER if what == faults.UNKNOWN else faults.RESTORE
    return UnsoundLedgerError(Problem(place, what, source[:120], hint=hint))


def tells(text: str) -> bool:
    """True where any line of a text is written as a ledger's are, whatever became of the others."""
    return any(LINE.fullmatch(line) for line in as_lines(text))


def as_lines(text: str) -> list[str]:
    """A text's lines, whatever an editor did to their ends."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").rstrip("\n").split("\n")


def head_of(line: str) -> Head:
    """The head of a ledger that ends with this line, which is one."""
    return Head(int(line[11 : line.index(",")]), _chain(line))


def _known(line: str, lines: Sequence[str], number: int, path: str) -> Entry:
    try:
        values = json.loads(line)
        del values["serial"], values["chain"]
        return entry(values)
    except (ValueError, TypeError, RecursionError):
        raise unread(path, faults.UNKNOWN, lines, number) from None


def _chain(line: str) -> str:
    return line[-34:-2]


def _seal(before: str, body: str) -> str:
    return hashlib.sha256(f"{before}\n{body}".encode()).hexdigest()[:32]
