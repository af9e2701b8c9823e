"""Signs of Chinese input are known for what they stand for."""

from __future__ import annotations

import pytest

from campaign.read.repair.line_start import dash_at, key_fault
from campaign.read.repair.signs import commas_mended, indentation, spaces

KNOWN = frozenset({"title", "zh", "en"})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("title：反诈", "title: 反诈"),
        ("title\u3000：\u3000反诈", "title: 反诈"),
        ("title:反诈", "title: 反诈"),
        ("title；反诈", "title: 反诈"),
        ("title 反诈", "title: 反诈"),
        ("title；{zh: 反诈, en: Fraud}", "title: {zh: 反诈, en: Fraud}"),
        ("title {zh: 反诈, en: Fraud}", "title: {zh: 反诈, en: Fraud}"),
    ],
)
def test_a_key_gets_its_colon(typed: str, meant: str) -> None:
    """Whatever was typed for the colon where a key must stand, even before braces with colons of their own."""
    fault = key_fault(typed, known=KNOWN, certain=True)
    assert fault and fault.mended == meant


@pytest.mark.parametrize("typed", ["title: 反诈；注意", "title: {zh: 反诈}", '"title": 反诈', "https://a.b/c"])
def test_a_key_with_its_colon_is_left_alone(typed: str) -> None:
    """Signs in the value are none of the key's."""
    assert key_fault(typed, known=KNOWN, certain=True) is None


@pytest.mark.parametrize("typed", ["— 反诈", "·反诈", "－\u3000反诈", "-反诈"])
def test_a_dash_is_known_in_every_shape(typed: str) -> None:
    """Bullets and long dashes begin an item as well as a dash without its space does."""
    dash = dash_at(typed, 0, inline=False, listed=True)
    assert dash and dash.what and dash.mended == "- 反诈"


def test_white_space_is_measured() -> None:
    """Plain spaces for themselves, every kind of white space together."""
    assert indentation(" \u3000\t a") == " \u3000\t "
    assert spaces("  \u3000a") == 2
    assert commas_mended("[a， b、c；d]") == "[a, b, c, d]"
