"""What a release gives to those who must print again: an order of those sheets alone, its list, and the one to tick."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from campaign.core.digest import sha256
from campaign.paper.ledger import Ledger, Pack
from campaign.release import order
from campaign.release.edition import Edition
from campaign.release.reprint import recopy, reprint, shown_on
from campaign.release.reprint_list import told
from campaign.release.ticks import tick_list

if TYPE_CHECKING:
    from campaign.release.order import Handed

TICKS = "printed.csv"
"""The list of all sheets, to tick what was ordered, hung and taken down: in the release, and in the ZIP."""
FIRST = """这是第一次发布，还没有印过东西，没有要重印的。要印的都在各县（市）、主办单位和印刷店的包里。
This is the first release: nothing was printed before. What is to be printed is in the packs of counties and print shop.
"""
OTHER = """印刷店要印的另在“重印-印刷店”包里，把那个包交给印刷店。
What a print shop makes is in reprint-print-shop.zip: hand it that one."""


def made_packs(edition: Edition, site: Path, serial: int) -> Iterator[Pack]:
    """What the ledger is to know of the displays' packs: an entry for each that isn't the file it was.

    serial: of the first entry.
    """
    for display in edition.displays:
        path = f"screens/{display.display.id}.zip"
        digest, former = sha256(site / path), edition.ledger.packs.get(display.display.id, ())
        imprints = edition.book.imprints
        keys = [key for key in shown_on(display, edition.book) if imprints[key].edition is not None]
        shows = {" ".join(filter(None, key)): str(imprints[key].edition) for key in keys}
        if former and former[-1].sha256 == digest and not edition.ledger.in_doubt(former[-1]):
            continue
        yield Pack(
            day=edition.context.today,
            id=display.display.id,
            names=dict(display.display.name),
            path=path,
            sha256=digest,
            edition=serial,
            shows=shows,
        )
        serial += 1


def take_reprint(
    edition: Edition, root: Path, digests: Mapping[str, str], after: Ledger, *, advice: Mapping[str, str]
) -> Handed:
    """The ZIPs of what must be printed again and of what is new, with their order sheets, and the list to tick beside.

    The office's ZIP holds what is printed in offices and says what became of all; the shop's, where there is anything
    for it, holds its prints and how to print them. Compared with the ledger as it was before this release; after: as
    it is now; advice: how to print, by maker.
    """
    site, first = root / "site", not edition.ledger.printed
    found = reprint(edition.book, edition.sheets)
    packs_made = {
        f"screens/{one.display.id}.zip": sha256(site / f"screens/{one.display.id}.zip") for one in edition.displays
    }
    packs = recopy(edition.book, edition.displays, packs_made)
    wanted = {path: one.hands.get(path, ()) for one in found for path in one.again_sheets}
    wanted |= {} if first else {path: () for one in found for path in one.first_time}
    paths = {path.removesuffix(".pdf"): hands for path, hands in wanted.items()}
    due = {maker: order.again(edition, paths, maker=maker) for maker in advice}
    lines = [FIRST.rstrip()] if first else told(found, edition.ledger, packs)
    how = [advice["office"], ""] if due["office"].lines else []
    other = [OTHER, ""] if due["shop"].lines else []
    ticks = tick_list(after, found, packs)
    (root / TICKS).write_bytes(ticks)
    note = _note(edition, [*how, *other, *lines])
    handed = order.hand_again(edition, root, digests, due["office"], note=note, more={TICKS: ticks})
    if due["shop"].lines:
        shop = order.hand_again(edition, root, digests, due["shop"], note=_note(edition, [advice["shop"]]))
        handed.held |= shop.held
        handed.reminders += shop.reminders
    return handed


def _note(edition: Edition, lines: Sequence[str]) -> str:
    """README.txt of a ZIP, under the campaign's names and the day."""
    titles = [edition.campaign.campaign.name[language] for language in edition.campaign.languages]
    return "\n".join([*titles, edition.context.today.isoformat(), "", *lines]) + "\n"
