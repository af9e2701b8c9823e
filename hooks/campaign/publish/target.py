"""A target: a place where a site is published. What every kind of it can do, and nothing of how."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Protocol

from campaign.core.problems import Message, OutputError
from campaign.core.typed import typed
from campaign.publish.manifest import Manifest

KEPT = 5
"""How many releases a target keeps, the live one among them, so that it can be rolled back."""
NAME = re.compile(r"(\d{4,9})-\d{8}-\d{6}")
"""A release's name: its number, then the day and time it was made: `0007-20240420-143205`."""
Tell = Callable[[int, int], None]
"""Told of progress: bytes brought so far, bytes in all."""


class TargetError(OutputError):
    """A target can't be reached, read or written; `message` says what to do. What is live stays as it was."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class UnreadableError(TargetError):
    """The manifest of a sealed release isn't as it was written, so nobody knows what that release should hold."""

    def __init__(self, manifest: str) -> None:
        super().__init__(
            Message(
                f"清单 {manifest} 读不懂，这一版不能退回：用 {typed('rollback --to')} 选另一版。"
                "不用动它的文件，以后的发布会把它清掉",
                f"the manifest {manifest} can't be read, so nobody can go back to this release: choose another by "
                f"{typed('rollback --to')}. Leave its files alone, later publishes clear it away",
            )
        )


class Target(Protocol):
    """Where a site is published; open it by `with`, which holds it against others that publish there.

    A publish is `send`, `faults` (reading back), `seal`, `switch`, `prune`. Until `switch` nobody sees anything of it;
    killed at any moment what is live is whole, and the next publish goes on with what was sent already. Every method
    raises TargetError, or OSError of this machine's own files.
    """

    @property
    def where(self) -> str:
        """The place as people know it: a path, `host:/path`, a bucket."""

    def __enter__(self) -> Target:
        """Reach it and hold it; TargetError where another is publishing there."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let it go. What was sent and isn't sealed stays, for the next publish to go on with."""

    def releases(self) -> Sequence[str]:
        """The names of the sealed releases that are kept, the oldest first."""

    def live(self) -> str:
        """The name of the release that people see; empty where there is none yet."""

    def manifest(self, release: str) -> Manifest:
        """What a sealed release holds, as it was sealed; UnreadableError where that can't be read any more."""

    def send(self, site: Path, manifest: Manifest, *, tell: Tell) -> None:
        """Bring every file of the manifest from a site to a place of its own that nobody sees.

        Files of the same SHA-256 that the target has (in an earlier release, or sent by a publish that was cut off)
        needn't be brought again; what was sent before and isn't in the manifest is taken away.
        """

    def faults(self, manifest: Manifest) -> list[str]:
        """Read back what was sent: the paths that are missing, too many, or not of the manifest's SHA-256."""

    def discard(self, paths: Iterable[str]) -> None:
        """Take away what was sent of these paths, so that `send` brings them anew."""

    def seal(self, release: str, manifest: Manifest) -> None:
        """What was sent becomes a release of this name, kept and not live yet."""

    def damage(self, release: str) -> list[str]:
        """Read back a sealed release: the paths that aren't as its manifest says. Empty where it may be live again."""

    def switch(self, release: str) -> None:
        """Let people see a sealed release, at once or in an order in which no page misses what it needs."""

    def prune(self, *, keep: int = KEPT) -> list[str]:
        """Delete the oldest releases; the last `keep`, and the live one, stay. The names of those deleted."""


def readable(target: Target, release: str) -> Manifest | None:
    """The manifest of a sealed release; None where it can't be read, which must stop nothing but going back to it."""
    with suppress(UnreadableError):
        return target.manifest(release)
    return None


def number(release: str) -> int:
    """The number of a release by its name; ValueError where that is none."""
    found = NAME.fullmatch(release)
    if not found:
        raise ValueError(f"no release: {release}")
    return int(found[1])


def called(release: str) -> str:
    """A release as people are told of it: its number, and when it was made."""
    counted, day, time = release.split("-")
    return f"{counted}（{day[:4]}-{day[4:6]}-{day[6:]} {time[:2]}:{time[2:4]}）"


def is_release(name: str) -> bool:
    """True for the name of a release."""
    return NAME.fullmatch(name) is not None


def next_name(releases: Iterable[str], made: str) -> str:
    """The name of the release after these; made: its local time, `2024-04-20T14:32:05`."""
    following = max(map(number, releases), default=0) + 1
    day, _, time = made.partition("T")
    return f"{following:04d}-{day.replace('-', '')}-{time.replace(':', '')}"


def superseded(releases: Sequence[str], live: str, keep: int) -> list[str]:
    """Which of these may go, the oldest first: all but the last `keep` and the live one."""
    ordered = sorted(releases, key=number)
    return [one for one in ordered[: max(0, len(ordered) - max(keep, 1))] if one != live]
