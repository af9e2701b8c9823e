"""Characters that aren't what they look like."""

import unicodedata

import pytest

from campaign.read.repair.lookalikes import lookalikes, meant, ordinary
from campaign.say.script import is_han
from looking import some


def _mended(text, kept=()):
    return ordinary(text, lookalikes(text, kept))


@pytest.mark.parametrize(
    "typed, right",
    [
        ("⼊户⽂件", "入户文件"),
        ("⻓⻔⼾⻝", "长门户食"),
        ("\uf9e4\uf92e", "理冷"),
        ("Ａ４纸２０张", "A4纸20张"),
        ("\ufb01nd o\ufb03ce", "find office"),
        ("甲﹐乙︒丙﹕︵丁︶", "甲，乙。丙：（丁）"),
        ("阿里‧买买提・居素甫", "阿里·买买提·居素甫"),
        ("知识 产\u00a0权\u3000局", "知识产权局"),
    ],
)
def test_a_paste_is_set_right(typed, right):
    """Radicals, compatibility forms, full-width letters and digits, ligatures, dots, spaces between Han characters."""
    assert _mended(typed) == right
    assert _mended(right) == right


@pytest.mark.parametrize(
    "text",
    [
        "“知识产权”（2024年）：转化、运用！～％",
        "人民路 12 号，LED 屏 3 块",
        "㎡ ℃ ① ㈠ ½ … —— 々〇",
        "テスト・ケース",
        "\ufa0e\ufa0f",
        "a b, c",
        "⺶",
    ],
)
def test_what_is_right_stays(text):
    """Full-width punctuation, spaces beside Latin, units, numbers in circles; a radical that is no character."""
    assert _mended(text) == text


def test_kept_texts_stay_where_they_stand_and_nowhere_else():
    """A text of the list is kept; the same signs elsewhere in the line aren't."""
    assert _mended("知识产权 服务地方，服务 地方", ["知识产权 服务地方"]) == "知识产权 服务地方，服务地方"


def test_every_radical_that_unicode_knows_has_its_character():
    """All of U+2F00-2FD5 is folded, to a Han character that is none of them."""
    radicals = [chr(code) for code in range(0x2F00, 0x2FD6)]

    for radical in some(radicals):
        assert is_han(meant(radical)) and not unicodedata.name(meant(radical)).startswith(("KANGXI", "CJK RADICAL"))
