"""The target that is a folder of this machine: numbered releases, and `current`, which leads to one of them."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from campaign.core.digest import sha256
from campaign.publish.local import MARK, LocalTarget, make_folder
from campaign.publish.manifest import CHUNK, Manifest, site_files
from campaign.publish.sealed import FILE_MODE
from campaign.publish.standing import foreign, refuse_foreign, refuse_orphan
from campaign.publish.target import KEPT, TargetError, Tell, is_release, readable
from campaign.workshop.cache import write_whole
from campaign.workshop.stage import Stage

RELEASES = "releases"
LIVE = "current"
FORMER = "previous"
"""The release before: a page of it that is still open may ask for what the live one no longer has."""
NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
"""What a file system answers that has no symbolic links."""


@dataclass
class FolderTarget(LocalTarget):
    """A folder that a web server serves as `<folder>/current`.

    Layout: `releases/0007-20240420-143205/` is a site, `releases/0007-20240420-143205.json` its manifest, which stands
    there before it; `releases/.incoming/` what was sent and not sealed; `current` a symbolic link to the live release,
    replaced by one rename; `previous` another to the one before. Files that the former release has as well are hard
    links to it, so they cost no room and keep their times. Where there are no symbolic links (Windows, FAT) `current`
    is a folder of the same files, which takes the former one's place, and `current.release` names it.
    """

    folder: Path
    where: str = ""
    links: bool = os.name == "posix"
    _distrusted: set[str] = field(default_factory=set, init=False, repr=False)

    def __post_init__(self) -> None:
        self.folder = self.folder.absolute()
        self.where = self.where or str(self.folder)
        self._releases = self.folder / RELEASES
        self._stand_on(self._releases)

    def __enter__(self) -> FolderTarget:
        """What somebody else put there is refused before anything is brought."""
        self._look()
        try:
            refuse_orphan(self.folder)
            self._refuse_foreign()
        except BaseException:
            self._lock.release()
            raise
        self._distrusted.clear()
        return self

    def _refuse_foreign(self) -> None:
        """Before anything is brought, so that nothing is left behind."""
        for name in (LIVE, FORMER):
            refuse_foreign(self.folder / name, self._releases)
        current = self.folder / LIVE
        if current.is_dir() and not current.is_symlink() and not self.live():
            raise TargetError(foreign(current))

    def live(self) -> str:
        """What `current` leads to; where it is a folder of its own, what is marked, else what it is found to hold."""
        current = self.folder / LIVE
        if current.is_symlink():
            name = current.readlink().name
            return name if is_release(name) and current.is_dir() else ""
        if not current.is_dir():
            return ""
        mark = self.folder / MARK
        name = mark.read_text("ascii", "replace").strip() if mark.is_file() else ""
        if name in self.releases():
            return name
        found = ((one, readable(self, one)) for one in reversed(self.releases()))
        return next((one for one, manifest in found if manifest and not _faults(current, manifest)), "")

    def send(self, site: Path, manifest: Manifest, *, tell: Tell) -> None:
        """Link what an earlier release has, copy the rest; what stands there stays where its size is right."""
        self._begin()
        _take_away(self._incoming, keep=manifest.files)
        kept = self._kept()
        done, whole = 0, manifest.bytes
        for path, entry in manifest.files.items():
            there = self._incoming / path
            if not (there.is_file() and there.stat().st_size == entry.bytes):
                make_folder(there.parent)
                bring(site / path, there, like=None if path in self._distrusted else kept.get(entry.sha256))
            done += entry.bytes
            tell(done, whole)

    def faults(self, manifest: Manifest) -> list[str]:
        """Every file is read."""
        return _faults(self._incoming, manifest)

    def discard(self, paths: Iterable[str]) -> None:
        """Hard links are taken away, never what they lead to; what is brought instead is a copy."""
        for path in paths:
            self._distrusted.add(path)
            (self._incoming / path).unlink(missing_ok=True)

    def damage(self, release: str) -> list[str]:
        """Every file is read."""
        return _faults(self._releases / release, self.manifest(release))

    def switch(self, release: str) -> None:
        """One rename of a symbolic link; else one exchange of folders, where the system can do that."""
        current = self.folder / LIVE
        former = self.live()
        if self.links and former not in ("", release):
            self._lead_to(former, FORMER)
        if current.is_dir() and not current.is_symlink() or not (self.links and self._lead_to(release, LIVE)):
            self._exchange(release)

    def prune(self, *, keep: int = KEPT) -> list[str]:
        """The folder first loses its name, so that half a release never looks like one."""
        return self._sealed.prune(live=self.live(), keep=keep)

    def _lead_to(self, release: str, name: str) -> bool:
        """Let a link lead to a release; False where there are no links."""
        fresh = self.folder / f".{name}.new"
        fresh.unlink(missing_ok=True)
        try:
            fresh.symlink_to(Path(RELEASES) / release, target_is_directory=True)
        except OSError as error:
            if error.errno in NO_LINKS:
                return False
            raise
        fresh.replace(self.folder / name)
        return True

    def _exchange(self, release: str) -> None:
        """Put a folder of the same files in the place of `current`.

        Its mark is away meanwhile: killed in between, what is live is found by looking.
        """
        current, mark = self.folder / LIVE, self.folder / MARK
        stage = Stage(current).open()
        try:
            fresh = stage.root(LIVE)
            for path in self.manifest(release).files:
                make_folder((fresh / path).parent)
                bring(self._releases / release / path, fresh / path, like=self._releases / release / path)
            mark.unlink(missing_ok=True)
            stage.swap(fresh)
            write_whole(mark, f"{release}\n".encode())
        finally:
            stage.close()

    def _kept(self) -> Mapping[str, Path]:
        """Where the live and the last release have each content, by its SHA-256."""
        found: dict[str, Path] = {}
        for release in dict.fromkeys((*self.releases()[-1:], self.live())):
            manifest = readable(self, release) if release else None
            files = manifest.files if manifest else {}
            found |= {entry.sha256: self._releases / release / path for path, entry in files.items()}
        return found


def bring(source: Path, there: Path, *, like: Path | None = None) -> None:
    """Let a file stand there as a hard link to one that is like it, or as a copy of its source, for anyone to read.

    A copy is on the disk itself before this returns: what is shown must outlive a power cut.
    """
    there.unlink(missing_ok=True)
    if like is not None:
        with suppress(OSError):
            os.link(like, there)
            return
    with source.open("rb") as stream, there.open("wb") as copy:
        shutil.copyfileobj(stream, copy, CHUNK)
        copy.flush()
        os.fsync(copy.fileno())
    there.chmod(FILE_MODE)


def _take_away(root: Path, *, keep: Iterable[str]) -> None:
    """Delete what is below a folder and isn't to be kept, and folders that are empty then."""
    wanted = {root / path for path in keep}
    for folder, inner, names in os.walk(root, topdown=False):
        here = Path(folder)
        for name in (*names, *(one for one in inner if (here / one).is_symlink())):
            if here / name not in wanted or (here / name).is_symlink():
                (here / name).unlink()
        if here != root and not any(here.iterdir()):
            here.rmdir()


def _faults(root: Path, manifest: Manifest) -> list[str]:
    """The paths below a folder that aren't as a manifest says, or that it doesn't have."""
    wrong = (path for path, entry in manifest.files.items() if not _same(root / path, entry.sha256))
    return sorted({*wrong, *(set(site_files(root)) - set(manifest.files))})


def _same(path: Path, digest: str) -> bool:
    return path.is_file() and not path.is_symlink() and sha256(path) == digest
