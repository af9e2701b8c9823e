"""How large a symbol must be, as numbers."""

import pytest

from campaign.workshop.qr import IllegibleError, Stand, symbol

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
    stand = Stand(distance_m=distance_m, least_module_mm=least_module_mm, least_width_mm=least_width_mm, room_mm=999)

    found = stand.fit(SYMBOL)

    assert found.width_mm == pytest.approx(width_mm)
    assert found.width_mm >= distance_m * 100
    assert found.module_mm >= least_module_mm
    assert found.outer_mm == pytest.approx(found.module_mm * 37)


def test_too_little_room_is_refused():
    """What doesn't fit with its quiet zone is never shrunk under its floor."""
    with pytest.raises(IllegibleError) as refused:
        Stand(distance_m=3, least_module_mm=1, room_mm=300).fit(SYMBOL)

    assert refused.value.needs_mm == pytest.approx(382.95)


@pytest.mark.parametrize("version", [5, 6])
def test_a_symbol_of_more_modules_grows_so_that_each_is_seen_as_before(version):
    """Past version 4 a module stays as wide as version 4 has it, where there is room; else a tenth of the distance."""
    wide, narrow = (Stand(distance_m=1, least_module_mm=1, room_mm=room_mm) for room_mm in (999, 128))
    modules = 17 + 4 * version

    assert wide.of_size(modules).module_mm == wide.of_size(33).module_mm == pytest.approx(3.05)
    tight = narrow.of_size(modules)
    assert 100 <= tight.width_mm < wide.of_size(modules).width_mm and tight.outer_mm <= 128


def test_the_largest_version_is_the_last_that_has_room():
    """In the hand modules get too fine for the room, on the wall none is left: 0."""
    stand = Stand(distance_m=0.1, least_module_mm=0.5, room_mm=22.5)

    assert stand.largest_version() == 5
    with pytest.raises(IllegibleError):
        stand.of_size(17 + 4 * 6)
    assert Stand(distance_m=3, least_module_mm=1, room_mm=100).largest_version() == 0
