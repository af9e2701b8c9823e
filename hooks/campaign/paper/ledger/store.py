"""The ledger on disk: read and proved as a whole, and only ever appended to."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from filelock import FileLock, Timeout

from campaign.core.problems import CampaignDataError, Place, Problem
from campaign.core.typed import typed
from campaign.paper.ledger import faults
from campaign.paper.ledger.chain import Head, Sealed, UnsoundLedgerError, as_lines, read, salvaged, unread
from campaign.paper.ledger.entries import Entry, Start
from campaign.paper.ledger.joining import ClashError, Settled, StrangersError, join, problems
from campaign.paper.ledger.signing import unsigned
from campaign.paper.ledger.state import Ledger
from campaign.paper.ledger.witnesses import FILE, HEAD, TOLD, Witness, denied

LOCK = ".ledger.lock"
COMMAND = typed("ledger --merge")
WAIT = 5
"""Seconds for which to wait for another that writes."""


def load(folder: Path, *, shown_as: str | None = None) -> Ledger:
    """The ledger of a campaign's folder; CampaignDataError, saying how to restore it, where it can't be trusted.

    A ledger longer than its head is sound where the head lies on its chain: a release was killed between the two, or
    git merged the lines of two heads.
    """
    shown = (shown_as or folder.as_posix()).rstrip("/")
    path, heads = folder / FILE, _heads(folder / HEAD)
    try:
        if not path.is_file():
            raise _missing(f"{shown}/{FILE}", heads)
        ledger = Ledger(read(_text(path, f"{shown}/{FILE}"), path=f"{shown}/{FILE}"))
        _prove(ledger, heads, shown)
    except UnsoundLedgerError as unsound:
        raise CampaignDataError([unsound.problem]) from None
    return ledger


def doubts(
    known: Ledger, witnesses: Iterable[Witness], *, signers: Sequence[str] = (), shown_as: str = "campaign_data"
) -> list[Problem]:
    """Why a sound ledger may not be the whole of it: what others saw and it lacks, and lines that nobody signed.

    Whoever goes by the ledger asks this first: check, build, release, reprint, `campaign printed`, `campaign ledger`.
    """
    return [*denied(known, witnesses), *unsigned(known, signers, path=f"{shown_as.rstrip('/')}/{FILE}")]


def start(folder: Path, *, site_address: str, today: date, witnesses: Iterable[Witness] = ()) -> Ledger:
    """Begin a ledger where there has never been one; CampaignDataError where there is any trace of one.

    witnesses: who else may have seen a ledger: one that did tells of a ledger now lost, unless nothing was printed yet.
    """
    path, head = folder / FILE, folder / HEAD
    if path.exists() or head.exists():
        raise CampaignDataError([Problem(Place(path.as_posix()), faults.BEGUN, hint=faults.RESTORE)])
    seen = [one.where for one in witnesses if one.binding and one.telling]
    if seen:
        raise CampaignDataError([Problem(Place(where), faults.LOST, hint=faults.ANOTHER) for where in seen[:TOLD]])
    return _write(folder, Ledger().with_more([Start(day=today, site=site_address)]))


def append(folder: Path, ledger: Ledger, entries: Iterable[Entry]) -> Ledger:
    """Write entries at the end of the ledger and seal them; the file as it stands must still be the ledger given.

    Each file is replaced whole, the ledger first: killed at any moment, the folder holds a sound ledger. Of two that
    write at once the second is refused.
    """
    with held(folder):
        if load(folder).head != ledger.head:
            raise _taken(folder)
        return _write(folder, ledger.with_more(entries))


def merge(
    folder: Path,
    witnesses: Iterable[Witness],
    *,
    given: Iterable[Witness] = (),
    settled: Settled | None = None,
    command: str = COMMAND,
) -> Ledger:
    """Join all that is left of the ledger in its folder with all that the witnesses have of it, and write that.

    Nothing is written where something is on paper that no copy tells of. The rest is as `whole` has it.
    """
    with held(folder):
        return _write(folder, whole(folder, witnesses, given=given, settled=settled, command=command))


def whole(
    folder: Path,
    witnesses: Iterable[Witness],
    *,
    given: Iterable[Witness] = (),
    settled: Settled | None = None,
    command: str = COMMAND,
) -> Ledger:
    """All that is left of the ledger in its folder with all that the witnesses have of it.

    Whatever state the two files are in: conflict marks, lines cut off or edited, a file that is missing. given: copies
    that somebody named, whatever they begin with; command: what was typed, for the lines that settle what two offices
    printed. CampaignDataError with what is in the way, such as prints that no copy tells of.
    """
    named, path = list(given), folder / FILE
    everyone = [*named, *(one for one in witnesses if one.binding)]
    own = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
    shown = path.as_posix()
    try:
        found = _gathered([own, *(one.text for one in everyone)], everyone, path=shown)
        firsts = {as_lines(text)[0] for text in (own, *(one.text for one in named)) if text}
        joint = Ledger(join(_ours(found, firsts), settled=settled))
    except UnsoundLedgerError as unsound:
        raise CampaignDataError([unsound.problem]) from None
    except StrangersError:
        raise CampaignDataError([Problem(Place(shown), faults.STRANGERS, hint=faults.ONE_OF_BOTH)]) from None
    except ClashError as clash:
        raise CampaignDataError(problems(clash.clashes, path=shown, command=command, settled=settled)) from None
    kept = Witness((folder / HEAD).as_posix(), _heads(folder / HEAD) or ())
    missing = denied(joint, [kept, *everyone])
    if missing or not joint.entries:
        missing, hint = missing or [Problem(Place(shown), faults.MISSING)], faults.bring(command)
        raise CampaignDataError([replace(one, what=faults.NO_COPY, hint=hint) for one in missing])
    return joint


def _gathered(texts: Sequence[str], witnesses: Sequence[Witness], *, path: str) -> tuple[Sealed, ...]:
    """All that can be proved of these texts and of as many of the witnesses' copies as it takes to lack nothing."""
    pool = [*texts, *(one.copy() for one in witnesses if one.copy and not one.heads)]
    found = salvaged(pool, path=path)
    unread = [one for one in witnesses if one.copy and one.heads]
    for one in sorted(unread, key=lambda one: max(one.heads or ()), reverse=True):
        if one.copy and not all(any(sealed.holds(head) for sealed in found) for head in one.heads or ()):
            pool.append(one.copy())
            found = salvaged(pool, path=path)
    return found


def joined(texts: Iterable[str], *, shown_as: str = FILE) -> str:
    """The text of the ledger that sound ones are together; CampaignDataError where they can't be one."""
    try:
        return join([read(text, path=shown_as) for text in texts if text.strip()]).text
    except UnsoundLedgerError as unsound:
        raise CampaignDataError([unsound.problem]) from None
    except StrangersError:
        raise CampaignDataError([Problem(Place(shown_as), faults.STRANGERS, hint=faults.ONE_OF_BOTH)]) from None
    except ClashError as clash:
        raise CampaignDataError(problems(clash.clashes, path=shown_as, command=COMMAND)) from None


def _ours(found: Sequence[Sealed], firsts: Collection[str]) -> list[Sealed]:
    """The ledgers that are this campaign's: those that begin like one in its folder or one that was named, if any."""
    mine = [one for one in found if len(one.lines) > 1 and one.lines[0] in firsts]
    return mine or [one for one in found if one.lines]


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """The ledger to oneself: CampaignDataError where another still writes it after a while."""
    try:
        with FileLock(folder / LOCK, timeout=WAIT):
            yield
    except Timeout:
        raise _taken(folder) from None


def _taken(folder: Path) -> CampaignDataError:
    return CampaignDataError([Problem(Place((folder / FILE).as_posix()), faults.LOCKED)])


def keep_copy(ledger: Ledger, output: Path) -> None:
    """Let the copy in the last release say all that the ledger says, so that nothing is lost by restoring it.

    Another campaign's release, and a folder that isn't one, are left alone. OSError where it can't be written.
    """
    heads = _heads(output / HEAD)
    if heads and all(map(ledger.sealed.holds, heads)) and heads != (ledger.head,):
        _write(output, ledger)


def _missing(path: str, heads: tuple[Head, ...] | None) -> UnsoundLedgerError:
    hint = faults.START if heads is None else faults.RESTORE
    return UnsoundLedgerError(Problem(Place(path), faults.MISSING, hint=hint))


def _prove(ledger: Ledger, heads: tuple[Head, ...] | None, shown: str) -> None:
    """The head agrees, and the entries agree with each other."""
    lines = ledger.sealed.lines
    last = ledger.sealed.head.serial
    if not heads:
        raise unread(f"{shown}/{HEAD}", faults.HEAD_MISSING)
    for head in heads:
        if head.serial > last:
            raise unread(f"{shown}/{FILE}", faults.cut(head.serial, last), lines, len(lines) - 1)
        if not ledger.sealed.holds(head):
            raise unread(f"{shown}/{FILE}", faults.other(f"{shown}/{HEAD}"), lines, min(head.serial, len(lines) - 1))
    if len(ledger.sealed.ends) > 1:
        raise unread(f"{shown}/{FILE}", faults.UNJOINED)
    try:
        _ = ledger.by_record
    except ValueError:
        raise unread(f"{shown}/{FILE}", faults.TWICE) from None


def _heads(path: Path) -> tuple[Head, ...] | None:
    """The heads that stand on disk, nothing where the text is something else; None where there is no file."""
    return Head.each(path.read_bytes().decode("utf-8", "replace")) if path.is_file() else None


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
