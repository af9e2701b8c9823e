"""Marking: what an office says became of its sheets, as entries of the ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from campaign.paper.copies import may_be_out, packs_out
from campaign.paper.ledger import STATES, Ledger, Mark
from campaign.paper.ledger.descent import Key

ORDERED, HUNG, TAKEN_DOWN = STATES


@dataclass(frozen=True, slots=True)
class Made:
    """One version of a sheet or pack that a release made, and whose it is; over: the record is no more."""

    path: str
    edition: int
    code: str
    key: Key
    over: bool = False


class Said(Enum):
    """How something is said of a sheet: by its name; by a list, which says how far each has come; of all there are."""

    NAMED = "named"
    LISTED = "listed"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What is said of a sheet. editions: which serials it may bear, all of them where none is named; said: how."""

    path: str
    state: str
    editions: tuple[int, ...] = ()
    by: str = ""
    day: date | None = None
    said: Said = Said.NAMED


class UnmadeError(ValueError):
    """Something is said of a sheet that no release made; `known`: the editions of it that there are."""

    def __init__(self, word: Word, known: Sequence[int]) -> None:
        self.word, self.known = word, tuple(known)
        super().__init__(word.path)


def made(ledger: Ledger) -> tuple[Made, ...]:
    """Everything that releases made, by path and edition."""
    found = {
        Made(path, entry.edition, one.code, one.key, one.over): None
        for one in (*ledger.printed.values(), *ledger.withdrawn)
        for path, entries in one.prints.items()
        for entry in entries
    }
    for display, packs in ledger.packs.items():
        found |= {Made(pack.path, pack.edition, "", ("display", display)): None for pack in packs}
    return tuple(sorted(found, key=lambda one: (one.path, one.edition, one.code)))


def named(ledger: Ledger, text: str) -> tuple[str, ...]:
    """The paths that somebody means: a path, the end of one, a short code, a record's id or its title; none where none
    is meant.

    With or without `.pdf`, with slashes as Windows writes them, and in capitals or not.
    """
    title, text = text.strip().casefold(), text.replace("\\", "/").strip().lower()
    every = [(one.path.lower(), one) for one in made(ledger)]
    whole = {one.path for path, one in every if text in (path, one.code, one.key[1])}
    ends = {one.path for path, one in every if path.endswith((f"/{text}", f"/{text}.pdf"))}
    within = {one.path for path, one in every if text.endswith(f"/{path}") or text == path.removesuffix(".pdf")}
    called = {one.code for one in ledger.printed.values() if title in map(str.casefold, one.last.names.values())}
    titled = {one.path for _, one in every if one.code and one.code in called}
    return tuple(sorted(whole or ends or within or titled))


def last_made(ledger: Ledger, released: Collection[str] | None = None) -> tuple[str, ...]:
    """Every path that is still of a record there is.

    released: the files of the last release, where it is at hand: a sheet that it left out is no longer made.
    """
    paths = {one.path for one in made(ledger) if not one.over}
    return tuple(sorted(paths if released is None else paths & set(released)))


class Marking:
    """What is noted of sheets, word by word: each is judged by the ledger and by all that was said before it."""

    def __init__(self, ledger: Ledger, today: date) -> None:
        self._today = today
        self._here: dict[str, list[Made]] = {}
        for one in made(ledger):
            self._here.setdefault(one.path, []).append(one)
        self._hanging = _hanging(ledger)
        self._noted: dict[tuple[str, str, int], list[Mark]] = {}
        for entry in ledger.entries:
            if isinstance(entry, Mark):
                self._noted.setdefault(_copy(entry), []).append(entry)

    def note(self, word: Word) -> list[Mark]:
        """What a word adds to the ledger: nothing of what that says already. UnmadeError for a sheet nobody made."""
        meant = [_mark(one, word, self._today) for one in self._meant(word)]
        found = [mark for mark in meant if self._adds(mark, word.said)]
        for mark in found:
            self._noted.setdefault(_copy(mark), []).append(mark)
            if mark.state != TAKEN_DOWN:
                self._hanging.add((mark.path, mark.edition))
        return found

    def _meant(self, word: Word) -> Iterator[Made]:
        """The versions a word is about: those it names; else of what is taken down all that hangs, else the last."""
        here = self._here.get(word.path, [])
        if not here or (word.editions and not {one.edition for one in here} & set(word.editions)):
            raise UnmadeError(word, sorted({one.edition for one in here}))
        if word.editions:
            yield from (one for one in here if one.edition in word.editions)
        elif word.state == TAKEN_DOWN:
            yield from (one for one in here if (one.path, one.edition) in self._hanging)
        else:
            yield from {(one.code, one.key): one for one in here}.values()

    def _adds(self, mark: Mark, said: Said) -> bool:
        """A sheet goes on from state to state; back up after it was taken down only where somebody names it."""
        every = self._noted.get(_copy(mark), [])
        before = [one.state for one in every if one.by == mark.by]
        if said is Said.ALL and mark.state != TAKEN_DOWN:
            hands = {one.by: one.state for one in every if "" in (one.by, mark.by) or one.by == mark.by}
            before = sorted(hands.values(), key=STATES.index)
        if not before:
            return True
        if before[-1] == TAKEN_DOWN and said is Said.NAMED:
            return mark.state != TAKEN_DOWN
        again = said is Said.LISTED and mark.state in before
        return not again and STATES.index(mark.state) > STATES.index(before[-1])


def marks(ledger: Ledger, words: Iterable[Word], today: date) -> list[Mark]:
    """What words add to the ledger, one after the other, see `Marking`."""
    marking = Marking(ledger, today)
    return [mark for word in words for mark in marking.note(word)]


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


def _copy(mark: Mark) -> tuple[str, str, int]:
    return mark.code, mark.path, mark.edition


def _hanging(ledger: Ledger) -> set[tuple[str, int]]:
    out = [copy for one in ledger.printed.values() for copy in may_be_out(one)]
    return {(copy.path, copy.edition) for copy in (*out, *packs_out(ledger))}
