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
from campaign.publish.folder import BUSY
from campaign.publish.manifest import Manifest, every_file
from campaign.publish.remote import LOST, Server
from campaign.publish.target import KEPT, TargetError, Tell, UnreadableError, is_release, number, superseded

LOCK = "releases/.lock.d"
HOLD = """
umask 022
mkdir -p "$1/releases" || exit
lock="$1/releases/.lock.d"
look() {
    holder=
    for one in "$lock"/*; do if [ -e "$one" ]; then holder=${one##*/}; fi; done
}
busy() {
    look
    echo "busy $holder"
    exit 0
}
lives() { { ps -p "$1" || kill -0 "$1"; } >/dev/null 2>&1; }
alone() { [ $# = 1 ]; }
if ! mkdir "$lock" 2>/dev/null; then
    look
    if [ -z "$holder" ]; then sleep 2; look; fi
    if [ -z "$holder" ]; then
        rmdir "$lock" 2>/dev/null
        mkdir "$lock" || exit
    elif lives "$holder"; then busy
    else mv -f "$lock/$holder" "$lock/$$" 2>/dev/null || busy
    fi
fi
trap 'rm -f "$lock/$$"; rmdir "$lock" 2>/dev/null' EXIT
trap 'exit 1' HUP INT TERM
: >"$lock/$$" || exit
alone "$lock"/* || { rm -f "$lock/$$"; busy; }
echo "held $$"
cd "$1" || exit
leads() {
    if [ -h "$1" ]; then
        to=$(ls -ld "$1" | sed 's/.* -> //')
        echo "${to#"$(pwd -P)/"}"
    elif [ -e "$1" ]; then echo FOREIGN
    else echo NOTHING
    fi
}
leads current
leads previous
cd releases || exit
for one in [0-9]*.json; do
    name=${one%.json}
    if [ -f "$one" ] && [ -d "$name" ]; then echo "$name"; fi
done
echo ready
cat >/dev/null
"""
"""Holds the place for as long as its standard input is open; a lock whose holder is gone is taken over.

The lock is a folder with one file, called as its holder's process. To take it over is to rename that very file: of
several who saw the same dead holder one succeeds, and nobody can take what the first has already. Who finds a second
file beside its own gives way.

Says its process, what `current` and `previous` lead to, from here where that is below, then the sealed releases: those
whose folder and manifest are both there.
"""
HELD = """
[ -e "$1/releases/.lock.d/{holder}" ] || {{ echo "the place is no longer held" >&2; exit 1; }}
"""
"""Before every other script: whoever lost the place changes nothing in it, whatever it still believes."""
READ = 'cat <"$1/releases/$2.json"'
DIGESTS = """
cd "$1/releases/$2" 2>/dev/null || exit 0
if command -v sha256sum >/dev/null 2>&1; then find . ! -type d -exec sha256sum -b {} +
elif command -v shasum >/dev/null 2>&1; then find . ! -type d -exec shasum -b -a 256 {} +
elif command -v openssl >/dev/null 2>&1; then find . ! -type d -exec openssl dgst -r -sha256 {} +
else echo NO-DIGEST
fi
"""
"""Each file's SHA-256, a space, a mark or a space, its path; a symbolic link counts as what it leads to."""
DISCARD = 'cd "$1/releases/.incoming" && while IFS= read -r path; do rm -f -- "$path" || exit; done'
SEAL = """
umask 022
cd "$1/releases" || exit
cat >".$2.json" && mv -f ".$2.json" "$2.json" || exit
sync
mv .incoming "$2"
"""
"""The manifest first, then the folder gets its name in one step."""
SWITCH = """
cd "$1" || exit
[ -d "releases/$2" ] || exit
lead() {
    rm -f ".$1.new"
    ln -s "$2" ".$1.new" || exit
    if mv -T -f ".$1.new" "$1" 2>/dev/null || mv -h -f ".$1.new" "$1" 2>/dev/null; then return; fi
    echo "mv can't replace a symbolic link in one step" >&2
    exit 1
}
if [ -h current ]; then
    former=$(ls -ld current | sed 's/.* -> //')
    if [ "$former" != "releases/$2" ] && [ -d "$former" ]; then lead previous "$former"; fi
fi
lead current "releases/$2"
"""
"""`previous` leads to the release before: a page of it that is still open may ask for what the live one no longer has.
One rename: GNU and BusyBox know `-T`, BSD knows `-h`; without either `mv` would move the link into the folder."""
PRUNE = """
cd "$1/releases" || exit
while IFS= read -r name; do
    mv "$name" ".$name.old" && rm -f "$name.json" || exit
done
rm -rf .*.old
"""


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
