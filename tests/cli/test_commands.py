"""The command line: exit codes, streams and consoles of any encoding."""

import errno
import importlib
import os
import pkgutil
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from unittest.mock import Mock

import pytest

from campaign import builder, cli
from campaign.cli import main
from campaign.cli.command import Command
from campaign.core.problems import CampaignDataError, OutputError, report
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


@pytest.mark.slow
def test_whether_texts_fit_is_known_without_a_build(tmp_path, monkeypatch, capsys):
    """`campaign check --print` says of posters and frames what a build would, each at its line, and how far it is."""
    folder = tmp_path / "campaign_data"
    shutil.copytree(GOOD / "small", folder)
    for name, right, wrong in (
        ("posters.yml", "reading_distance_m: 2", "reading_distance_m: 40"),
        ("screens.yml", "viewing_distance_m: 10", "viewing_distance_m: 300"),
    ):
        text = (folder / name).read_text(encoding="utf-8")
        assert right in text
        (folder / name).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert main(["check"]) == 0
    assert main(["check", "--print"]) == 1

    told = capsys.readouterr().err
    assert "海报 posters: 0/" in told and "电子屏 screens: 0/" in told
    assert re.search(r"^campaign_data/priorities\.yml:24:9: 标题太长", told, re.MULTILINE), told
    assert re.search(r"^campaign_data/screens\.yml:\d+:\d+: ", told, re.MULTILINE), told
    job = builder.first_job(folder, shown_as="campaign_data")
    with pytest.raises(CampaignDataError) as built:
        builder.made(job, docs=tmp_path / "docs")
    assert report(built.value.problems) in told


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


def test_each_command_is_one_module(capsys):
    """Every module of the command line that has a command is offered, each under a name of its own, in the help."""
    modules = [importlib.import_module(f"campaign.cli.{one.name}") for one in pkgutil.iter_modules(cli.__path__)]
    found = [[own for own in vars(module).values() if isinstance(own, Command)] for module in modules]
    offered = [command.name for command in cli.COMMANDS]

    assert all(len(own) <= 1 for own in found)
    assert sorted(offered) == sorted(own[0].name for own in found if own) and len(set(offered)) == len(offered) > 5
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    said = capsys.readouterr()
    assert set(offered) <= {line.split()[0] for line in (said.out + said.err).splitlines() if line.strip()}


REFUSED = "读写文件失败：没有权限，或者正被别的程序打开：x · can't read or write: Permission denied: x"


@pytest.mark.parametrize(
    ("arguments", "output"),
    [
        (["zip"], "dist/"),
        (["release"], "release/"),
        (["notice"], "campaign_data/、site/"),
        (["printed"], "ledger.jsonl"),
    ],
)
@pytest.mark.parametrize(
    "error", [OutputError("磁盘满 the disk is full"), PermissionError(errno.EACCES, "Permission denied", "x")]
)
def test_the_last_words_name_what_the_command_was_to_change(monkeypatch, capsys, arguments, output, error):
    """Its own output and no other's, in both languages, after the reason."""
    command = next(one for one in cli.COMMANDS if one.name == arguments[0])
    failing = replace(command, run=Mock(side_effect=error), arguments=lambda _: None)
    monkeypatch.setattr(cli, "COMMANDS", (failing,))

    assert main(arguments) == 1

    *reason, last = capsys.readouterr().err.splitlines()
    assert reason and ("磁盘满" in reason[0] or reason[0] == REFUSED)
    assert re.fullmatch(rf"\S*{re.escape(output)} 未改动 · \S*{re.escape(output)} is unchanged", last)


def test_art_writes_the_contact_sheet(tmp_path, capsys, monkeypatch):
    """`campaign art` writes one page below dist/, and says what to open; it needs no campaign."""
    monkeypatch.chdir(tmp_path)

    assert main(["art"]) == 0

    assert "painted-pot" in (tmp_path / "dist" / "art.html").read_text("utf-8")
    assert "dist/art.html" in capsys.readouterr().out


def test_the_gallery_shows_what_was_built_and_says_how_to_build_it(tmp_path, capsys, monkeypatch):
    """`campaign gallery` puts a page and its pictures below dist/; without a site it says what to do."""
    monkeypatch.chdir(tmp_path)
    data = ["--data", str(GOOD / "small")]
    (tmp_path / "dist" / "gallery").mkdir(parents=True)
    (tmp_path / "dist" / "gallery" / "old.png").write_bytes(b"old")

    assert main(["gallery", *data]) == 1
    assert "make site" in capsys.readouterr().err

    card = tmp_path / "site" / "cards" / "en" / "home.png"
    card.parent.mkdir(parents=True)
    card.write_bytes(b"a picture")
    assert main(["gallery", *data]) == 0

    kept = [path for path in (tmp_path / "dist" / "gallery").rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in kept] == [b"a picture"]
    assert "gallery/cards/en/home.png" in (tmp_path / "dist" / "gallery.html").read_text("utf-8")
    assert "dist/gallery.html" in capsys.readouterr().out
