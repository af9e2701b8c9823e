"""Setting up: one way for make and for a double click, from the locked packages, proved by hash."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from campaign.machine import setting_up
from campaign.machine.setting_up import SetupError, python, set_up
from projects import TOP


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A folder with the lock and the project's file, and nothing installed."""
    for source in setting_up.SOURCES:
        (tmp_path / source).write_text("x", encoding="utf-8")
    return tmp_path


class Runner:
    """Keeps what was to be run, makes what it would make, and fails where a line holds `fails`."""

    def __init__(self, top: Path, fails: str = "\0") -> None:
        self.top, self.fails, self.lines = top, fails, []

    def __call__(self, line):
        self.lines.append(list(line))
        if "venv" in line:
            python(self.top).parent.mkdir(parents=True, exist_ok=True)
            python(self.top).touch()
        return not any(self.fails in part for part in line)


def test_everything_is_installed_once_and_again_when_the_lock_changes(top):
    """Packages by their hashes, then the project; nothing the second time; packages alone after the lock changed."""
    first, second, third = Runner(top), Runner(top), Runner(top)
    set_up(top, run=first)
    set_up(top, run=second)
    later = (top / setting_up.READY).stat().st_mtime + 10
    os.utime(top / "requirements.lock", (later, later))
    set_up(top, run=third)

    assert ["venv" in line for line in first.lines] == [True, False, False]
    assert "--require-hashes" in first.lines[1] and "--editable" in first.lines[2]
    assert second.lines == []
    assert third.lines == first.lines[1:]


@pytest.mark.parametrize(("fails", "said"), [("venv", "建不起运行环境"), ("--require-hashes", "软件包没有装上")])
def test_what_fails_says_what_to_do_and_is_tried_again(top, fails, said):
    """In Chinese first; and the environment isn't taken for ready."""
    with pytest.raises(SetupError, match=said):
        set_up(top, run=Runner(top, fails))

    assert not setting_up.is_ready(top)


def test_make_sets_up_as_a_double_click_does():
    """The Makefile's own environment comes from hooks/press.py; no other line of it installs the locked packages."""
    rules = (TOP / "Makefile").read_text(encoding="utf-8")
    ready = re.search(r"^\.venv/ready:.*\n((?:\t.*\n)+)", rules, re.MULTILINE)

    assert ready and ready[1] == "\t@$(PYTHON) hooks/press.py --setup\n"
    reading = [line.split()[0] for line in rules.splitlines() if "-r requirements.lock" in line]
    assert reading == ["pip-audit"] and "-m venv" not in rules
