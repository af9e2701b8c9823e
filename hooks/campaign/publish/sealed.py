"""The sealed releases in a folder of this machine: each a folder of its name, its manifest beside it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from campaign.publish.manifest import Manifest
from campaign.publish.target import UnreadableError, is_release, number, superseded
from campaign.workshop.cache import write_whole

FILE_MODE = 0o644
"""Whoever serves the site may be another than who publishes it, whatever his umask."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """`0007-20240420-143205/` is what was brought, `0007-20240420-143205.json` its manifest."""

    folder: Path

    def names(self) -> list[str]:
        """Those whose folder and manifest are both there, the oldest first."""
        there = self.folder.iterdir() if self.folder.is_dir() else ()
        found = (path.name for path in there if is_release(path.name))
        return sorted((one for one in found if self._beside(one).is_file()), key=number)

    def manifest(self, release: str) -> Manifest:
        """Read from beside the release; UnreadableError where it isn't as it was written."""
        try:
            return Manifest.read(self._beside(release).read_text("utf-8"))
        except ValueError:
            raise UnreadableError(str(self._beside(release))) from None

    def seal(self, incoming: Path, release: str, manifest: Manifest) -> None:
        """The manifest first, then the folder gets its name in one step."""
        write_whole(self._beside(release), manifest.text.encode())
        self._beside(release).chmod(FILE_MODE)
        incoming.rename(self.folder / release)

    def prune(self, *, live: str, keep: int) -> list[str]:
        """The folder first loses its name, so that half a release never looks like one; the names of those gone."""
        gone = superseded(self.names(), live, keep)
        for name in gone:
            (self.folder / name).rename(self.folder / f".{name}.old")
            self._beside(name).unlink(missing_ok=True)
        for left in self.folder.glob(".*.old"):
            shutil.rmtree(left, ignore_errors=True)
        return gone

    def _beside(self, release: str) -> Path:
        return self.folder / f"{release}.json"
