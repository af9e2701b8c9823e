"""What the fonts can draw."""

import unicodedata

import pytest

from campaign.workshop import coverage
from campaign.workshop.coverage import is_drawn, same_shape, undrawable
from campaign.workshop.fonts import FONTS
from campaign.workshop.typeset import MissingGlyphError, typeset
from looking import some

GLYPHS = "workshop/templates/glyphs.typ"


def test_the_first_font_has_all_that_is_taken_for_granted():
    """Characters for which no font is opened are in the font, each of them."""
    granted = [chr(code) for code in range(0x110000) if coverage._common(chr(code))]

    assert len(granted) > 7000
    assert {one for one in some(granted) if ord(one) not in coverage._glyphs(0)} == set()


@pytest.mark.parametrize(
    "text",
    [
        "知识产权",
        "2024 – naïve",
        "a\u0301m\u0304",
        "č",
        "葛\U000e0100",
        "ⅳ①㎡℃",
        "𠮷",
        "محمد يوسف",
        "한국",
        "★☎\ufe0f",
        "a\u200db",
    ],
)
def test_what_is_drawn_is_set(text):
    """The engine agrees: every character has a glyph in a font that it is given."""
    assert undrawable(text) == []
    assert typeset(GLYPHS, {"texts": [text], "font": [font.family for font in FONTS]})


@pytest.mark.parametrize(
    "text, lost", [("知识😀产权", "😀"), ("བོད་", "བ"), ("𪜀", "𪜀"), ("עברית", "ע"), ("q\u0f7c", "\u0f7c")]
)
def test_what_is_not_drawn_is_refused_by_the_engine_too(text, lost):
    """The first character without a glyph, at its place in the text."""
    assert undrawable(text)[0] == (text.index(lost), lost)
    with pytest.raises(MissingGlyphError):
        typeset(GLYPHS, {"texts": [text], "font": [font.family for font in FONTS]})


@pytest.mark.parametrize("radical, meant", ["⻔门", "⼾户", "⻓长", "⻑長", "⻘青", "⻝食", "⼊入", "⽂文"])
def test_a_radical_is_drawn_as_the_character_is(radical, meant):
    """Simplified Chinese writes both with one glyph, which is how one comes out of a PDF for the other."""
    assert same_shape(radical) == meant
    assert unicodedata.name(radical).startswith(("CJK RADICAL", "KANGXI RADICAL"))


def test_fonts_are_only_opened_for_rare_characters(monkeypatch):
    """A campaign in plain Chinese and English opens none."""
    monkeypatch.setattr(coverage, "_glyphs", None)

    assert is_drawn.__wrapped__("产") and is_drawn.__wrapped__("é") and is_drawn.__wrapped__("—")
