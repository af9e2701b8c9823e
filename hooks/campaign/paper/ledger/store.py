"""The ledger on disk: read and proved as a whole, and only ever appended to."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from filelock import FileLock, Timeout

from campaign.core.problems import CampaignDataError, Place, Problem
from campaign.paper.ledger import faults
from campaign.paper.ledger.chain import Head, UnsoundLedgerError, read, unread
from campaign.paper.ledger.entries import Entry, Start
from campaign.paper.ledger.state import Ledger

FILE = "ledger.jsonl"
HEAD = "ledger.head"
LOCK = ".ledger.lock"
WAIT = 5
"""Seconds for which to wait for another that writes."""


def load(folder: Path, *, shown_as: str | None = None) -> Ledger:
    """The ledger of a campaign's folder; CampaignDataError, saying how to restore it, where it can't be trusted.

    A ledger longer than its head is sound where the head lies on its chain: a release was killed between the two.
    """
    shown = (shown_as or folder.as_posix()).rstrip("/")
    path, head = folder / FILE, _head(folder / HEAD)
    try:
        if not path.is_file():
            raise _missing(f"{shown}/{FILE}", head)
        ledger = Ledger(read(_text(path, f"{shown}/{FILE}"), path=f"{shown}/{FILE}"))
        _prove(ledger, head, shown)
    except UnsoundLedgerError as unsound:
        raise CampaignDataError([unsound.problem]) from None
    return ledger


def start(folder: Path, *, site_address: str, today: date, witnesses: Iterable[Path] = ()) -> Ledger:
    """Begin a ledger where there has never been one; CampaignDataError where there is any trace of one.

    witnesses: where else heads of ledgers are kept: one that is there tells of a ledger now lost, unless it tells of
    one in which nothing was printed yet.
    """
    path, head = folder / FILE, folder / HEAD
    if path.exists() or head.exists():
        raise CampaignDataError([Problem(Place(path.as_posix()), faults.BEGUN, hint=faults.RESTORE)])
    seen = [Problem(Place(one.as_posix()), faults.LOST, hint=faults.ANOTHER) for one in _telling(witnesses)]
    if seen:
        raise CampaignDataError(seen)
    return _write(folder, Ledger().with_more([Start(day=today, site=site_address)]))


def append(folder: Path, ledger: Ledger, entries: Iterable[Entry]) -> Ledger:
    """Write entries at the end of the ledger and seal them; the file as it stands must still be the ledger given.

    Each file is replaced whole, the ledger first: killed at any moment, the folder holds a sound ledger. Of two that
    write at once the second is refused.
    """
    taken = CampaignDataError([Problem(Place((folder / FILE).as_posix()), faults.LOCKED)])
    try:
        with FileLock(folder / LOCK, timeout=WAIT):
            if load(folder).head != ledger.head:
                raise taken
            return _write(folder, ledger.with_more(entries))
    except Timeout:
        raise taken from None


def keep_copy(ledger: Ledger, output: Path) -> None:
    """Let the copy in the last release say all that the ledger says, so that nothing is lost by restoring it.

    Another campaign's release, and a folder that isn't one, are left alone. OSError where it can't be written.
    """
    head = _head(output / HEAD)
    if isinstance(head, Head) and ledger.sealed.holds(head) and head != ledger.head:
        _write(output, ledger)


def witness(ledger: Ledger, text: str, *, where: str) -> Problem | None:
    """What a head kept elsewhere (the published site, a release's manifest) proves against this ledger."""
    head = Head.of(text)
    if head is None or (ledger.entries and ledger.sealed.holds(head)):
        return None
    return Problem(Place(where), faults.other(where), hint=faults.ANOTHER)


def denied(known: Ledger, witnesses: Iterable[Path]) -> list[Problem]:
    """What the heads kept in these files prove against a ledger; a file that isn't there proves nothing."""
    said = (witness(known, _read(path), where=path.as_posix()) for path in _telling(witnesses))
    return [problem for problem in said if problem]


def _telling(witnesses: Iterable[Path]) -> list[Path]:
    """Those that are there and tell of something on paper, or can't be read."""
    heads = [(path, Head.of(_read(path))) for path in witnesses if path.is_file()]
    return [path for path, head in heads if head is None or head.serial > 0]


def _read(path: Path) -> str:
    return path.read_text("utf-8", "replace")


def _missing(path: str, head: Head | str | None) -> UnsoundLedgerError:
    hint = faults.START if head is None else faults.RESTORE
    return UnsoundLedgerError(Problem(Place(path), faults.MISSING, hint=hint))


def _prove(ledger: Ledger, head: Head | str | None, shown: str) -> None:
    """The head agrees, and the entries agree with each other."""
    lines = ledger.sealed.lines
    last = ledger.next_serial - 1
    if not isinstance(head, Head):
        raise unread(f"{shown}/{HEAD}", faults.HEAD_MISSING)
    if head.serial > last:
        raise unread(f"{shown}/{FILE}", faults.cut(head.serial, last), lines, last)
    if not ledger.sealed.holds(head):
        raise unread(f"{shown}/{FILE}", faults.other(f"{shown}/{HEAD}"), lines, head.serial)
    try:
        _ = ledger.by_record
    except ValueError:
        raise unread(f"{shown}/{FILE}", faults.TWICE) from None


def _head(path: Path) -> Head | str | None:
    """The head that stands on disk; its text where that isn't one, None where there is no file."""
    if not path.is_file():
        return None
    text = path.read_bytes().decode("utf-8", "replace")
    return Head.of(text) or text


def _text(path: Path, shown: str) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise unread(shown, faults.NOT_TEXT) from None


def _write(folder: Path, ledger: Ledger) -> Ledger:
    _replace(folder / FILE, ledger.sealed.text)
    _replace(folder / HEAD, str(ledger.head))
    return ledger


def _replace(path: Path, text: str) -> None:
    """Put a text in a file's place, whole or not at all.

    After a power cut it is there too, except on Windows and network drives, which may bring the former text back whole.
    """
    draft = path.with_name(f".{path.name}.new")
    try:
        with draft.open("wb") as stream:
            stream.write(text.encode("utf-8"))
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Have a folder's new entries on the disk itself, where the system can do that."""
    if os.name != "posix":
        return
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def witnesses(output: Path, site: Path) -> list[Path]:
    """Where else a ledger's head is kept: in the last release, the site it published, and the site built last."""
    return [output / HEAD, output / "site" / "q" / HEAD, site / "q" / HEAD]
