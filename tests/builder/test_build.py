"""What becomes of a build: whole, broken in a preview, or over with the former site as it was."""

import errno
import gc
import logging
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from unittest.mock import Mock

import pytest

from campaign import history
from campaign.builder import (
    BuildAbortedError,
    BuildFailedError,
    Job,
    Project,
    SiteBuild,
    SourceFile,
    State,
    first_job,
    host,
)
from campaign.builder.ended import KILLED, Ended
from campaign.builder.lead import LeadBuild
from campaign.core.problems import CampaignDataError, Message, Place, Problem, report
from campaign.history import FILE, Line, copy_of, load
from campaign.kinds import urls
from campaign.read import read_campaign
from campaign.workshop.cache import write_whole
from campaign.workshop.stage import Stage
from projects import GOOD, TOP

PAGE = SourceFile(folder="", source="x.md", destination="x/index.html", url="x/", page=True, published=True)
STYLE = SourceFile(folder="", source="x.css", destination="x.css", url="x.css", page=False, published=True)
LINE = Line(
    uid="event-x@tideford-water-2025",
    record="event/x",
    at=datetime(2025, 3, 20, tzinfo=UTC),
    sequence=2740000,
    state="cancelled",
    shows="0" * 32,
    title={"zh": "一场", "en": "One"},
    starts="2025-03-24T14:00",
    ends="2025-03-24T15:00",
)


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The small campaign with a mistake in it, and a published site."""
    monkeypatch.setenv("CAMPAIGN_CACHE", str(TOP / ".cache"))
    shutil.copytree(GOOD / "small", tmp_path / "campaign_data")
    theme = tmp_path / "campaign_data" / "theme.yml"
    theme.write_text("name：x\n" + theme.read_text(encoding="utf-8"), encoding="utf-8")
    for name in ("docs", "site"):
        (tmp_path / name).mkdir()
    return Project(
        host="mkdocs",
        settings=str(tmp_path / "mkdocs.yml"),
        data="campaign_data",
        docs=tmp_path / "docs",
        target=tmp_path / "site",
        address="http://127.0.0.1:8000/",
        strict=True,
    )


@pytest.fixture(autouse=True)
def _collector():
    """A build sets Python's collector for its whole process; not for that of the tests."""
    former = gc.get_threshold()
    yield
    gc.set_threshold(*former)


def _build(*, preview):
    build = SiteBuild(logging.getLogger("mkdocs.test"))
    build.start(preview=preview)
    return build


def test_a_mistake_ends_a_build_before_anything_is_touched(project, capsys):
    """Told in the common form; no stage, no page, and a number at the end."""
    build = _build(preview=False)

    with pytest.raises(BuildFailedError, match="2 处问题 problems"):
        build.begin(project)

    assert capsys.readouterr().err.startswith("campaign_data/theme.yml:1:5: ")
    assert build.state is State.READING
    assert not (project.target.parent / ".site.staging").exists()


def test_a_mistake_breaks_a_preview_which_shows_it(project, capsys):
    """Every page makes way, nothing is written but the problems, at every address; mended, it is whole again."""
    build = _build(preview=True)
    build.begin(project)
    build.start_others()

    assert "campaign_data/theme.yml:1:5: " in capsys.readouterr().err
    assert build.state is State.BROKEN and build.folder == project.target
    assert build.admit([PAGE, STYLE]) == {"x.css"}
    assert (list(build.pages), list(build.files)) == ([], [])
    build.write(None)
    assert build.theme_pages({"404.html", "sitemap.xml"}) == set()
    build.finish()
    shown = {path.name: path.read_text("utf-8") for path in project.target.iterdir()}
    assert set(shown) == {"404.html", "index.html"}
    assert all("campaign_data/theme.yml:1:5" in text for text in shown.values())

    shutil.copy(GOOD / "small" / "theme.yml", project.folder)
    build.begin(project)
    assert build.state is State.STAGING
    assert build.site.frame.site_url == project.address
    build.fail(ValueError())


def test_a_full_disk_is_said_and_any_other_fault_is_not_hidden(project, capsys):
    """Where a file can't be written the author is told so, without a traceback; what is a bug stays one."""
    build = _build(preview=False)
    build.project = project

    build.fail(ValueError())
    build.fail(OSError(errno.EBADF, "x"))
    assert capsys.readouterr().err == ""
    with pytest.raises(BuildAbortedError):
        build.fail(OSError(errno.ENOSPC, "No space left on device"))

    assert "写文件失败：磁盘满了，site/ 未改动" in capsys.readouterr().err


class _Published(LeadBuild):
    """A finished build of a site with an address of its own, whose site has the line that it published."""

    def publish(self):
        write_whole(_copy(self.stage.published), copy_of([LINE]))


def _copy(site):
    copy = site / urls.PUBLISHED
    copy.parent.mkdir(parents=True, exist_ok=True)
    return copy


def _finished(project, *, preview, strict_warnings=0):
    """A build that has come to its end, as far as publishing looks at it."""
    build = _build(preview=preview)
    build.project = project
    campaign = read_campaign(GOOD / "small")
    head = campaign.campaign.model_copy(update={"site_address_sample": False})
    job = Job(campaign=replace(campaign, campaign=head), context=None, language="zh", folder=project.folder, book=None)
    lead = _Published(job=job, stage=Stage(project.target), command=(), log=build.log)
    lead.warnings.count = strict_warnings
    return build, lead.open()


@pytest.mark.parametrize("preview", [False, True])
def test_what_is_published_is_remembered_and_a_preview_is_not(project, preview):
    """The site that took the former one's place was given to phones; what a preview showed was not."""
    build, lead = _finished(project, preview=preview)
    build._publish(lead)

    assert load(project.folder).lines == (() if preview else (LINE,))


def test_a_build_given_up_is_not_remembered(project):
    """Warnings in strict mode: nothing was published, so nothing is written down."""
    build, lead = _finished(project, preview=False, strict_warnings=1)
    with pytest.raises(BuildFailedError):
        build._publish(lead)
    lead.close()

    assert not (project.folder / FILE).exists()


def test_a_build_begun_by_a_release_leaves_the_writing_to_it(project, monkeypatch):
    """What it builds may still fail to be packed."""
    build, lead = _finished(project, preview=False)
    monkeypatch.setenv(host.JOB, "release.job")
    build._publish(lead)

    assert not (project.folder / FILE).exists()


def test_a_history_that_cannot_be_written_is_told_and_the_site_stands(project, monkeypatch, caplog):
    """The campaign's folder is read-only: the site is new all the same, and staff are told what to do."""
    build, lead = _finished(project, preview=False)
    monkeypatch.setattr(history, "take", Mock(side_effect=PermissionError(errno.EACCES, "Permission denied")))
    with caplog.at_level(logging.INFO, build.log.name):
        build._publish(lead)

    assert "published.jsonl 写不进去" in caplog.text and "make it writable" in caplog.text


def test_an_edited_line_and_a_broken_ledger_are_told_at_once(project):
    """Both at their lines, in a check as in a build."""
    for name in ("ledger.jsonl", FILE):
        text = copy_of([LINE]).decode() if name == FILE else (project.folder / name).read_text(encoding="utf-8")
        (project.folder / name).write_text(text.replace("202", "203"), encoding="utf-8")
    shutil.copy(GOOD / "small" / "theme.yml", project.folder)

    with pytest.raises(CampaignDataError) as refused:
        first_job(project.folder, shown_as="campaign_data")

    told = {problem.place.path for problem in refused.value.problems}
    assert told == {"campaign_data/ledger.jsonl", f"campaign_data/{FILE}"}


TRACE = """INFO    -  Building documentation to directory: /x/zh
WARNING -  Doc file 'bad.md' contains a link 'nowhere.md'
{}Traceback (most recent call last):
  File "/x/language.py", line 62, in pages
    raise ValueError("boom")
           ^^^^^^^^^^^^^^^^^
ValueError: 坏了
"""
FIRST = """Traceback (most recent call last):
  File "/x/reading.py", line 2, in reading
KeyError: 'first'

During handling of the above exception, another exception occurred:

"""


@pytest.mark.parametrize(
    "code, said, told",
    [
        (1, TRACE.format(""), ["ValueError: 坏了"]),
        (1, TRACE.format(FIRST), ["ValueError: 坏了"]),
        (1, "ERROR   -  坏了\n\nAborted with a BuildError!\nERROR   -  坏了\n", ["坏了"]),
        (-9, "INFO    -  Cleaning site directory\n", [str(KILLED)]),
        (3, "", ["退出码 3 · exit code 3"]),
    ],
)
def test_a_failed_language_says_its_reason_in_clean_lines(code, said, told):
    """Once, nothing of its progress, no traceback, and never nothing at all."""
    assert Ended(code, said).reason == told


class _Worker:
    """A build of one more language that is over."""

    def __init__(self, ended):
        self.ended = ended

    def wait(self):
        return self.ended

    def dismiss(self):
        pass


def _failing(project, monkeypatch, *, code, said, preview=False):
    """A build whose second language has failed."""
    build, lead = _finished(project, preview=preview)
    monkeypatch.setattr("campaign.builder.lead.survey", Mock())
    lead.running["zh"] = _Worker(Ended(code, said))
    lead.job = Mock()
    build._lead = lead
    return build, lead


def test_a_failed_language_is_told_and_nothing_is_published(project, monkeypatch, capsys, caplog):
    """Its warning as a warning, its reason in one line, where the whole text stands; the site is as it was."""
    build, lead = _failing(project, monkeypatch, code=1, said=TRACE.format(FIRST))
    monkeypatch.setenv("CAMPAIGN_CACHE", str(project.target.parent))
    with pytest.raises(BuildFailedError, match="^zh 这一种语言没有生成，site/ 未改动 · ") as failed:
        build._finish_all(lead)
    lead.close()

    told = capsys.readouterr().err
    assert told.splitlines()[0] == "zh: ValueError: 坏了" and "failed-zh.txt" in told.splitlines()[1]
    assert "Traceback" not in told + str(failed.value) + caplog.text and "U+000A" not in told
    assert [record.getMessage() for record in caplog.records] == ["zh: Doc file 'bad.md' contains a link 'nowhere.md'"]
    assert "line 62" in (project.target.parent / "failed-zh.txt").read_text(encoding="utf-8")


def test_a_preview_shows_why_the_other_language_failed(project, monkeypatch, capsys):
    """A line each, and the preview goes on."""
    build, _ = _failing(project, monkeypatch, code=-9, said="", preview=True)
    build._finish_all(build._lead)

    assert build.state is State.BROKEN
    assert f"site/: zh: {KILLED}" in capsys.readouterr().err


def test_what_the_second_language_wants_mended_is_told_by_the_first(project, monkeypatch, capsys):
    """A problem in its pages keeps its file and line, and stands once in the one report."""
    problem = Problem(Place("docs/zh/bad.md", 3, 1), Message("坏", "bad"))
    build, lead = _failing(project, monkeypatch, code=1, said="")
    worker = _build(preview=False)
    worker.project, worker.state = project, State.STAGING
    worker.site = Mock(folder=lead.stage.work / "zh")
    worker.site.job.language = "zh"
    with monkeypatch.context() as patch:
        patch.setenv(host.JOB, host.HANDED)
        with pytest.raises(BuildFailedError):
            worker._break([problem])
    assert capsys.readouterr().err == ""

    with pytest.raises(BuildFailedError, match="1 处问题"):
        build._finish_all(lead)
    lead.close()

    assert capsys.readouterr().err == report([problem])
