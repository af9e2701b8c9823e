"""What the ledger's entries add up to: every code on paper, whose it is, and whether that is over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from campaign.paper.ledger.chain import Head, Sealed
from campaign.paper.ledger.descent import Folded, Key, Printed, folded
from campaign.paper.ledger.entries import Entry, Mark, Pack, Rename, Retarget, Start


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
        """The serial of the entry to come: above that of every line there is, in whichever office it was written."""
        return self.sealed.head.serial + 1 if self.entries else 0

    @property
    def head(self) -> Head | None:
        """Where it ends; None where it was never started."""
        return self.sealed.head if self.entries else None

    @cached_property
    def folded(self) -> Folded:
        """What the entries add up to; ValueError where they contradict each other."""
        return folded(self.sealed)

    @property
    def printed(self) -> Mapping[str, Printed]:
        """Every code on paper, by code."""
        return self.folded.printed

    @property
    def withdrawn(self) -> tuple[Printed, ...]:
        """Paper with a code that two offices gave to two things, of the one that gave way: it is to be taken down."""
        return self.folded.withdrawn

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

    def in_doubt(self, pack: Pack) -> bool:
        """True where another office made another pack for the display with the same number."""
        return pack.edition in self.folded.doubtful_packs.get(pack.id, ())

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

    def added_to(self, before: Ledger) -> tuple[Entry, ...]:
        """The entries that another ledger hasn't, which this one goes on from."""
        return self.entries[len(before.entries) :]
