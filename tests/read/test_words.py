"""The tables of words agree with the models: every refusal has a sentence, every name leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from campaign import model
from campaign.model import FILES, KINDS
from campaign.read import guess
from campaign.read.messages import KINDS as KIND_WORDS
from campaign.read.messages import SENTENCES
from campaign.read.spelling import CHINESE, HABITS, known_keys, meant

SOURCES = sorted(Path(str(model.__file__)).parent.glob("*.py"))
REFUSALS = sorted(
    {name for path in SOURCES for name in re.findall(r'refuse\(\s*"(\w+)"', path.read_text(encoding="utf-8"))}
)


def test_the_models_refuse_something() -> None:
    """The search for refusals finds them."""
    assert len(REFUSALS) > 30


@pytest.mark.parametrize("name", [name for name in REFUSALS if name != "localized"])
def test_every_refusal_has_a_sentence(name: str) -> None:
    """Nobody is shown a sentence for engineers; `localized` stands for several refusals."""
    assert f"campaign.{name}" in SENTENCES


def test_every_kind_of_record_has_a_name() -> None:
    """Problems speak of records in the author's words."""
    assert set(KIND_WORDS) == set(KINDS)


@pytest.mark.parametrize("word", sorted({*CHINESE, *HABITS}))
def test_every_habit_leads_to_a_key(word: str) -> None:
    """A word people type for a key stands for keys that exist."""
    assert set({**CHINESE, **HABITS}[word]) <= known_keys()


@pytest.mark.parametrize(
    ("typed", "allowed", "expected"),
    [
        ("标题", ["id", "title"], "title"),
        ("titel", ["id", "title"], "title"),
        ("Start_Time", ["starts", "ends"], "starts"),
        ("theme", list(FILES), "theme"),
        ("weather", ["id", "title"], ""),
        ("re-use", ["reuse", "leaks"], "reuse"),
    ],
)
def test_a_word_is_taken_for_what_was_meant(typed: str, allowed: list[str], expected: str) -> None:
    """Chinese names, other words and slips lead to a key; what is too far from any leads nowhere."""
    assert meant(typed, allowed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2024年4月2日 下午3点", "2024-04-02 15:00"),
        ("2024/4/2 9:05", "2024-04-02 09:05"),
        ("２０２４－０４－０２", "2024-04-02"),
        ("2024-04-02T09:00:00", "2024-04-02 09:00"),
        ("9点30分", "09:30"),
        ("12点", "12:00"),
        ("下午12点", "12:00"),
        ("9:00pm", "21:00"),
        ("2024-02-30", ""),
        ("明天", ""),
        ("", ""),
        ("25:00", ""),
    ],
)
def test_a_date_is_taken_for_what_was_meant(typed: str, expected: str) -> None:
    """Days and times in everyday spelling; nothing that the calendar doesn't have."""
    assert guess.moment(typed) == expected


@pytest.mark.parametrize(
    ("read", "typed", "expected"),
    [
        (guess.number, "297mm", "297"),
        (guess.number, "1,200.5 米", "1200.5"),
        (guess.number, "约三米", ""),
        (guess.count, "3.0", "3"),
        (guess.count, "3.5", ""),
        (guess.colour, "c8102e", "#C8102E"),
        (guess.colour, "#fff", "#FFFFFF"),
        (guess.colour, "红", ""),
        (guess.phone, "09306213897", "0930-6213897"),
        (guess.phone, "（010）8765 4321", "010-87654321"),
        (guess.phone, "13812345678", ""),
        (guess.word, "是", "true"),
        (guess.word, "取消", "cancelled"),
    ],
)
def test_a_figure_is_taken_for_what_was_meant(read: guess.Guess, typed: str, expected: str) -> None:
    """Units, commas and spaces are taken away; nothing is made up."""
    assert read(typed) == expected
