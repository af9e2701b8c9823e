"""The landscape of the home page: light, in tokens alone, every vignette on its feet, whole where the arch is cut."""

import gzip
import re

import pytest

from campaign.workshop.art import scene
from campaign.workshop.art.vignettes import VIGNETTES
from campaign.workshop.art.vignettes.drawing import inks
from looking import some

SCENES = {"high": scene.HIGH, "low": scene.LOW}
SHOWN = ("painted-pot", "market", "peony", "lamb")
MOST_BYTES = 10_000
"""Over the line, once for all pages: about a photo's thumbnail."""


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_light_and_in_tokens(name):
    """Whole figures alone, no colour but those of the look; the narrow page's is the lighter."""
    drawn = scene.svg(SCENES[name], SHOWN)

    assert len(gzip.compress(drawn.encode(), mtime=0)) < MOST_BYTES
    assert set(some(re.findall(r"#[0-9A-F]{6}", drawn))) <= set(inks("paper").values())
    assert not re.search(r"\d\.\d", drawn)
    assert len(scene.svg(scene.LOW, SHOWN)) < len(scene.svg(scene.HIGH, SHOWN))


@pytest.mark.parametrize("name", SCENES)
def test_hills_keep_their_terraces_and_all_that_stands_has_room(name):
    """A terrace lies within its hill; what stands on the bank is within the picture and none of it is cut at a side."""
    drawn = SCENES[name]
    spots = some(drawn.spots)

    for hill in some(drawn.hills):
        assert hill.terraces * scene.TERRACE < hill.height < drawn.ground
    for spot in spots:
        assert spot.scale * 48 <= spot.x <= drawn.width - spot.scale * 48
        assert spot.scale * scene.FOOT < spot.y <= drawn.ground + 3


def test_a_scene_shows_what_it_is_asked_for_and_no_more():
    """Another picture is another drawing; more names than there is room for change nothing; an unknown one fails."""
    few = scene.picture(scene.LOW, SHOWN[:1])

    assert len(few) < len(scene.picture(scene.LOW, SHOWN[:3]))
    assert scene.picture(scene.LOW, SHOWN) == scene.picture(scene.LOW, SHOWN[:3])
    assert scene.svg(scene.LOW, SHOWN) != scene.svg(scene.LOW, ("potato", *SHOWN[1:]))
    with pytest.raises(KeyError):
        scene.picture(scene.LOW, ["emblem"])


@pytest.mark.parametrize("name", VIGNETTES)
def test_every_vignette_can_stand_on_the_bank(name):
    """Its foot reaches the bank's line, which is drawn over it."""
    lowest = max(y for piece in VIGNETTES[name] for _, points in piece.outlines for _, y in points)

    assert scene.FOOT - 2 <= lowest <= scene.FOOT + scene.BANK
