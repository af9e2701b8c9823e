"""The command line: exit codes, streams and consoles of any encoding."""

import os
import shutil
import subprocess
import sys

import pytest

from campaign.cli import main
from projects import GOOD, TOP


def _run(*arguments, encoding="utf-8", cwd=TOP):
    return subprocess.run(
        [sys.executable, "-m", "campaign", *arguments],
        cwd=cwd,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
    )


@pytest.fixture
def broken(tmp_path):
    """A campaign with one mistake in it."""
    shutil.copytree(GOOD / "small", tmp_path / "campaign_data")
    path = tmp_path / "campaign_data" / "theme.yml"
    path.write_text("name：x\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def test_the_shipped_campaign_has_no_problem():
    """`campaign check` says so on standard output, ends with 0 and tells what to do next."""
    done = _run("check")

    assert done.returncode == 0, done.stderr.decode()
    assert "没有问题 no problems" in done.stdout.decode()
    assert "make site" in done.stdout.decode()


def test_problems_end_with_1(broken):
    """Problems go to standard error in the common form, the exit code is 1, no traceback."""
    done = _run("check", cwd=broken)

    assert done.returncode == 1
    assert done.stderr.decode().startswith("campaign_data/theme.yml:1:5: ")
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1", "cp437", "utf-16-le"])
def test_any_console_encoding_will_do(broken, encoding):
    """On a GBK, ASCII or Latin console the report comes whole and the caret stands under the wrong sign."""
    done = _run("check", encoding=encoding, cwd=broken)
    lines = done.stderr.decode(encoding).splitlines()

    assert done.returncode == 1, done.stderr
    assert lines[0].startswith("campaign_data/theme.yml:1:5: ")
    caret = next(line for line in lines if line.strip().startswith("^"))
    assert caret.index("^") == lines[1].index("|") + 2 + len("name")


def test_a_missing_folder_is_a_problem_not_a_crash(tmp_path):
    """A folder that isn't there is named, in both languages."""
    done = _run("check", "--data", "nowhere", cwd=tmp_path)

    assert done.returncode == 1
    assert b"nowhere" in done.stderr
    assert b"Traceback" not in done.stderr


def test_schema_writes_the_schemas(tmp_path, capsys):
    """`campaign schema` writes one file a kind."""
    assert main(["schema", "--data", str(tmp_path)]) == 0

    assert (tmp_path / "schema" / "outreach.schema.json").is_file()
    assert "schema" in capsys.readouterr().out
