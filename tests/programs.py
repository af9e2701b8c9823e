"""Find the programs that tests drive; `--install` takes Debian's where one is missing. A missing one fails its tests.

As programs of the system they have no lock: they are what an office's server or a reader's phone would run.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Program:
    """What a program is called on PATH, where else it may stand, and the Debian packages that bring it, best first.

    variable: of the environment, which names it where it stands somewhere else.
    preferred: names that are worth installing although a later one is there.
    parts: files without which Debian's program lacks what is wanted of it: an office without its word processor.
    """

    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    variable: str = ""
    preferred: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    def found(self):
        """Its path, or None."""
        named = os.environ.get(self.variable) if self.variable else None
        paths = [named] if named else [*map(shutil.which, self.names), *(p for p in self.places if Path(p).exists())]
        path = next((path for path in paths if path), None)
        return path if path is None or all(part.exists() for part in self._beside(Path(path).resolve())) else None

    def _beside(self, path):
        """The parts that a program of Debian's must have; none of one from elsewhere."""
        return [Path(part) for part in self.parts if Path(part).parent == path.parent]

    def needed(self):
        """Whether installing would help: it is missing, or only a lesser one is there."""
        if self.variable and os.environ.get(self.variable):
            return False
        return not any(map(shutil.which, self.preferred)) if self.preferred else not self.found()


SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
"""Without the windows nobody sees it takes a third of the processor time."""

PROGRAMS = {
    "chromium": Program(
        names=(*SHELLS, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"),
        places=(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            r"C:\Program Files\Google\Chrome\Application\chrome.exe",
            r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
        ),
        packages=("chromium-headless-shell", "chromium"),
        beside=("fonts-noto-cjk",),
        variable="BROWSER_PATH",
        preferred=SHELLS,
    ),
    "nginx": Program(names=("nginx",), places=("/usr/sbin/nginx",), packages=("nginx-light", "nginx")),
    "nginx-brotli": Program(
        places=("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",),
        packages=("libnginx-mod-http-brotli-static",),
    ),
    "caddy": Program(names=("caddy",), packages=("caddy",)),
    "sshd": Program(names=("sshd",), places=("/usr/sbin/sshd",), packages=("openssh-server",)),
    "ssh": Program(names=("ssh",), packages=("openssh-client",)),
    "rsync": Program(names=("rsync",), packages=("rsync",)),
    "libreoffice": Program(
        names=("soffice", "libreoffice"),
        places=(
            "/Applications/LibreOffice.app/Contents/MacOS/soffice",
            r"C:\Program Files\LibreOffice\program\soffice.exe",
        ),
        packages=("libreoffice-writer-nogui",),
        beside=("fonts-noto-cjk",),
        variable="OFFICE_PATH",
        parts=("/usr/lib/libreoffice/program/libswlo.so",),
    ),
}


def program(name):
    """The path of a program; a missing one is a failure, never a skip."""
    path = PROGRAMS[name].found()
    assert path, _missing(name)
    return path


def _missing(name):
    return (
        f"没有找到 no {name} found. Debian、Ubuntu: python tests/programs.py --install {name}"
        f" · 别的系统装好后放进 PATH elsewhere install it and have it on PATH: {name}"
    )


def install(*names):
    """Debian's packages of what is missing; where they can't be had, what is there will do. No server is started."""
    wanted = [PROGRAMS[name] for name in names if PROGRAMS[name].needed()]
    apt = shutil.which("apt-get")
    if not apt or not wanted:
        return
    print("安装测试要用的程序 installing what tests drive:", *(one.packages[0] for one in wanted), flush=True)
    unasked = ["-n"] if all(one.found() for one in wanted) else []
    as_root = [] if os.geteuid() == 0 or not shutil.which("sudo") else ["sudo", *unasked]
    quietly = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "SYSTEMD_OFFLINE=1", apt]
    _went_well([*quietly, "update", "-qq"])
    for one in wanted:
        _installed(quietly, one)


def _installed(apt, one):
    """Whether one of its packages could be installed."""
    options = ("install", "-y", "-qq", "--no-install-recommends")
    return any(_went_well([*apt, *options, package, *one.beside]) for package in one.packages)


def _went_well(command):
    """What apt says of a failure is on the screen."""
    return subprocess.run(command, stdout=subprocess.DEVNULL).returncode == 0


if __name__ == "__main__":
    names = [name for name in sys.argv[1:] if name != "--install"] or list(PROGRAMS)
    if "--install" in sys.argv:
        install(*names)
    for name in names:
        print(PROGRAMS[name].found() or _missing(name))
    sys.exit("--install" not in sys.argv and not all(PROGRAMS[name].found() for name in names))
