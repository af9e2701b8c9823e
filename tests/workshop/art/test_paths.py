"""Path data to absolute steps: every command, and arcs that stay on their circle."""

from math import hypot

import pytest

from campaign.workshop.art import pictograms
from campaign.workshop.art.paths import steps


def test_relative_and_short_commands_become_absolute():
    """h, v, l, m and z, with figures run together as SVG allows."""
    assert steps("M6 42h10v-5l-2,3zm1-1L0 0") == [
        ("m", [(6, 42)]),
        ("l", [(16, 42)]),
        ("l", [(16, 37)]),
        ("l", [(14, 40)]),
        ("z", []),
        ("m", [(7, 41)]),
        ("l", [(0, 0)]),
    ]


def test_smooth_curves_mirror_the_last_control():
    """S takes the mirror image of the control before it; Q becomes a cubic two thirds of the way."""
    assert steps("M0 0C0 10 10 10 10 0S20-10 20 0")[2] == ("c", [(10, -10), (20, -10), (20, 0)])
    assert steps("M0 0Q15 30 30 0")[1] == ("c", [(10, 20), (20, 20), (30, 0)])


@pytest.mark.parametrize("flags, side", [("0 0", 1), ("0 1", -1), ("1 0", 1), ("1 1", -1)])
def test_arcs_stay_on_their_circle(flags, side):
    """Four ways from (0, 0) to (10, 0) with radius 10: each end point is on one circle, on the side the sweep says."""
    found = steps(f"M0 0A10 10 0 {flags} 10 0")
    large = flags.startswith("1")
    centre_y = (75**0.5) * side * (1 if large else -1)

    assert found[-1][1][-1] == pytest.approx((10, 0))
    for _, points in found[1:]:
        assert hypot(points[-1][0] - 5, points[-1][1] - centre_y) == pytest.approx(10, abs=0.01)


@pytest.mark.parametrize("name", pictograms.NAMES)
def test_every_pictogram_stays_on_its_field(name):
    """Nothing of a pictogram is drawn outside its 48 x 48 field."""
    points = [point for _, some in steps(pictograms.path(name)) for point in some[-1:]]

    assert points
    assert all(0 <= x <= pictograms.FIELD and 0 <= y <= pictograms.FIELD for x, y in points)
