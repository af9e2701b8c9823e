"""A display's pixels are known, however its size was given."""

import pytest

from campaign.kinds.display import Display
from displays import WALL, with_displays


def _display(**changes):
    size = dict.fromkeys(("width_px", "height_px", "pitch_mm"))
    plain = {key: value for key, value in WALL.items() if key not in size}
    return Display.model_validate({**plain, "playlist": [{"shows": "theme", "seconds": "8"}], **changes})


def test_pixels_are_worked_out_from_the_cabinet():
    """P4, 2560 x 1280 mm is 640 x 320 pixels."""
    display = _display(pitch_mm="4", width_mm="2560", height_mm="1280")

    assert (display.width_px, display.height_px, display.pixel_mm) == (640, 320, 4.0)


def test_the_pitch_follows_from_width_and_pixels():
    """A width in mm beside its pixels says how large a pixel is; pixels alone don't."""
    assert _display(width_px="512", height_px="288", width_mm="5120").pixel_mm == 10.0
    assert _display(width_px="512", height_px="288").pixel_mm is None


@pytest.mark.parametrize("height, strip", [("16", True), ("32", True), ("48", True), ("160", False)])
def test_a_display_one_line_high_is_a_strip(height, strip):
    """Up to 48 pixels there is room for one line."""
    assert _display(width_px="320", height_px=height).strip is strip


def test_the_shipped_examples_have_the_sizes_that_are_met_most():
    """Three walls, a P4 door display and two P10 strips."""
    from displays import shipped

    sizes = {(one.width_px, one.height_px) for one in shipped().displays}

    assert sizes == {(1920, 1080), (3840, 1080), (1080, 1920), (640, 320), (320, 16), (512, 32)}
    assert all(one.sample for one in shipped().displays)


def test_a_display_plays_by_day_in_alternating_languages_unless_it_says_otherwise():
    """The commonest case needs no words."""
    (display,) = with_displays({}).displays

    assert (display.looks, display.bilingual) == (("day",), "alternate")
