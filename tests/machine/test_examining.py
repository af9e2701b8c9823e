"""The doctor: each lack is named in Chinese with what to do, and only what is needed makes it fail."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from campaign.machine import examining
from campaign.machine.examining import GIB, Finding, examine, pinned
from looking import some
from projects import GOOD, TOP


def _only(findings):
    (finding,) = findings
    return finding


@pytest.mark.parametrize(
    ("finding", "needed"),
    [
        (lambda: examining._python((3, 9)), True),
        (lambda: examining._clock(2009), True),
        (lambda: examining._room(GIB // 2), True),
        (lambda: examining._room(2 * GIB), False),
        (lambda: examining._console("cp1252"), False),
        (lambda: examining._console(None), False),
        (lambda: _only(examining._path(r"C:\Users\王芳\OneDrive\xuanchuan")), False),
        (lambda: _only(examining._path(r"D:\坚果云\宣传周")), False),
        (lambda: _only(examining._path("/home/a/100%/x")), False),
        (lambda: _only(examining._path("/data/" + "x" * 130)), False),
        (lambda: examining._installed("no_such_package_at_all", "字体", "fonts"), True),
        (lambda: next(examining._merging("")), False),
    ],
)
def test_each_lack_has_its_remedy(finding, needed):
    """What is to be done stands in both languages; without what is needed nothing works."""
    found = finding()

    assert not found.well and found.needed is needed
    assert found.instead.zh and found.instead.en


@pytest.mark.parametrize(
    "finding",
    [
        lambda: examining._python((3, 11)),
        lambda: examining._clock(2024),
        lambda: examining._room(5 * GIB),
        lambda: examining._console("gbk"),
        lambda: examining._installed("json", "字体", "fonts"),
        lambda: examining._git(None),
        lambda: next(examining._merging("'python' -m campaign ledger --driver %O %A %B")),
    ],
)
def test_what_is_well_asks_for_nothing(finding):
    """No remedy where there is no lack; git is nobody's need."""
    assert finding().well


def test_a_plain_chinese_path_is_well():
    """Han characters, letters, digits and spaces do no harm."""
    assert list(examining._path(r"D:\临夏州 宣传周2024")) == []


def test_a_taken_port_is_told():
    """Another preview that is open still."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert not examining._port(port).well
    assert examining._port(port).well


def test_packages_are_held_against_the_lock(tmp_path):
    """The shipped lock names what is installed here; a lock with another version or package names the difference."""
    wanted = pinned((TOP / "requirements.lock").read_text(encoding="utf-8"))
    assert {"pyyaml", "typst", "mkdocs"} <= wanted.keys() and len(wanted["pymdown-extensions"]) == 2
    (tmp_path / "requirements.lock").write_text("pyyaml==0.1 \\\nnobody-has-this==1 \\\n", encoding="utf-8")

    told = _only(examining._packages(tmp_path))
    assert told.needed and "nobody-has-this、pyyaml" in told.what.zh


def test_a_folder_that_cant_be_written_to_is_named(tmp_path, monkeypatch):
    """Whoever runs the tests as root may write everywhere, so the file system is asked in its place."""
    (tmp_path / "site").mkdir()

    def refuse(*, dir):  # noqa: A002
        raise PermissionError(13, "denied", str(dir))

    monkeypatch.setattr(examining.tempfile, "TemporaryFile", refuse)
    found = list(examining._writable(tmp_path))

    assert [one.needed for one in found] == [True, True]
    assert str(tmp_path) in found[0].what.zh and "site" in found[1].what.zh


def test_it_is_told_with_marks_and_a_sum(tmp_path):
    """A mark before each line, the remedy below it; the exit code is 1 only where something needed is missing."""
    lines: list[str] = []
    good, note = Finding(examining._clock(2024).what), examining._console(None)
    assert examining.tell(iter([good, note]), lines.append) == 0
    assert [line[:2] for line in lines] == ["[好", "[注", "  ", "可以"]
    assert examining.tell(iter([good, examining._clock(2000)]), lines.append) == 1
    assert lines[-1].startswith("缺 1 样")


def test_it_runs_before_anything_is_installed(tmp_path):
    """In a bare Python, without a single package: it says that they are missing and how to get them."""
    shutil.copytree(GOOD / "small", tmp_path / "campaign_data")
    shutil.copy(TOP / "requirements.lock", tmp_path)
    code = (
        "from campaign.machine import examining; from pathlib import Path; import sys;"
        "sys.exit(examining.tell(examining.examine(Path()), print))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(TOP / 'hooks')!r}); {code}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PYTHONUTF8": "1", "PATH": ""},
    )

    assert done.returncode == 1, done.stderr
    assert "软件包缺" in done.stdout and "press.cmd" in done.stdout and "没有海报、大屏的字体" in done.stdout


def test_a_broken_installation_is_told_by_every_command(tmp_path):
    """Without packages `python -m campaign check` names them, and no traceback is shown."""
    shutil.copy(TOP / "requirements.lock", tmp_path)
    done = subprocess.run(
        [sys.executable, "-S", "-m", "campaign", "check"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(TOP / "hooks"), "PYTHONUTF8": "1"},
    )

    assert done.returncode == 1
    assert "软件包缺" in done.stderr and "Traceback" not in done.stderr


def test_everything_is_looked_at(tmp_path):
    """A folder without ledger and lock is told of both."""
    told = " ".join(one.what.zh for one in some(list(examine(Path(tmp_path)))))

    assert all(word in told for word in ("Python", "年", "能写", "磁盘", "requirements.lock", "ffmpeg", "台账", "端口"))
