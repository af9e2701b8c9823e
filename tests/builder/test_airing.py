"""A notice and the site that shows it change together: killed at any step, nothing airs that nobody saw."""

import shutil
import signal
import subprocess
import sys
from types import SimpleNamespace

import pytest

from campaign import builder
from campaign.builder import airing, host
from campaign.read import read_folder
from campaign.workshop.stage import Stage
from projects import GOOD, contents

STEPS = ("host.build_job", "write_whole", "Stage.swap", "_put")
"""What it does one after the other: the site is built, the notice waits for it, the site stands, the notice too."""
NEW = {("Stage.swap", "after"), ("_put", "before"), ("_put", "after")}
"""Where a kill comes too late for the former state."""
KILLED = """
import os, signal, sys
from pathlib import Path
from types import SimpleNamespace
from campaign.builder import airing

def built(_job, target, *, folder):
    target.mkdir()
    (target / "index.html").write_text("new", encoding="utf-8")
    return 0

airing.host.build_job = built


def killed_at(where, step, when):
    owner = airing
    *owners, name = step.split(".")
    for part in owners:
        owner = getattr(owner, part)
    former = getattr(owner, name)

    def killed(*given, **named):
        if when == "after":
            former(*given, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(owner, name, killed)
    airing.air(SimpleNamespace(), where / "data" / "notice.yml", b"new", site=where / "site")


for line in sys.stdin:
    where, step, when = line.split()
    child = os.fork()
    if not child:
        killed_at(Path(where), step, when)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


def _standing(folder, notice):
    """A folder with a site that shows what its data says: a notice, or none."""
    (folder / "data").mkdir(parents=True)
    (folder / "site").mkdir()
    if notice != "none":
        (folder / "data" / "notice.yml").write_text(notice, encoding="utf-8")
    (folder / "site" / "index.html").write_text(notice, encoding="utf-8")
    return folder


@pytest.fixture(params=["old", "none"])
def where(request, tmp_path):
    """A site with a former notice, or with none."""
    return _standing(tmp_path / "project", request.param)


def _states(where):
    """What the site shows, and what the next build would."""
    notice = where / "data" / "notice.yml"
    return (
        (where / "site" / "index.html").read_text(encoding="utf-8"),
        notice.read_text(encoding="utf-8") if notice.exists() else "none",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_at_each_step_the_next_build_shows_what_the_site_shows(tmp_path):
    """Both are as they were, or both are new, once the next command has looked; nothing is left over."""
    cases = [(old, step, when) for old in ("old", "none") for step in STEPS for when in ("before", "after")]
    folders = [_standing(tmp_path / f"{number}", old) for number, (old, _, _) in enumerate(cases)]
    told = "".join(f"{folder} {step} {when}\n" for folder, (_, step, when) in zip(folders, cases, strict=True))
    done = subprocess.run([sys.executable, "-c", KILLED], input=told, capture_output=True, text=True)

    assert done.stdout.split() == [str(-signal.SIGKILL)] * len(cases), done.stderr
    for folder, (old, step, when) in zip(folders, cases, strict=True):
        builder.settle(folder / "data" / "notice.yml", folder / "site")
        Stage(folder / "site").open().close()
        wanted = "new" if (step, when) in NEW else old
        assert _states(folder) == (wanted, wanted), (old, step, when)
        assert {path.name for path in (folder / "data").iterdir()} <= {"notice.yml"}, (old, step, when)


def _job(where):
    head = SimpleNamespace(site_address_sample=True)
    return SimpleNamespace(folder=where / "data", campaign=SimpleNamespace(campaign=head))


def test_a_build_that_fails_changes_nothing(where, monkeypatch):
    """Neither the site nor the data, so that no later build airs it."""
    former, before = _states(where), contents(where / "data")
    monkeypatch.setattr(host, "build_job", lambda *_, **__: 1)

    with pytest.raises(builder.UnbuiltError):
        builder.air(_job(where), where / "data" / "notice.yml", b"new", site=where / "site")

    assert _states(where) == former and contents(where / "data") == before


def test_a_notice_settled_by_another_command_is_written_all_the_same(where, monkeypatch):
    """One that began between the two steps and took the waiting file away."""
    monkeypatch.setattr(host, "build_job", lambda _job, target, **_: target.mkdir() or 0)
    swap = Stage.swap

    def swapped(stage, finished):
        builder.settle(where / "data" / "notice.yml", where / "site")
        swap(stage, finished)

    monkeypatch.setattr(airing.Stage, "swap", swapped)
    assert builder.air(_job(where), where / "data" / "notice.yml", b"new", site=where / "site") is None

    assert (where / "data" / "notice.yml").read_bytes() == b"new"


def test_a_waiting_notice_is_no_part_of_the_data(tmp_path):
    """The reader passes it, so that it can't air before it is settled."""
    folder = tmp_path / "campaign_data"
    shutil.copytree(GOOD / "small", folder)
    before = read_folder(folder).campaign
    (folder / ".notice.yml.123").write_text("nonsense", encoding="utf-8")

    assert read_folder(folder).campaign == before
