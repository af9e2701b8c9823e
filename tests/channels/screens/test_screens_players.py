"""A display larger than the common players take has a film for them too, and everything on it is still read."""

import re
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from campaign.channels.screens import render
from campaign.channels.screens.rendering import film_jobs
from campaign.workshop.cache import Cache
from campaign.workshop.faults import ProofError
from campaign.workshop.films import ffmpeg
from campaign.workshop.films.common_players import beyond, parts, shrunk, whole
from campaign.workshop.films.h264 import busiest_second, most_bits_s
from campaign.workshop.films.job import FilmJob, Scene
from campaign.workshop.films.making import STILL_QPS, make_film
from campaign.workshop.films.mp4 import head
from campaign.workshop.making import Bench
from campaign.workshop.qr import Pixels, prove, read, symbol
from displays import THEME, codes_alone, job, jobs, made
from looking import some

WIDE = {"width_px": "2400", "height_px": "240", "pitch_mm": "10", "viewing_distance_m": "3"}
WIDTHS = (2000, 1000, 1000)
TRACE = ["-c", "copy", "-bsf:v", "trace_headers", "-f", "null", "-"]
LARGE = {"width_px": "2000", "height_px": "560", "pitch_mm": "5", "viewing_distance_m": "15"}


def _film(*playlist, **display):
    one = job(*(playlist or (THEME,)), **display)
    (film,) = film_jobs(one, made(one))
    return replace(codes_alone(film), opening=None)


def _shot(content, folder, width_px, height_px, at="1"):
    (folder / "film.mp4").write_bytes(content)
    seen = ["-ss", at, "-i", "film.mp4", "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "gray", "-"]
    return Pixels(width_px, height_px, ffmpeg.run(seen, folder=folder))


def _told(content, folder):
    """What ffmpeg says of a film."""
    (folder / "film.mp4").write_bytes(content)
    command = [ffmpeg.program(), "-hide_banner", "-i", "film.mp4", *TRACE]
    told = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stderr
    profile, size = re.search(r"Video: h264 \((\w+)\).*?, (\d{2,5}x\d{2,5})\b", told).groups()
    return profile, size, int(re.search(r"level_idc .*= (\d+)", told)[1])


@pytest.mark.parametrize(
    "width, height, level, over",
    [
        (1920, 1080, "4.1", False),
        (1920, 1080, "4.2", False),
        (1080, 1920, "4.1", False),
        (1920, 1080, "5", True),
        (1922, 100, "3", True),
        (1100, 1100, "4", True),
        (1280, 720, "", True),
    ],
)
def test_what_is_beyond_the_common_players(width, height, level, over):
    """Over 1920 x 1080, lying or upright, or over level 4.2; a level nobody knows is."""
    assert beyond(width, height, level) is over


@pytest.mark.parametrize(
    "width, height, scale", [(3840, 1080, 0.5), (3840, 2160, 0.5), (2560, 1440, 0.75), (1080, 3840, 0.5), (800, 600, 1)]
)
def test_the_whole_is_made_smaller_and_never_cut(width, height, scale):
    """Its proportions stay; what is left over of 1920 x 1080 is black."""
    view = whole(width, height)
    inner = [int(side) for side in re.match(r"scale=(\d+):(\d+)", view.filters).groups()]

    assert shrunk(width, height) == scale and inner == [width * scale, height * scale]
    assert (view.width_px, view.height_px) == ((1920, 1080) if width >= height else (1080, 1920))


@pytest.mark.parametrize(
    "width, height, count",
    [(3840, 1080, 2), (7680, 480, 4), (5120, 32, 3), (8192, 1152, 10), (1080, 3840, 2), (5758, 48, 3)],
)
def test_parts_cover_every_pixel_once(width, height, count):
    """As few as the players take, each of even sides and within 1920 x 1080."""
    cut = parts(width, height)

    assert len(cut) == count and sum(one.width_px * one.height_px for one in cut) == width * height
    for one in some(cut):
        assert one.width_px % 2 == one.height_px % 2 == one.left_px % 2 == one.top_px % 2 == 0
        assert one.left_px + one.width_px <= width and one.top_px + one.height_px <= height
        assert not beyond(one.width_px, one.height_px, "4.1")


@pytest.fixture(scope="module")
def large():
    """A wall beyond the common players, its job and its films."""
    film = _film(**LARGE)
    return film, make_film(film)


def test_a_large_wall_has_a_smaller_film_whose_symbol_is_read(large, tmp_path):
    """1920 x 1080 at level 4.1, told by ffmpeg too; the whole picture in it, black beside it, the symbol whole."""
    film, files = large
    assert files.keys() == {"mp4", "1080p"}
    assert _told(files["mp4"], tmp_path) == ("High", "2000x560", 32)
    assert _told(files["1080p"], tmp_path) == ("High", "1920x1080", 41)

    shot = _shot(files["1080p"], tmp_path, 1920, 1080)
    assert [one.payload for one in read(shot)] == [film.scenes[0].payload]
    rows = [shot.grey[y * 1920 : (y + 1) * 1920] for y in (0, 271, 272, 540, 807, 808, 1079)]
    assert [max(row) <= 16 for row in rows] == [True, True, False, False, False, True, True]


def test_a_smaller_film_has_the_same_pictures(large):
    """As many, at the same pace, with no sound."""
    own, smaller = (head(large[1][name]).tracks for name in ("mp4", "1080p"))

    assert len(smaller) == 1 and (own[0].pictures, own[0].fps) == (smaller[0].pictures, smaller[0].fps) == (50, 25.0)


def _laid(shots, height_px):
    """Parts side by side as one picture."""
    rows = [shot.grey[y * shot.width_px : (y + 1) * shot.width_px] for y in range(height_px) for shot in shots]
    return Pixels(sum(shot.width_px for shot in shots), height_px, b"".join(rows))


def test_where_the_smaller_symbol_can_t_be_read_the_film_is_cut(tmp_path, monkeypatch):
    """A symbol of 3 pixels a module is lost at half its size; the parts laid together carry it pixel by pixel."""
    monkeypatch.setattr("campaign.channels.screens.legibility.EASY_CODE", {"day": 0.0})
    film = _film(**{**WIDE, "width_px": "3840", "viewing_distance_m": "1"})
    files = make_film(replace(film, shrinks=True))

    assert film.scenes[0].payload and files.keys() == {"mp4", "1of2", "2of2"}
    halves = [_shot(files[name], tmp_path, 1920, 240) for name in ("1of2", "2of2")]
    assert prove(_laid(halves, 240), [symbol(film.scenes[0].payload)]) == []


def test_a_wide_display_whose_text_would_be_lost_is_cut(tmp_path):
    """Its parts laid together are its own film."""
    film = _film(**WIDE)
    files = make_film(film)

    assert not film.shrinks and film.scenes[0].payload and files.keys() == {"mp4", "1of2", "2of2"}
    assert _told(files["1of2"], tmp_path) == ("High", "1200x240", 30)
    whole_shot = _shot(files["mp4"], tmp_path, 2400, 240)
    halves = [_shot(files[name], tmp_path, 1200, 240) for name in ("1of2", "2of2")]
    gaps = [abs(a - b) for a, b in zip(_laid(halves, 240).grey, whole_shot.grey, strict=True)]
    assert max(gaps) < 120 and sum(gaps) / len(gaps) < 1


def test_a_long_strip_is_cut_and_scrolls_on(tmp_path):
    """A line that moves leaves one part where it enters the other."""
    line = ["-f", "lavfi", "-i", "testsrc=size=2400x16:duration=1", "-frames:v", "1", "-c:v", "png"]
    scene = Scene(name="line", seconds=2, png=ffmpeg.run([*line, "-f", "image2pipe", "-"]))
    job = FilmJob(path="a/day.mp4", width_px=2000, height_px=16, pace_px=40, scenes=(scene,), shrinks=False)
    files = make_film(job)

    assert files.keys() == {"mp4", "1of2", "2of2"}
    assert [head(content).tracks[0].pictures for content in files.values()] == [110] * 3
    one, *halves = (_shot(files[name], tmp_path, width, 16, at="2") for name, width in zip(files, WIDTHS, strict=True))
    gaps = [abs(a - b) for a, b in zip(_laid(halves, 16).grey, one.grey, strict=True)]
    assert max(one.grey) > 100 and sum(gaps) / len(gaps) < 3


def test_films_may_be_coded_for_old_players(tmp_path):
    """`film_profile: main`: without what only High has."""
    (content,) = make_film(_film(film_profile="main")).values()

    assert _told(content, tmp_path) == ("Main", "640x360", 30)


def _noise(size):
    """A picture no coder makes small."""
    source = ["-f", "lavfi", "-i", f"nullsrc=size={size}:duration=1,geq=random(1)*255:128:128", "-frames:v", "1"]
    png = ffmpeg.run([*source, "-c:v", "png", "-f", "image2pipe", "-"])
    film = _film(width_px=size.partition("x")[0], height_px=size.partition("x")[2])
    return replace(film, scenes=tuple(replace(scene, png=png, payload="") for scene in film.scenes))


def test_a_still_keeps_within_its_bits_and_still_stands(tmp_path):
    """Even noise: coarser, but no second takes more than was promised, and nothing moves."""
    film = _noise("1280x720")
    content = make_film(film)["mp4"]
    (track,) = head(content).tracks

    first, last = (_shot(content, tmp_path, 1280, 720, at=at).grey for at in ("0.2", "1"))

    assert busiest_second(track.sizes, fps=25) <= most_bits_s(film.level) // 3
    assert first == last


def test_a_film_no_quality_keeps_within_its_bits_isn_t_let_out(monkeypatch):
    """Rather none than one that stalls."""
    monkeypatch.setattr("campaign.workshop.films.making.STILL_QPS", STILL_QPS[:1])

    with pytest.raises(ProofError, match="bits in a second"):
        make_film(_noise("1280x720"))


def test_an_own_film_keeps_within_its_bits(tmp_path):
    """What moves is bounded by the coder, and measured in the file."""
    noise = "nullsrc=size=640x360:rate=25:duration=3,geq=random(1)*255:128:128"
    ffmpeg.run(["-f", "lavfi", "-i", noise, "-c:v", "libx264", "-preset", "ultrafast", "a.mp4"], folder=tmp_path)
    film = _film()
    moving = (tmp_path / "a.mp4").read_bytes()
    film = replace(film, scenes=tuple(replace(one, mp4=moving, payload="") for one in film.scenes))
    (track,) = head(make_film(film)["mp4"]).tracks

    assert 1_000_000 < busiest_second(track.sizes, fps=25) <= most_bits_s(film.level)


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    """A wide display's report and pack."""
    done = render(jobs(WIDE), Bench(cache=Cache(tmp_path_factory.mktemp("cache")), workers=1))
    content = {one.path: one.content for one in done.files}["screens/wall.zip"]
    archive = zipfile.ZipFile(BytesIO(content))
    return done.listed[0], {name: archive.read(name) for name in archive.namelist()}


def test_the_report_tells_what_each_film_asks_of_a_player(pack):
    """Size, profile, level and the most bits of a second, of the display's own film and of its parts."""
    own, cut = pack[0].films

    assert (own.paths, own.sort, own.width_px, own.level, own.beyond) == (("films/day.mp4",), "", 2400, "3.1", True)
    assert cut.paths == ("films/parts/day-1of2.mp4", "films/parts/day-2of2.mp4")
    assert (cut.sort, cut.width_px, cut.profile, cut.level, cut.beyond) == ("parts", 1200, "High", "3", False)
    assert 0 < cut.peak_mbit <= 10 and pack[0].film_s.keys() == {"day.mp4"}


def test_the_readme_warns_and_says_what_to_do(pack):
    """In both languages, with every film's level; the films are in the pack; one page still."""
    text = pack[1]["README.txt"].decode("utf-8-sig")

    assert "films/day.mp4: 2400×240, H.264 High@L3.1" in text
    assert "films/parts/day-1of2.mp4、films/parts/day-2of2.mp4: 1200×240, H.264 High@L3" in text
    assert "多数播放盒放不了" in text and "Note:" in text and "a player for each" in text and "1080p" not in text
    assert {"films/parts/day-1of2.mp4", "films/parts/day-2of2.mp4"} <= pack[1].keys()
    assert len(text.splitlines()) <= 40
