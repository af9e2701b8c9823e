"""Installing what is needed into .venv, once, and again when the locked packages change."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from campaign.core.console import say
from campaign.core.problems import Message

OLDEST = (3, 11)
FOLDER, READY = Path(".venv"), Path(".venv/ready")
SOURCES = (Path("requirements.lock"), Path("pyproject.toml"))
"""What the environment is made from: where one of them is newer, packages are installed anew."""
QUIET = {"PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
NO_VENV = Message(
    "建不起运行环境 .venv：看看这个文件夹能不能写、磁盘满没满",
    "can't make .venv: may this folder be written to, and is there room on the disk?",
)
NO_PACKAGES = Message(
    "软件包没有装上：看看网络通不通；单位有自己的软件源的，先设 PIP_INDEX_URL，再试一次",
    "the packages couldn't be installed: is there a network? Set PIP_INDEX_URL to your office's index, then try again",
)
Run = Callable[[Sequence[str]], bool]


class SetupError(Exception):
    """The environment can't be made; `message` says what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


def python(top: Path) -> Path:
    """The environment's own Python."""
    return top / FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_ready(top: Path) -> bool:
    """True where the environment is as the lock has it."""
    if not python(top).exists() or not (top / READY).exists():
        return False
    made = (top / READY).stat().st_mtime
    return all((top / source).stat().st_mtime <= made for source in SOURCES)


def steps(top: Path) -> tuple[Sequence[str], ...]:
    """The lines that install: the locked packages, each proved by its hash, then this project itself."""
    pip = (str(python(top)), "-m", "pip", "install", "--quiet")
    return (
        (*pip, "--require-hashes", "-r", "requirements.lock"),
        (*pip, "--no-deps", "--no-build-isolation", "--editable", "."),
    )


def set_up(top: Path, *, run: Run | None = None) -> None:
    """Make the environment of a project folder ready, telling what takes long. SetupError where it can't be."""
    run = run or _runner(top)
    if is_ready(top):
        return
    if not python(top).exists():
        say("准备运行环境，只这一次，要几分钟 setting up .venv: once, a few minutes", sys.stderr)
        if not run([sys.executable, "-m", "venv", "--clear", str(top / FOLDER)]):
            raise SetupError(NO_VENV)
    say("安装需要的软件包 installing the locked packages", sys.stderr)
    if not all(run(step) for step in steps(top)):
        raise SetupError(NO_PACKAGES)
    (top / READY).touch()


def _runner(top: Path) -> Run:
    def run(line: Sequence[str]) -> bool:
        return not subprocess.run(line, cwd=top, env={**os.environ, **QUIET}, check=False).returncode

    return run
