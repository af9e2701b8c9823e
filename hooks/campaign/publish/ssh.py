"""The target that is a server over ssh: as the folder target, with nothing there but sshd, rsync and a POSIX shell."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType

from campaign.core.problems import Message
from campaign.publish.local import BUSY
from campaign.publish.manifest import Manifest, every_file
from campaign.publish.remote import LOST, Server
from campaign.publish.server_scripts import DIGESTS, DISCARD, HELD, HOLD, LOCK, PRUNE, READ, SEAL, SWITCH
from campaign.publish.target import KEPT, TargetError, Tell, UnreadableError, is_release, number, superseded


@dataclass
class SshTarget:
    """A server's folder, which its web server serves as `<folder>/current`; the layout is that of FolderTarget.

    folder: absolute, or from the user's home; who may log in is settled by ssh: keys, agent, its
    config, known_hosts.
    """

    host: str
    folder: str
    user: str = ""
    port: int = 0
    server: Server | None = None
    shares: bool = os.name == "posix"
    where: str = field(default="", init=False)
    _holder: subprocess.Popen[str] | None = field(default=None, init=False, repr=False)
    _held: str = field(default="", init=False, repr=False)
    _live: str = field(default="", init=False, repr=False)
    _releases: list[str] = field(default_factory=list, init=False, repr=False)
    _sockets: Path | None = field(default=None, init=False, repr=False)
    _distrusted: bool = field(default=False, init=False, repr=False)

    def __post_init__(self) -> None:
        self._server = self.server or Server(host=self.host, user=self.user, port=self.port)
        self.where = f"{self._server.shown}:{self.folder}"
        self.folder = self.folder.rstrip("/") or "/"

    def __enter__(self) -> SshTarget:
        self._distrusted = False
        if self.shares:
            self._sockets = Path(tempfile.mkdtemp(prefix="c-"))
            self._server = replace(self._server, control=str(self._sockets / "s"))
        try:
            self._hold()
        except BaseException:
            self._let_go()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._let_go()

    def _hold(self) -> None:
        """Take the lock, and learn what is there; nobody else changes it from now on."""
        self._holder = self._server.start(HOLD, self.folder)
        assert self._holder.stdout is not None
        said: list[str] = []
        for line in self._holder.stdout:
            said.append(line.rstrip("\n"))
            if said[-1] == "ready" or said[-1].startswith("busy"):
                break
        if not said or said[-1] != "ready":
            _, complaint = self._holder.communicate()
            if said and said[-1].startswith("busy"):
                raise TargetError(_busy(self._server.shown, f"{self.folder}/{LOCK}", said[-1].partition(" ")[2]))
            raise TargetError(self._server.explained(self._holder.returncode, complaint))
        self._held = HELD.format(holder=said[0].partition(" ")[2])
        for name, leads in zip(("current", "previous"), said[1:3], strict=True):
            place, _, release = leads.rpartition("/")
            if leads != "NOTHING" and not (place == "releases" and is_release(release)):
                raise TargetError(_foreign(f"{self.where}/{name}"))
        self._live = "" if said[1] == "NOTHING" else said[1].removeprefix("releases/")
        self._releases = sorted(filter(is_release, said[3:-1]), key=number)

    def _let_go(self) -> None:
        if self._holder:
            with suppress(OSError, ValueError, subprocess.TimeoutExpired):
                self._holder.communicate(timeout=30)
        if self._sockets:
            shutil.rmtree(self._sockets, ignore_errors=True)
        self._server, self._sockets, self._holder = replace(self._server, control=""), None, None

    def releases(self) -> Sequence[str]:
        """As they were when the place was reached, and as this publish changed them."""
        return list(self._releases)

    def live(self) -> str:
        """What `current` leads to."""
        return self._live

    def manifest(self, release: str) -> Manifest:
        """Read from beside the release."""
        try:
            return Manifest.read(self._run(READ, release))
        except ValueError:
            raise UnreadableError(f"{self.where}/releases/{release}.json") from None

    def send(self, site: Path, manifest: Manifest, *, tell: Tell) -> None:
        """Only what neither the live nor the last release has is sent; rsync compares contents, not times."""
        tell(0, manifest.bytes)
        lending = [] if self._distrusted else [one for one in dict.fromkeys((self._live, *self._releases[-1:])) if one]
        strangers = sorted(set(every_file(site)) - set(manifest.files))
        incoming = f"{self.folder}/releases/.incoming"
        self._still_held()
        self._server.send(site, incoming, links=[f"../{one}" for one in lending], without=strangers)
        tell(manifest.bytes, manifest.bytes)

    def faults(self, manifest: Manifest) -> list[str]:
        """Every file is read there, by a program of the server's own where it has one."""
        return self._faults(".incoming", manifest)

    def discard(self, paths: Iterable[str]) -> None:
        """Hard links are taken away, never what they lead to; what is sent instead is a copy."""
        self._distrusted = True
        self._run(DISCARD, given="".join(f"{path}\n" for path in paths))

    def seal(self, release: str, manifest: Manifest) -> None:
        """The manifest first, then the folder gets its name in one step."""
        self._run(SEAL, release, given=manifest.text)
        self._releases.append(release)

    def damage(self, release: str) -> list[str]:
        """Every file is read there."""
        return self._faults(release, self.manifest(release))

    def switch(self, release: str) -> None:
        """One rename of a symbolic link."""
        self._run(SWITCH, release)
        self._live = release

    def prune(self, *, keep: int = KEPT) -> list[str]:
        """The folder first loses its name, so that half a release never looks like one."""
        gone = superseded(self._releases, self._live, keep)
        self._run(PRUNE, given="".join(f"{name}\n" for name in gone))
        self._releases = [one for one in self._releases if one not in gone]
        return gone

    def _still_held(self) -> None:
        """TargetError where the line that holds the place was cut: another may have it by now."""
        if self._holder is None or self._holder.poll() is not None:
            raise TargetError(self._server.explained(1, LOST))

    def _run(self, script: str, *arguments: str, given: str = "") -> str:
        self._still_held()
        return self._server.run(self._held + script, self.folder, *arguments, given=given)

    def _faults(self, folder: str, manifest: Manifest) -> list[str]:
        said = self._run(DIGESTS, folder)
        if said.strip() == "NO-DIGEST":
            raise TargetError(
                Message(
                    f"{self.where} 上没有 sha256sum、shasum、openssl 中的任何一个，传过去的文件没法核对：请装一个",
                    f"{self.where} has none of sha256sum, shasum and openssl to check files with: have one installed",
                )
            )
        found = dict(_digest(line) for line in said.splitlines())
        wanted = {path: entry.sha256 for path, entry in manifest.files.items()}
        return sorted(path for path in {*found, *wanted} if found.get(path) != wanted.get(path))


def _digest(line: str) -> tuple[str, str]:
    """A path and its SHA-256; sha256sum begins a line with a backslash where it had to write a name otherwise."""
    digest, _, path = line.lstrip("\\").partition(" ")
    return path.lstrip(" *").removeprefix("./"), digest


def _busy(server: str, lock: str, holder: str) -> Message:
    """The number of a process that is gone may be another's by now, which only people can tell."""
    return Message(
        f"{BUSY.zh}。等了很久还是这样：在 {server} 上运行 ps -p {holder or 0}，看到的不是 sh，"
        f"就删掉那里的文件夹 {lock}，再发布",
        f"{BUSY.en}. Where that takes too long run ps -p {holder or 0} on {server}: if it isn't sh, "
        f"delete the folder {lock} there, then publish again",
    )


def _foreign(where: str) -> Message:
    return Message(
        f"{where} 已经有，而且不是由 campaign publish 放上去的：请管理员先把它移到别处保存，再发布",
        f"{where} is there and wasn't put there by campaign publish: have it moved elsewhere and kept, then publish",
    )
