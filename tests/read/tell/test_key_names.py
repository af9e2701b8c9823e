"""What people type for a key leads to a key there is."""

from __future__ import annotations

import pytest

from campaign.kinds import FILES
from campaign.read.tell.key_names import CHINESE, HABITS, habitual, meant
from campaign.read.tell.models import all_records, known_keys


@pytest.mark.parametrize("word", sorted({*CHINESE, *HABITS}))
def test_every_habit_leads_to_a_key(word: str) -> None:
    """A word people type for a key stands for keys that exist, or for a file."""
    assert set({**CHINESE, **HABITS}[word]) <= known_keys() | set(FILES)


@pytest.mark.parametrize(
    ("typed", "allowed", "expected"),
    [
        ("标题", ["id", "title"], "title"),
        ("titel", ["id", "title"], "title"),
        ("Start_Time", ["starts", "ends"], "starts"),
        ("theme", list(FILES), "theme"),
        ("weather", ["id", "title"], ""),
        ("re-use", ["reuse", "leaks"], "reuse"),
        ("简体中文", ["zh", "en"], "zh"),
        ("English", ["zh", "en"], "en"),
    ],
)
def test_a_word_is_taken_for_what_was_meant(typed: str, allowed: list[str], expected: str) -> None:
    """Chinese names, other words and slips lead to a key; what is too far from any leads nowhere."""
    assert meant(typed, allowed) == expected


def test_a_habit_goes_before_nearness() -> None:
    """What people call a key counts for more than a key that is spelled alike."""
    assert habitual("end", ["lend", "ends"]) == "ends"
    assert habitual("lend", ["ends"]) == ""


def test_most_keys_of_other_records_are_taken_for_none() -> None:
    """A key that belongs elsewhere is seldom taken for a slip: its own record may have lost its indentation."""
    foreign = [(key, list(model.model_fields)) for model in all_records() for key in known_keys()]
    strange = [(key, allowed) for key, allowed in foreign if key not in allowed]
    taken = [key for key, allowed in strange if meant(key, allowed)]
    assert len(strange) > 3000
    assert len(taken) < len(strange) / 25
