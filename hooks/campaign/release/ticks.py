"""The tick list: every sheet with what is to be done, and columns to tick what was; read back by `campaign printed`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from campaign.core.cells import csv_cell
from campaign.core.language import said_in
from campaign.paper.copies import Copy, copies, packs_out
from campaign.paper.ledger import STATES, Ledger, Mark
from campaign.paper.marking import Made, made
from campaign.read.ticks import COLUMNS
from campaign.release.reprint import Recopy, Reprint

AGAIN, NEW, WAITING, OVER, FORMER, FINE = (
    "要重印 print again",
    "新增，待印 new",
    "待印 to be printed",
    "已结束，请取下 over, take down",
    "旧版，请取下 old, take down",
    "不用动 as it is",
)
COPY, FIRST_COPY, FORMER_PACK = (
    "要重新拷贝 copy again",
    "新增，待拷贝 new, to be copied",
    "旧播放包，请换掉 old pack, replace",
)

ORDER = (AGAIN, NEW, WAITING, COPY, FIRST_COPY, OVER, FORMER, FORMER_PACK)
"""What is to be done first."""


def tick_list(ledger: Ledger, found: Iterable[Reprint], packs: Iterable[Recopy] = ()) -> bytes:
    """The list as CSV: UTF-8 with a mark at its head and CRLF, which WPS and Excel open as they should.

    found, packs: what is to be done, told by `reprint` and `recopy`, of what the ledger knows.
    """
    stream = io.StringIO(newline="")
    write = csv.writer(stream, lineterminator="\r\n")
    write.writerow([f"{zh} {en}" for zh, en in COLUMNS.values()])
    for row in _rows(ledger, list(found), list(packs)):
        write.writerow([csv_cell(text) for text in row])
    return stream.getvalue().encode("utf-8-sig")


def _rows(ledger: Ledger, found: list[Reprint], packs: list[Recopy]) -> Iterator[tuple[str, ...]]:
    """What is to be done first, then what needn't."""
    todo = {**_todo(found), **{one.path: _of_pack(one) for one in packs}}
    gone = {(copy.path, copy.edition, copy.by): OVER for one in found if one.over for copy in one.former_sheets}
    gone |= {(copy.path, copy.edition, copy.by): FORMER for one in found for copy in one.earlier}
    names = {one.code: said_in(one.names, "zh") for one in found} | {
        one.path: said_in(one.names, "zh") for one in packs
    }
    noted = {(e.path, e.edition, e.by, e.state) for e in ledger.entries if isinstance(e, Mark)}
    versions = _versions(ledger)
    last: dict[str, int] = {}
    for path, edition, _ in versions:
        last[path] = max(last.get(path, 0), edition)
    rows = []
    for (path, edition, by), parts in versions.items():
        now = todo.get(path, FINE) if edition == last[path] else FINE if parts[0].code else FORMER_PACK
        what = now if now == AGAIN else gone.get((path, edition, by), now)
        ticks = ["√" if (path, edition, by, state) in noted else "" for state in STATES]
        name = "、".join(dict.fromkeys(names.get(one.code or path, one.key[1]) for one in parts))
        code = " ".join(filter(None, (one.code for one in parts)))
        rows.append((what, name, code, path, " ".join(str(one.edition) for one in parts), by, *ticks))
    order = {what: place for place, what in enumerate(ORDER)}
    yield from sorted(rows, key=lambda row: (order.get(row[0], len(order)), row))


def _of_pack(one: Recopy) -> str:
    if one.pack is None:
        return FIRST_COPY
    return COPY if one.again else FINE


def _todo(found: Iterable[Reprint]) -> dict[str, str]:
    """What is to be done with the latest version of each path."""
    said: dict[str, str] = {}
    for one in found:
        if one.printed:
            said |= {path: FINE for path in one.printed.files if path not in said}
    for one in found:
        said |= dict.fromkeys(one.waiting_sheets, NEW if one.fresh else WAITING)
        said |= dict.fromkeys(one.new_sheets, NEW)
    for one in found:
        said |= dict.fromkeys(one.again_sheets, AGAIN)
    return said


def _versions(ledger: Ledger) -> Mapping[tuple[str, int, str], tuple[Made, ...]]:
    """The latest version of each sheet, and what else of it hangs, with whoever has it; a sheet's records together."""
    every = {(one.path, one.edition, one.code): one for one in made(ledger)}
    newest: dict[str, dict[str, Made]] = {}
    for one in every.values():
        newest.setdefault(one.path, {})[one.code] = one
    hands: dict[str, set[str]] = {}
    for entry in ledger.entries:
        if isinstance(entry, Mark):
            hands.setdefault(entry.path, set()).add(entry.by)
    found: dict[tuple[str, int, str], tuple[Made, ...]] = {}
    for path, parts in newest.items():
        edition = max(one.edition for one in parts.values())
        for by in sorted(hands.get(path, set()) | {""}):
            found[path, edition, by] = tuple(parts.values())
    shown = {(one.path, one.edition, one.code) for parts in found.values() for one in parts}
    for code, copy in _out(ledger):
        if (copy.path, copy.edition, code) not in shown:
            found[copy.path, copy.edition, copy.by] = (every[copy.path, copy.edition, code],)
    return found


def _out(ledger: Ledger) -> Iterator[tuple[str, Copy]]:
    for one in ledger.printed.values():
        yield from ((one.code, copy) for copy in copies(one, ledger))
    yield from (("", copy) for copy in packs_out(ledger))
