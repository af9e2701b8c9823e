"""Symbols as pictures: sharp, small, the right size on a page, and read by a reader that shares no code with them."""

import io
import time

import pytest
from PIL import Image

from campaign.paper.size import CAPACITY, modules, side_px
from campaign.workshop.qr import QUIET_ZONE, SCREEN_VERSION, Pixels, png, read, symbol
from campaign.workshop.qr.encoding import smallest_version

PAYLOAD = "https://ip.example.org/q/h7k2m/"


def _opened(content):
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def _payloads(longest=300):
    return ["https://x.cn/q/h7k2m/", PAYLOAD, *("https://ip.example.org/" + "a" * n for n in (40, 90, longest))]


@pytest.mark.parametrize("payload", _payloads())
def test_a_symbol_reads_back(payload):
    """The picture says exactly the payload, whatever the version."""
    grey = _opened(png(symbol(payload, largest_version=SCREEN_VERSION), module_px=4)).convert("L")

    assert [one.payload for one in read(Pixels(*grey.size, grey.tobytes()))] == [payload]


@pytest.mark.parametrize("payload", _payloads())
def test_modules_are_whole_pixels(payload):
    """Taken down to a pixel a module, the picture is the symbol itself in its quiet zone: one bit, no shade between."""
    made = symbol(payload, largest_version=SCREEN_VERSION)
    image = _opened(png(made, module_px=5))
    side = made.size + 2 * QUIET_ZONE
    module_px = image.width // side

    assert image.mode == "1"
    assert image.size == (side * module_px,) * 2
    dark = [[not image.getpixel((x * module_px, y * module_px)) for x in range(side)] for y in range(side)]
    inner = [tuple(row[QUIET_ZONE:-QUIET_ZONE]) for row in dark[QUIET_ZONE:-QUIET_ZONE]]
    assert inner == list(made.rows)
    assert sum(map(sum, dark)) == sum(map(sum, made.rows)), "something dark stands in the quiet zone"
    assert image.resize((side, side), Image.Resampling.BOX).resize(image.size, 0).tobytes() == image.tobytes()


@pytest.mark.parametrize("length", [1, *CAPACITY, *(most + 1 for most in CAPACITY[:-1])])
def test_a_page_knows_how_wide_a_symbol_will_be(length):
    """Reckoned from the payload's length alone: as many modules as are drawn, 160 to 316 CSS pixels, whole ones."""
    payload = "x" * length

    assert modules(payload) == 17 + 4 * smallest_version(payload) + 2 * QUIET_ZONE
    assert 160 <= side_px(payload) <= 316
    assert side_px(payload) % modules(payload) == 0


def test_a_symbol_weighs_little_and_is_always_the_same():
    """Under 1 KB, the same bytes each time, and quick to draw."""
    made = symbol(PAYLOAD)
    start = time.process_time()

    content = png(made, module_px=12)

    assert time.process_time() - start < 0.05
    assert len(content) < 1_000
    assert content == png(symbol.__wrapped__(PAYLOAD), module_px=12)
