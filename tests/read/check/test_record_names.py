"""An id that is nowhere may be a record's name, or a slip of the hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaign.read.check.record_names import meant_record, record_names, with_names
from campaign.read.files.folder import list_folder
from campaign.read.tree.documents import read_documents

SMALL = Path(__file__).parents[2] / "good" / "small"


@pytest.mark.parametrize(
    ("typed", "expected"), [("查漏", "leaks"), ("leeks", "leaks"), ("Find the leaks", ""), ("weather", "")]
)
def test_a_record_is_meant_by_its_name_or_a_slip(typed: str, expected: str) -> None:
    """The one record called so, else the one id a slip away."""
    names = record_names(read_documents(list_folder(SMALL, "data"), SMALL, "data"))["priority"]
    assert "leaks" in names
    assert meant_record(typed, names, names) == expected


def test_ids_are_shown_with_their_chinese_names() -> None:
    """A list of ids says which is which; a name without a Chinese character says nothing."""
    assert with_names(["a", "b", "c"], {"a": ("A", "甲"), "b": ("B",)}) == ["a（甲）", "b", "c"]
