"""Writing: finished files, each folder on the way made once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from campaign.core.artifact import Download


def write(made: Iterable[Download], root: Path) -> None:
    """Write finished files below a folder, making each folder on the way once."""
    folders: set[Path] = set()
    for one in made:
        path = root / one.path
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.add(path.parent)
        path.write_bytes(one.content)
