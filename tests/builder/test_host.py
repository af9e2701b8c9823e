"""The site's host is started in one place, and finds the job it is handed."""

import io
import os
import pickle
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from campaign.builder import first_job, host
from projects import GOOD, TOP

STARTS = re.compile(r'"-m", "(mkdocs|properdocs)"|CAMPAIGN_PRESS_JOB')


@pytest.fixture(scope="module")
def job():
    return first_job(GOOD / "small", shown_as="campaign_data").other("zh")


def test_one_module_starts_the_host():
    """No other Python file of the product or its tests says how."""
    files = [*(TOP / "hooks").rglob("*.py"), *(TOP / "tests").rglob("*.py")]
    says = {path.relative_to(TOP).as_posix() for path in files if STARTS.search(path.read_text(encoding="utf-8"))}

    assert says == {"hooks/campaign/builder/host.py", "tests/builder/test_host.py"}


def _build_without_pages(folder, settings):
    """What a build of an empty project says; the variables that would silence the theme aren't set."""
    (folder / "docs").mkdir(exist_ok=True)
    (folder / host.SETTINGS).write_text(f"site_name: x\ntheme:\n  name: material\n{settings}", encoding="utf-8")
    quiet = {name: text for name, text in os.environ.items() if not name.endswith("_MKDOCS_2_WARNING")}
    done = subprocess.run(host.command("build", "-q"), cwd=folder, env=quiet, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stderr


def test_the_theme_s_own_announcements_are_shown_to_nobody(tmp_path):
    """However a build is started, by make, `campaign` or the host itself: the settings silence it before it speaks."""
    own = re.search(r"extra:\n(?:  #.*\n)*  quiet:\n(?:    .*\n)+", (TOP / host.SETTINGS).read_text(encoding="utf-8"))

    assert "end of life" in _build_without_pages(tmp_path, "")
    assert _build_without_pages(tmp_path, own[0]) == ""


def test_one_more_language_is_built_by_the_same_host_on_the_same_file():
    """Under its own name; never strictly, for the first tells its warnings and then ends a strict build."""
    facts = {"settings": "/x/y.yml", "data": "data", "docs": TOP, "target": TOP, "address": None}
    one = host.Project(host="properdocs", strict=True, **facts).build_language

    assert one == [sys.executable, "-m", "properdocs", "build", "--config-file", "/x/y.yml"]


def test_a_build_reads_for_itself_where_nothing_is_handed_to_it(monkeypatch):
    """Then it leads."""
    monkeypatch.delenv(host.JOB, raising=False)

    assert host.leads() and not host.begun_by_another() and host.inherited_job() is None


def test_a_job_comes_by_file(monkeypatch, tmp_path, job):
    """To a build begun by another program, which leads the other languages all the same."""
    (tmp_path / "job").write_bytes(pickle.dumps(job))
    monkeypatch.setenv(host.JOB, str(tmp_path / "job"))

    assert host.leads() and host.begun_by_another()
    assert host.inherited_job() == job


def test_a_job_comes_by_standard_input(monkeypatch, job):
    """To a build of one more language, which doesn't lead; EOFError where nothing comes."""
    monkeypatch.setenv(host.JOB, host.HANDED)
    assert not host.leads()
    for sent in (pickle.dumps(job), b""):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(sent)))
        if sent:
            assert host.inherited_job() == job
        else:
            with pytest.raises(EOFError):
                host.inherited_job()


def test_a_release_hands_its_job_over_and_leaves_no_trace_of_it(monkeypatch, tmp_path, job):
    """The host is told the file and the folder; the file is gone afterwards, and the exit code comes back."""
    seen = []

    def run(line, *, cwd, env, check):
        seen.append((line[3:], pickle.loads(Path(env[host.JOB]).read_bytes())))
        return SimpleNamespace(returncode=3)

    monkeypatch.setattr(subprocess, "run", run)

    assert host.build_job(job, tmp_path / "site") == 3
    assert seen == [(["build", "--strict", "--site-dir", str(tmp_path / "site")], job)]
    assert list(tmp_path.iterdir()) == []
