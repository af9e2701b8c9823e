"""The whole site in one ZIP: verified first, the same bytes each time, and refused rather than packed unfit."""

import os
import shutil
import zipfile

import pytest

from campaign.cli import main
from campaign.core.archive import EPOCH
from campaign.kinds import urls
from campaign.release import UnfitToPackError, zip_published
from campaign.release.whole import zip_site
from campaign.workshop.stage import PublishError, Stage
from projects import contents, run_command

ID = "tideford-water-2025"


@pytest.fixture
def project(small_site, tmp_path):
    """A folder with a published site of its own in it."""
    shutil.copytree(small_site, tmp_path / "site")
    return tmp_path


def _packed(project):
    return zip_published(project / "site", project / "dist")


def test_the_zip_holds_the_site_and_nothing_else(project):
    """Every file of the site with its bytes, sorted, and a note on what to open before them."""
    path = _packed(project)

    assert path == project / "dist" / f"{ID}-site.zip"
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        first, *names = archive.namelist()
        held = {name: archive.read(name) for name in names}
        note = archive.read(first).decode("utf-8-sig")
    assert first == "README.txt" and "index.html" in note and ID in note
    assert names == sorted(names) and all(name.isascii() for name in names)
    assert held == contents(project / "site")
    assert [one.name for one in (project / "dist").iterdir()] == [path.name]


def test_what_a_system_left_in_the_site_is_not_packed(tmp_path):
    """Whoever looks into site/ on Windows or a Mac leaves something there; a file of somebody's own stays."""
    for name in ("index.html", "a/Thumbs.db", ".DS_Store", "a/._x.html", "__MACOSX/._a", "a/Thumbs.db.txt"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_bytes(b"x")

    assert zip_site(tmp_path / "site", tmp_path / "site.zip", name=ID) == 2
    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        assert archive.namelist() == ["README.txt", "a/Thumbs.db.txt", "index.html"]


def test_the_same_site_gives_the_same_bytes(project):
    """Packed on another day, from files touched since, from a folder of another name: not one byte differs."""
    first = _packed(project).read_bytes()
    for path in (project / "site").rglob("*.html"):
        os.utime(path, (1, 1))
    (project / "site").rename(project / "other")

    assert zip_published(project / "other", project / "dist").read_bytes() == first


def test_what_is_packed_already_is_stored(project):
    """Pictures and PDFs are stored as they are, text is deflated; no entry knows the machine or the hour."""
    with zipfile.ZipFile(_packed(project)) as archive:
        rows = archive.infolist()[1:]
    kinds = {row.filename.rsplit(".", 1)[-1]: row.compress_type for row in rows}

    assert {"pdf", "png", "html", "css"} <= set(kinds)
    stored = {ending for ending, how in kinds.items() if how == zipfile.ZIP_STORED}
    assert stored == set(kinds) & {one.removeprefix(".") for one in (".png", ".jpg", ".pdf", ".mp4", ".zip")}
    assert {(row.date_time, row.create_system, row.external_attr >> 16) for row in rows} == {(EPOCH, 3, 0o644)}


def test_without_a_site_there_is_no_zip(tmp_path):
    """Nothing was built: said so, and no folder is left."""
    with pytest.raises(UnfitToPackError, match="make site"):
        _packed(tmp_path)

    assert not (tmp_path / "dist").exists()


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda site: (site / "programme" / "index.html").unlink(), "leads nowhere: .*programme"),
        (lambda site: (site / "x.html").write_text('<html lang="en"><img src="//other.example/a">'), "another host"),
        (lambda site: (site / urls.DATA).write_text("[]", encoding="utf-8"), "make site"),
        (lambda site: (site / "附件.pdf").write_bytes(b"%PDF"), "附件.pdf"),
    ],
    ids=["dead link", "other host", "no data", "name"],
)
def test_an_unfit_site_is_refused_and_the_former_zip_stands(project, harm, said):
    """What fails the checks isn't packed; the reason is named, and the last good ZIP keeps its bytes."""
    before = _packed(project).read_bytes()
    harm(project / "site")

    with pytest.raises(UnfitToPackError, match=said):
        _packed(project)

    assert (project / "dist" / f"{ID}-site.zip").read_bytes() == before
    assert len([*(project / "dist").iterdir()]) == 1


def test_a_site_that_is_being_replaced_is_not_packed(project):
    """While a build holds the stage the site may change under our hands: refused, with the reason."""
    stage = Stage(project / "site").open()
    try:
        with pytest.raises(PublishError, match="another build"):
            _packed(project)
    finally:
        stage.close()


def test_a_build_after_packing_finds_the_way_free(project):
    """Packing gives the stage up again and leaves the site as it was."""
    before = contents(project / "site")
    _packed(project)

    Stage(project / "site").open().close()

    assert contents(project / "site") == before


def test_the_command_ends_by_saying_what_to_open(project):
    """`campaign zip` tells how far it is and, at the end, what to do with the file; exit code 0."""
    done = run_command(project, "zip")
    lines = done.stdout.splitlines()

    assert done.returncode == 0, done.stderr
    assert lines[0].startswith("打包 packing:") and lines[-3].endswith("100 %")
    assert f"dist/{ID}-site.zip" in lines[-2] and "index.html" in lines[-1]


def test_the_command_fails_where_there_is_nothing(tmp_path, monkeypatch, capsys):
    """No site: exit code 1, a sentence in both languages on standard error, no traceback."""
    monkeypatch.chdir(tmp_path)

    assert main(["zip"]) == 1
    said = capsys.readouterr().err
    assert "make site" in said and "请先运行" in said
    assert "Traceback" not in said
