"""The ledger's text: each line sealed with all before it, and what is wrong where the seal is broken."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from campaign.core.problems import Message, Place, Problem
from campaign.paper.ledger import faults
from campaign.paper.ledger.entries import Entry, Start, entry, plain

LINE = re.compile(r'(\{"serial": (0|[1-9]\d{0,8}), .*), "chain": "([0-9a-f]{32})"\}')
HEAD_LINE = re.compile(r"(0|[1-9]\d{0,8}) ([0-9a-f]{32})")
SEED = hashlib.sha256(b"campaign ledger").hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Head:
    """Where a ledger ended: the serial of its last line, and the chain value there."""

    serial: int
    chain: str

    def __str__(self) -> str:
        return f"{self.serial} {self.chain}\n"

    @classmethod
    def of(cls, text: str) -> Head | None:
        """The head that a text says; None where it says none."""
        found = HEAD_LINE.fullmatch(text.removeprefix("\ufeff").strip())
        return cls(int(found[1]), found[2]) if found else None


@dataclass(frozen=True, slots=True)
class Sealed:
    """Entries in order, and the line of each as it is written, without its line break."""

    entries: tuple[Entry, ...] = ()
    lines: tuple[str, ...] = ()

    @property
    def head(self) -> Head:
        """Where it ends."""
        return Head(len(self.lines) - 1, _chain(self.lines[-1]))

    @property
    def text(self) -> str:
        """The ledger as it is written."""
        return "".join(f"{line}\n" for line in self.lines)

    def holds(self, head: Head) -> bool:
        """True where this ledger once ended like that: it is the same one, or it goes on from there."""
        return head.serial < len(self.lines) and _chain(self.lines[head.serial]) == head.chain

    def with_more(self, entries: Iterable[Entry]) -> Sealed:
        """The ledger with entries added at its end."""
        done, lines = list(self.entries), list(self.lines)
        for one in entries:
            body = json.dumps({"serial": len(done)} | plain(one), ensure_ascii=False)[:-1]
            seal = _seal(_chain(lines[-1]) if lines else SEED, body)
            lines.append(f'{body}, "chain": "{seal}"}}')
            done.append(one)
        return Sealed(tuple(done), tuple(lines))


def read(text: str, *, path: str) -> Sealed:
    """The ledger that a text says, its chain proved; UnsoundLedgerError at the first line that doesn't hold.

    Line endings, a byte order mark and empty lines at the end are as an editor may have left them.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").rstrip("\n").split("\n")
    entries: list[Entry] = []
    before = SEED
    for number, line in enumerate(lines):
        what = _fault(line, number, before)
        if what:
            raise unread(path, what, lines, number)
        try:
            entries.append(_entry(line))
        except (ValueError, TypeError, RecursionError):
            raise unread(path, faults.UNKNOWN, lines, number) from None
        before = _chain(line)
    if not isinstance(entries[0], Start) or any(isinstance(one, Start) for one in entries[1:]):
        raise unread(path, faults.NO_START, lines, 0)
    return Sealed(tuple(entries), tuple(lines))


class UnsoundLedgerError(Exception):
    """The ledger can't be trusted; `problem` says where and how to restore it."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem.what))


def unread(path: str, what: Message, lines: Sequence[str] = (), number: int = -1) -> UnsoundLedgerError:
    """The exception for a line of a ledger, from 0; -1 is the file as a whole."""
    source = lines[number] if 0 <= number < len(lines) else ""
    place = Place(path, number + 1, 1) if number >= 0 else Place(path)
    return UnsoundLedgerError(Problem(place, what, source[:120], hint=faults.RESTORE))


def _fault(line: str, number: int, before: str) -> Message | None:
    found = LINE.fullmatch(line)
    if not found:
        return faults.EDITED if line.strip() else faults.EMPTY
    if int(found[2]) != number:
        return faults.misplaced(int(found[2]), number)
    return None if _seal(before, found[1]) == found[3] else faults.EDITED


def _entry(line: str) -> Entry:
    values = json.loads(line)
    del values["serial"], values["chain"]
    return entry(values)


def _chain(line: str) -> str:
    return line[-34:-2]


def _seal(before: str, body: str) -> str:
    return hashlib.sha256(f"{before}\n{body}".encode()).hexdigest()[:32]
