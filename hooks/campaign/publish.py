"""Stage, then swap: the published folder changes whole and at once, or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

from filelock import FileLock, Timeout

from campaign.problems import Message


class PublishError(Exception):
    """The output folder can't be replaced now; `message` says what to do in both languages."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class Stage:
    """A folder beside the published one, held by one build at a time.

    Layout: `.<name>.staging/` with `lock`, one folder per language, and `previous` while swapping. A build that is
    killed at any moment leaves the published folder whole; the next one clears up after it.
    """

    def __init__(self, published: Path) -> None:
        self.published = published.absolute()
        self.folder = self.published.parent / f".{self.published.name}.staging"
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
        if self._previous.exists() and not self.published.exists():
            self._previous.rename(self.published)
        self._clear()
        return self

    def root(self, name: str) -> Path:
        """Where one language is built."""
        return self.folder / name

    def join(self, language: str, into: Path) -> None:
        """Put a finished language into its place below the first one."""
        target = into / language
        if target.exists():
            raise ValueError(f"{target} is taken: a page may not have a language tag as its folder")
        self.root(language).rename(target)

    def swap(self, finished: Path) -> None:
        """Publish: the finished folder takes the place of the former one, which is deleted after."""
        if self.published.exists():
            self.published.rename(self._previous)
        finished.rename(self.published)
        shutil.rmtree(self._previous, ignore_errors=True)

    def close(self) -> None:
        """Give the stage up; what wasn't swapped is gone."""
        if self._lock.is_locked:
            self._clear()
            self._lock.release()

    def _clear(self) -> None:
        for entry in self.folder.iterdir():
            if entry.is_dir():
                shutil.rmtree(entry)
            elif entry.name != "lock":
                entry.unlink()
