"""Another Python than the one that runs the tests, with the locked packages: found or installed, never left out."""

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from campaign.machine.setting_up import OLDEST, python
from projects import TOP

LOCK = TOP / "requirements.lock"
WANTED = "3.13" if sys.version_info[:2] != (3, 13) else "3.12"
"""What is installed where no other is found."""
NEWEST = 20
MISSING = (
    "no other Python was found, and none could be installed: "
    f"run `uv python install {WANTED}`, or name one in OTHER_PYTHON"
)


def _uv(*arguments):
    return subprocess.run([shutil.which("uv", path=str(Path(sys.executable).parent)) or "uv", *arguments], check=True)


def _candidates():
    """Whatever may be a Python: the one that is named, those on the path, pyenv's, and uv's own."""
    names = [f"python3.{minor}" for minor in range(NEWEST, OLDEST[1] - 1, -1)]
    yield os.environ.get("OTHER_PYTHON", "")
    yield from (shutil.which(name) or "" for name in names)
    yield from map(str, sorted(Path.home().glob(".pyenv/versions/3.*/bin/python3"), reverse=True))
    yield from map(str, sorted(Path.home().glob(".local/share/uv/python/cpython-3.*/bin/python3"), reverse=True))


def _version(program):
    """Its major and minor number; None where it doesn't run."""
    code = "import sys; print(*sys.version_info[:2])"
    done = subprocess.run([program, "-c", code], capture_output=True, text=True)
    return tuple(map(int, done.stdout.split())) if not done.returncode else None


def _others():
    """Those that run, aren't this one's version and are new enough."""
    for program in filter(None, _candidates()):
        found = _version(program)
        if found and found >= OLDEST and found != sys.version_info[:2]:
            yield program, ".".join(map(str, found))


def _made(program, version):
    """Its environment with the locked packages, made once for each lock."""
    folder = Path(sys.prefix) / f"other-{version}"
    made = folder / hashlib.sha256(LOCK.read_bytes()).hexdigest()[:16]
    if not made.exists():
        _uv("venv", "--quiet", "--clear", "--python", program, str(folder / ".venv"))
        _uv("pip", "install", "--quiet", "--python", str(python(folder)), "--require-hashes", "-r", str(LOCK))
        made.touch()
    return python(folder)


def other_python():
    """The program and its version, `3.13`. RuntimeError with what to run where there is none.

    One for which the locked packages have no wheels, as the newest may be for a while, is passed.
    """
    for line in ((), ("python", "install", WANTED)):
        with contextlib.suppress(subprocess.CalledProcessError, OSError):
            if line:
                _uv(*line)
        for program, version in _others():
            with contextlib.suppress(subprocess.CalledProcessError, OSError):
                return _made(program, version), version
    raise RuntimeError(MISSING)
