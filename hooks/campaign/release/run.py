"""Running a release: everything is made beside the last one, the ledger is written, then the new one stands."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from campaign import history
from campaign.channels import permalinks
from campaign.core.digest import sha256
from campaign.core.problems import Message
from campaign.order.advice import ADVICE, CHECK
from campaign.paper import ledger
from campaign.paper.ledger import FILE, HEAD, Ledger
from campaign.release import materials, order
from campaign.release.edition import Edition, Key
from campaign.release.forwarding import pack_print_address
from campaign.release.packing import manifest, pack_pages, sheet_files, take_screens
from campaign.release.reprinting import made_packs, take_reprint
from campaign.release.whole import zip_site
from campaign.workshop.stage import Stage

SCREENS = "screens"
"""The folder of the displays' packs."""
BuildSite = Callable[[Edition, Path], None]
"""Builds and proves the whole site of an edition into a folder that isn't there yet."""


@dataclass(frozen=True, slots=True)
class Released:
    """A release as it stands. folder: where; ledger: as it is now; packs: the ZIPs with how many files each holds.

    forgotten: why what calendars were given couldn't be remembered; the release stands all the same. reminders: what
    whoever releases must hear: a pack that isn't there because nothing is for it, a file too large for a mail.
    """

    folder: Path
    ledger: Ledger
    packs: Mapping[str, int]
    forgotten: OSError | None = None
    reminders: tuple[Message, ...] = ()


def release(edition: Edition, folder: Path, output: Path, *, build_site: BuildSite) -> Released:
    """Make a release of an edition of the campaign in `folder`; `output` changes whole or not at all.

    Layout of output: `site/` and the same as `<campaign id>-site.zip`; `print-shop.zip`, `office.zip` and one ZIP for
    each county (in numbered parts where it fits no mail), each with a twin whose names are Chinese; `screens/` with
    each display's pack, `manifest.json`, copies of the ledger; `former-address.zip` where paper carries an address the
    site has left, `print-address.zip` where it carries one that isn't the site's; `reprint.zip` and its twin, in parts
    like a county's, with the order of what offices must print again, and why, and `reprint-print-shop.zip`, for a shop,
    where there is any; `printed.csv` to tick what was done. Raises
    UnprovedError for a pack that isn't as it was made.
    The ledger is written when all is made and proved, just before output is replaced: killed at any moment, no paper
    carries a code that the ledger doesn't know.
    """
    stage = Stage(output).open()
    try:
        root = stage.root("release")
        root.mkdir()
        edition = _built(edition, stage.root("build"), root / "site", build_site)
        digests = _digests(edition, root / "site")
        more = edition.book.prints(_files_by_record(edition, root / "site", digests), edition.context.today)
        after = edition.ledger.with_more(more)
        after = after.with_more(made_packs(edition, root / "site", after.next_serial))
        after = _signed(edition, folder, after)
        held, reminders = _fill(edition, root, digests, after)
        ledger.append(folder, edition.ledger, after.added_to(edition.ledger))
        stage.swap(root)
        forgotten = _remember(edition, folder, output / "site")
    finally:
        stage.close()
    return Released(output, after, held, forgotten, reminders)


def _signed(edition: Edition, folder: Path, after: Ledger) -> Ledger:
    """The ledger with the office's signature behind what a release added, where its campaign.yml names signers."""
    if not after.added_to(edition.ledger):
        return after
    signers, path = edition.campaign.campaign.ledger.signers, (folder / "campaign.yml").as_posix()
    return after.with_more(ledger.seal(after, signers, today=edition.context.today, path=path))


def _remember(edition: Edition, folder: Path, site: Path) -> OSError | None:
    """What calendars are given from now on; why not, where it can't be written, for the release is out already."""
    try:
        history.take(folder, site, public=not edition.campaign.campaign.site_address_sample)
    except OSError as error:
        return error
    return None


def _built(edition: Edition, workshop: Path, site: Path, build_site: BuildSite) -> Edition:
    """The edition as it was built: a second time where its first sheets show that some look new, with their numbers."""
    _build(edition, workshop, site, build_site)
    numbered = edition.in_new_looks(_files_by_record(edition, site, _digests(edition, site)))
    if numbered is not edition:
        shutil.rmtree(site)
        _build(numbered, workshop, site, build_site)
    return numbered


def _build(edition: Edition, workshop: Path, target: Path, build_site: BuildSite) -> None:
    """The site built in a folder of its own, so that nothing the builder leaves beside it is released."""
    workshop.mkdir()
    build_site(edition, workshop / "site")
    (workshop / "site").rename(target)
    shutil.rmtree(workshop)


def _digests(edition: Edition, site: Path) -> dict[str, str]:
    paths = {path for sheet in edition.sheets for path in sheet_files(site, sheet)}
    return {path: sha256(site / path) for path in sorted(paths)}


def _files_by_record(edition: Edition, site: Path, digests: Mapping[str, str]) -> dict[Key, dict[str, str]]:
    return {
        key: {path: digests[path] for sheet in sheets for path in sheet_files(site, sheet)}
        for key, sheets in edition.sheets_of.items()
    }


def _fill(
    edition: Edition, root: Path, digests: Mapping[str, str], after: Ledger
) -> tuple[dict[str, int], tuple[Message, ...]]:
    """Everything beside the site, the manifest last; how many files each ZIP holds, and what must be heard."""
    head = after.sealed.head
    for path in (root / HEAD, root / "site" / "q" / HEAD):
        path.write_text(str(head), encoding="ascii", newline="\n")
    (root / FILE).write_text(after.sealed.text, encoding="utf-8", newline="\n")
    handed = order.hand_out(edition, root, digests, note={maker: _note(edition, maker) for maker in ADVICE})
    held = handed.held
    held |= take_screens(edition, root / "site", root / SCREENS)
    again = take_reprint(edition, root, digests, after, advice={one: _advice(one) for one in ADVICE})
    held |= again.held
    former = list(permalinks.forwards(edition.campaign, edition.book))
    if former:
        pack_pages(root / "former-address.zip", former, note=FORMER)
        held["former-address.zip"] = len(former)
    held |= pack_print_address(edition, root)
    name = edition.campaign.campaign.id
    held[f"{name}-site.zip"] = zip_site(root / "site", root / f"{name}-site.zip", name=name)
    (root / materials.FILE).write_text(materials.bill(materials.shipped()), encoding="utf-8", newline="\n")
    (root / "manifest.json").write_text(manifest(root, edition, head), encoding="utf-8", newline="\n")
    return held, (*handed.reminders, *again.reminders)


def _note(edition: Edition, maker: str) -> str:
    """README.txt of a ZIP: what it is, and how to print what is in it."""
    head = edition.campaign.campaign
    titles = "\n".join(head.name[language] for language in edition.campaign.languages)
    return f"{titles}\n{edition.context.today.isoformat()}\n\n{_advice(maker)}\n"


def _advice(maker: str) -> str:
    """How to print what is in a ZIP."""
    return f"{ORDER}\n{ADVICE[maker]}\n{CHECK}"


ORDER = """先看订货单（xlsx 可以改份数，pdf 方便打印）：文件名开头的编号就是订货单上的序号。
“备用”文件夹里的没有订，需要时再印。
同名的另一个包内容一样，只是文件名是英文：这个包解压出来是乱码，就用那一个。
Begin with the order sheet (xlsx to change copies, pdf to print): each file's name begins with its number there.
What is in the folder "spare" isn't ordered. The same files come as two ZIPs, with Chinese names and with ASCII names:
where one comes out garbled, take the other.
"""
FORMER = """把 q 文件夹放到旧网址的根目录下：印着旧网址的海报就会转到新网址。旧网址停用前请一直保留。
Put the folder q into the root of the former site: posters that carry its address will lead to the new one. Keep it
there for as long as the former address lives.
"""
