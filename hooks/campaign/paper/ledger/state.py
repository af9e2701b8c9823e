"""What the ledger's entries add up to: every code on paper, whose it is, and whether that is over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from campaign.paper.ledger.chain import Head, Sealed
from campaign.paper.ledger.entries import Entry, Over, Print, Rename, Retarget, Same, Start

Place = TypeVar("Place")
Key = tuple[str, str]
"""A record's kind and id; the id is empty for a page there is one of."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One code on paper, as it stands now.

    last: the latest print entry of its record (the id there may be a former one); id: the record's id now;
    over: the record is no more; instead: the id to see in its place, or nothing;
    made: for each file ever printed, by path, the entry that made it last: paper stays up when a sheet isn't made anew.
    """

    last: Print
    id: str
    over: bool = False
    instead: str = ""
    made: Mapping[str, Print] = field(default_factory=dict)

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
        """SHA-256 of each file ever printed, as it was made last, by path."""
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
    def site(self) -> str:
        """The site address that is printed now; empty where nothing is."""
        return next((_site(entry) for entry in reversed(self.entries) if _site(entry)), "")

    def renames(self) -> Iterator[Rename]:
        """Every rename written down."""
        return (entry for entry in self.entries if isinstance(entry, Rename))

    def with_more(self, entries: Iterable[Entry]) -> Ledger:
        """The ledger with entries added; ValueError, a bug of ours, where they give a code to something else."""
        more = Ledger(self.sealed.with_more(entries))
        _ = more.by_record
        return more


def _site(entry: Entry) -> str:
    if isinstance(entry, Retarget):
        return entry.now
    return entry.site if isinstance(entry, Start) else ""


def _follow(found: dict[str, Printed], entry: Entry) -> None:
    """One entry's effect; ValueError where it contradicts those before it."""
    if isinstance(entry, (Start, Retarget)):
        return
    former = found.get(entry.code)
    if former is None and not isinstance(entry, Print):
        raise ValueError(f"{entry.code} was never printed")
    if former is not None and former.key != (entry.kind, entry.id):
        raise ValueError(f"{entry.code} belongs to {former.key}")
    if isinstance(entry, Print):
        made = {**(former.made if former else {}), **dict.fromkeys(entry.files, entry)}
        found[entry.code] = Printed(entry, entry.id, made=made)
    elif former is not None:
        found[entry.code] = _changed(former, entry)
    if isinstance(entry, Rename):
        follow_instead(found, entry.kind, entry.id, entry.now)


def follow_instead(found: dict[Place, Printed], kind: str, former: str, now: str) -> None:
    """Let what points at a renamed record as the thing to see instead point at its id now."""
    for place, one in found.items():
        if (one.kind, one.instead) == (kind, former):
            found[place] = replace(one, instead=now)


def _changed(former: Printed, entry: Rename | Over | Same) -> Printed:
    if isinstance(entry, Rename):
        return replace(former, id=entry.now)
    if isinstance(entry, Over):
        return replace(former, over=True, instead=entry.instead)
    return replace(former, over=False, instead="")
