"""Looking into a pack: every file as it was made, none missing, none more but what a system left on the stick."""

from __future__ import annotations

import hashlib
import os
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from campaign.channels.screens.pack import MANIFEST
from campaign.core.damage import ZIP_DAMAGE
from campaign.core.problems import Message
from campaign.core.system_files import is_system_folder, system_part

ROW = re.compile(r"([0-9a-f]{64}) [ *](\S.*)")


@dataclass(frozen=True, slots=True)
class PackFinding:
    """What is wrong with one file of a pack."""

    path: str
    what: Message

    def __str__(self) -> str:
        return f"{self.path}: {self.what}"


@dataclass(frozen=True, slots=True)
class PackReport:
    """findings: every fault of a pack, none where it is as it was made; left: what a system or an office program put
    beside the pack's own files, folders with a slash."""

    findings: tuple[PackFinding, ...]
    left: tuple[str, ...] = ()


ALTERED = Message("内容被改动过", "has been altered")
MISSING = Message("缺少这个文件", "is missing")
EXTRA = Message("多出来的文件，不是包里的", "is no part of the pack")
LOST = Message("读不出来，U 盘可能坏了", "can't be read: the stick may be failing")
UNREADABLE = Message("打不开，不是播放包", "can't be opened as a pack")
NO_MANIFEST = Message("没有清单，无法核对", "there is no manifest to check against")
GARBLED = Message("清单里有看不懂的行", "the manifest has a line that can't be read")


UNREAD = ""
"""Stands for the digest of a file that can't be read, or needn't be."""


def verify_pack(path: Path) -> list[PackFinding]:
    """Every finding of a pack, a ZIP or a folder it was unpacked into; none where it is as it was made."""
    return list(report_pack(path).findings)


def report_pack(path: Path) -> PackReport:
    """The findings, and what was passed because no pack can help it."""
    try:
        files = _folder(path) if path.is_dir() else _archive(path)
    except ZIP_DAMAGE:
        return PackReport((PackFinding(path.name, UNREADABLE),))
    if MANIFEST not in files:
        return PackReport((PackFinding(MANIFEST, NO_MANIFEST),))
    findings = sorted(_findings(files), key=lambda finding: (finding.path, finding.what.en))
    parts = {system_part(name) for name in files.keys() - _wanted(files).keys()}
    return PackReport(tuple(findings), tuple(sorted(parts - {""})))


def _archive(path: Path) -> dict[str, str]:
    """SHA-256 of every file of a ZIP by name, the manifest as its text; a name that stands twice counts as altered."""
    found: dict[str, str] = {}
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            if entry.is_dir():
                continue
            try:
                content = archive.read(entry)
            except ZIP_DAMAGE:
                content = b""
            found[entry.filename] = "twice" if entry.filename in found else _known(entry.filename, content)
    return found


def _folder(path: Path) -> dict[str, str]:
    """The same of a folder; a system's own isn't looked into, which may be closed to us."""
    found: dict[str, str] = {}
    for root, folders, names in os.walk(path):
        inside = Path(root).relative_to(path)
        found |= {f"{(inside / name).as_posix()}/": UNREAD for name in folders if is_system_folder(name)}
        folders[:] = [name for name in folders if not is_system_folder(name)]
        found |= {at: _read(path, at) for at in ((inside / name).as_posix() for name in names)}
    return found


def _read(path: Path, name: str) -> str:
    try:
        return _known(name, (path / name).read_bytes())
    except OSError:
        return UNREAD


def _known(name: str, content: bytes) -> str:
    return content.decode("utf-8", "replace") if name == MANIFEST else hashlib.sha256(content).hexdigest()


def _rows(files: Mapping[str, str]) -> list[re.Match[str] | None]:
    return [ROW.fullmatch(row) for row in files[MANIFEST].splitlines()]


def _wanted(files: Mapping[str, str]) -> dict[str, str]:
    """What the manifest says: each file's SHA-256 by name; the manifest itself is part of the pack."""
    return {MANIFEST: files[MANIFEST], **{row[2]: row[1] for row in _rows(files) if row}}


def _findings(files: Mapping[str, str]) -> Iterator[PackFinding]:
    rows = _rows(files)
    if not rows or not all(rows):
        yield PackFinding(MANIFEST, GARBLED)
    wanted = _wanted(files)
    for name, digest in wanted.items():
        if name not in files:
            yield PackFinding(name, MISSING)
        elif files[name] != digest:
            yield PackFinding(name, ALTERED if files[name] else LOST)
    for name in files.keys() - wanted.keys():
        if not system_part(name):
            yield PackFinding(name, EXTRA)
