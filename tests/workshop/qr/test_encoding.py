"""Payload to symbol: the smallest that does, at level Q or better, drawn whole, and read by strangers."""

import numpy
import pytest
from pictures import TRIALS, drawn, pixels, read_by_opencv

from campaign.workshop.qr import TooLongError, read, symbol

PAYLOAD = "https://ip.example.org/q/4xjfy/"


@pytest.mark.parametrize(
    "length, version", [(20, 2), (21, 3), (32, 3), (33, 4), (46, 4), (47, 5), (60, 5), (61, 6), (74, 6)]
)
def test_the_smallest_version_is_taken(length, version):
    """Capacities of ISO/IEC 18004 table 7 at level Q, bytes: v2 20, v3 32, v4 46, v5 60, v6 74."""
    assert symbol("https://a.cn/".ljust(length, "x")).version == version


def test_more_than_the_largest_version_is_refused():
    """75 bytes need version 7, which no poster carries; the refusal says so in figures."""
    with pytest.raises(TooLongError) as refused:
        symbol("https://a.cn/".ljust(75, "x"))

    assert (refused.value.version, refused.value.largest) == (7, 6)


@pytest.mark.parametrize("payload", ["", "https://临夏.cn/", "a\nb"])
def test_a_payload_is_printable_ascii(payload):
    """Anything else would be read differently by different phones."""
    with pytest.raises(ValueError):
        symbol(payload)


@pytest.mark.parametrize("length, level", [(14, "H"), (15, "Q"), (24, "H"), (25, "Q"), (32, "Q"), (34, "H")])
def test_the_level_is_q_or_better_for_nothing(length, level):
    """H is taken where it needs no larger version (v2 14, v3 24, v4 34 bytes), else Q; never less."""
    assert symbol("https://a.cn/".ljust(length, "x")).level == level


def test_the_finder_patterns_stand_where_the_standard_says():
    """7 x 7 rings in three corners, ISO/IEC 18004 6.3.3, and none in the fourth."""
    rows = symbol(PAYLOAD).rows
    ring = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]
    corner = lambda x, y: ["".join("#" if rows[y + j][x + i] else "." for i in range(7)) for j in range(7)]  # noqa: E731

    assert len(rows) == 29
    assert corner(0, 0) == corner(22, 0) == corner(0, 22) == ring
    assert corner(22, 22) != ring


def test_the_runs_draw_every_dark_module_once():
    """The merged rectangles cover exactly the dark modules, none twice."""
    one = symbol(PAYLOAD)
    painted = numpy.zeros((one.size, one.size), dtype=int)
    for x, y, width, height in one.runs:
        painted[y : y + height, x : x + width] += 1

    assert (painted == numpy.array(one.rows, dtype=int)).all()
    assert len(one.runs) < numpy.array(one.rows).sum() / 1.5, "nothing was merged"


def test_it_is_read_back_by_two_unrelated_decoders():
    """zxing-cpp and OpenCV read the same text."""
    picture = drawn(symbol(PAYLOAD))

    assert [found.payload for found in read(pixels(picture))] == [PAYLOAD]
    assert read_by_opencv(picture) == PAYLOAD


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: trial.__name__)
def test_it_survives_what_happens_to_posters(trial):
    """Both decoders still read it blurred, noisy, rotated, tilted, faded, as JPEG and at 70 %."""
    picture = trial(drawn(symbol(PAYLOAD)))

    assert [found.payload for found in read(pixels(picture))] == [PAYLOAD]
    assert read_by_opencv(picture) == PAYLOAD


def test_the_svg_says_the_same():
    """The symbol's SVG has white behind the quiet zone and one path of the dark runs."""
    svg = symbol(PAYLOAD).svg()

    assert 'viewBox="0 0 37 37"' in svg
    assert svg.count("M") == len(symbol(PAYLOAD).runs) + 1
