"""Marking: what an office says became of its sheets, as entries of the ledger."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from campaign.paper.copies import may_be_out, packs_out
from campaign.paper.ledger import STATES, Ledger, Mark
from campaign.paper.ledger.state import Key

ORDERED, HUNG, TAKEN_DOWN = STATES


@dataclass(frozen=True, slots=True)
class Made:
    """One version of a sheet or pack that a release made, and whose it is; over: the record is no more."""

    path: str
    edition: int
    code: str
    key: Key
    over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What is said of a sheet. editions: which serials it may bear, all of them where none is named."""

    path: str
    state: str
    editions: tuple[int, ...] = ()
    by: str = ""
    day: date | None = None


class UnmadeError(ValueError):
    """Something is said of a sheet that no release made; `known`: the editions of it that there are."""

    def __init__(self, word: Word, known: Sequence[int]) -> None:
        self.word, self.known = word, tuple(known)
        super().__init__(word.path)


def made(ledger: Ledger) -> tuple[Made, ...]:
    """Everything that releases made, by path and edition."""
    found = {
        Made(path, entry.edition, one.code, one.key, one.over): None
        for one in ledger.printed.values()
        for path, entries in one.prints.items()
        for entry in entries
    }
    for display, packs in ledger.packs.items():
        found |= {Made(pack.path, pack.edition, "", ("display", display)): None for pack in packs}
    return tuple(sorted(found, key=lambda one: (one.path, one.edition, one.code)))


def named(ledger: Ledger, text: str) -> tuple[str, ...]:
    """The paths that somebody means: a path, the end of one, a short code, or a record's id; none where none is meant.

    With or without `.pdf`, and with slashes as Windows writes them.
    """
    text = text.replace("\\", "/").strip()
    every = made(ledger)
    whole = {one.path for one in every if text in (one.path, one.code, one.key[1])}
    ends = {one.path for one in every if one.path.endswith((f"/{text}", f"/{text}.pdf"))}
    within = {one.path for one in every if text.endswith(f"/{one.path}") or text == one.path.removesuffix(".pdf")}
    return tuple(sorted(whole or ends or within))


def last_made(ledger: Ledger) -> tuple[str, ...]:
    """Every path that is still of a record there is."""
    return tuple(sorted({one.path for one in made(ledger) if not one.over}))


def marks(ledger: Ledger, words: Iterable[Word], today: date, *, once: bool = False) -> list[Mark]:
    """What is to be added to the ledger: nothing of what it says already. UnmadeError for a sheet nobody made.

    once: what was ever noted isn't noted again, as a list is read that says how far each sheet has come.
    """
    here: dict[str, list[Made]] = {}
    for one in made(ledger):
        here.setdefault(one.path, []).append(one)
    hanging = _hanging(ledger)
    noted: dict[tuple[str, str, int, str], list[str]] = {}
    for entry in ledger.entries:
        if isinstance(entry, Mark):
            noted.setdefault(_copy(entry), []).append(entry.state)
    found: list[Mark] = []
    for word in words:
        for one in _meant(here.get(word.path, []), word, hanging):
            mark = _mark(one, word, today)
            before = noted.setdefault(_copy(mark), [])
            if mark.state not in (before if once else before[-1:]):
                before.append(mark.state)
                found.append(mark)
    return found


def _mark(one: Made, word: Word, today: date) -> Mark:
    return Mark(
        day=word.day or today,
        state=word.state,
        code=one.code,
        kind=one.key[0],
        id=one.key[1],
        path=one.path,
        edition=one.edition,
        by=word.by,
    )


def _copy(mark: Mark) -> tuple[str, str, int, str]:
    return mark.code, mark.path, mark.edition, mark.by


def _meant(here: Sequence[Made], word: Word, hanging: Container[tuple[str, int]]) -> Iterator[Made]:
    """The versions a word is about: those it names; else of what is taken down all that hangs, of all else the last."""
    if not here or (word.editions and not {one.edition for one in here} & set(word.editions)):
        raise UnmadeError(word, sorted({one.edition for one in here}))
    if word.editions:
        yield from (one for one in here if one.edition in word.editions)
    elif word.state == TAKEN_DOWN:
        yield from (one for one in here if (one.path, one.edition) in hanging)
    else:
        yield from {(one.code, one.key): one for one in here}.values()


def _hanging(ledger: Ledger) -> set[tuple[str, int]]:
    out = [copy for one in ledger.printed.values() for copy in may_be_out(one)]
    return {(copy.path, copy.edition) for copy in (*out, *packs_out(ledger))}
