"""Displays are finished whole, kept from before where nothing changed, and every mistake is told at once."""

import hashlib
import json
import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from campaign.channels.screens import rehearse, render, verify_pack
from campaign.core.problems import CampaignDataError, UnprovedError
from campaign.workshop.cache import Cache
from campaign.workshop.faults import ProofError
from campaign.workshop.films import ffmpeg
from campaign.workshop.making import Bench
from displays import STRIP, THEME, Steps, jobs, shipped
from looking import some

NOTICE = {"text": {"zh": "今天下午停水", "en": "No water today"}, "ends": "2024-04-21 18:00"}
HERE = Path(__file__).parent


ELSEWHERE = """
import tempfile
from pathlib import Path
from test_screens_rendering import Bench, Cache, _plan, render
for report in render(_plan(), Bench(cache=Cache(Path(tempfile.mkdtemp())), workers=1)).listed:
    print(report.sha256)
"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """A wall and a strip, finished, and the cache they were kept in."""
    cache = Cache(tmp_path_factory.mktemp("cache"))
    plan = _plan()
    return plan, render(plan, Bench(cache=cache, workers=1)), cache


def _plan():
    slogan = {"shows": "slogans", "record": "no-fakes", "seconds": "3"}
    priority = {"shows": "priorities", "record": "law-basics", "seconds": "2"}
    event = {"shows": "event", "record": "yj-market-gi-labels", "seconds": "3"}
    return jobs(
        {"playlist": [THEME, priority], "looks": ["day", "night"]},
        {**STRIP, "playlist": [slogan, event]},
        notice=NOTICE,
    )


def _files(output):
    return {one.path: one.content for one in output.files}


def _pack(output, number=0):
    archive = zipfile.ZipFile(BytesIO(_files(output)[output.listed[number].pack]))
    return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def test_a_pack_holds_what_an_operator_needs(shown):
    """Frames numbered in order, films, the kiosk, playlists, checksums, a page to read, what other systems take."""
    files = _pack(shown[1])

    assert {
        "README.txt",
        "playlist.csv",
        "playlist.m3u",
        "manifest.sha256",
        "feed.json",
        "kiosk/index.html",
    } <= files.keys()
    assert {"films/day.mp4", "films/night.mp4", "films/00-notice-day.mp4"} <= files.keys()
    assert {"kiosk/index.html", "xibo/wall.htz"} <= files.keys()
    assert {"frames/day/01-urgent-notice-zh.png", "frames/night/02-theme-zh.png"} <= files.keys()
    assert "scroll/day/03-event-yj-market-gi-labels-zh.png" in _pack(shown[1], 1)
    assert all(name.isascii() and " " not in name for name in files)


def test_the_manifest_is_right(shown, tmp_path):
    """Every file's SHA-256, each file once, and our own check finds nothing."""
    for number, report in enumerate(some(shown[1].listed)):
        files = _pack(shown[1], number)
        rows = dict(reversed(row.split("  ")) for row in files["manifest.sha256"].decode().splitlines())
        assert rows == {
            name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != "manifest.sha256"
        }
        (tmp_path / "pack.zip").write_bytes(_files(shown[1])[report.pack])
        assert verify_pack(tmp_path / "pack.zip") == []


def test_the_playlist_opens_in_wps_and_excel(shown):
    """UTF-8 with its mark, CRLF, one row an item, the notice's end among them."""
    text = _pack(shown[1])["playlist.csv"]
    rows = text.decode("utf-8-sig").split("\r\n")

    assert text.startswith(b"\xef\xbb\xbf") and rows[0].startswith("序号,文件,内容,秒数")
    assert "2024-04-21 18:00" in rows[1] and rows[2].startswith("2,frames/day/02-theme-zh.png,")


def test_the_readme_is_one_page_for_this_display(shown):
    """Its name, its pixels, the day of the film, what to do about the notice."""
    text = _pack(shown[1])["README.txt"].decode("utf-8-sig")

    assert "640×360" in text and "4月21日" in text and "2024-04-21 18:00" in text and "示例" in text
    assert "640×360, H.264 High@L3, " in text and "Note:" not in text
    assert len(text.splitlines()) <= 30


def test_the_feed_is_a_json_feed_with_every_picture(shown):
    """JSON Feed 1.1; each item's picture is in the pack, with its seconds and its checksum."""
    files = _pack(shown[1])
    feed = json.loads(files["feed.json"])

    assert feed["version"] == "https://jsonfeed.org/version/1.1" and len(feed["items"]) == 10
    for item in feed["items"]:
        assert hashlib.sha256(files[item["image"]]).hexdigest() == item["_signage"]["sha256"]
    published = _files(shown[1])
    site = json.loads(published["screens/wall.json"])
    assert all("screens/" + item["image"] in published for item in site["items"])


def test_the_xibo_package_opens_with_its_page(shown):
    """An HTML package is a ZIP with index.html at its root."""
    files = _pack(shown[1])
    page = zipfile.ZipFile(BytesIO(files["xibo/wall.htz"])).read("index.html")

    assert page == files["kiosk/index.html"]


def test_the_report_says_what_a_page_shows(shown):
    """Pictures, distances, what fits and scrolls, the whole loop, the priorities served."""
    wall, strip = shown[1].listed

    assert {frame.path for frame in wall.frames} <= _files(shown[1]).keys()
    assert wall.loop_s == sum(entry.seconds for entry in wall.entries) == 10 + 2 * (2 + 6)
    assert wall.priorities == dict.fromkeys([one.id for one in shipped().priorities.priorities], 0) | {"law-basics": 1}
    assert strip.priorities["law-basics"] == 1
    assert [frame.outcome for frame in strip.frames] == ["fits", "fits", "scrolls"]
    assert [frame.code for frame in wall.frames if frame.kind == "theme"] == ["", "", "shown", "shown"]
    assert all(frame.code_distance_m >= 5 for frame in wall.frames if frame.payload)
    assert wall.film_s == {"day.mp4": 19.0, "night.mp4": 19.0, "00-notice-day.mp4": 10.0, "00-notice-night.mp4": 10.0}


def test_what_didn_t_change_is_kept(shown):
    """A second run makes nothing and gives the same bytes."""
    plan, before, cache = shown
    seen = []

    after = render(plan, Bench(cache=cache, progress=seen.append))

    assert after == before
    assert all(one.kept == one.total for one in seen)


def test_two_processes_make_the_same_bytes(shown):
    """A fresh process without a cache gives the same packs."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-c", ELSEWHERE]
    done = subprocess.run(command, capture_output=True, text=True, cwd=HERE, env=environment)

    assert done.stdout.split() == [report.sha256 for report in shown[1].listed], done.stderr


def test_every_path_is_given_once(shown):
    """The site's files of all displays."""
    paths = [one.path for one in shown[1].files]

    assert len(set(paths)) == len(paths) and "screens/wall.zip" in paths


@pytest.mark.parametrize("look_at", [render, rehearse])
def test_every_mistake_is_told_at_once(tmp_path, look_at):
    """A text too long for its distance, a character without a glyph, a broken picture: each at its slide, whether the
    frames are made or only measured."""
    playlist = [
        {"shows": "event", "record": "yj-market-gi-labels", "seconds": "3"},
        {"shows": "notice", "seconds": "3", "text": {"zh": "\U0001f9ff", "en": "x"}},
        {"shows": "image", "file": "images/a.png", "seconds": "3"},
    ]
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.png").write_bytes(b"broken")
    plan = jobs({"playlist": playlist, "viewing_distance_m": "40"}, folder=tmp_path)

    with pytest.raises(CampaignDataError) as raised:
        look_at(plan, Bench(cache=Cache(tmp_path / "cache"), workers=1, places=Steps()))

    places = [problem.place.path.removeprefix("screens/displays/0/playlist/") for problem in raised.value.problems]
    assert places == ["0/shows", "1/shows", "2/file"]
    assert "放不下" in raised.value.problems[0].what.zh and "U+1F9FF" in raised.value.problems[1].what.zh
    assert raised.value.problems[2].what.en == "images/a.png: the file is broken and can't be played"


NEVER = {"shows": "events-today", "seconds": "3", "starts": "2024-04-27"}
"""An item that is planned and has nothing to show."""
BLUE = ["-f", "lavfi", "-i", "color=blue:size=64x36", "-frames:v", "1", "-c:v", "png", "-f", "image2pipe", "-"]


def test_what_a_display_rests_on_is_no_part_of_its_loop(tmp_path):
    """Neither in its seconds nor in the list that plays every item in turn, but where the list would be empty."""
    slogan = {"shows": "slogans", "record": "no-fakes", "seconds": "3", "ends": "2024-04-23"}
    done = render(
        jobs({"id": "dated", "playlist": [slogan]}, {"id": "resting", "playlist": [NEVER]}),
        Bench(cache=Cache(tmp_path), workers=1),
    )
    lists = [_pack(done, number)["playlist.m3u"].decode().split() for number in (0, 1)]
    played = [[row for row in rows if row.endswith(".png")] for rows in lists]

    assert [report.loop_s for report in done.listed] == [3, 0]
    resting = ["frames/day/01-theme-zh.png", "frames/day/02-code-theme-zh.png"]
    assert played == [["frames/day/01-slogan-no-fakes-zh.png"], resting]
    assert [report.entries[-1].window.rest for report in done.listed] == [True, True]


@pytest.fixture(scope="module")
def far(tmp_path_factory):
    """Two displays seen from so far off that no text fits, with nothing due on the film's day: a picture, nothing."""
    folder = tmp_path_factory.mktemp("data")
    (folder / "images").mkdir()
    (folder / "images" / "a.png").write_bytes(ffmpeg.run(BLUE))
    picture = {"shows": "image", "file": "images/a.png", "seconds": "3", "starts": "2024-04-23"}
    plan = jobs(
        {"id": "later", "playlist": [picture], "viewing_distance_m": "60"},
        {"id": "empty", "playlist": [NEVER], "viewing_distance_m": "60"},
        folder=folder,
    )
    assert [one.entries[-1].window.rest for one in plan] == [True, True]
    return render(plan, Bench(cache=Cache(tmp_path_factory.mktemp("cache")), workers=1))


def test_a_theme_too_long_to_rest_on_is_left_out(far):
    """Nobody asked for it, so nobody is told to shorten it: what was asked for is there, and the kiosk's name."""
    later, empty = far.listed

    assert [entry.name for entry in later.entries] == ["own-image-0"] and len(later.frames) == 1
    assert empty.entries == empty.frames == () and empty.loop_s == empty.day_s == 0
    assert not any("theme" in name for name in _pack(far) | _pack(far, 1))


def test_there_is_no_film_of_nothing(far):
    """The pack says so, and names no film that isn't there."""
    assert [report.film_s for report in far.listed] == [{}, {}]
    for number in (0, 1):
        files = _pack(far, number)
        assert not any(name.startswith("films/") for name in files)
        assert "films/" not in files["README.txt"].decode("utf-8-sig") + files["playlist.m3u"].decode()
        assert "没有视频" in files["README.txt"].decode("utf-8-sig") and "kiosk/index.html" in files


def test_a_theme_that_was_asked_for_must_fit(tmp_path):
    """Its slide is told, though the display would rest on it as well."""
    plan = jobs({"playlist": [{**THEME, "ends": "2024-04-23"}], "viewing_distance_m": "60"})

    with pytest.raises(CampaignDataError) as raised:
        render(plan, Bench(cache=Cache(tmp_path), workers=1, places=Steps()))

    assert {problem.place.path for problem in raised.value.problems} == {"screens/displays/0/playlist/0/shows"}


def test_what_doesn_t_read_back_stops_everything(tmp_path, monkeypatch):
    """A frame that fails its proof isn't packed."""
    monkeypatch.setattr("campaign.channels.screens.frames.proof", lambda job, png: ["can't be read back"])

    with pytest.raises(UnprovedError, match="wall day/theme-zh.png: can't be read back"):
        render(jobs({}), Bench(cache=Cache(tmp_path), workers=1))


def test_a_proof_error_travels_between_processes():
    """Workers hand it over whole."""
    import pickle

    assert str(pickle.loads(pickle.dumps(ProofError("a", ["b", "c"])))) == "a: b; c"
