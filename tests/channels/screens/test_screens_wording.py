"""Lines are broken by sense and never longer than people can take in from the street."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.channels.screens.wording import HAN_LINES, LINE_UNITS, head_and_rest, lines, units


@pytest.mark.parametrize(
    "text, expected",
    [
        ("法律与常识", ("法律与常识",)),
        ("机关讲堂：正版软件、字体和图片，用之前先看授权", ("机关讲堂：正版软件、", "字体和图片，用之前先看授权")),
        ("短视频创作者线上沙龙：配乐、字体、表情包别乱用", ("短视频创作者线上沙龙：", "配乐、字体、表情包别乱用")),
    ],
)
def test_a_title_breaks_at_its_pauses(text, expected):
    """A line ends where a reader would pause."""
    assert lines(text, "zh") == expected


def test_kept_words_are_never_parted():
    """地理标志 stays whole, whatever the line's length would like."""
    for cut in range(5, 12):
        found = lines("认识" * (cut // 2) + "地理标志" + "认识" * 5, "zh")
        assert any("地理标志" in line for line in found)


@given(st.text(alphabet="知识产权商标专利，。：“”、A1 ", min_size=1, max_size=40))
def test_no_line_is_too_long_and_nothing_is_lost(text):
    """At most two lines of 14 characters, every character in them, or none at all."""
    found = lines(text, "zh")

    assert len(found) <= HAN_LINES or not any("\u4e00" <= c <= "\u9fff" for c in text)
    assert all(units(line) <= max(LINE_UNITS, 17) for line in found)
    if found:
        assert "".join("".join(found).split()) == "".join(text.split())


def test_a_text_that_fits_no_lines_gives_none():
    """Thirty characters without a pause are too many."""
    assert lines("一" * 30, "zh") == ()


def test_english_breaks_at_spaces():
    """No word is cut, no line holds more than some 34 letters."""
    found = lines("Live class: a geographical indication isn't the same as “fresh from the farm”", "en")

    assert " ".join(found) == "Live class: a geographical indication isn't the same as “fresh from the farm”"
    assert 2 <= len(found) <= 3 and max(map(len, found)) <= 36


def test_a_long_title_has_a_head_and_a_rest():
    """What it is stands before the colon, what it is about after it."""
    assert head_and_rest("网店合规会客室：标题里的话题") == ("网店合规会客室", "标题里的话题")
    assert head_and_rest("没有冒号") == ("没有冒号", "")
