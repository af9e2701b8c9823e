"""What becomes of a build: whole, broken in a preview, or over with the former site as it was."""

import errno
import gc
import logging
import shutil

import pytest

from campaign.builder import BuildAbortedError, BuildFailedError, Project, SiteBuild, SourceFile, State
from projects import GOOD, TOP

PAGE = SourceFile(folder="", source="x.md", destination="x/index.html", url="x/", page=True, published=True)
STYLE = SourceFile(folder="", source="x.css", destination="x.css", url="x.css", page=False, published=True)


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
    assert build.write(None) == [] and build.theme_pages({"404.html", "sitemap.xml"}) == set()
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

    assert "写文件失败，site/ 未改动" in capsys.readouterr().err
