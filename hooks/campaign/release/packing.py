"""Packing: the sheets of an edition as ZIPs for those who print, with checksums; the same bytes for the same files."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from campaign.channels import screens
from campaign.core.archive import entry
from campaign.core.artifact import Download
from campaign.core.digest import sha256
from campaign.core.problems import UnprovedError
from campaign.core.system_files import system_part
from campaign.paper.ledger import FILE, HEAD, Head
from campaign.release.edition import Edition

if TYPE_CHECKING:
    from campaign.channels.posters import PosterJob

SUFFIXES = (".pdf", ".svg")
"""What a sheet's file may be; its preview picture isn't printed."""
CHUNK = 1024 * 1024
NONE: Mapping[str, str] = MappingProxyType({})
NO_FILES: Mapping[str, bytes] = MappingProxyType({})


def sheet_files(site: Path, sheet: PosterJob) -> list[str]:
    """The printable files of a sheet that are in the site, by path; FileNotFoundError where its PDF isn't."""
    found = [f"{sheet.path}{suffix}" for suffix in SUFFIXES if (site / f"{sheet.path}{suffix}").is_file()]
    if f"{sheet.path}.pdf" not in found:
        raise FileNotFoundError(f"{sheet.path}.pdf was planned but isn't in the site")
    return found


def pack(
    target: Path,
    site: Path,
    sheets: Iterable[PosterJob],
    digests: Mapping[str, str],
    *,
    note: str,
    names: Mapping[str, str] = NONE,
    more: Mapping[str, bytes] = NO_FILES,
) -> None:
    """One ZIP: the sheets' files, stored as they are and sorted by name, then SHA256SUMS.txt and README.txt.

    digests: SHA-256 of each file by path; note: what README.txt says; names: what a sheet's files are called, by its
    path, each without an ending: their own paths where nothing is said; more: files of another sort by name.
    """
    files = {
        _called(sheet.path, names) + Path(path).suffix: path for sheet in sheets for path in sheet_files(site, sheet)
    }
    sums = {name: digests[path] for name, path in files.items()}
    sums |= {name: hashlib.sha256(content).hexdigest() for name, content in more.items()}
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(sums):
            if name in more:
                archive.writestr(entry(name), more[name])
                continue
            with (site / files[name]).open("rb") as source, archive.open(entry(name), "w", force_zip64=True) as stream:
                shutil.copyfileobj(source, stream, CHUNK)
        archive.writestr(entry("SHA256SUMS.txt"), "".join(f"{sums[name]}  {name}\n" for name in sorted(sums)))
        archive.writestr(entry("README.txt"), "\ufeff" + note.replace("\n", "\r\n"))


def _called(path: str, names: Mapping[str, str]) -> str:
    return names.get(path, path.removeprefix("posters/"))


def take_screens(edition: Edition, site: Path, target: Path) -> dict[str, int]:
    """Each display's pack from the site, looked into once more; how many files each holds, by its path.

    UnprovedError with every finding where one isn't as it was made, or isn't there.
    """
    held, faults = {}, []
    for job in edition.displays:
        name = f"{job.display.id}.zip"
        target.mkdir(exist_ok=True)
        shutil.copyfile(site / "screens" / name, target / name)
        findings = screens.verify_pack(target / name)
        faults += [f"{name}: {finding}" for finding in findings]
        if not findings:
            with zipfile.ZipFile(target / name) as archive:
                held[f"{target.name}/{name}"] = len(archive.namelist())
    if faults:
        raise UnprovedError(faults)
    return held


def pack_pages(target: Path, pages: Sequence[Download], *, note: str) -> None:
    """The ZIP for another host: what it must serve so that paper printed with its address leads here."""
    with zipfile.ZipFile(target, "w") as archive:
        for page in sorted(pages, key=lambda page: page.path):
            archive.writestr(entry(page.path), page.content)
        archive.writestr(entry("README.txt"), "\ufeff" + note.replace("\n", "\r\n"))


def manifest(root: Path, edition: Edition, head: Head) -> str:
    """What a release holds, as JSON: each file below root with its size and SHA-256, what it was made from, and where
    the ledger ended.

    The copy of the ledger is no such file: what is noted after the release is added to it, and its own chain, up to
    where it ended here, proves it.
    """
    every = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    paths = sorted(path for path in every if not system_part(path) and path not in (FILE, HEAD))
    said: dict[str, Any] = {
        "campaign": edition.campaign.campaign.id,
        "site_address": edition.context.site_address,
        **_print_address(edition),
        "day": edition.context.today.isoformat(),
        "ledger": {"serial": head.serial, "chain": head.chain},
        "sources": dict(edition.sources),
        "files": [
            {"path": path, "bytes": (root / path).stat().st_size, "sha256": sha256(root / path)} for path in paths
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _print_address(edition: Edition) -> dict[str, str]:
    """The address on paper, where it isn't the site's."""
    head = edition.campaign.campaign
    return {"print_address": head.paper_address} if head.forwards_print else {}
