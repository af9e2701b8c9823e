"""What is shown is large enough for where people stand, or isn't shown."""

import pytest

from campaign.channels.screens.legibility import code_fit, least_px, pace_px, reading_distance_m, room_px
from campaign.workshop.qr import QUIET_ZONE, symbol
from displays import STRIP, with_displays

CODE = symbol("https://ip.example.org/q/2c3d4/")


def _display(**changes):
    return with_displays(changes).displays[0]


def test_a_symbol_is_a_tenth_of_the_distance_wide():
    """7 m off at 4 mm a pixel, the symbol without its quiet zone is at least 175 pixels, and no larger than that."""
    found = code_fit(_display(viewing_distance_m="7"), CODE)

    assert found.reason == "shown" and found.module_px * CODE.size >= 175
    assert (found.module_px - 1) * CODE.size < 175 and found.distance_m >= 7


@pytest.mark.parametrize("look, share", [("day", 0.9), ("night", 0.7)])
def test_a_symbol_uses_the_room_it_has_to_itself(look, share):
    """Where less would do it takes most of it by day, less by night, when a large white area dazzles."""
    found = code_fit(_display(), CODE, look=look)
    tile = CODE.size + 2 * QUIET_ZONE

    assert found.module_px * tile <= share * room_px(_display()) < (found.module_px + 1) * tile


@pytest.mark.parametrize(
    "changes, reason",
    [
        ({"viewing_distance_m": "60"}, "too-small"),
        ({"width_px": "96", "height_px": "96", "viewing_distance_m": "1"}, "too-small"),
        (STRIP, "strip"),
    ],
)
def test_a_symbol_that_can_t_be_read_isn_t_shown(changes, reason):
    """Too far, too few pixels for three a module, or one line high."""
    found = code_fit(_display(**changes), CODE)

    assert (found.module_px, found.reason) == (0, reason)


def test_a_display_of_unknown_size_shows_no_symbol():
    """Without a pitch nobody knows from how far it could be scanned."""
    found = code_fit(_display().model_copy(update={"pitch_mm": None}), CODE)

    assert (found.module_px, found.reason) == (0, "no-pitch")


def test_a_module_is_never_under_three_pixels():
    """However near people stand."""
    near = code_fit(_display(viewing_distance_m="0.5", width_px="280", height_px="152"), CODE)

    assert near.module_px == 3 and near.module_px * (CODE.size + 2 * QUIET_ZONE) <= 152 * 0.78


def test_han_text_needs_twice_the_height_of_latin():
    """The floor follows the distance where that asks for more than the share of the frame."""
    far = _display(viewing_distance_m="60")

    assert least_px(far, "字") == pytest.approx(2 * least_px(far, "letter"), abs=1)
    assert reading_distance_m(far, least_px(far, "字"), han=True) >= 60


@pytest.mark.parametrize("height, pace", [(16, 2), (32, 4), (48, 6)])
def test_a_strip_moves_by_whole_even_pixels(height, pace):
    """A fraction would tremble, an odd step would smear the colour, which is kept for every second pixel."""
    assert pace_px(_display(**STRIP | {"height_px": str(height)})) == pace
