"""The plaza's drawing as numbers: what is drawn lies inside, names are as large as their place allows."""

from pathlib import Path

import pytest

from campaign.channels.site.ground import LEADING, Box, drawings, lettering
from campaign.read import read_campaign
from campaign.say.text import ems
from looking import some
from projects import GOOD, TOP


@pytest.fixture(scope="module", params=[TOP / "campaign_data", GOOD / "small"], ids=["shipped", "small"])
def plaza(request: pytest.FixtureRequest):
    return read_campaign(Path(request.param)).exhibition


def test_both_ways_hold_everything_and_nothing_lies_on_anything(plaza):
    """As built and upright: every booth within its zone, the drawing as tall as wide or taller when upright."""
    zones = {zone.id: zone.area for zone in plaza.zones}
    wide, tall = drawings(plaza)

    assert (wide.width, wide.height) == (tall.height, tall.width) and tall.height > tall.width
    for drawing in (wide, tall):
        for booth in some(plaza.booths):
            box, zone = drawing.box(booth.area), drawing.box(zones[booth.zone])
            assert zone.x <= box.x and box.x + box.width <= zone.x + zone.width <= drawing.width
            assert zone.y <= box.y and box.y + box.height <= zone.y + zone.height <= drawing.height


def test_a_plan_that_is_tall_already_is_drawn_once(plaza):
    """One drawing for every screen."""
    grid = plaza.grid.model_copy(update={"columns": plaza.grid.rows, "rows": plaza.grid.columns})

    assert [one.name for one in drawings(plaza.model_copy(update={"grid": grid}))] == ["ground-only"]


def test_a_zones_name_stands_on_no_booth(plaza):
    """In the drawing as built and in the upright one."""
    for drawing in some(drawings(plaza)):
        for zone in some(plaza.zones):
            band = drawing.band(zone.area)
            boxes = some(drawing.box(one.area) for one in plaza.booths if one.zone == zone.id)
            assert all(box.y + box.height <= band.y or band.y + band.height <= box.y for box in boxes)


@pytest.mark.parametrize("text", ["展区", "Local specialities and creative goods", "B", "咨询 Advice"])
@pytest.mark.parametrize("box", [Box(0, 0, 200, 80), Box(0, 0, 40, 400), Box(0, 0, 400, 20)])
def test_a_name_fits_its_place(text, box):
    """No line is wider than the place nor all of them taller, and every word is there in order."""
    said = lettering(text, box, most=30)

    assert " ".join(said.lines) == text
    assert max(map(ems, said.lines)) * said.size <= box.width
    assert len(said.lines) * said.size * LEADING <= box.height
    assert 0 < said.size <= 30


def test_a_long_name_is_broken_only_to_become_larger():
    """A wide place holds it on one line; a narrow one on several."""
    name = "Local specialities and creative goods"

    assert len(lettering(name, Box(0, 0, 2000, 80), most=30).lines) == 1
    assert len(lettering(name, Box(0, 0, 200, 160), most=30).lines) > 1
