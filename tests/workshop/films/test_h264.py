"""What a film asks of a player is read from its stream, by table A-1 of H.264, and agrees with what others read."""

import re
import subprocess

import pytest

from campaign.workshop.films import ffmpeg
from campaign.workshop.films.h264 import (
    LEVELS,
    Stream,
    above,
    busiest_second,
    level_for,
    most_bits_s,
    needed_level,
    stream_of,
)
from campaign.workshop.films.mp4 import head
from looking import some

TRACE = ["-c", "copy", "-bsf:v", "trace_headers", "-f", "null", "-"]
ROWS = ("profile_idc", "level_idc", "max_num_ref_frames", "pic_width_in_mbs_minus1", "pic_height_in_map_units_minus1")


def _coded(folder, *options, size="320x180", pixels="yuv420p"):
    source = ["-f", "lavfi", "-i", f"testsrc=size={size}:rate=25:duration=0.2"]
    ffmpeg.run([*source, "-pix_fmt", pixels, "-c:v", "libx264", *options, "a.mp4"], folder=folder)
    return (folder / "a.mp4").read_bytes()


def _traced(folder):
    """The parameter set as ffmpeg's own parser tells it."""
    command = [ffmpeg.program(), "-hide_banner", "-i", "a.mp4", *TRACE]
    told = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stderr
    return {name: int(re.search(rf" {name} .*= (\d+)", told)[1]) for name in ROWS}


@pytest.mark.parametrize(
    "options, size, pixels",
    [
        (["-profile:v", "high", "-level:v", "4.1"], "320x180", "yuv420p"),
        (["-profile:v", "main", "-level:v", "3", "-refs", "4"], "322x182", "yuv420p"),
        (["-profile:v", "baseline", "-level:v", "5.2"], "64x64", "yuv420p"),
        (["-x264-params", "cqm=jvt", "-level:v", "4"], "320x180", "yuv420p"),
        (["-profile:v", "high422"], "320x180", "yuv422p"),
        (["-profile:v", "high444"], "320x180", "yuv444p"),
        (["-x264-params", "interlaced=1", "-level:v", "4.2"], "320x192", "yuv420p"),
        (["-x264-params", "bframes=3:b-pyramid=normal", "-level:v", "1.3"], "64x64", "yuv420p"),
    ],
    ids=str,
)
def test_a_stream_says_what_ffmpeg_s_own_parser_reads(tmp_path, options, size, pixels):
    """Profile, level, references and size, with scaling lists, other chroma, fields and odd sizes."""
    (track,) = head(_coded(tmp_path, *options, size=size, pixels=pixels)).tracks
    found, traced = stream_of(track.sps), _traced(tmp_path)
    fields = 2 if "interlaced=1" in options else 1

    assert found.references == traced["max_num_ref_frames"]
    assert found.size[0] == traced["pic_width_in_mbs_minus1"] + 1
    assert found.size[1] == (traced["pic_height_in_map_units_minus1"] + 1) * fields
    assert found.level.replace(".", "") in (f"{traced['level_idc']}", f"{traced['level_idc'] // 10}")
    names = {66: "Baseline", 77: "Main", 100: "High", 122: "High 4:2:2", 244: "High 4:4:4"}
    assert found.profile == names[traced["profile_idc"]]


@pytest.mark.parametrize("cut", [b"", b"\x67", b"\x67\x64\0", b"\x68\x64\0\x29\xac", b"\x67\x64\0\x29"])
def test_what_is_no_parameter_set_is_refused(cut):
    """Nothing, another unit, or half of one: a ValueError, never a guess."""
    with pytest.raises(ValueError):
        stream_of(cut)


@pytest.mark.parametrize(
    "width, height, level",
    [
        (320, 16, "3"),
        (640, 360, "3"),
        (1280, 720, "3.1"),
        (1920, 1080, "4.1"),
        (1080, 1920, "4.1"),
        (2048, 1088, "4.2"),
        (2560, 320, "3.1"),
        (2560, 1440, "5"),
        (3840, 1080, "5"),
        (5120, 32, "5"),
        (3840, 2160, "5.1"),
        (7680, 480, "5.1"),
        (8192, 1152, "5.1"),
    ],
)
def test_the_level_of_a_size(width, height, level):
    """By macroblocks a frame and a second, and by the longest side a level allows: a long strip needs a high one."""
    assert level_for(width, height, fps=25).name == level


@pytest.mark.parametrize(
    "size, fps, references, bits_s, level",
    [
        ((120, 68), 25, 1, 1_000_000, "4"),
        ((120, 68), 25, 4, 20_000_000, "4"),
        ((120, 68), 25, 1, 26_000_000, "4.1"),
        ((120, 68), 25, 5, 1_000_000, "5"),
        ((120, 68), 50, 4, 1_000_000, "4.2"),
        ((120, 68), 60, 4, 1_000_000, "4.2"),
        ((240, 68), 25, 1, 1_000_000, "5"),
        ((240, 135), 60, 1, 1_000_000, "5.2"),
        ((11, 9), 15, 1, 64_000, "1"),
    ],
)
def test_the_level_a_stream_needs(size, fps, references, bits_s, level):
    """The least whose frames, pace, references and bits (a quarter more in High) hold the stream's."""
    assert needed_level(Stream("High", "5.2", size, references), fps=fps, bits_s=bits_s) == level


def test_what_no_level_takes_is_refused():
    """Neither a frame nor a rate beyond the last row."""
    with pytest.raises(ValueError, match="no level"):
        level_for(16_384, 16_384, fps=25)
    with pytest.raises(ValueError, match="no level"):
        needed_level(Stream("Main", "4", (1, 1), 1), fps=25, bits_s=10**12)


def test_levels_rise():
    """No row of the table takes less than the one before it; the names rise with them."""
    for one, two in some(zip(LEVELS, LEVELS[1:], strict=False)):
        assert one.macroblocks_s <= two.macroblocks_s and one.frame <= two.frame
        assert one.kept <= two.kept and one.bits_s <= two.bits_s
        assert above(two.name, one.name) and not above(one.name, two.name)
    assert above("", "4.2") and not above("4.2", "4.2") and not above("1b", "4.2")


def test_a_film_of_ours_stays_below_30_megabits():
    """Or below its level's own figure in any profile, where that is less."""
    assert [most_bits_s(level_for(*size, fps=25)) for size in ((640, 360), (1920, 1080), (3840, 2160))] == [
        10_000_000,
        30_000_000,
        30_000_000,
    ]


@pytest.mark.parametrize(
    "sizes, bits",
    [([1] * 50, 25 * 8), ([0] * 30 + [9] * 10 + [0] * 30, 720), ([5], 40), ([], 0), ([1, *[0] * 24, 7], 56)],
)
def test_the_busiest_second_is_found_wherever_it_begins(sizes, bits):
    """Any 25 pictures that follow each other, or all where there are fewer."""
    assert busiest_second(sizes, fps=25) == bits
