"""The proof is itself proved: each way a print can fail is caught, and a good print passes."""

import numpy
import pytest
from pictures import MODULE_PX, drawn, pixels

from campaign.workshop.qr import Pixels, prove, symbol

SYMBOL = symbol("https://ip.example.org/q/4xjfy/")
OTHER = symbol("https://ip.example.org/q/mkhxf/")
INSET = 40 + 4 * MODULE_PX


def _said(array, expected=(SYMBOL,)):
    return [str(fault) for fault in prove(pixels(array), list(expected))]


@pytest.mark.parametrize("module_px", [4, 5, 6, 11])
def test_a_good_print_passes(module_px):
    """No fault at any resolution the proof uses."""
    assert _said(drawn(SYMBOL, module_px=module_px)) == []


def test_a_wrong_payload_is_caught():
    """Another symbol than meant is both one too few and one too many."""
    said = _said(drawn(OTHER))

    assert len(said) == 2
    assert "can't be read back: https://ip.example.org/q/4xjfy/" in said[0]
    assert "isn't meant: https://ip.example.org/q/mkhxf/" in said[1]


def test_one_symbol_too_many_is_caught():
    """The set of payloads is exact: the same symbol twice where once is meant is a fault."""
    assert _said(numpy.hstack([drawn(SYMBOL), drawn(SYMBOL)])) == [
        f"carries what isn't meant: {SYMBOL.payload}",
    ]


def test_an_empty_page_is_caught():
    """Nothing there, nothing proved."""
    assert _said(numpy.full((300, 300), 255, dtype=numpy.uint8)) == [f"can't be read back: {SYMBOL.payload}"]


@pytest.mark.parametrize("quiet_zone", [0, 1, 2, 3])
@pytest.mark.parametrize("around", [0, 82, 150])
def test_a_missing_quiet_zone_is_caught(quiet_zone, around):
    """Fewer than four light modules, on black, pottery red or ochre: caught, read or not."""
    assert _said(drawn(SYMBOL, quiet_zone=quiet_zone, around=around)) != []


@pytest.mark.parametrize("dark, light", [(180, 255), (120, 255), (0, 160), (200, 240)])
def test_too_little_contrast_is_caught(dark, light):
    """Light on light and dark on dark are faults even where a decoder reads them."""
    assert _said(drawn(SYMBOL, dark=dark, light=light, around=light)) != []


def test_light_on_dark_is_caught():
    """An inverted symbol, which many phones don't read, is a fault although the decoder reads it."""
    assert _said(255 - drawn(SYMBOL)) != []


@pytest.mark.parametrize("modules", [1, 2, 5, 9])
@pytest.mark.parametrize("ink", [0, 255])
def test_a_covered_symbol_is_caught(modules, ink):
    """A spot over a corner of the data, which error correction would heal, is still a fault."""
    picture = drawn(SYMBOL)
    start = INSET + 14 * MODULE_PX
    patch = picture[start : start + modules * MODULE_PX, start : start + modules * MODULE_PX]
    changed = (patch != ink).any()
    patch[:] = ink

    assert bool(_said(picture)) == bool(changed)


def test_pixels_are_as_many_as_they_say():
    """A picture of the wrong size is our bug."""
    with pytest.raises(ValueError):
        Pixels(10, 10, b"")
