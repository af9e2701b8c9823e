"""Two lines of one text are one line again."""

import pytest

from campaign.say.script import rejoined


@pytest.mark.parametrize(
    ("first", "rest", "whole"),
    [
        ("知识产权转化", "运用促进", "知识产权转化运用促进"),
        ("上门查马桶 ", "　每天三场", "上门查马桶每天三场"),
        ("时间：4月", "22日", "时间：4月22日"),
        ("带上 ", "ID", "带上 ID"),
        ("Toilet checks", "  at the door", "Toilet checks at the door"),
        ("the sign “GI”", "on goods", "the sign “GI” on goods"),
        ("a well-", "known mark", "a well-known mark"),
        ("20 -", "26 April", "20 - 26 April"),
        ("https://live.example", ".org/drip", "https://live.example.org/drip"),
        ("文字", "", "文字"),
        ("", "text", "text"),
    ],
)
def test_lines_are_joined_as_they_were_written(first, rest, whole):
    """No space between Han characters, one between words; an address and a broken word go on without one."""
    assert rejoined(first, rest) == whole
