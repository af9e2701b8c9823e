"""What of all that is on paper and on air must be made again, why, and what is still to be printed or taken down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from campaign.core.artifact import Source
from campaign.paper import Book
from campaign.paper.copies import Copy, copies, packs_out
from campaign.paper.facts import HOTLINE, alike, differing
from campaign.paper.ledger import LOOK, Mark, Pack, Print, Printed
from campaign.release.edition import Key

if TYPE_CHECKING:
    from campaign.channels.posters import PosterJob
    from campaign.channels.screens import ScreenJob

Facts = Mapping[str, str]
Value = TypeVar("Value", int, str)


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that isn't as printed; empty before or now where it is new or gone."""

    field: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Reprint:
    """What became of one record's sheets.

    printed: what the ledger knows of it, None for a record that no release made yet; names: by language. changes: why
    sheets must be printed again; before, now: all that those sheets say, and what is so. over: the record is no more,
    take its sheets down; fresh: it came after the office began to note, and nothing of it is noted. Sheets by path:
    again: out there and wrong; new: never made before; waiting: made and never noted as ordered, where the office notes
    that; former: out there, but replaced by later ones or planned no more; wrong: out there until what is printed again
    hangs in their place; restyled: out there and right, and made anew since in a new look. editions, hands: by path the
    serials, out there, of those that are wrong, and who has them, empty for whom nobody named.
    """

    source: Source
    names: Mapping[str, str]
    code: str = ""
    printed: Printed | None = None
    changes: tuple[Change, ...] = ()
    before: Facts = field(default_factory=dict)
    now: Facts = field(default_factory=dict)
    over: bool = False
    fresh: bool = False
    again_sheets: tuple[str, ...] = ()
    new_sheets: tuple[str, ...] = ()
    waiting_sheets: tuple[str, ...] = ()
    former_sheets: tuple[Copy, ...] = ()
    wrong_sheets: tuple[Copy, ...] = ()
    restyled_sheets: tuple[Copy, ...] = ()
    editions: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    hands: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def again(self) -> bool:
        """True where sheets that are out there say something that isn't so any more, and are to be printed again."""
        return bool(self.again_sheets)

    @property
    def earlier(self) -> tuple[Copy, ...]:
        """Versions to be taken down of a record that still is."""
        return () if self.over else (*self.former_sheets, *self.wrong_sheets)

    @property
    def first_time(self) -> tuple[str, ...]:
        """Sheets that are to be printed for the first time: new ones, and all of a record of which none is ordered."""
        return tuple(sorted({*self.new_sheets, *(self.waiting_sheets if self.fresh else ())}))


def reprint(book: Book, sheets: Iterable[PosterJob] | None = None) -> list[Reprint]:
    """What became of each record with sheets: those made before in order of printing, then new ones.

    sheets: those planned now; where nobody says, all that was ever made is taken for planned.
    """
    planned: dict[Key, set[str]] = {}
    for sheet in sheets or ():
        for source in sheet.sources:
            planned.setdefault((source.kind, source.id), set()).add(f"{sheet.path}.pdf")
    found = []
    for key, one in book.printed.items():
        found.append(_compared(book, key, one, planned.get(key, set()) if sheets is not None else set(one.files)))
    found += [_taken_back(book, one) for one in book.ledger.withdrawn]
    found += [_new(book, key, paths) for key, paths in planned.items() if key not in book.printed]
    return [one for one in found if (one.printed and one.printed.files) or one.new_sheets]


def _new(book: Book, key: Key, planned: set[str]) -> Reprint:
    names, code = book.present[key].names, book.imprints[key].code
    return Reprint(Source(kind=key[0], id=key[1]), names, code, fresh=True, new_sheets=tuple(sorted(planned)))


def _taken_back(book: Book, one: Printed) -> Reprint:
    """Paper with a code that is something else's by now."""
    source, out = Source(kind=one.kind, id=one.id), copies(one, book.ledger)
    return Reprint(source, one.last.names, one.code, one, over=bool(out), former_sheets=out)


def _compared(book: Book, key: Key, printed: Printed, planned: set[str]) -> Reprint:
    out = copies(printed, book.ledger)
    head = (Source(kind=key[0], id=key[1]), printed.last.names, printed.code, printed)
    if printed.over:
        return Reprint(*head, over=bool(out), former_sheets=out)
    payload, now = book.imprints[key].payload, book.facts[key]
    wrong = [one for one in out if not one.replaced and _differs(one, payload, now, printed)]
    again = [one for one in wrong if one.path in planned]
    former = [one for one in out if one.replaced or (one in wrong and one not in again)]
    done = {one.path for one in out} | {mark.path for mark in printed.marks}
    changes, before = _changes(wrong, payload, now)
    return Reprint(
        *head,
        changes=changes,
        before=_told_of(before, changes),
        now=_told_of({**now, "payload": payload}, changes),
        fresh=_fresh(printed, book),
        again_sheets=tuple(sorted({one.path for one in again})),
        new_sheets=tuple(sorted(planned - printed.files.keys())),
        waiting_sheets=tuple(sorted((planned & printed.files.keys()) - done)),
        former_sheets=tuple(former),
        wrong_sheets=tuple(again),
        restyled_sheets=tuple(one for one in out if one not in former and one not in wrong and _restyled(one, printed)),
        editions=_by_path((one.path, one.edition) for one in wrong),
        hands=_by_path((one.path, one.by) for one in wrong),
    )


def _restyled(copy: Copy, printed: Printed) -> bool:
    """True where the same sheet was made later with the same words in a new look."""
    made = printed.made.get(copy.path)
    return made is not None and made.edition > copy.edition and made.why == LOOK


def _fresh(printed: Printed, book: Book) -> bool:
    """True for a record made since the office notes what it orders, of which nothing was ordered yet."""
    entries = book.ledger.entries
    began = next((n for n, e in enumerate(entries) if isinstance(e, Mark) and e.code), None)
    first = next((n for n, e in enumerate(entries) if isinstance(e, Print) and e.code == printed.code), 0)
    return book.ledger.tallied and not printed.marks and began is not None and first > began


def _by_path(pairs: Iterable[tuple[str, Value]]) -> dict[str, tuple[Value, ...]]:
    """Of each path what there is, each once, sorted."""
    found: dict[str, set[Value]] = {}
    for path, value in pairs:
        found.setdefault(path, set()).add(value)
    return {path: tuple(sorted(every)) for path, every in found.items()}


def _differs(copy: Copy, payload: str, now: Facts, printed: Printed) -> bool:
    version = copy.version
    if not isinstance(version, Print):
        return False
    if version.edition in printed.doubtful:
        return True
    return version.payload != payload or not alike(version.facts, now, path=copy.path)


def _changes(wrong: Iterable[Copy], payload: str, now: Facts) -> tuple[tuple[Change, ...], Facts]:
    """Every fact that isn't as on some paper out there, and all that the latest of it says, the address with it."""
    found: dict[Change, None] = {}
    before: Facts = {}
    for copy in sorted(wrong, key=lambda one: one.edition):
        if isinstance(copy.version, Print):
            before = {**copy.version.facts, "payload": copy.version.payload}
            found |= dict.fromkeys(_different(before, {**now, "payload": payload}, copy.path))
    return tuple(found), before


def _told_of(facts: Facts, changes: Iterable[Change]) -> Facts:
    """Facts without those of some sheets alone that aren't wrong on any."""
    wrong = {one.field for one in changes}
    return {path: text for path, text in facts.items() if path in wrong or not path.startswith(HOTLINE)}


def _different(before: Facts, now: Facts, path: str) -> Iterator[Change]:
    for fact in sorted(differing(before, now, path=path), key=lambda one: one != "payload"):
        yield Change(fact, before.get(fact, ""), now.get(fact, ""))


@dataclass(frozen=True, slots=True)
class Recopy:
    """A display whose pack on air isn't what it would be now.

    pack: what is on air, None for a display that never had one; changed: records that it shows and that say something
    else now, with what they said and say; added, gone: records that it would show besides, or no more, by kind and id;
    redrawn: nothing that it says changed, and yet it is another file; proved: the files themselves were compared, so
    that what changed is known to show.
    """

    display: str
    names: Mapping[str, str]
    path: str
    pack: Pack | None = None
    changed: tuple[tuple[Key, Facts, Facts], ...] = ()
    added: tuple[Key, ...] = ()
    gone: tuple[Key, ...] = ()
    redrawn: bool = False
    proved: bool = False

    @property
    def again(self) -> bool:
        """True where it is to be copied."""
        return bool(self.pack is None or self.changed or self.added or self.gone or self.redrawn)


def recopy(book: Book, displays: Iterable[ScreenJob], digests: Mapping[str, str] | None = None) -> list[Recopy]:
    """What became of each display's pack; digests: SHA-256 of the packs as made now, by path, where they are made."""
    out: dict[str, Pack] = {}
    for one in packs_out(book.ledger):
        if isinstance(one.version, Pack) and not one.replaced:
            first = out.get(one.version.id)
            out[one.version.id] = one.version if first is None or _as_now(first, book, digests) else first
    return [_recopied(book, display, out.get(display.display.id), digests or {}) for display in displays]


def _as_now(pack: Pack, book: Book, digests: Mapping[str, str] | None) -> bool:
    """True where nothing was wrong with a pack: of several that may be on air one that is wrong decides."""
    if book.ledger.in_doubt(pack):
        return False
    if digests and pack.path in digests:
        return digests[pack.path] == pack.sha256
    return all(_as_said(_said(book, pack, key), book.facts.get(key)) for key in shown_by(pack))


def _as_said(was: Facts | None, is_now: Facts | None) -> bool:
    """True where a frame that said one says the other; what stands on sheets alone is on none."""
    return was is not None and is_now is not None and alike(was, is_now, path="")


def shown_by(pack: Pack) -> dict[Key, int]:
    """The edition of each record that a pack shows."""
    found = {}
    for name, edition in pack.shows.items():
        kind, _, record_id = name.partition(" ")
        found[kind, record_id] = int(edition)
    return found


def shown_on(display: ScreenJob, book: Book) -> list[Key]:
    """The records with a printed address that a display shows, sorted."""
    keys = {(frame.source.kind, frame.source.id) for frame in display.frames}
    return sorted(key for key in keys if key in book.imprints)


def _recopied(book: Book, display: ScreenJob, pack: Pack | None, digests: Mapping[str, str]) -> Recopy:
    head = (display.display.id, dict(display.display.name), f"screens/{display.display.id}.zip")
    if pack is None:
        return Recopy(*head)
    digest, doubted = digests.get(head[2]), book.ledger.in_doubt(pack)
    if digest == pack.sha256 and not doubted:
        return Recopy(*head, pack, proved=True)
    now, before = shown_on(display, book), shown_by(pack)
    said = ((key, _said(book, pack, key), book.facts[key]) for key in now if key in before)
    changed = tuple(
        (key, _told_of(was or {}, ()), _told_of(is_now, ())) for key, was, is_now in said if not _as_said(was, is_now)
    )
    added = tuple(key for key in now if key not in before)
    gone = tuple(key for key in before if key not in now)
    proved = digest is not None
    redrawn = (proved or doubted) and not (changed or added or gone)
    return Recopy(*head, pack, changed, added, gone, redrawn=redrawn, proved=proved)


def _said(book: Book, pack: Pack, key: Key) -> Facts | None:
    """What a record said when a pack was last found to show it as it is.

    A release that made the same file again wrote no entry: the pack made last stands for all that was released since.
    """
    if pack == book.ledger.packs[pack.id][-1] and key in book.printed:
        return dict(book.printed[key].last.facts)
    return _facts_of(book, key, shown_by(pack)[key])


def _facts_of(book: Book, key: Key, edition: int) -> Facts | None:
    """What an edition of a record said; None where the ledger has no such, or where it said two things."""
    printed = book.printed.get(key)
    if printed is None or edition in printed.doubtful:
        return None
    entries = (one for one in book.ledger.entries if isinstance(one, Print) and one.code == printed.code)
    return next((dict(one.facts) for one in entries if one.edition == edition), None)
