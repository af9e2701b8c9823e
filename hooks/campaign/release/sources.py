"""What a release was made from: a fingerprint of what each file of the office says, to tell whether it changed."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from campaign.core.digest import sha256
from campaign.core.system_files import system_part
from campaign.read import said

FOLDERS = ("", "outreach", "images", "films")
"""The folders of a campaign that are read."""
BESIDE = (".jsonl", ".head", ".md")
"""What stands there and says nothing of the campaign: what the program keeps, and the handbook."""
UNSHOWN: Mapping[str, tuple[str, ...]] = {"campaign": ("targets",)}
"""What a file says that nothing of a release is made from: correcting where it goes takes no new one."""


def sources(folder: Path, docs: Path | None) -> dict[str, str]:
    """SHA-256 of each file of the campaign and each hand-written page, by its path from the project's folder."""
    data = {f"{folder.name}/{path}": _of_data(folder, path) for path in _files(folder) if _read(path)}
    pages = {f"{docs.name}/{path}": sha256(docs / path) for path in _files(docs)} if docs else {}
    return dict(sorted((data | pages).items()))


def _of_data(folder: Path, path: str) -> str:
    """Of a record's file what it says counts, not its comments; of any other, or one that can't be read, each byte."""
    name, _, suffix = path.rpartition(".")
    record = said((folder / path).read_bytes(), name=name) if suffix == "yml" else None
    if not isinstance(record, dict):
        return sha256(folder / path)
    shown = {key: value for key, value in record.items() if key not in UNSHOWN.get(name, ())}
    return hashlib.sha256(json.dumps(shown, ensure_ascii=False).encode()).hexdigest()


def _read(path: str) -> bool:
    return path.rpartition("/")[0].partition("/")[0] in FOLDERS and not path.endswith(BESIDE)


def _files(root: Path) -> Iterator[str]:
    for folder, inner, names in os.walk(root):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        here = Path(folder).relative_to(root).as_posix()
        paths = (name if here == "." else f"{here}/{name}" for name in names if not name.startswith("."))
        yield from (path for path in paths if not system_part(path) and (root / path).is_file())
