"""What the ledger's entries add up to: every code on paper, whose it is, and whether that is over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from campaign.paper.ledger.chain import Head, Sealed
from campaign.paper.ledger.entries import Entry, Mark, Over, Pack, Print, Rename, Retarget, Same, Start

Place = TypeVar("Place")
Key = tuple[str, str]
"""A record's kind and id; the id is empty for a page there is one of."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One code on paper, as it stands now.

    last: the latest print entry of its record (the id there may be a former one); id: the record's id now;
    over: the record is no more; instead: the id to see in its place, or nothing;
    prints: for each file ever made, by path, the entries that made it, the latest last: paper stays up when a sheet
    isn't made anew; marks: what became of its sheets, as it was noted.
    """

    last: Print
    id: str
    over: bool = False
    instead: str = ""
    prints: Mapping[str, tuple[Print, ...]] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()

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


@dataclass(frozen=True)
class Ledger:
    """The ledger as values; one that was never started has no entries."""

    sealed: Sealed = field(default_factory=Sealed)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry, in order of serial."""
        return self.sealed.entries

    @property
    def next_serial(self) -> int:
        """The serial of the entry to come."""
        return len(self.entries)

    @property
    def head(self) -> Head | None:
        """Where it ends; None where it was never started."""
        return self.sealed.head if self.entries else None

    @cached_property
    def printed(self) -> Mapping[str, Printed]:
        """Every code on paper, by code."""
        found: dict[str, Printed] = {}
        for entry in self.entries:
            _follow(found, entry)
        return found

    @cached_property
    def by_record(self) -> Mapping[Key, Printed]:
        """Every code on paper, by the record's kind and its id now; ValueError where two codes share a record."""
        found = {one.key: one for one in self.printed.values()}
        if len(found) < len(self.printed):
            raise ValueError("two codes for one record")
        return found

    @cached_property
    def tallied(self) -> bool:
        """True where the office notes what it orders and hangs; else what was made counts as being out there."""
        return any(isinstance(entry, Mark) and entry.code and entry.state != "taken-down" for entry in self.entries)

    @cached_property
    def packs(self) -> Mapping[str, tuple[Pack, ...]]:
        """What was made for each display, by its id, the latest last."""
        found: dict[str, tuple[Pack, ...]] = {}
        for entry in self.entries:
            if isinstance(entry, Pack):
                found[entry.id] = (*found.get(entry.id, ()), entry)
        return found

    @cached_property
    def pack_marks(self) -> tuple[Mark, ...]:
        """What became of displays' packs, as it was noted."""
        return tuple(entry for entry in self.entries if isinstance(entry, Mark) and not entry.code)

    @cached_property
    def site(self) -> str:
        """The address that is printed now; empty where nothing is."""
        found = ""
        for entry in self.entries:
            if isinstance(entry, Start):
                found = entry.site
            elif isinstance(entry, Retarget) and entry.former == found:
                found = entry.now
        return found

    @cached_property
    def sent_on(self) -> Mapping[str, Retarget]:
        """What was said last of each address that is printed no more, by that address."""
        return {entry.former: entry for entry in self.entries if isinstance(entry, Retarget)}

    def renames(self) -> Iterator[Rename]:
        """Every rename written down."""
        return (entry for entry in self.entries if isinstance(entry, Rename))

    def with_more(self, entries: Iterable[Entry]) -> Ledger:
        """The ledger with entries added; ValueError, a bug of ours, where they give a code to something else."""
        more = Ledger(self.sealed.with_more(entries))
        _ = more.by_record
        return more


def _follow(found: dict[str, Printed], entry: Entry) -> None:
    """One entry's effect; ValueError where it contradicts those before it."""
    if isinstance(entry, (Start, Retarget, Pack)) or not entry.code:
        return
    former = found.get(entry.code)
    if former is None and not isinstance(entry, Print):
        raise ValueError(f"{entry.code} was never printed")
    if former is not None and former.key != (entry.kind, entry.id):
        raise ValueError(f"{entry.code} belongs to {former.key}")
    if isinstance(entry, Print):
        found[entry.code] = _printed(former, entry)
    elif former is not None:
        found[entry.code] = _changed(former, entry)
    if isinstance(entry, Rename):
        follow_instead(found, entry.kind, entry.id, entry.now)


def follow_instead(found: dict[Place, Printed], kind: str, former: str, now: str) -> None:
    """Let what points at a renamed record as the thing to see instead point at its id now."""
    for place, one in found.items():
        if (one.kind, one.instead) == (kind, former):
            found[place] = replace(one, instead=now)


def _printed(former: Printed | None, entry: Print) -> Printed:
    """A record's code after one more printing."""
    prints = dict(former.prints) if former else {}
    prints |= {path: (*prints.get(path, ()), entry) for path in entry.files}
    return Printed(entry, entry.id, prints=prints, marks=former.marks if former else ())


def _changed(former: Printed, entry: Mark | Rename | Over | Same) -> Printed:
    if isinstance(entry, Mark):
        return replace(former, marks=(*former.marks, entry))
    if isinstance(entry, Rename):
        return replace(former, id=entry.now)
    if isinstance(entry, Over):
        return replace(former, over=True, instead=entry.instead)
    return replace(former, over=False, instead="")
