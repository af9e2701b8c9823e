"""Handing out: each recipient's prints as ZIPs with their order sheet, once with Chinese names and once with ASCII."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from campaign.core.problems import Message
from campaign.order.form import fill
from campaign.order.lines import FILE_BYTES, SHOP, Line, Order, Recipient, order, recipients
from campaign.order.listing import PICTURE_PX
from campaign.order.names import plain_name
from campaign.order.paper import pdf
from campaign.order.sheet import pictures
from campaign.order.texts import said
from campaign.order.workbook import workbook
from campaign.release.edition import Edition
from campaign.release.order.splitting import MOST_BYTES, split
from campaign.release.packing import NO_FILES, pack, sheet_files
from campaign.workshop.pictures import preview

OVERHEAD = 1_024
"""What a file takes in a ZIP beside itself: its names, its sum, its entries."""


@dataclass(slots=True)
class Handed:
    """What was handed out: how many prints' files each ZIP holds, and what whoever releases must hear."""

    held: dict[str, int] = field(default_factory=dict)
    reminders: list[Message] = field(default_factory=list)


def hand_out(edition: Edition, root: Path, digests: Mapping[str, str], *, note: Mapping[str, str]) -> Handed:
    """Every recipient's ZIPs into root, beside the site; nothing, and a reminder, for whom there is nothing to print.

    digests: SHA-256 of each printable file by path; note: README.txt by maker, `shop` or `office`.
    """
    handed = Handed()
    everyone = list(recipients(edition.campaign))
    shelf = _Shelf(edition, root, digests, _called(everyone))
    empty = []
    for recipient in everyone:
        found = order(edition, recipient)
        if not found.lines:
            empty.append(found)
            continue
        for part in shelf.parts(found):
            handed.held |= shelf.packed(part, note[recipient.maker])
            handed.reminders += _too_large(part)
    handed.reminders += _nothing(empty)
    return handed


def hand_again(
    edition: Edition,
    root: Path,
    digests: Mapping[str, str],
    found: Order,
    *,
    note: str,
    more: Mapping[str, bytes] = NO_FILES,
) -> Handed:
    """The ZIPs of what is printed again by one who makes it, as `hand_out` makes those of an order; one without an
    order where there is nothing. more: what else goes into each, by name."""
    handed = Handed()
    shelf = _Shelf(edition, root, digests, _called([*recipients(edition.campaign), found.recipient]))
    for part in shelf.parts(found):
        handed.held |= shelf.packed(part, note, more)
        handed.reminders += _too_large(part)
    return handed


@dataclass(frozen=True, slots=True)
class _Part:
    """One ZIP to be: its names in ASCII and as people call it, without `.zip`; its lines; what goes in with them."""

    name: str
    called: str
    lines: Sequence[Line]
    size: int
    sheets: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Where a release's files lie, and what ZIPs are called in the leading language, by their recipients' ids.

    shown: pictures made already.
    """

    edition: Edition
    root: Path
    digests: Mapping[str, str]
    called: Mapping[str, str]
    shown: dict[str, bytes] = field(default_factory=dict)

    @property
    def site(self) -> Path:
        return self.root / "site"

    def size(self, line: Line) -> int:
        return sum((self.site / path).stat().st_size + OVERHEAD for path in sheet_files(self.site, line.sheet))

    def parts(self, found: Order) -> Iterator[_Part]:
        """The ZIPs of an order, the order sheet in each: one for a shop, for the rest as many as fit a mail each."""
        parts = [found.lines]
        sheets = self._sheets(found, parts)
        room = MOST_BYTES - 2 * sum(map(len, sheets.values()))
        if found.recipient.id != SHOP and sum(map(self.size, found.lines)) > room:
            parts = [tuple(lines) for lines in split(found.lines, self.size, most_bytes=room)]
            sheets = self._sheets(found, parts)
        for number, lines in enumerate(parts, 1):
            name, called = self._names(found, number if len(parts) > 1 else 0)
            yield _Part(name, called, lines, sum(map(self.size, lines)), sheets)

    def _sheets(self, found: Order, parts: Sequence[Sequence[Line]]) -> dict[str, bytes]:
        """The order sheet by its ending."""
        if not found.lines:
            return {}
        several = len(parts) > 1
        names = [self._names(found, number if several else 0)[1] for number in range(1, len(parts) + 1)]
        form = fill(self.edition, found, [*zip(names, parts, strict=True)])
        form = replace(form, notes=(*form.notes, said("recount")))
        shown = {path: self._picture(path) for path in pictures(form)}
        return {".xlsx": workbook(form, shown, self.edition.context.today), ".pdf": pdf(form, shown)}

    def _picture(self, path: str) -> bytes:
        """A print's picture, made small once for all who get it."""
        if path not in self.shown:
            self.shown[path] = preview((self.site / path).read_bytes(), longer_px=PICTURE_PX)
        return self.shown[path]

    def _names(self, found: Order, number: int) -> tuple[str, str]:
        """`county-yongjing-2` and `永靖县-2`; without a number where there is one ZIP alone."""
        tail = f"-{number}" if number else ""
        return f"{found.recipient.id}{tail}", f"{self.called[found.recipient.id]}{tail}"

    def packed(self, part: _Part, note: str, beside: Mapping[str, bytes] = NO_FILES) -> dict[str, int]:
        """Both twins of a ZIP, written; how many files each holds. beside: what else goes in, by name."""
        sheets = [line.sheet for line in part.lines]
        held = sum(len(sheet_files(self.site, sheet)) for sheet in sheets)
        twins = (part.called, part.name)
        for zip_name, names, title in zip(twins, _files(part), (said("sheet_order").main, "order"), strict=True):
            more = {plain_name(f"00-{title}", most_bytes=FILE_BYTES, ending=e): made for e, made in part.sheets.items()}
            target, more = self.root / f"{zip_name}.zip", {**more, **beside}
            pack(target, self.site, sheets, self.digests, note=note, names=names, more=more)
        return dict.fromkeys((f"{twin}.zip" for twin in twins), held)


def _called(everyone: Sequence[Recipient]) -> dict[str, str]:
    """What each recipient's ZIP is called, by the recipient's id: no two alike, also where case doesn't count."""
    found: dict[str, str] = {}
    taken = {recipient.id for recipient in everyone}
    for recipient in everyone:
        name = plain_name(recipient.name.main, most_bytes=FILE_BYTES)
        found[recipient.id] = f"{name} {recipient.id}" if name.casefold() in taken else name
        taken.add(found[recipient.id].casefold())
    return found


def _files(part: _Part) -> tuple[dict[str, str], dict[str, str]]:
    """What each print's files are called in either ZIP, by the print's path: folder and name, without an ending."""
    return (
        {line.sheet.path: f"{line.folder.main}/{line.name.main}" for line in part.lines},
        {line.sheet.path: f"{line.folder.support}/{line.name.support}" for line in part.lines},
    )


def _too_large(part: _Part) -> Iterator[Message]:
    if len(part.lines) == 1 and part.size > MOST_BYTES:
        yield Message(
            f"{part.called}.zip 里只有一个文件也超过 {MOST_BYTES // 1_000_000} MB，邮件可能发不出去，请用网盘或 U 盘",
            f"{part.name}.zip holds one file of over {MOST_BYTES // 1_000_000} MB: too large for most mail",
        )


def _nothing(empty: Sequence[Order]) -> Iterator[Message]:
    """What was expected and isn't there, why, and what to do about it."""
    if any(one.recipient.id == SHOP for one in empty):
        yield Message(
            "没有给印刷店的包：没有一样要印刷店印。要送印的，在 posters.yml 那组海报的 finishes 里写 press，"
            "或者选大于 A3 的尺寸，或者在尺寸里写 made_by: shop；copies（份数）写 1 以上",
            "no ZIP for the print shop: nothing is ordered from it. Add press to the finishes of a set in posters.yml, "
            "take a sheet larger than A3, or write made_by: shop at a sheet; with copies of 1 or more",
        )
    others = [one.recipient for one in empty if one.recipient.id != SHOP]
    if others:
        yield Message(
            f"没有要自己打印的东西，所以没有这些包：{'、'.join(one.name.main for one in others)}。"
            "要给的，在 posters.yml 里加一组 finishes 是 office、A3 以内的海报",
            f"nothing to be printed in the office, so no ZIP for: {', '.join(one.id for one in others)}. "
            "Add a set with the finish office on A3 or smaller to posters.yml",
        )
