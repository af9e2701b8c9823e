"""How git merges the ledger of printed codes: a driver of our own, which a clone must be told of once."""

from __future__ import annotations

import subprocess
from pathlib import Path

from campaign.machine.setting_up import python

NAME = "campaign-ledger"
"""What `.gitattributes` names."""
CALLED = "两本台账合成一本 join two ledgers of printed codes"
MARKED = "git merge-file -L ours -L common -L theirs %A %O %B"
"""What leaves the lines of both sides in the file, where the driver can't run or somebody must decide."""


def driver(interpreter: Path) -> str:
    """The line git runs, in a shell of its own on every system: quoted, with forward slashes."""
    quoted = interpreter.as_posix().replace("'", "'\\''")
    return f"PYTHONUTF8=1 '{quoted}' -m campaign ledger --driver %O %A %B || {MARKED}"


def set_up(top: Path, interpreter: Path | None = None) -> bool:
    """Tell the clone that a project folder stands in of the driver; False where there is no git, or no clone."""
    line = driver(interpreter or python(top))
    if current(top) == line:
        return True
    values = ((f"merge.{NAME}.name", CALLED), (f"merge.{NAME}.driver", line))
    return all(_git(top, "config", "--local", key, value) is not None for key, value in values)


def current(top: Path) -> str | None:
    """The driver that the clone knows; empty where it knows none, None where there is no git, or no clone."""
    if _git(top, "rev-parse", "--git-dir") is None:
        return None
    return (_git(top, "config", "--local", f"merge.{NAME}.driver") or "").rstrip("\n")


def _git(top: Path, *arguments: str) -> str | None:
    """What git says; None where it isn't there or can't."""
    try:
        done = subprocess.run(["git", *arguments], cwd=top, capture_output=True, encoding="utf-8", check=False)
    except OSError:
        return None
    return None if done.returncode else done.stdout
