"""What of all that was printed is to be printed again, why, and what isn't."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from campaign.core.artifact import Source
from campaign.paper import Book
from campaign.paper.ledger import Ledger, Printed, Retarget
from campaign.release.edition import Key, Sheet


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that isn't as printed; empty before or now where it is new or gone."""

    field: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Reprint:
    """What became of one printed record's sheets.

    changes: why they must be printed again; none where they needn't. over: the record is no more, take its sheets down.
    new_sheets: planned now and not printed before, by path; former_sheets: printed with an earlier serial and not made
    anew with the last one, so that what hangs there is out of date.
    """

    printed: Printed
    changes: tuple[Change, ...] = ()
    over: bool = False
    new_sheets: tuple[str, ...] = ()
    former_sheets: tuple[str, ...] = ()

    @property
    def again(self) -> bool:
        """True where what hangs there says something that isn't so any more."""
        return bool(self.changes)

    @property
    def source(self) -> Source:
        """The record."""
        return Source(kind=self.printed.kind, id=self.printed.id)


def reprint(book: Book, sheets: Iterable[Sheet] = ()) -> list[Reprint]:
    """What became of each record that was printed, in order of printing; records without a sheet are left out.

    sheets: those planned now, to tell which weren't there before.
    """
    planned: dict[Key, set[str]] = {}
    for sheet in sheets:
        for source in sheet.sources:
            planned.setdefault((source.kind, source.id), set()).add(f"{sheet.path}.pdf")
    found = (_compared(book, key, one, planned.get(key, set())) for key, one in book.printed.items())
    return [one for one in found if one.printed.files or one.new_sheets]


def _compared(book: Book, key: Key, printed: Printed, planned: set[str]) -> Reprint:
    if printed.over:
        return Reprint(printed, over=True)
    new = tuple(sorted(planned - printed.files.keys()))
    former = tuple(sorted(path for path, entry in printed.made.items() if entry.edition != printed.last.edition))
    if not printed.files:
        return Reprint(printed, new_sheets=new)
    changes = [*_address(book, key, printed), *_facts(printed.last.facts, book.facts[key])]
    return Reprint(printed, tuple(changes), new_sheets=new, former_sheets=former)


def _address(book: Book, key: Key, printed: Printed) -> Iterable[Change]:
    """The symbol itself: it changes with the site's address alone."""
    now = book.imprints[key].payload
    return [Change("payload", printed.last.payload, now)] if now != printed.last.payload else []


def _facts(before: Mapping[str, str], now: Mapping[str, str]) -> Iterable[Change]:
    paths = sorted(before.keys() | now.keys())
    changed = (path for path in paths if before.get(path) != now.get(path))
    return [Change(path, before.get(path, ""), now.get(path, "")) for path in changed]


def told(found: Iterable[Reprint], ledger: Ledger) -> list[str]:
    """The answer as lines for a console: what to print again and why, what to take down, what stands as it is."""
    found = list(found)
    again = [one for one in found if one.again]
    over = [one for one in found if one.over]
    added = [one for one in found if one.new_sheets and not one.again]
    former = [one for one in found if one.former_sheets]
    same = [one for one in found if not (one.again or one.over or one.new_sheets or one.former_sheets)]
    lines = [f"要重印 print again: {len(again)}"]
    for one in again:
        lines += [_title(one), *(_why(change) for change in one.changes)]
    lines += [f"已结束，请取下 over, take down: {len(over)}", *map(_title, over)]
    lines += [f"只印过旧版，请取下 earlier versions, take down: {sum(len(one.former_sheets) for one in former)}"]
    lines += [f"    {path} (No. {one.printed.made[path].edition})" for one in former for path in one.former_sheets]
    lines += [f"新增尺寸 new sheets: {sum(len(one.new_sheets) for one in added)}"]
    lines += [f"    {path}" for one in added for path in one.new_sheets]
    lines += [f"不用重印 need not be printed again: {len(same)}", *map(_title, same)]
    moves = [entry for entry in ledger.entries if isinstance(entry, Retarget)]
    return lines + [f"网址换过 address changed {e.day}: {e.former} -> {e.now} ({e.reason})" for e in moves]


def _title(one: Reprint) -> str:
    last = one.printed.last
    name = next(iter(last.names.values()), "")
    record = " ".join(filter(None, (last.kind, one.printed.id, name)))
    return f"  {last.code} {record} (No. {last.edition}, {last.day}, {len(one.printed.files)} files)"


def _why(change: Change) -> str:
    return f"      {change.field}: {change.before or '-'} -> {change.now or '-'}"
