"""What the ledger's entries add up to, also where two offices wrote at once: whose each code is, and what clashes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from campaign.paper.ledger.chain import Sealed, head_of, parents
from campaign.paper.ledger.entries import Mark, Merge, Over, Pack, Print, Rename, Same

Place = TypeVar("Place")
Key = tuple[str, str]
"""A record's kind and id; the id is empty for a page there is one of."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One code on paper, as it stands now.

    last: the latest print entry of its record (the id there may be a former one); id: the record's id now;
    over: the record is no more; instead: the id to see in its place, or nothing;
    prints: for each file ever made, by path, the entries that made it, the latest last: paper stays up when a sheet
    isn't made anew; marks: what became of its sheets, as it was noted; doubtful: editions that say two things, because
    two offices printed them at once: all of their paper is to be printed again.
    """

    last: Print
    id: str
    over: bool = False
    instead: str = ""
    prints: Mapping[str, tuple[Print, ...]] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    doubtful: frozenset[int] = frozenset()

    @property
    def made(self) -> Mapping[str, Print]:
        """The entry that made each file last, by path."""
        return {path: entries[-1] for path, entries in self.prints.items()}

    @property
    def code(self) -> str:
        """The short code."""
        return self.last.code

    @property
    def kind(self) -> str:
        """The record's kind."""
        return self.last.kind

    @property
    def files(self) -> Mapping[str, str]:
        """SHA-256 of each file ever made, as it was made last, by path."""
        return {path: entry.files[path] for path, entry in self.made.items()}

    @property
    def key(self) -> Key:
        """The record's kind and its id now."""
        return self.last.kind, self.id


@dataclass(frozen=True, slots=True)
class Claim:
    """A print entry that can't stand beside another; mark: its chain value; id: the record's id now."""

    entry: Print | Pack
    mark: str
    id: str


@dataclass(frozen=True, slots=True)
class Clash:
    """What two offices printed and what can't stand together.

    One of: a code for two records, two codes for one record, one number on two different sheets (`edition`).
    """

    claims: tuple[Claim, ...]
    edition: bool = False


@dataclass
class Descent:
    """One record's code from its first print entry on.

    firsts: that entry, and the first of another office that printed the same thing at once; ids: every id it had;
    standing: it kept its code.
    """

    firsts: list[int]
    mark: str
    printed: Printed
    ids: set[str]
    every: list[int]
    standing: bool = True


@dataclass(frozen=True)
class Folded:
    """What a ledger adds up to.

    printed: every code on paper, by code; withdrawn: paper that carries the code of something else, to be taken down;
    packs: doubtful editions of displays' packs, by display; clashes: what must be settled before anything else.
    """

    printed: Mapping[str, Printed]
    withdrawn: tuple[Printed, ...] = ()
    doubtful_packs: Mapping[str, frozenset[int]] = field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()


def folded(sealed: Sealed) -> Folded:
    """What a ledger adds up to; ValueError where an entry contradicts those that it was written after."""
    return _Folding(sealed).run()


class _Folding:
    """One pass over the entries. past: for each line the lines it was written after, as bits; None in a single chain,
    where that is all of them."""

    def __init__(self, sealed: Sealed) -> None:
        self.sealed = sealed
        merges = [one for one in sealed.entries if isinstance(one, Merge)]
        forked = bool(merges) or len({head_of(line).serial for line in sealed.lines}) < len(sealed.lines)
        self.past = _pasts(sealed) if forked else None
        self.gone = {mark for one in merges for mark in one.withdrawn}
        self.again: dict[str, set[int]] = {}
        for name, figures in (pair for one in merges for pair in one.again.items()):
            self.again.setdefault(name, set()).update(map(int, figures.split()))
        self.found: dict[str, list[Descent]] = {}
        self.packs: dict[str, list[int]] = {}

    def run(self) -> Folded:
        for number, one in enumerate(self.sealed.entries):
            if isinstance(one, Pack):
                self.packs.setdefault(one.id, []).append(number)
            elif isinstance(one, (Print, Mark, Rename, Over, Same)) and one.code:
                self._follow(number, one)
        every = [one for several in self.found.values() for one in several]
        clashes = tuple(self._clashes(every)) if self.past else ()
        return Folded(*self._stood(every), self._doubtful_packs(), clashes)

    def _knew(self, number: int, earlier: int) -> bool:
        """True where one line was written after another."""
        return self.past is None or bool(self.past[number] >> earlier & 1)

    def _follow(self, number: int, one: Print | Mark | Rename | Over | Same) -> None:
        descent = self._descent(number, one)
        if descent is None:
            return
        former = descent.printed
        known = former.key == (one.kind, one.id) if self.past is None else one.id in descent.ids
        if one.kind != former.kind or not known:
            raise ValueError(f"{one.code} belongs to {former.key}")
        if isinstance(one, Print):
            descent.every.append(number)
            descent.printed = _printed(former, one)
            return
        descent.printed = _changed(former, one)
        if isinstance(one, Rename):
            descent.ids.add(one.now)
            self._point(one)

    def _descent(self, number: int, one: Print | Mark | Rename | Over | Same) -> Descent | None:
        """The code's record as this line's writer knew it; None for the first print entry of one, which begins it."""
        several = self.found.setdefault(one.code, [])
        mine = [each for each in several if any(self._knew(number, first) for first in each.firsts)]
        if not mine and isinstance(one, Print):
            mark = head_of(self.sealed.lines[number]).chain
            twin = next((each for each in several if _one_record(each, one)), None)
            if twin is not None:
                twin.firsts.append(number)
                twin.standing &= mark not in self.gone
                return twin
            printed = _printed(None, one)
            doubtful = frozenset(self.again.get(one.code, ()))
            several.append(
                Descent([number], mark, replace(printed, doubtful=doubtful), {one.id}, [number], mark not in self.gone)
            )
            return None
        if not mine:
            raise ValueError(f"{one.code} was never printed")
        named = [each for each in mine if one.id in each.ids]
        return next((each for each in named if each.standing), (named or mine)[0])

    def _point(self, one: Rename) -> None:
        """Let what points at a renamed record as the thing to see instead point at its id now."""
        for several in self.found.values():
            for each in several:
                if (each.printed.kind, each.printed.instead) == (one.kind, one.id):
                    each.printed = replace(each.printed, instead=one.now)

    def _stood(self, every: Iterable[Descent]) -> tuple[dict[str, Printed], tuple[Printed, ...]]:
        """Each code with what it stands for, and what had to give its code up."""
        printed: dict[str, Printed] = {}
        for one in sorted(every, key=lambda each: (not each.standing, each.firsts)):
            printed.setdefault(one.printed.code, one.printed)
        owners = {one.printed.key: one.printed for one in every if one.standing}
        withdrawn = []
        for one in every:
            if printed[one.printed.code] is not one.printed:
                withdrawn.append(replace(one.printed, over=True))
            elif not one.standing and one.printed.key in owners:
                alias = f"{one.printed.id}~{one.printed.code}"
                printed[one.printed.code] = replace(one.printed, id=alias, over=True, instead=one.printed.id)
        return {code: printed[code] for code in self.found}, tuple(withdrawn)

    def _clashes(self, every: Iterable[Descent]) -> Iterator[Clash]:
        standing = [one for one in every if one.standing]
        for of in ("code", "key"):
            alike: dict[object, list[Descent]] = {}
            for one in standing:
                alike.setdefault(getattr(one.printed, of), []).append(one)
            for several in alike.values():
                told = of == "key" and len({one.printed.code for one in several}) == 1
                if len(several) > 1 and not told:
                    yield Clash(tuple(self._claim(one.firsts[0], one.printed.id) for one in several))
        for one in standing:
            yield from self._twice(one.printed.code, one.every, one.printed.id)
        for display, numbers in self.packs.items():
            yield from self._twice(f"display {display}", numbers, display)

    def _twice(self, name: str, numbers: Iterable[int], record_id: str) -> Iterator[Clash]:
        """Editions of a sheet or pack that two offices made at once and that differ."""
        editions: dict[int, dict[object, int]] = {}
        for number in numbers:
            one = self.sealed.entries[number]
            if isinstance(one, (Print, Pack)) and one.edition not in self.again.get(name, ()):
                editions.setdefault(one.edition, {}).setdefault(_said(one), number)
        for different in editions.values():
            if len(different) > 1:
                yield Clash(tuple(self._claim(number, record_id) for number in different.values()), edition=True)

    def _claim(self, number: int, record_id: str) -> Claim:
        one = self.sealed.entries[number]
        assert isinstance(one, (Print, Pack))
        return Claim(one, head_of(self.sealed.lines[number]).chain, record_id)

    def _doubtful_packs(self) -> dict[str, frozenset[int]]:
        return {display: frozenset(self.again.get(f"display {display}", ())) for display in self.packs}


def _pasts(sealed: Sealed) -> list[int]:
    found: list[int] = []
    for number, before in enumerate(parents(sealed)):
        past = 1 << number
        for one in before:
            past |= found[one]
        found.append(past)
    return found


def _said(one: Print | Pack) -> object:
    """What is on a sheet, or in a pack."""
    return one.sha256 if isinstance(one, Pack) else (one.payload, tuple(sorted(one.facts.items())))


def _one_record(descent: Descent, one: Print) -> bool:
    """True where two offices printed one record, each for the first time; False for two that only share an id."""
    former = descent.printed.last
    return former.kind == one.kind and one.id in descent.ids and not another(former, one.essence)


def another(printed: Print, now: Mapping[str, str]) -> bool:
    """True where what was printed has nothing in common with the essence of what is called the same.

    What its sheets said counts too: lines of older ledgers keep a booth's exhibitor there alone.
    """
    said = {**printed.facts, **printed.essence}
    return bool(printed.essence and now) and not said.items() & now.items()


def follow_instead(found: dict[Place, Printed], kind: str, former: str, now: str) -> None:
    """Let what points at a renamed record as the thing to see instead point at its id now."""
    for place, one in found.items():
        if (one.kind, one.instead) == (kind, former):
            found[place] = replace(one, instead=now)


def _printed(former: Printed | None, entry: Print) -> Printed:
    """A record's code after one more printing; of two that were printed at once the later edition is the last."""
    if former is None:
        return Printed(entry, entry.id, prints=dict.fromkeys(entry.files, (entry,)))
    prints = dict(former.prints)
    for path in entry.files:
        prints[path] = tuple(sorted((*prints.get(path, ()), entry), key=lambda one: one.edition))
    last = entry if entry.edition >= former.last.edition else former.last
    return replace(former, last=last, prints=prints, over=False, instead="")


def _changed(former: Printed, entry: Mark | Rename | Over | Same) -> Printed:
    if isinstance(entry, Mark):
        return replace(former, marks=(*former.marks, entry))
    if isinstance(entry, Rename):
        return replace(former, id=entry.now)
    if isinstance(entry, Over):
        return replace(former, over=True, instead=entry.instead)
    return replace(former, over=False, instead="")
