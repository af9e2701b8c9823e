"""One nearness: slips of the hand are counted one way, and forgiven as the names allow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.read.tell.nearness import IDS, NAMES, distance, near

WORDS = st.text("abc", max_size=7)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [("titel", "title", 1), ("venu", "venue", 1), ("villages", "village", 1), ("home", "hame", 1), ("", "id", 2)],
)
def test_a_slip_counts_once(a: str, b: str, expected: int) -> None:
    """A letter added, dropped, changed, or swapped with the next is one slip."""
    assert distance(a, b) == expected


@given(a=WORDS, b=WORDS)
def test_distance_is_one(a: str, b: str) -> None:
    """It is the same both ways, nothing between a word and itself only, and never more than the longer word."""
    assert distance(a, b) == distance(b, a)
    assert (distance(a, b) == 0) == (a == b)
    assert abs(len(a) - len(b)) <= distance(a, b) <= max(len(a), len(b))


@pytest.mark.parametrize(
    ("typed", "names", "expected"),
    [
        ("strats", ["status", "starts"], "starts"),
        ("phone_no", ["id", "phone"], "phone"),
        ("official", ["official_title", "official_text"], "official_title"),
        ("image_name", ["image", "name", "image_alt"], "image"),
        ("image_atl", ["image", "image_alt"], "image_alt"),
        ("zh+fr", ["zh", "en", "zh+en"], ""),
        ("abc", ["xbz", "ab"], "ab"),
        ("x", ["y"], ""),
        ("", ["id"], ""),
    ],
)
def test_the_nearest_of_few_names_is_meant(typed: str, names: list[str], expected: str) -> None:
    """Keys, files and choices: a slip for every three letters, words left off or added at the end."""
    assert near(typed, names, NAMES) == expected


@pytest.mark.parametrize(
    ("typed", "known", "expected"),
    [
        ("yj-market-labels", ["yj-market-lables", "yj-school"], "yj-market-lables"),
        ("law_basics", ["law-basics"], "law-basics"),
        ("enterprise-25", ["enterprise-24", "enterprise-26"], ""),
        ("southbank", ["northbank"], ""),
        ("linxia-county", ["linxia-city"], ""),
        ("zone-a", ["zone-b"], ""),
        ("yongjin", ["yongjing"], "yongjing"),
        ("home-chek", ["home-check", "home-cheek"], ""),
        ("", ["yongjing"], ""),
    ],
)
def test_only_a_slip_is_taken_for_another_id(typed: str, known: list[str], expected: str) -> None:
    """An id that was deleted isn't a mistyped neighbour."""
    assert near(typed, known, IDS) == expected


@given(typed=st.text(max_size=12), names=st.lists(st.text(max_size=12), max_size=4))
def test_nothing_is_made_up(typed: str, names: list[str]) -> None:
    """Whatever is typed, the answer is one of the names or nothing; a name is taken for itself."""
    for tolerance in (NAMES, IDS):
        assert near(typed, names, tolerance) in {*names, ""}
        assert near(typed, [typed], tolerance) == typed
