"""Witnesses: who else saw the ledger, so that whatever is cut from it is noticed, and can be brought back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from campaign.core.problems import Message, Place, Problem
from campaign.paper.code import is_code
from campaign.paper.ledger import faults, remembered
from campaign.paper.ledger.chain import Head
from campaign.paper.ledger.state import Ledger

FILE, HEAD = remembered.FILE, remembered.HEAD
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Witness:
    """One place that remembers where the ledger ended.

    where: as people find it; heads: what it says, None where that can't be read; codes: what it knows to be on paper;
    binding: False for what is on its way and may not be here yet, such as another branch; text: a copy of the
    ledger, empty where it keeps none; copy: gets the text, where that is kept until somebody needs it.
    """

    where: str
    heads: tuple[Head, ...] | None = ()
    codes: tuple[str, ...] = ()
    binding: bool = True
    text: str = ""
    copy: Callable[[], str] | None = None

    @property
    def telling(self) -> bool:
        """True where something was on paper when it saw the ledger, or where it can't be read."""
        return self.heads is None or any(head.serial > 0 for head in self.heads) or bool(self.codes)


def witnesses(folder: Path, release: Path, site: Path) -> list[Witness]:
    """Everyone who saw the ledger of a campaign's folder: the last release, the site it published, the site built last,
    and whatever git remembers: commits, tags, what is being merged, other branches."""
    return [*on_disk(release, site), *in_git(folder)]


def on_disk(release: Path, site: Path) -> Iterator[Witness]:
    """The last release with its manifest and copy of the ledger, and the sites."""
    for path in (release / HEAD, release / "site" / "q" / HEAD, site / "q" / HEAD):
        if path.is_file():
            copy = path.with_name(FILE)
            yield Witness(path.as_posix(), Head.each(_read(path)) or None, text=_read(copy) if copy.is_file() else "")
    manifest = release / MANIFEST
    if manifest.is_file():
        yield Witness(manifest.as_posix(), _of_manifest(_read(manifest)))
    pages = release / "site" / "q"
    codes = tuple(sorted(path.parent.name for path in pages.glob("*/index.html") if is_code(path.parent.name)))
    if codes:
        yield Witness(pages.as_posix(), codes=codes)


def in_git(folder: Path) -> Iterator[Witness]:
    """Every version of the ledger that git has, the latest first."""
    memory = remembered.memory(folder)
    for one in memory.versions if memory else ():
        copy = partial(_version, folder, one.at)
        yield Witness(f"git {one.name}", Head.each(one.head), binding=one.binding, copy=copy)


def _version(folder: Path, at: str) -> str:
    return remembered.version(folder, at) or ""


def denied(known: Ledger, witnesses: Iterable[Witness]) -> list[Problem]:
    """What those who saw the ledger prove against it, each at its place; who can't be read proves nothing."""
    return _missing(known, (one for one in witnesses if one.binding), faults.LOST_LINES, faults.ANOTHER)


def elsewhere(known: Ledger, witnesses: Iterable[Witness]) -> list[Problem]:
    """Prints that another branch or clone has and this ledger hasn't yet: no mistake, but to be joined before paper."""
    return _missing(known, (one for one in witnesses if not one.binding), faults.ELSEWHERE, faults.JOIN)


def _missing(known: Ledger, witnesses: Iterable[Witness], what: Message, hint: Message) -> list[Problem]:
    """A problem for what is missing, at whoever says so first: of many that tell of more and more, the last few."""
    found: dict[tuple[int, str], Problem] = {}
    for one in witnesses:
        for lost in _lost(known, one):
            found.setdefault(lost, Problem(Place(one.where), what, hint=hint))
    return [found[lost] for lost in sorted(found, reverse=True)[:TOLD]]


TOLD = 3


def _lost(known: Ledger, witness: Witness) -> Iterator[tuple[int, str]]:
    for head in witness.heads or ():
        if head.serial and not known.sealed.holds(head):
            yield head.serial, head.chain
    yield from ((known.next_serial, code) for code in witness.codes if code not in known.printed)


def _of_manifest(text: str) -> tuple[Head, ...]:
    try:
        said = json.loads(text)["ledger"]
        return (Head(int(said["serial"]), str(said["chain"])),)
    except (ValueError, KeyError, TypeError):
        return ()


def _read(path: Path) -> str:
    return path.read_text("utf-8", "replace")
