"""The list of what is to be printed, copied and taken down, as lines for a console and for the ZIP of those sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from campaign.core.language import said_in
from campaign.paper.copies import Copy
from campaign.paper.ledger import Ledger, Retarget
from campaign.read.tell.kind_names import KIND_NAMES
from campaign.release.fields import spoken
from campaign.release.reprint import Recopy, Reprint
from campaign.say.dates import dates

LANGUAGES = ("zh", "en")
TALLY = (
    "做过什么请登记：在 printed.csv 里打勾，再运行 campaign printed printed.csv；没有登记的一直留在这张单子上。",
    "Note what was done: tick it in printed.csv, then run campaign printed printed.csv; until then it stays listed.",
)


def told(found: Iterable[Reprint], ledger: Ledger, packs: Sequence[Recopy] = ()) -> list[str]:
    """What to print again and why, what to print first, copy and take down, and what stands as it is."""
    found = list(found)
    again = [one for one in found if one.again]
    over = [one for one in found if one.over]
    first = [one for one in found if one.first_time]
    waiting = [one for one in found if one.waiting_sheets and not one.fresh]
    former = [(one, copy) for one in found for copy in one.earlier]
    busy = (*again, *over, *first, *waiting, *(one for one, _ in former))
    same = [one for one in found if one not in busy]
    lines = [f"要重印 print again: {len(again)}"]
    for one in again:
        lines += [_title(one), *_why(one), *(_sheet(one, path) for path in one.again_sheets)]
    lines += [f"已结束，请取下 over, take down: {len(over)}"]
    for one in over:
        lines += [_title(one), *_papers(one.former_sheets)]
    lines += [f"旧版，请取下 earlier versions, take down: {len(former)}"]
    for one, copy in former:
        lines += [f"    {copy.path} (No. {copy.edition}{_whose(copy)})", *([] if one.again else _why(one))]
    lines += [f"新增，待印 new, to be printed: {len({path for one in first for path in one.first_time})}"]
    for one in first:
        lines += [_title(one), *(f"    {path}" for path in one.first_time)]
    lines += [*_packs(packs), *_waiting(waiting), f"不用重印 need not be printed again: {len(same)}"]
    lines += map(_title, same)
    lines += _restyled(one for one in found if one.restyled_sheets and not one.again)
    moves = [entry for entry in ledger.entries if isinstance(entry, Retarget)]
    lines += [f"网址换过 address changed {e.day}: {e.former} -> {e.now} ({e.reason})" for e in moves]
    return [*lines, *TALLY]


def _title(one: Reprint) -> str:
    name = said_in(one.names, "zh")
    record = " ".join(filter(None, (one.source.kind, one.source.id, name)))
    noted = [KIND_NAMES[one.source.kind][0]] if one.source.kind in KIND_NAMES else []
    if one.printed:
        last, files = one.printed.last, len(one.printed.files)
        noted += [f"No. {last.edition}", dates("zh").full(last.day), f"{files} 个文件 files"]
    return f"  {one.code} {record}" + (f" ({', '.join(noted)})" if noted else "")


def _why(one: Reprint) -> list[str]:
    """What changed, in Chinese, and below it in English."""
    if not one.changes:
        return []
    lines = [f"      {line}" for language in LANGUAGES for line in spoken(one.before, one.now, language)]
    return list(dict.fromkeys(lines))


def _restyled(found: Iterable[Reprint]) -> Iterator[str]:
    """What there is in a new look: nobody must print it, for what hangs is right."""
    every = list(found)
    if every:
        yield f"{NEW_LOOK}: {len(every)}"
    for one in every:
        yield _title(one)
        yield from _papers(one.restyled_sheets)


NEW_LOOK = "有新版式，不必重印，印着下列编号的照样有效 new look available, what hangs stays valid"


def _sheet(one: Reprint, path: str) -> str:
    numbers = ", ".join(f"No. {edition}" for edition in one.editions.get(path, ()))
    return f"    {path} ({numbers})"


def _papers(out: Iterable[Copy]) -> list[str]:
    return [f"    {copy.path} (No. {copy.edition}{_whose(copy)})" for copy in out]


def _whose(copy: Copy) -> str:
    return f", {copy.by}" if copy.by else ""


def _waiting(waiting: Sequence[Reprint]) -> list[str]:
    """What was made and never noted as ordered: it is told, so that nothing is forgotten."""
    if not waiting:
        return []
    count = len({path for one in waiting for path in one.waiting_sheets})
    return [f"做好了，没有登记下单 made, not noted as ordered: {count}", *map(_title, waiting)]


def _packs(packs: Sequence[Recopy]) -> Iterator[str]:
    """Each display whose pack must be copied again, with what changed on it."""
    again = [one for one in packs if one.again and one.pack]
    if packs:
        yield f"播放包要重新拷贝 packs to copy again: {len(again)}"
    for one in again:
        number = f" (No. {one.pack.edition})" if one.pack else ""
        yield f"  {one.path} {said_in(one.names, 'zh')}{number}"
        for (kind, record_id), before, now in one.changed:
            name = now.get("title.zh") or now.get("name.zh") or record_id or kind
            yield f"    {name}"
            lines = (line for language in LANGUAGES for line in spoken(before, now, language))
            yield from dict.fromkeys(f"      {line}" for line in lines)
        if one.changed and not (one.proved or one.added or one.gone):
            yield "    发布时比对画面，没有变就不用拷 a release compares the pictures: unchanged, nothing to copy"
        yield from (f"    新增 added: {' '.join(filter(None, key))}" for key in one.added)
        yield from (f"    去掉 taken out: {' '.join(filter(None, key))}" for key in one.gone)
        if one.redrawn:
            yield "    画面或播放安排变了 its pictures or their order changed"
    fresh = [one for one in packs if one.pack is None]
    if fresh:
        yield f"新增播放包 new packs: {len(fresh)}"
        yield from (f"  {one.path}" for one in fresh)
