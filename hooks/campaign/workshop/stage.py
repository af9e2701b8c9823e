"""Stage, then swap: the published folder changes whole and at once, or not at all."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from filelock import FileLock, Timeout

from campaign.core.problems import Message, OutputError
from campaign.workshop.exchange import exchange


class PublishError(OutputError):
    """The output folder can't be replaced now; `message` says what to do in both languages."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class Stage:
    """A folder beside the published one, held by one build at a time.

    Layout: `.<name>.staging/` with `lock`, and a folder of each build's own with one folder per language below it.
    Finished and published folder change places in one step: whoever opens a page sees the former site or the new one,
    whole, also where the build is killed. Where the system can't do that (Windows, some network drives) it takes two
    renames by way of `previous`; killed between them, the next build puts that back before anything else.
    """

    def __init__(self, published: Path) -> None:
        self.published = published.absolute()
        self.folder = self.published.parent / f".{self.published.name}.staging"
        self.work = self.folder
        self._previous = self.folder / "previous"
        self._lock = FileLock(self.folder / "lock")

    def open(self) -> Stage:
        """Take the stage: wait for nobody, put back what an interrupted swap took away, and start empty."""
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise PublishError(
                Message(
                    f"另一个生成正在使用 {self.published.name}/，请等它完成再试",
                    f"another build is using {self.published.name}/: wait for it to finish",
                )
            ) from None
        self._clear()
        self.work = Path(tempfile.mkdtemp(prefix="build-", dir=self.folder))
        return self

    def root(self, name: str) -> Path:
        """Where one language is built."""
        return self.work / name

    def join(self, language: str, into: Path) -> None:
        """Put a finished language into its place below the first one."""
        target = into / language
        if target.exists():
            raise ValueError(f"{target} is taken: a page may not have a language tag as its folder")
        self.root(language).rename(target)

    def swap(self, finished: Path) -> None:
        """Publish: the finished folder takes the place of the former one, which is deleted after."""
        if self.published.exists() and exchange(finished, self.published):
            shutil.rmtree(finished, ignore_errors=True)
            return
        if self.published.exists():
            self.published.rename(self._previous)
        try:
            finished.rename(self.published)
        except BaseException:
            self._put_back()
            raise
        shutil.rmtree(self._previous, ignore_errors=True)

    def close(self) -> None:
        """Give the stage up; what wasn't swapped is gone."""
        if self._lock.is_locked:
            try:
                self._clear()
            finally:
                self._lock.release()

    def _put_back(self) -> None:
        """What an unfinished swap took away stands again."""
        if self._previous.exists() and not self.published.exists():
            self._previous.rename(self.published)

    def _clear(self) -> None:
        """Nothing but the lock; what an orphan of a killed build still writes is in a folder of its own."""
        self._put_back()
        for entry in self.folder.iterdir():
            if entry.is_dir():
                shutil.rmtree(entry, ignore_errors=True)
            elif entry.name != "lock":
                entry.unlink()
