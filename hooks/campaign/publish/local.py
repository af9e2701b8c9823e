"""What the targets that are folders of this machine have in common: a lock, and the sealed releases."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from campaign.core.problems import Message
from campaign.publish.manifest import Manifest
from campaign.publish.sealed import Sealed
from campaign.publish.standing import refuse_obstacle
from campaign.publish.target import TargetError

INCOMING = ".incoming"
MARK = "current.release"
"""Which release is live, where no symbolic link says so."""
FOLDER_MODE = 0o755
"""Whoever serves the site may be another than who publishes it, whatever his umask."""
BUSY = Message(
    "另一个发布正在使用这个地方，请等它完成再试", "another publish is using this place: wait for it to finish"
)


class LocalTarget:
    """A folder of releases. Nothing is made before something is brought: a folder that was only looked at, perhaps
    mistyped, leaves no trace."""

    def _stand_on(self, root: Path) -> None:
        """root: where the releases stand, what is brought, and the lock."""
        self._root = root
        self._sealed = Sealed(root)
        self._incoming = root / INCOMING
        self._lock = FileLock(root / ".lock")

    def _look(self) -> None:
        """Hold the place where it is there already. TargetError where it can't be a folder, or is another publish's."""
        refuse_obstacle(self._root)
        if self._root.is_dir():
            self._hold()

    def _begin(self) -> None:
        """Make the place where it isn't there yet; BUSY where another publish made it since this one looked."""
        if self._lock.is_locked:
            return
        make_folder(self._root)
        self._hold()
        if self.releases():
            raise TargetError(BUSY)

    def _hold(self) -> None:
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise TargetError(BUSY) from None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lock.release()

    def releases(self) -> Sequence[str]:
        """Those whose folder and manifest are both there."""
        return self._sealed.names()

    def manifest(self, release: str) -> Manifest:
        """Read from beside the release."""
        return self._sealed.manifest(release)

    def seal(self, release: str, manifest: Manifest) -> None:
        """The manifest first, then the folder gets its name in one step."""
        self._sealed.seal(self._incoming, release, manifest)


def make_folder(path: Path) -> None:
    """A folder, and those above it that aren't there, which anyone may enter."""
    if path.is_dir():
        return
    make_folder(path.parent)
    path.mkdir(exist_ok=True)
    path.chmod(FOLDER_MODE)
