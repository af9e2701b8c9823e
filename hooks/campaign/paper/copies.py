"""Copies: which paper is out there, as far as is known: ordered or hung, and not taken down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from campaign.paper.allot import payload
from campaign.paper.ledger import Ledger, Mark, Pack, Print, Printed


@dataclass(frozen=True, slots=True)
class Copy:
    """One version of a sheet or pack that is out there.

    path: the file it was made from; version: the entry that made it; by: who has it, empty where nobody said; state:
    what was noted of it last, empty where nothing was; replaced: a later version is out in the same hands, so that this
    one is only to be taken down.
    """

    path: str
    version: Print | Pack
    by: str = ""
    state: str = ""
    replaced: bool = False

    @property
    def edition(self) -> int:
        """The serial that stands on it."""
        return self.version.edition


def copies(printed: Printed, ledger: Ledger) -> tuple[Copy, ...]:
    """The paper of a record that is to be printed again where it is wrong, by path and edition.

    Where the office notes what it orders and hangs, that is it. An office that never does leaves open what hangs: then
    every version that was ever made counts until it is noted as taken down, so that nothing falls off a list unseen.
    """
    return _out(printed.prints, printed.marks, noted=printed.prints.keys() if ledger.tallied else ())


def may_be_out(printed: Printed) -> tuple[Copy, ...]:
    """The paper of a record that somebody may hold, by path and edition.

    Of a sheet that was noted as ordered or hung, what was noted; of every other one all versions until they are noted
    as taken down, whatever was noted of other sheets: what nobody noted may hang somewhere all the same.
    """
    return _out(printed.prints, printed.marks, noted={one.path for one in printed.marks if one.state != "taken-down"})


def packs_out(ledger: Ledger) -> tuple[Copy, ...]:
    """The displays' packs that are on air, by the same rule, which asks packs alone."""
    noted = any(mark.state != "taken-down" for mark in ledger.pack_marks)
    made = {versions[-1].path: versions for versions in ledger.packs.values()}
    return _out(made, ledger.pack_marks, noted=made.keys() if noted else ())


def out_by_address(ledger: Ledger) -> Mapping[str, int]:
    """Each address that paper out there carries, with how many codes stand on such paper."""
    found: Counter[str] = Counter()
    for one in ledger.printed.values():
        versions = (copy.version for copy in may_be_out(one))
        tail = payload("", one.code)
        found.update({print_.payload.removesuffix(tail) for print_ in versions if isinstance(print_, Print)})
    return found


def _out(
    made: Mapping[str, Sequence[Print | Pack]], marks: Iterable[Mark], *, noted: Collection[str]
) -> tuple[Copy, ...]:
    """noted: the paths of which only what was noted is out; of all others everything that was made."""
    versions = {(path, one.edition): one for path, every in made.items() for one in every}
    out = {(*key, ""): Copy(key[0], one) for key, one in versions.items() if key[0] not in noted}
    for mark in marks:
        if mark.state == "taken-down":
            gone = [key for key in out if key[:2] == (mark.path, mark.edition) and mark.by in ("", key[2])]
            for key in gone:
                del out[key]
        elif (mark.path, mark.edition) in versions:
            version = versions[mark.path, mark.edition]
            out[mark.path, mark.edition, mark.by] = Copy(mark.path, version, mark.by, mark.state)
    found = [replace(one, replaced=one.path in noted and _replaced(one, out.values())) for one in out.values()]
    return tuple(sorted(found, key=lambda one: (one.path, one.edition, one.by)))


def _replaced(one: Copy, out: Iterable[Copy]) -> bool:
    """True where a later version is out in the same hands, or everybody's."""
    return any(o.path == one.path and o.edition > one.edition and o.by in ("", one.by) for o in out)
