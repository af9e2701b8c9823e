"""Joining: two ledgers that went on from one line become one in which every print of both stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from campaign.core.problems import Message, Place, Problem
from campaign.paper.ledger import faults
from campaign.paper.ledger.chain import Sealed, head_of
from campaign.paper.ledger.descent import Clash, folded
from campaign.paper.ledger.entries import Entry, Merge, Pack, Print


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What somebody decided where prints clash.

    keep: the beginnings of the chain values of the print entries that stand; again: codes, or `display <id>`, of which
    everything with the doubtful number is printed again.
    """

    keep: tuple[str, ...] = ()
    again: tuple[str, ...] = ()


class ClashError(Exception):
    """What two offices printed can't stand together as it is: `clashes`, with those that nobody has settled."""

    def __init__(self, clashes: Iterable[Clash]) -> None:
        self.clashes = tuple(clashes)
        super().__init__("two offices printed what can't stand together")


class StrangersError(Exception):
    """The ledgers were begun apart, and something is on paper in both: they have no line in common."""


def join(ledgers: Iterable[Sealed], *, settled: Settled | None = None) -> Sealed:
    """Every line of each ledger, and a `Merge` where they end apart: the same bytes in whichever order they are given.

    A ledger in which nothing was ever printed gives way to one that was begun apart. StrangersError, ClashError.
    """
    every = _of_one_start([one for one in ledgers if one.lines])
    of_line = {line: entry for one in every for line, entry in zip(one.lines, one.entries, strict=True)}
    lines = sorted(of_line, key=head_of)
    whole = Sealed(tuple(of_line[line] for line in lines), tuple(lines))
    clashes = folded(whole).clashes
    chosen = settled or Settled()
    left = [one for one in clashes if not _is_settled(one, chosen)]
    if left:
        raise ClashError(left)
    while len(whole.ends) > 1:
        whole = whole.with_more([_merge(whole, clashes, chosen)])
        clashes = ()
    return whole


def problems(clashes: Iterable[Clash], *, path: str, command: str, settled: Settled | None = None) -> list[Problem]:
    """What somebody has to decide, with the lines to type, each of which also says what was settled before.

    So one line after the other leads to the end. What is only to be printed again leaves no choice: one line says all
    of it. command: what was typed, as it can be typed again, without what was settled.
    """
    every, before = list(clashes), settled or Settled()
    command += "".join(f" --keep {one}" for one in before.keep)
    command += "".join(f' --again "{one}"' for one in before.again)
    names = dict.fromkeys(_name(one.claims[0].entry) for one in every if one.edition)
    anew = command + "".join(f' --again "{name}"' for name in names)
    return [Problem(Place(path), _what(one), hint=_how(one), add=tuple(_lines(one, command, anew))) for one in every]


def _of_one_start(ledgers: list[Sealed]) -> list[Sealed]:
    starts = {one.lines[0] for one in ledgers}
    if len(starts) > 1:
        written = [one for one in ledgers if len(one.lines) > 1]
        if len({one.lines[0] for one in written}) > 1:
            raise StrangersError
        return written or [min(ledgers, key=lambda one: one.lines[0])]
    return ledgers


def _merge(whole: Sealed, clashes: Collection[Clash], chosen: Settled) -> Merge:
    """The line that joins the two latest ends; what was settled stands in the first of them."""
    last, other = sorted(whole.ends)[-1], sorted(whole.ends)[-2]
    days = [one.day for line, one in zip(whole.lines, whole.entries, strict=True) if head_of(line) in (last, other)]
    gone = {
        c.mark: _name(c.entry) for one in clashes if not one.edition for c in one.claims if not _kept(c.mark, chosen)
    }
    again: dict[str, set[int]] = {}
    for one in clashes:
        if one.edition:
            again.setdefault(_name(one.claims[0].entry), set()).add(one.claims[0].entry.edition)
    figures = {name: " ".join(map(str, sorted(editions))) for name, editions in sorted(again.items())}
    return Merge(day=max(days), other=str(other).strip(), withdrawn=dict(sorted(gone.items())), again=figures)


def _is_settled(clash: Clash, chosen: Settled) -> bool:
    if clash.edition:
        return _name(clash.claims[0].entry) in chosen.again
    return sum(_kept(claim.mark, chosen) for claim in clash.claims) == 1


def _kept(mark: str, chosen: Settled) -> bool:
    return any(mark.startswith(one) for one in chosen.keep if len(one) >= SHORT)


SHORT = 8
"""Characters of a chain value that name a line to people."""


def _name(one: Entry) -> str:
    return f"display {one.id}" if isinstance(one, Pack) else one.code if isinstance(one, Print) else ""


def _called(one: Print | Pack, language: str) -> str:
    return one.names.get(language) or next(iter(one.names.values()), one.id)


def _what(clash: Clash) -> Message:
    first, second = (claim.entry for claim in clash.claims[:2])
    zh, en = (f"“{_called(first, 'zh')}”", f"“{_called(second, 'zh')}”"), (_called(first, "en"), _called(second, "en"))
    if clash.edition:
        number = f"{_name(first).removeprefix('display ')} {first.edition}"
        return Message(
            f"两台电脑各印了一版{zh[0]}，编号都是 {number}，内容不一样",
            f"two computers each made {en[0]!r} with the same number, {number}, and they say different things",
        )
    codes = list(dict.fromkeys(claim.entry.code for claim in clash.claims if isinstance(claim.entry, Print)))
    if len(codes) > 1:
        return Message(
            f"{zh[0]}在两台电脑上印了两个短码：{'、'.join(codes)}",
            f"{en[0]!r} was printed with two codes on two computers: {', '.join(codes)}",
        )
    return Message(
        f"短码 {codes[0]} 在两台电脑上印给了两样：{zh[0]}（{_dated(first)}）和{zh[1]}（{_dated(second)}）",
        f"the code {codes[0]} was printed for two things on two computers: {en[0]!r} ({_dated(first)}) and {en[1]!r} "
        f"({_dated(second)})",
    )


def _dated(one: Print | Pack) -> str:
    return f"{one.day.isoformat()}, {one.id or getattr(one, 'kind', '')}"


def _how(clash: Clash) -> Message:
    return faults.PRINT_AGAIN if clash.edition else faults.KEEP_ONE


def _lines(clash: Clash, command: str, anew: str) -> Iterator[str]:
    """The line that settles a clash, or one for each way; anew: what settles all that is only to be printed again."""
    if clash.edition:
        yield anew
        return
    for claim in clash.claims:
        one = claim.entry
        code = one.code if isinstance(one, Print) else ""
        yield f"{code} 留给 stays with “{_called(one, 'zh')}” ({_dated(one)}):"
        yield f"{command} --keep {claim.mark[:SHORT]}"
