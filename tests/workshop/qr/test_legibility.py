"""How large a symbol must be, as numbers."""

import pytest

from campaign.workshop.qr import IllegibleError, fit, symbol

SYMBOL = symbol("https://ip.example.org/q/4xjfy/")


@pytest.mark.parametrize(
    "distance_m, least_module_mm, least_width_mm, width_mm",
    [
        (0.7, 1.0, 0, 71.05),
        (2.0, 1.0, 0, 200.1),
        (0.2, 0.5, 0, 20.3),
        (0.1, 1.0, 0, 29.0),
        (0.1, 0.5, 0, 14.5),
        (0.7, 1.0, 100, 100.05),
    ],
)
def test_width_follows_distance_and_module(distance_m, least_module_mm, least_width_mm, width_mm):
    """A tenth of the distance, no module under its floor, each module a multiple of 0.05 mm."""
    found = fit(
        SYMBOL, distance_m=distance_m, least_module_mm=least_module_mm, least_width_mm=least_width_mm, room_mm=999
    )

    assert found.width_mm == pytest.approx(width_mm)
    assert found.width_mm >= distance_m * 100
    assert found.module_mm >= least_module_mm
    assert found.outer_mm == pytest.approx(found.module_mm * 37)


def test_too_little_room_is_refused():
    """What doesn't fit with its quiet zone is never shrunk under its floor."""
    with pytest.raises(IllegibleError) as refused:
        fit(SYMBOL, distance_m=3, least_module_mm=1, room_mm=300)

    assert refused.value.needs_mm == pytest.approx(382.95)
