"""Frames shrink without looking different: flat colours are exact, edges near."""

from io import BytesIO
from itertools import product

import pytest
from PIL import Image, ImageChops, ImageDraw

from campaign.workshop.pictures import grey, indexed
from campaign.workshop.pictures.pixels import APART, FLAT

FLATS = ("#B3261E", "#FBF7F0", "#1D1B1A", "#FFFFFF", "#F7FBF0")


def _png(picture):
    stream = BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()


@pytest.fixture
def drawn():
    """A frame as the engine draws it: flat grounds, two of them hardly different, and soft edges of 600 shades."""
    picture = Image.new("RGBA", (640, 100), FLATS[0])
    pen = ImageDraw.Draw(picture)
    for n, colour in enumerate(FLATS):
        pen.rectangle((n * 120, 0, n * 120 + 119, 90), fill=colour)
    for x in range(600):
        picture.putpixel((x, 95), (x * 255 // 600, x * 85 // 600, x * 170 // 600, 255))
        picture.putpixel((x, 97), (x * 85 // 600, x * 255 // 600, x * 170 // 600, 255))
    return picture


def test_flat_colours_are_exact_and_edges_near(drawn):
    """Every ground keeps its colour to the last bit; no pixel of the edge is far from what it was."""
    small = Image.open(BytesIO(indexed(_png(drawn)))).convert("RGB")
    change = ImageChops.difference(small, drawn.convert("RGB"))

    assert change.crop((0, 0, 600, 91)).getbbox() is None
    assert change.getbbox() is not None
    assert max(high for _, high in change.getextrema()) < 16


def test_an_indexed_picture_is_opaque_and_always_the_same(drawn):
    """One byte a pixel and no alpha, the same bytes each time."""
    png = _png(drawn)
    small = Image.open(BytesIO(indexed(png)))

    assert (small.mode, small.size) == ("P", drawn.size) and "transparency" not in small.info
    assert indexed(png) == indexed(png)


def test_colours_that_can_be_told_apart_lose_nothing():
    """With no more colours than a palette holds, each well apart from the others, the picture is the same."""
    picture = Image.new("RGB", (216, 4))
    for x, colour in enumerate(product(range(0, 256, 51), repeat=3)):
        picture.paste(colour, (x, 0, x + 1, 4))

    again = Image.open(BytesIO(indexed(_png(picture)))).convert("RGB")

    assert max(high for _, high in ImageChops.difference(again, picture).getextrema()) <= 3


def test_an_edge_of_many_shades_keeps_those_that_can_be_told_apart():
    """256 shades of grey become some thirty, none of them further from its own than two that look alike."""
    picture = Image.linear_gradient("L").convert("RGB")

    small = Image.open(BytesIO(indexed(_png(picture))))

    assert 256 / (APART + 1) < len(small.getcolors()) < 256 / APART + FLAT
    assert max(high for _, high in ImageChops.difference(small.convert("RGB"), picture).getextrema()) <= APART + 3


def test_grey_is_one_byte_a_pixel():
    """Rows from the top."""
    picture = Image.new("RGB", (2, 2), "white")
    picture.putpixel((1, 0), (0, 0, 0))

    assert grey(_png(picture)) == b"\xff\x00\xff\xff"
