"""What a frame says stands in few lines, none longer than people can take in from the street."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.channels.screens.wording import HAN_LINES, LATIN_LINES, LATIN_UNITS, LINE_UNITS, head_and_rest, lines
from campaign.say.lines import units
from campaign.say.script import is_han


@pytest.mark.parametrize(
    "text, expected",
    [
        ("法律与常识", ("法律与常识",)),
        ("机关讲堂：正版软件、字体和图片，用之前先看授权", ("机关讲堂：正版软件、", "字体和图片，用之前先看授权")),
        ("短视频创作者线上沙龙：配乐、字体、表情包别乱用", ("短视频创作者线上沙龙：", "配乐、字体、表情包别乱用")),
        ("深入学习贯彻习近平总书记重要讲话", ("深入学习贯彻习近平", "总书记重要讲话")),
    ],
)
def test_a_title_breaks_at_its_pauses(text, expected):
    """A line ends where a reader would pause, and never within a name."""
    assert lines(text, "zh") == expected


@given(st.text(alphabet="知识产权商标专利，。：“”、A1 ", min_size=1, max_size=40))
def test_no_line_is_too_long_and_nothing_is_lost(text):
    """At most two lines of 14 characters, every character in them, or none at all."""
    found = lines(text, "zh")

    assert len(found) <= (HAN_LINES if is_han(text) else LATIN_LINES)
    assert all(units(line) <= (LINE_UNITS if is_han(text) else LATIN_UNITS) for line in found)
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
