"""Publishing: the former output stands until the new one takes its place whole."""

import subprocess
import sys

import pytest

from campaign.workshop.stage import PublishError, Stage
from projects import contents


def _published(tmp_path, text="old"):
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(text, encoding="utf-8")
    return site


def _finished(stage, text="new"):
    root = stage.root("site")
    root.mkdir()
    (root / "index.html").write_text(text, encoding="utf-8")
    return root


def test_swap_replaces_the_whole_folder(tmp_path):
    """After a swap the published folder holds the new files and none of the old ones."""
    site = _published(tmp_path)
    (site / "gone.html").write_text("x", encoding="utf-8")
    stage = Stage(site).open()

    stage.swap(_finished(stage))
    stage.close()

    assert contents(site) == {"index.html": b"new"}


def test_closing_without_a_swap_changes_nothing(tmp_path):
    """A build that stops half-way leaves the published folder byte for byte and nothing staged."""
    site = _published(tmp_path)
    stage = Stage(site).open()
    _finished(stage)

    stage.close()

    assert contents(site) == {"index.html": b"old"}
    assert [entry.name for entry in stage.folder.iterdir()] == ["lock"]


def test_an_interrupted_swap_is_put_back(tmp_path):
    """Killed between its two renames, the next build first restores the former output."""
    site = _published(tmp_path)
    stage = Stage(site)
    stage.folder.mkdir()
    site.rename(stage.folder / "previous")

    stage.open()

    assert contents(site) == {"index.html": b"old"}
    stage.close()


def test_a_second_build_is_refused_in_words(tmp_path):
    """Two builds never share a stage; the second is told to wait and disturbs nothing."""
    site = _published(tmp_path)
    stage = Stage(site).open()
    code = (
        "import sys; from pathlib import Path; from campaign.workshop.stage import *\n"
        "try: Stage(Path(sys.argv[1])).open()\n"
        "except PublishError as error: sys.exit('refused ' + error.message.en)"
    )

    done = subprocess.run([sys.executable, "-c", code, str(site)], capture_output=True, text=True)

    assert "refused another build is using site/" in done.stderr
    stage.swap(_finished(stage))
    stage.close()
    assert contents(site) == {"index.html": b"new"}


def test_a_language_may_not_land_on_a_page(tmp_path):
    """A page folder named like a language is a clash, never silently merged."""
    stage = Stage(_published(tmp_path)).open()
    root = _finished(stage)
    (root / "en").mkdir()
    stage.root("en").mkdir()

    with pytest.raises(ValueError, match="is taken"):
        stage.join("en", root)
    stage.close()


def test_the_message_speaks_both_languages(tmp_path):
    """PublishError carries Chinese and English."""
    first = Stage(_published(tmp_path)).open()
    try:
        with pytest.raises(PublishError) as refused:
            Stage(tmp_path / "site").open()
        assert "请等它完成" in refused.value.message.zh
    finally:
        first.close()


def test_a_swap_that_fails_half_way_puts_the_former_output_back(tmp_path):
    """The new folder can't be moved (here: it is gone): the former output stands, and still does after closing."""
    site = _published(tmp_path)
    stage = Stage(site).open()

    with pytest.raises(FileNotFoundError):
        stage.swap(stage.root("never-built"))
    assert contents(site) == {"index.html": b"old"}
    stage.close()

    assert contents(site) == {"index.html": b"old"}


def test_each_build_has_a_folder_of_its_own(tmp_path):
    """What an orphan of a killed build still writes never reaches the next build."""
    first = Stage(_published(tmp_path)).open()
    orphans = first.root("en")
    first.close()

    second = Stage(tmp_path / "site").open()

    assert second.root("en") != orphans
    second.close()
