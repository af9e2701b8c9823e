"""A film is the loop to the picture: its size, count and pace, its symbols, the same bytes each time."""

import os
import re
import subprocess
from contextlib import contextmanager
from dataclasses import replace

import pytest

from campaign.channels.screens.rendering import film_jobs
from campaign.workshop.faults import ProofError
from campaign.workshop.films import ffmpeg
from campaign.workshop.films.job import FilmJob, pass_pictures
from campaign.workshop.films.making import (
    FPS,
    GROUP,
    TURN,
    _coded,
    _standing,
    make_film,
)
from campaign.workshop.films.mp4 import head
from campaign.workshop.films.proof import head_faults
from campaign.workshop.films.wipe import WIPE, masks
from campaign.workshop.pictures.png import size_px
from campaign.workshop.qr import Pixels, prove, symbol
from displays import STRIP, THEME, codes_alone, job, jobs, made
from looking import some

SLOGAN = {"shows": "slogans", "record": "trade-mark-trust", "seconds": "3"}


def _film(*playlist, **display):
    """A display's film without its opening, but where that is what a test is about."""
    return replace(_whole_film(*playlist, **display), opening=None)


def _whole_film(*playlist, **display):
    one = job(*playlist, **display)
    (film,) = film_jobs(one, made(one))
    return film


@pytest.fixture(scope="module")
def wall():
    """A short loop on a wall, a code and a slogan, and its film."""
    film = codes_alone(_film(THEME, SLOGAN))
    return film, make_film(film)["mp4"]


def _pictures(content, folder, pixels, count):
    """Every decoded picture in grey."""
    (folder / "film.mp4").write_bytes(content)
    raw = ffmpeg.run(["-i", "film.mp4", "-f", "rawvideo", "-pix_fmt", "gray", "-"], folder=folder)
    assert len(raw) == pixels * count
    return [raw[at : at + pixels] for at in range(0, len(raw), pixels)]


def _change(one, two):
    """How much two pictures differ, at every 97th pixel."""
    return sum(abs(a - b) for a, b in zip(one[::97], two[::97], strict=True))


def test_the_head_says_what_players_need(wall):
    """H.264, the display's size, 25 pictures a second, no sound, the index first."""
    film, content = wall
    found = head(content)
    (track,) = found.tracks

    assert (track.kind, track.codec, track.width_px, track.height_px) == ("vide", "avc1", 640, 360)
    assert (track.pictures, track.fps, track.seconds) == (125, 25.0, 5.0)
    assert found.faststart and track.even and b"soun" not in content


def test_another_program_reads_the_same(wall, tmp_path):
    """ffmpeg itself tells codec, colours, size, pace and count; no packet is out of order or broken."""
    (tmp_path / "film.mp4").write_bytes(wall[1])
    command = [ffmpeg.program(), "-hide_banner", "-nostdin", "-xerror", "-i", "film.mp4", "-f", "null", "-"]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stderr

    assert re.search(r"Video: h264 \(High\).*yuv420p\(tv, bt709.*640x360.* 25 fps", told), told
    assert "Duration: 00:00:05.00" in told and "Audio" not in told
    assert re.findall(r"frame=\s*(\d+)", told)[-1] == "125"
    assert not re.search("error|invalid|corrupt|non-monoton", told, re.IGNORECASE)


def test_each_item_stands_still_and_is_wiped_away_calmly(wall, tmp_path):
    """Nothing moves while an item stands; the wipe takes its last moments, and the last item gives way to the first."""
    shots = _pictures(wall[1], tmp_path, 640 * 360, 125)
    changes = [
        sum(abs(a - b) for a, b in zip(one[::97], two[::97], strict=True))
        for one, two in zip(shots, shots[1:], strict=False)
    ]
    still, wiped = changes[: 50 - WIPE - 1], changes[50 - WIPE : 49]

    assert max(still) == 0
    assert max(wiped) < 3 * sum(wiped) / len(wiped)
    assert _change(shots[-1], shots[0]) < 2 * max(changes)


SMALL = {"width_px": "320", "height_px": "180"}


@pytest.fixture(scope="module")
def opened():
    """A film with its opening, in the night's look."""
    film = _whole_film(THEME, {**SLOGAN, "seconds": "2"}, looks=["night"], **SMALL)
    return film, make_film(film)["mp4"]


def test_a_film_opens_with_the_mark_drawn_in_a_second(opened, tmp_path):
    """From its bare ground to the whole mark in 25 pictures, each adding to it; it stands for more than a second, and
    then gives way to the first item."""
    film, content = opened
    shots = _pictures(content, tmp_path, 320 * 180, 175)
    lit = [sum(shot) for shot in shots[:55]]

    assert sum(film.counts) == 175 and len(set(shots[0])) < 8
    assert all(before <= after + 320 * 180 / 50 for before, after in zip(some(lit), lit[1:26], strict=False))
    assert lit[25] > lit[0] * 1.05 and len(set(shots[26:54])) <= 3


def test_the_urgent_notice_and_strips_come_to_the_point_at_once():
    """No mark before what is urgent; a line that moves has no picture to be wiped away."""
    notice = {"text": {"zh": "停水", "en": "No water"}, "ends": "2024-04-21 18:00"}
    (one,) = jobs(SMALL, notice=notice)

    assert [film.opening is None for film in film_jobs(one, made(one))] == [False, True]
    assert _whole_film(THEME, **STRIP).opening is None


def test_no_point_of_a_film_flashes_twice_within_a_second(opened, tmp_path):
    """A flash is a change of a tenth of the full range and one back (WCAG 2.2, general flash): a wipe changes
    each point once, so that nine in ten points don't flash at all and none does twice."""
    shots = _pictures(opened[1], tmp_path, 320 * 180, 175)
    most = [_flashes([shot[at] for shot in shots]) for at in range(0, 320 * 180, 53)]

    assert max(most) <= 1 and sum(most) < len(most) / 10


def _flashes(shades):
    """The most pairs of opposite changes of a point within any 25 pictures."""
    turns, reached, way = [], shades[0], 0
    for number, shade in enumerate(shades):
        if abs(shade - reached) >= 26:
            new = 1 if shade > reached else -1
            turns += [number] if new != way else []
            way, reached = new, shade
        elif (shade - reached) * way > 0:
            reached = shade
    return max((sum(at <= one < at + 25 for one in turns) // 2 for at in turns), default=0)


def test_a_wipe_reaches_every_point_once():
    """From none to all in even steps, and what has come stays."""
    wipe = masks(640, 360)
    size = len(wipe) // WIPE
    steps = [wipe[at : at + size] for at in range(0, len(wipe), size)]
    sums = [0, *map(sum, steps), 255 * size]
    gains = [after - before for before, after in zip(sums, sums[1:], strict=False)]
    stays = [all(map(int.__le__, one, two)) for one, two in zip(some(steps), steps[1:], strict=False)]

    assert all(stays) and len(stays) == WIPE - 1
    assert min(gains) >= 0 and max(gains) < 2.5 * sum(gains) / len(gains)


def test_a_long_still_repeats_without_a_seam(tmp_path):
    """Six seconds of one picture are 150 equal pictures, bit by bit, until the wipe to itself."""
    content = make_film(_film({**SLOGAN, "seconds": "6"}))["mp4"]
    shots = _pictures(content, tmp_path, 640 * 360, 150)

    assert len(set(shots[: 150 - WIPE])) == 1


def test_a_still_longer_than_a_group_begins_anew_without_a_seam(tmp_path):
    """Twelve seconds of one picture are 300 equal pictures, though the tenth second begins with a whole one."""
    content = make_film(_film({**SLOGAN, "seconds": "12"}))["mp4"]
    shots = _pictures(content, tmp_path, 640 * 360, 300)

    assert len(set(shots[: 300 - WIPE])) == 1


@pytest.mark.parametrize("count", [1, 2, 15, 16, 17, 18, 33, 249, 250, 251, 252, 266, 267, 500, 501, 700, 2988])
def test_the_pictures_of_a_still_follow_each_other(count):
    """Each is numbered one more than the last, modulo 16, from a whole picture on; so is the transition's first."""
    coded = [None, *(n % TURN for n in range(1, _coded(count)))]
    stands = _standing(coded, count)
    last = 0

    for picture in stands:
        assert picture is None or picture == (last + 1) % TURN
        last = picture or 0

    assert len(stands) == count and stands[0] is None
    assert stands.count(None) == -(-count // GROUP)
    assert last == (_coded(count) - 1) % TURN


def test_symbols_are_read_from_the_decoded_film(wall, tmp_path):
    """The symbol of an item is whole in the middle of its time."""
    film, content = wall
    shots = _pictures(content, tmp_path, 640 * 360, 125)

    assert film.scenes[0].payload
    assert prove(Pixels(640, 360, shots[25]), [symbol(film.scenes[0].payload)]) == []


def test_a_film_with_the_wrong_symbol_isn_t_let_out(wall):
    """The proof looks into the film, not into what was meant."""
    film, _ = wall
    scene = replace(film.scenes[0], payload="https://ip.example.org/q/other/")

    with pytest.raises(ProofError, match="can't be read back"):
        make_film(replace(film, scenes=(scene, *film.scenes[1:])))


@pytest.mark.parametrize(
    "change, told",
    [({"width_px": 642}, "size"), ({"scenes": ()}, "pictures")],
)
def test_a_head_that_isn_t_what_was_meant_is_told(wall, change, told):
    """Size and count are compared with the display and its loop."""
    film, content = wall

    assert any(fault.startswith(told) for fault in head_faults(replace(film, **change), content))


def test_a_film_cut_short_is_told(wall):
    """Half a film, or none, fails."""
    film, content = wall

    assert head_faults(film, content[: len(content) // 2]) and head_faults(film, b"")


@contextmanager
def _another_machine(monkeypatch):
    """As on a computer with one processor, which has none of the newer instructions that filters make use of."""
    here = os.sched_getaffinity(0)
    with monkeypatch.context() as patch:
        patch.setattr(ffmpeg, "ALIKE", (*ffmpeg.ALIKE, "-cpuflags", "0"))
        os.sched_setaffinity(0, {min(here)})
        try:
            yield
        finally:
            os.sched_setaffinity(0, here)


def _own(folder):
    """An office's own film after the theme, from the file that was given."""
    (one,) = jobs({"playlist": [{"shows": "film", "file": "films/a.mp4", "seconds": "3"}, THEME]}, folder=folder)
    (film,) = film_jobs(one, made(one))
    return film


def _given(folder):
    source = ["-f", "lavfi", "-i", "testsrc2=size=320x240:rate=30:duration=2"]
    (folder / "films").mkdir()
    ffmpeg.run([*source, "-c:v", "libx264", "-pix_fmt", "yuv420p", "films/a.mp4"], folder=folder)
    return folder


MOVING = {"shows": "event", "record": "yj-market-gi-labels", "seconds": "4"}


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="only Linux says on which processors to run")
def test_a_film_is_the_same_bytes_on_every_machine(wall, tmp_path, monkeypatch):
    """One processor or more, whatever its instructions: a loop of stills, a strip that moves, an office's own film."""
    folder = _given(tmp_path)
    here = [wall[1], make_film(_film(THEME, MOVING, **STRIP))["mp4"], make_film(_own(folder))["mp4"]]

    with _another_machine(monkeypatch):
        there = [make_film(one)["mp4"] for one in (wall[0], _film(THEME, MOVING, **STRIP), _own(folder))]

    assert [one == other for one, other in zip(here, there, strict=True)] == [True, True, True]


def test_the_coder_is_told_after_the_inputs_to_take_one_thread(wall, tmp_path, monkeypatch):
    """An option before them is the decoder's: whatever is coded says it for itself, on a machine of one core too."""
    said, run = [], ffmpeg.run
    monkeypatch.setattr(ffmpeg, "run", lambda told, **more: said.append(list(told)) or run(told, **more))
    make_film(_film(THEME, **STRIP))
    make_film(_own(_given(tmp_path)))
    said = [told for told in said if "libx264" in told and "lavfi" not in told]

    assert len(said) >= 3
    for told in said:
        output = told[len(told) - told[::-1].index("-i") :]
        assert output[output.index("-threads") + 1] == "1", told
        assert ffmpeg.SCALED in told[told.index("-vf" if "-vf" in told else "-filter_complex") + 1], told


def test_a_line_that_fits_stands_still_and_a_longer_one_moves_evenly(tmp_path):
    """On a strip a long line moves by the same whole number of pixels from picture to picture."""
    film = _film(THEME, MOVING, **STRIP)
    long_px = size_px(film.scenes[1].png)[0]
    still, moving = film.counts
    shots = _pictures(make_film(film)["mp4"], tmp_path, 320 * 16, still + moving)

    assert moving == pass_pictures(long_px, 320, 2) * max(1, 100 // pass_pictures(long_px, 320, 2))
    assert max(abs(a - b) for a, b in zip(shots[0], shots[still - 1], strict=True)) <= 10
    for n in (60, 90, 120):
        one, two = shots[still + n], shots[still + n + 1]
        rows = range(16)
        gaps = [abs(one[y * 320 + x] - two[y * 320 + x - 2]) for y in rows for x in range(2, 320)]
        unmoved = [abs(one[y * 320 + x] - two[y * 320 + x]) for y in rows for x in range(320)]
        assert sum(gaps) / len(gaps) < 6 < sum(unmoved) / len(unmoved)


def test_a_pass_takes_the_line_from_one_edge_to_the_other():
    """Its length and the strip's, in steps of the pace, rounded up."""
    assert pass_pictures(401, 320, 2) == 361


def test_an_own_film_keeps_its_seconds_and_loses_its_sound(tmp_path):
    """An office's film is cut to its time, brought to the display's pixels and stripped of sound."""
    source = ["-f", "lavfi", "-i", "testsrc=size=320x240:rate=30:duration=5", "-f", "lavfi", "-i", "sine=duration=5"]
    ffmpeg.run([*source, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac", "in.mp4"], folder=tmp_path)
    (tmp_path / "films").mkdir()
    (tmp_path / "in.mp4").rename(tmp_path / "films" / "a.mp4")
    slide = {"shows": "film", "file": "films/a.mp4", "seconds": "3"}
    (one,) = jobs({"playlist": [slide, THEME]}, folder=tmp_path)
    (film,) = film_jobs(one, made(one))
    track = head(make_film(film)["mp4"]).tracks[0]

    assert isinstance(film, FilmJob) and film.counts == [FPS, 2 * FPS, 3 * FPS, 2 * FPS, 6 * FPS]
    assert (track.pictures, track.width_px, track.height_px) == (14 * FPS, 640, 360)
