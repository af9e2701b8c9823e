"""Which characters are Han, and how wide a text is."""

import re
import unicodedata

import pytest

from campaign.say.script import HAN, HAN_TEXT, is_han, width, written_in_han
from projects import TOP

LIBRARY = TOP / "hooks" / "campaign"
OWN_RANGE = re.compile(r"\\u(?:2e80|3400|4dbf|4e00|9fff|9fa5|f900|faff)|一-[龥龿鿿]", re.IGNORECASE)


@pytest.mark.parametrize("character", "一龥〇々㐀豈⺀\U00020000\U0003134a")
def test_these_are_han(character):
    """Characters of every block of the script, the rare names of people and places among them."""
    assert is_han(f"a{character}b")


@pytest.mark.parametrize("character", "aé1，。“”…カあ한　Ａ😀")
def test_these_are_not(character):
    """Letters, kana, hangul, punctuation and full-width signs."""
    assert not is_han(character)


def test_every_unified_ideograph_is_han():
    """As the Unicode database names them."""
    every = [chr(code) for code in range(0x2E80, 0x32000) if unicodedata.name(chr(code), "").startswith("CJK ")]
    ideographs = [sign for sign in every if "IDEOGRAPH" in unicodedata.name(sign)]

    assert len(ideographs) > 90_000
    assert [sign for sign in ideographs if not is_han(sign)] == []


def test_punctuation_belongs_to_han_text():
    """A line break between a character and these is no space; beside a letter it is."""
    inside = re.compile(f"[{HAN_TEXT}]+")

    assert inside.fullmatch("知识，产权。“商标”（专利）")
    assert not inside.search("a-1 é")


def test_width_is_counted_in_han_characters():
    """Full-width signs are as wide as characters; letters, digits and quotation marks as the caller says."""
    assert width("知识，Ａ", narrow=0.5) == 4
    assert width("a1“”", narrow=0.5) == 2
    assert width("知\U00020000", narrow=0.6) == 2


@pytest.mark.parametrize(("tag", "expected"), [("zh", True), ("zh-Hant", True), ("ja", True), ("en", False)])
def test_languages_written_in_han(tag, expected):
    """By the first part of the tag."""
    assert written_in_han(tag) is expected


def test_the_ranges_stand_nowhere_else():
    """One home: no other module of the library spells them out."""
    files = list(LIBRARY.rglob("*.py"))
    assert len(files) > 100

    found = [path.relative_to(LIBRARY).as_posix() for path in files if OWN_RANGE.search(path.read_text("utf-8"))]
    assert found == ["say/script.py"]
    assert HAN in HAN_TEXT
