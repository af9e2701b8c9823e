"""The folder target: numbered releases, `current` switched at once, nothing brought twice, everything read back."""

import os

import pytest

from campaign.publish.folder import FolderTarget
from campaign.publish.manifest import Manifest, of_site
from campaign.publish.target import TargetError, next_name, number, superseded
from looking import some
from projects import contents
from published import FIRST, SECOND, THIRD, a_site, quiet
from published import steps as publish


@pytest.fixture(params=[True, False], ids=["links", "no-links"])
def target(request, tmp_path):
    """A target on a system with symbolic links, and one without."""
    return FolderTarget(tmp_path / "www", links=request.param)


def test_what_is_published_stands_in_current_and_any_umask_lets_it_be_read(target, tmp_path):
    """`current` holds the site's bytes, readable for everybody, and its manifest says the same."""
    site = a_site(tmp_path / "site")
    former = os.umask(0o077)
    try:
        manifest = publish(target, site, FIRST)
    finally:
        os.umask(former)

    assert contents(target.folder / "current") == contents(site)
    assert target.live() == FIRST and target.releases() == [FIRST]
    assert Manifest.read(target.manifest(FIRST).text) == manifest
    for path in some((target.folder / "current").resolve().rglob("*")):
        assert path.stat().st_mode & 0o444 == 0o444, path
    assert (target.folder / "current").is_symlink() == target.links


def test_the_next_release_takes_the_place_of_the_former_which_is_kept(target, tmp_path):
    """A second publish is live, the first still whole; what both have costs no room."""
    publish(target, a_site(tmp_path / "site"), FIRST)
    publish(target, a_site(tmp_path / "site", more="new"), SECOND)
    releases = target.folder / "releases"

    assert target.live() == SECOND and target.releases() == [FIRST, SECOND]
    assert (releases / FIRST / "data/film.mp4").samefile(releases / SECOND / "data/film.mp4")
    assert not (releases / FIRST / "more").exists() and (target.folder / "current/more").read_text() == "new"
    with target:
        assert target.damage(FIRST) == []
        target.switch(FIRST)
    assert target.live() == FIRST and not (target.folder / "current/more").exists()


def test_the_oldest_go_but_never_the_live_one(target, tmp_path):
    """Of three releases two are kept; where the oldest is live it stays as well."""
    for release in (FIRST, SECOND, THIRD):
        publish(target, a_site(tmp_path / "site", more=release), release)
    with target:
        target.switch(FIRST)
        assert target.prune(keep=1) == [SECOND]
        assert target.releases() == [FIRST, THIRD] and target.damage(FIRST) == []
        target.switch(THIRD)
        assert target.prune(keep=1) == [FIRST]
    assert sorted(path.name for path in (target.folder / "releases").glob("0*")) == [THIRD, f"{THIRD}.json"]


def test_a_damaged_release_is_found_and_never_linked_from(target, tmp_path):
    """A file changed in an earlier release is found by reading back; the next publish brings its own."""
    site = a_site(tmp_path / "site")
    publish(target, site, FIRST)
    (target.folder / "releases" / FIRST / "data/film.mp4").write_text("fi1m", "utf-8")
    manifest = of_site(site)

    with target:
        assert target.damage(FIRST) == ["data/film.mp4"]
        target.send(site, manifest, tell=quiet)
        assert target.faults(manifest) == ["data/film.mp4"]
        target.discard(["data/film.mp4"])
        target.send(site, manifest, tell=quiet)
        assert target.faults(manifest) == []


def test_what_was_sent_before_is_used_and_what_is_left_over_goes(target, tmp_path):
    """A publish that was cut off is gone on with: whole files stay as they are, half ones and strangers don't."""
    site = a_site(tmp_path / "site")
    incoming = target.folder / "releases" / ".incoming"
    a_site(incoming, data__film="stranger", data__old__a="x")
    (incoming / "index.html").write_text("<!doc", "utf-8")
    before = (incoming / "data/film.mp4").stat().st_ino

    publish(target, site, FIRST)

    assert contents(target.folder / "current") == contents(site)
    assert (target.folder / "releases" / FIRST / "data/film.mp4").stat().st_ino == before


def test_two_publishes_at_once_are_kept_apart(target, tmp_path):
    """While one holds the folder the other is told so."""
    (target.folder / "releases").mkdir(parents=True)
    with target, pytest.raises(TargetError, match="另一个发布") as refused, FolderTarget(target.folder):
        pass
    assert "another publish" in str(refused.value)


def test_a_folder_that_somebody_else_made_is_left_alone(target, tmp_path):
    """A `current` that was there before isn't replaced: its owner is told to move it."""
    a_site(target.folder / "current", theirs="theirs")

    with pytest.raises(TargetError, match="移到别处"):
        publish(target, a_site(tmp_path / "site"), FIRST)

    assert (target.folder / "current/theirs").read_text() == "theirs"
    assert target.releases() == [] and not (target.folder / "releases").exists()


@pytest.mark.parametrize("name", ["current", "previous"])
@pytest.mark.parametrize("leads", ["../theirs", "theirs", "../other/releases/0001-20240420-090000"])
def test_a_link_that_somebody_else_made_is_left_alone(target, tmp_path, name, leads):
    """A link that leads to no release of this place is refused, whether anything is there or not."""
    target.folder.mkdir()
    (tmp_path / "theirs").mkdir()
    (target.folder / name).symlink_to(leads)

    with pytest.raises(TargetError, match="移到别处"), target:
        pass

    assert (target.folder / name).readlink().as_posix() == leads
    assert [path.name for path in target.folder.iterdir()] == [name]


def test_a_link_to_a_release_by_its_whole_path_is_ours(tmp_path):
    """However it is written, what it leads to counts."""
    target = FolderTarget(tmp_path / "www")
    publish(target, a_site(tmp_path / "site"), FIRST)
    (target.folder / "current").unlink()
    (target.folder / "current").symlink_to(target.folder / "releases" / FIRST)

    publish(target, a_site(tmp_path / "site", more="new"), SECOND)

    assert target.live() == SECOND


def test_looking_makes_nothing(target):
    """A folder that isn't there has no releases, and isn't there afterwards."""
    with target:
        assert target.live() == "" and target.releases() == []

    assert not target.folder.exists()


def test_a_folder_whose_place_isn_t_there_is_refused_and_not_made(tmp_path):
    """A slip in its path, or a drive that isn't connected: published there, nobody would see it."""
    with pytest.raises(TargetError, match="没有 .*srvv 这个文件夹"), FolderTarget(tmp_path / "srvv" / "www"):
        pass

    assert list(tmp_path.iterdir()) == []


def test_a_first_publish_that_another_was_quicker_than_stops(target, tmp_path):
    """Where both found no folder, the slower one doesn't go on with what it saw."""
    site = a_site(tmp_path / "site")
    with FolderTarget(target.folder, links=target.links) as slow:
        publish(target, site, FIRST)
        with pytest.raises(TargetError, match="另一个发布"):
            slow.send(site, of_site(site), tell=quiet)

    assert target.live() == FIRST and target.releases() == [FIRST]


@pytest.mark.parametrize("below", ["", "inner"])
@pytest.mark.parametrize("dead", [True, False])
def test_a_file_where_the_folder_must_be_is_told_with_the_way_out(tmp_path, below, dead):
    """A file, or a link that leads nowhere, at the folder's own place or above it."""
    path = tmp_path / "www"
    path.symlink_to("gone") if dead else path.write_text("a file")

    with pytest.raises(TargetError, match="www 是一个文件或失效的链接.*改 campaign.yml"), FolderTarget(path / below):
        pass


def test_without_links_an_unmarked_folder_is_known_by_what_it_holds(tmp_path):
    """Killed between the exchange and its mark, the live release is found by looking."""
    target = FolderTarget(tmp_path / "www", links=False)
    publish(target, a_site(tmp_path / "site"), FIRST)
    publish(target, a_site(tmp_path / "site", more="new"), SECOND)
    (target.folder / "current.release").unlink()

    assert target.live() == SECOND


def test_a_release_has_a_number_and_a_minute():
    """Names count up from the highest there is, and sort by number."""
    assert next_name([], "2024-04-20T09:00:05") == "0001-20240420-090005"
    assert next_name([FIRST, "0012-20240421-090000"], "2024-04-22T10:30:00") == "0013-20240422-103000"
    assert number("0013-20240422-103000") == 13
    assert superseded([SECOND, FIRST, THIRD], FIRST, 1) == [SECOND]
    with pytest.raises(ValueError, match="no release"):
        number("current")


@pytest.mark.parametrize("path", ["../x", "/etc/passwd", "a//b", "a/./b", "C:/x", "a\\b", ""])
def test_a_manifest_names_files_of_the_site_alone(tmp_path, path):
    """A manifest from elsewhere can't lead out of the folder."""
    text = of_site(a_site(tmp_path / "site")).text.replace("data/film.mp4", path.replace("\\", "\\\\"))

    with pytest.raises(ValueError, match="not a path"):
        Manifest.read(text)


def test_a_manifest_that_was_edited_is_none(tmp_path):
    """Its own digest is over its files."""
    text = of_site(a_site(tmp_path / "site")).text

    assert Manifest.read(text).files["index.html"].title == "首页"
    with pytest.raises(ValueError, match="as it was written"):
        Manifest.read(text.replace("data/film.mp4", "data/f.mp4"))
