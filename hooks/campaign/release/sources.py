"""What a release was made from: a fingerprint of each file that the office writes, to tell whether it changed since."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from campaign.core.digest import sha256
from campaign.core.system_files import system_part

FOLDERS = ("", "outreach", "images", "films")
"""The folders of a campaign that are read."""
BESIDE = (".jsonl", ".head", ".md")
"""What stands there and says nothing of the campaign: what the program keeps, and the handbook."""


def sources(folder: Path, docs: Path | None) -> dict[str, str]:
    """SHA-256 of each file of the campaign and each hand-written page, by its path from the project's folder."""
    roots = [folder, *([docs] if docs else [])]
    found = {f"{root.name}/{path}": sha256(root / path) for root in roots for path in _files(root)}
    return {
        path: digest
        for path, digest in sorted(found.items())
        if not path.startswith(f"{folder.name}/") or _read(path.removeprefix(f"{folder.name}/"))
    }


def _read(path: str) -> bool:
    return path.rpartition("/")[0].partition("/")[0] in FOLDERS and not path.endswith(BESIDE)


def _files(root: Path) -> Iterator[str]:
    for folder, inner, names in os.walk(root):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        here = Path(folder).relative_to(root).as_posix()
        paths = (name if here == "." else f"{here}/{name}" for name in names if not name.startswith("."))
        yield from (path for path in paths if not system_part(path) and (root / path).is_file())
