"""Cells: what a spreadsheet would reckon, or can't show."""

import pytest

from campaign.core.cells import csv_cell, printable


@pytest.mark.parametrize("text", ["=1+1", "+86", "-i", "@cmd", "＝1+1", "\t=1", "\n=1"])
def test_a_cell_is_never_reckoned(text):
    """What a spreadsheet would take for a formula gets an apostrophe."""
    assert csv_cell(text) == f"'{text}"


@pytest.mark.parametrize("text, shown", [("\a=1", "'=1"), ("\r=1", "'\n=1"), ("a\x07b", "ab"), ("a\r\nb", "a\nb")])
def test_control_characters_hide_nothing(text, shown):
    """They go before a cell is looked at; a line break is one character on every system."""
    assert csv_cell(text) == shown


@pytest.mark.parametrize("text", ["知识产权 = 好", "两行\n字", "a\tb", ""])
def test_a_plain_cell_stays_as_it_is(text):
    """Text is left alone."""
    assert csv_cell(text) == printable(text) == text
