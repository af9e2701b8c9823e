"""A double click: press.command and press.cmd find a Python and hand over, and their window stays."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from projects import GOOD, TOP


@pytest.fixture(scope="module")
def top(tmp_path_factory) -> Path:
    """A project folder whose environment is the one that runs the tests: nothing is installed."""
    top = tmp_path_factory.mktemp("press")
    for name in ("hooks", "requirements.lock", "pyproject.toml", "mkdocs.yml"):
        (top / name).symlink_to(TOP / name)
    shutil.copy(TOP / "press.command", top)
    shutil.copytree(GOOD / "small", top / "campaign_data")
    (top / ".venv").mkdir()
    for part in Path(sys.prefix).iterdir():
        if part.name != "ready":
            (top / ".venv" / part.name).symlink_to(part)
    (top / ".venv" / "ready").touch()
    later = (TOP / "requirements.lock").stat().st_mtime + 1e6
    os.utime(top / ".venv" / "ready", (later, later))
    return top


def _pressed(top: Path, *arguments: str, typed: str = "", path: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": os.environ["PATH"] if path is None else path}
    return subprocess.run(
        ["/bin/sh", str(top / "press.command"), *arguments],
        cwd="/",
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
    )


def test_a_number_does_one_thing_and_ends(top):
    """`press.command 1` checks the data beside it, wherever it is started from, and waits for nobody."""
    done = _pressed(top, "1")

    assert done.returncode == 0, done.stderr
    assert "没有问题" in done.stdout and "press Enter to close" not in done.stdout


def test_the_menu_asks_again_and_the_window_stays(top):
    """Every act by its number in Chinese; a wrong number is told; 0 leaves, and the window waits for a key."""
    done = _pressed(top, typed="10\n０\n\n")

    assert done.returncode == 2, done.stderr
    for number, words in enumerate(("检查资料", "预览", "生成网站", "正式付印", "紧急通知", "这台电脑还缺什么"), 1):
        assert f"  {number}  {words}" in done.stdout or f"  {number}  看看{words}" in done.stdout
    assert "没有“10”这一项" in done.stdout
    assert done.stdout.count("0  退出") == 2 and done.stdout.endswith("press Enter to close ")


def test_without_python_it_says_where_to_get_it(top, tmp_path):
    """A machine without Python 3.11: where to download it, in Chinese, and a failure."""
    for tool in ("dirname", "sh"):
        (tmp_path / tool).symlink_to(shutil.which(tool))
    done = _pressed(top, "1", path=str(tmp_path))

    assert done.returncode == 1
    assert "python.org" in done.stdout and "这台电脑没有 Python 3.11" in done.stdout


def test_setting_up_tells_git_how_to_merge_the_ledger(top):
    """In a clone, by its own Python, once; a folder that is none is set up all the same."""
    line = [sys.executable, str(top / "hooks" / "press.py"), "--setup"]
    assert subprocess.run(line, capture_output=True).returncode == 0
    subprocess.run(["git", "init", "-q", str(top)], check=True)

    for _ in range(2):
        assert subprocess.run(line, capture_output=True).returncode == 0

    said = subprocess.run(
        ["git", "config", "--local", "--get-all", "merge.campaign-ledger.driver"],
        cwd=top,
        capture_output=True,
        text=True,
    )
    assert said.stdout.count("\n") == 1 and f"'{top.as_posix()}/.venv/bin/python' -m campaign ledger" in said.stdout


def test_the_file_for_macos_can_be_opened():
    """It has the bit that lets a double click run it, and lines that sh reads."""
    assert os.access(TOP / "press.command", os.X_OK)
    assert b"\r" not in (TOP / "press.command").read_bytes()


def test_the_file_for_windows_is_what_cmd_reads():
    """CRLF on each line, no byte order mark, nothing but ASCII until the console is UTF-8, every label there, and the
    window stays after a double click."""
    data = (TOP / "press.cmd").read_bytes()
    text = data.decode("utf-8")
    before, switch, _ = text.partition("chcp 65001")
    wanted, labels = set(re.findall(r"goto (\w+)", text)), set(re.findall(r"(?m)^:(\w+)", text))

    assert data.count(b"\n") == data.count(b"\r\n") > 10
    assert switch and before.isascii() and text.startswith("@echo off")
    assert wanted and wanted == labels
    assert 'if "%~1"=="" pause' in text and "python.org" in text and "Microsoft Store" in text
    assert r"hooks\press.py %*" in text and (TOP / "hooks" / "press.py").exists()


def test_press_py_can_be_read_by_any_python():
    """What says that Python is too old must itself be readable to old ones: no newer syntax above that line."""
    head = (TOP / "hooks" / "press.py").read_text(encoding="utf-8").partition("from pathlib")[0]

    assert not re.search(r'\bf"|:=|\bmatch |-> |annotations', head)
