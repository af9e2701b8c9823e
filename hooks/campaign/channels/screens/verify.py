"""Looking into a pack: every file as it was made, none missing, none more."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from campaign.channels.screens.pack import MANIFEST
from campaign.core.problems import Message

ROW = re.compile(r"([0-9a-f]{64}) [ *](\S.*)")


@dataclass(frozen=True, slots=True)
class PackFinding:
    """What is wrong with one file of a pack."""

    path: str
    what: Message

    def __str__(self) -> str:
        return f"{self.path}: {self.what}"


ALTERED = Message("内容被改动过", "has been altered")
MISSING = Message("缺少这个文件", "is missing")
EXTRA = Message("多出来的文件，不是包里的", "is no part of the pack")
UNREADABLE = Message("打不开，不是播放包", "can't be opened as a pack")
NO_MANIFEST = Message("没有清单，无法核对", "there is no manifest to check against")
GARBLED = Message("清单里有看不懂的行", "the manifest has a line that can't be read")


def verify_pack(path: Path) -> list[PackFinding]:
    """Every finding of a pack, a ZIP or a folder it was unpacked into; none where it is as it was made."""
    try:
        files = _folder(path) if path.is_dir() else _archive(path)
    except (OSError, zipfile.BadZipFile, RuntimeError, EOFError, NotImplementedError):
        return [PackFinding(path.name, UNREADABLE)]
    return sorted(_findings(files), key=lambda finding: (finding.path, finding.what.en))


def _archive(path: Path) -> dict[str, str]:
    """SHA-256 of every file of a ZIP by name, the manifest as its text; a name that stands twice counts as altered."""
    found: dict[str, str] = {}
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            if entry.is_dir():
                continue
            try:
                content = archive.read(entry)
            except zipfile.BadZipFile:
                content = b""
            found[entry.filename] = "twice" if entry.filename in found else _known(entry.filename, content)
    return found


def _folder(path: Path) -> dict[str, str]:
    files = (file for file in path.rglob("*") if file.is_file())
    return {name: _known(name, file.read_bytes()) for file in files for name in [file.relative_to(path).as_posix()]}


def _known(name: str, content: bytes) -> str:
    return content.decode("utf-8", "replace") if name == MANIFEST else hashlib.sha256(content).hexdigest()


def _findings(files: Mapping[str, str]) -> Iterator[PackFinding]:
    if MANIFEST not in files:
        yield PackFinding(MANIFEST, NO_MANIFEST)
        return
    rows = [ROW.fullmatch(row) for row in files[MANIFEST].splitlines()]
    if not rows or not all(rows):
        yield PackFinding(MANIFEST, GARBLED)
    wanted = {row[2]: row[1] for row in rows if row}
    for name, digest in wanted.items():
        if name not in files:
            yield PackFinding(name, MISSING)
        elif files[name] != digest:
            yield PackFinding(name, ALTERED)
    for name in files.keys() - wanted.keys() - {MANIFEST}:
        yield PackFinding(name, EXTRA)
