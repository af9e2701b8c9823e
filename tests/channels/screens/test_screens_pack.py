"""A pack tells whether it is as it was made; its tables hold text and never a formula."""

import json
import zipfile

import pytest

from campaign.channels.screens.pack import MANIFEST, feed, manifest, pictures, playlist_csv, zipped
from campaign.channels.screens.readme import readme
from campaign.channels.screens.verify import report_pack, verify_pack
from displays import STRIP, THEME, job, made

FILES = {"frames/day/01-theme.png": b"picture", "films/day.mp4": b"film", "README.txt": b"words"}


EVENT = {"shows": "event", "record": "yj-market-gi-labels", "seconds": "8"}


def _written(folder, files):
    path = folder / "pack.zip"
    path.write_bytes(zipped(files))
    return path


def _whole():
    return {**FILES, MANIFEST: manifest(FILES)}


def test_a_pack_as_it_was_made_has_no_findings(tmp_path):
    """Neither zipped nor unpacked."""
    path = _written(tmp_path, _whole())
    zipfile.ZipFile(path).extractall(tmp_path / "out")

    assert verify_pack(path) == verify_pack(tmp_path / "out") == []


@pytest.mark.parametrize(
    "change, name, told",
    [
        ({"films/day.mp4": b"another"}, "films/day.mp4", "altered"),
        ({"films/day.mp4": None}, "films/day.mp4", "missing"),
        ({"films/virus.mp4": b"x"}, "films/virus.mp4", "no part"),
        ({MANIFEST: None}, MANIFEST, "no manifest"),
        ({MANIFEST: b"nonsense\n"}, MANIFEST, "can't be read"),
        ({MANIFEST: b""}, MANIFEST, "can't be read"),
    ],
)
def test_what_changed_is_found(tmp_path, change, name, told):
    """An altered, a missing, an extra file; a manifest that is gone or garbled."""
    files = {key: value for key, value in {**_whole(), **change}.items() if value is not None}

    findings = {finding.path: finding.what.en for finding in verify_pack(_written(tmp_path, files))}

    assert told in findings[name]


LEFT = {
    "System Volume Information/IndexerVolumeGuid": b"x",
    "System Volume Information/._films/virus.exe": b"x",
    "$RECYCLE.BIN/S-1-5-18/desktop.ini": b"x",
    "films/Thumbs.db": b"x",
    "DESKTOP.INI": b"x",
    ".DS_Store": b"x",
    "films/._day.mp4": b"x",
    "__MACOSX/films/._day.mp4": b"x",
    ".fseventsd/0001": b"x",
    ".Spotlight-V100/Store-V2/x": b"x",
    ".Trashes/501/x": b"x",
}


def test_what_a_system_left_is_named_and_passed(tmp_path):
    """Windows and macOS write on every stick they see; nothing in their folders and files is the pack's fault."""
    path = _written(tmp_path, {**_whole(), **LEFT})
    zipfile.ZipFile(path).extractall(tmp_path / "out")
    told = (
        "$RECYCLE.BIN/",
        ".DS_Store",
        ".Spotlight-V100/",
        ".Trashes/",
        ".fseventsd/",
        "DESKTOP.INI",
        "System Volume Information/",
        "__MACOSX/",
        "films/._day.mp4",
        "films/Thumbs.db",
    )

    for pack in (path, tmp_path / "out"):
        report = report_pack(pack)
        assert report.findings == () and report.left == told


@pytest.mark.parametrize("name", ["Thumbs.db.exe", "._films/virus.exe", "Thumbs.db/a.exe", ".hidden", "__MACOSX"])
def test_what_only_looks_like_a_system_s_still_fails(tmp_path, name):
    """Beside what is passed, a file that is too many is found, in a ZIP and on a stick."""
    path = _written(tmp_path, {**_whole(), ".DS_Store": b"x", name: b"x"})
    zipfile.ZipFile(path).extractall(tmp_path / "out")

    for pack in (path, tmp_path / "out"):
        assert [(one.path, one.what.en) for one in verify_pack(pack)] == [(name, "is no part of the pack")]


def test_what_changed_is_found_beside_what_a_system_left(tmp_path):
    """To pass some files is not to pass a pack."""
    path = _written(tmp_path, {**_whole(), **LEFT, "films/day.mp4": b"another"})

    assert [finding.path for finding in verify_pack(path)] == ["films/day.mp4"]


def test_a_file_that_can_t_be_read_is_told_by_itself(tmp_path):
    """A failing stick spoils one file; the others are still looked at."""
    zipfile.ZipFile(_written(tmp_path, _whole())).extractall(tmp_path / "out")
    (tmp_path / "out" / "films" / "day.mp4").unlink()
    (tmp_path / "out" / "films" / "day.mp4").symlink_to(tmp_path / "gone")

    assert [(one.path, one.what.en) for one in verify_pack(tmp_path / "out")] == [
        ("films/day.mp4", "can't be read: the stick may be failing")
    ]


@pytest.mark.parametrize("content", [b"", b"no zip", zipped(_whole())[:-40]])
def test_what_is_no_pack_is_said_to_be_none(tmp_path, content):
    """An empty file, something else, half a ZIP."""
    path = tmp_path / "pack.zip"
    path.write_bytes(content)

    assert [finding.path for finding in verify_pack(path)] == ["pack.zip"]


def test_a_pack_that_isn_t_there_is_a_finding(tmp_path):
    """No traceback for a mistyped name."""
    assert len(verify_pack(tmp_path / "none.zip")) == 1


def test_a_flipped_bit_in_a_zip_is_found(tmp_path):
    """The archive's own checksum fails: the file counts as altered."""
    path = _written(tmp_path, _whole())
    data = bytearray(path.read_bytes())
    data[data.index(b"picture")] ^= 1
    path.write_bytes(data)

    assert [str(finding.path) for finding in verify_pack(path)] == ["frames/day/01-theme.png"]


def test_a_zip_is_the_same_bytes_each_time():
    """No clock in it, names in their order."""
    assert zipped(_whole()) == zipped(_whole())
    assert {entry.date_time[0] for entry in zipfile.ZipFile(__import__("io").BytesIO(zipped(FILES))).infolist()} == {
        1980
    }


def test_a_line_longer_than_its_strip_stands_in_pages_that_sort_as_they_play():
    """What fits has one picture; what doesn't one a page, numbered; the list has the whole line, the feed each page."""
    one = job(THEME, EVENT, **STRIP)
    files = made(one)

    names = list(pictures(one, files))
    (item,) = [item for item in json.loads(feed(one, files, base="strip/"))["items"] if "event" in item["image"]]

    assert names[0] == "frames/day/01-theme-zh.png" and names == sorted(names)
    assert [name.partition("-zh-")[2] for name in names[1:]] == ["1of4.png", "2of4.png", "3of4.png", "4of4.png"]
    assert item["_signage"]["pages"] == [f"strip/{name}" for name in names[1:]]
    assert "scroll/day/02-event-yj-market-gi-labels-zh.png" in playlist_csv(one, files).decode("utf-8")
    assert "1of3、2of3" in readme(one, {}, ()).decode("utf-8")
