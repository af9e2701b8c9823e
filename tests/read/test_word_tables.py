"""The tables of words agree with the models: every refusal has a sentence, every name leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from campaign import kinds as model
from campaign.kinds import FILES, kinds
from campaign.read.tell import guesses
from campaign.read.tell.key_names import CHINESE, HABITS, meant
from campaign.read.tell.kind_names import KIND_NAMES
from campaign.read.tell.models import known_keys
from campaign.read.tell.nearness import IDS, near
from campaign.read.tell.sentences import SENTENCES

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
    assert set(KIND_NAMES) == set(kinds()) and len(KIND_NAMES) > 10
    assert all(re.search("[一-鿿]", zh) and en.isascii() for zh, en in KIND_NAMES.values())


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
        ("2024-04-23 251:00", ""),
        ("4月22日 9:00", "2024-04-22 09:00"),
        ("“2024-04-22 09:00”，", "2024-04-22 09:00"),
        ("24-4-21", "2024-04-21"),
        ("23-4-21", ""),
        ("20240421 0900", "2024-04-21 09:00"),
        ("2024-04-21 09;00", "2024-04-21 09:00"),
        ("9.30", "09:30"),
        ("9:00-11:00", ""),
    ],
)
def test_a_date_is_taken_for_what_was_meant(typed: str, expected: str) -> None:
    """Days and times in everyday spelling; nothing that the calendar doesn't have."""
    assert guesses.moment(typed, "2024") == expected
    assert guesses.moment("4月22日 9:00") == ""


@pytest.mark.parametrize(
    ("read", "typed", "expected"),
    [
        (guesses.colour, "c8102e", "#C8102E"),
        (guesses.colour, "#fff", "#FFFFFF"),
        (guesses.colour, "红", ""),
        (guesses.phone, "09306213897", "0930-6213897"),
        (guesses.phone, "（010）8765 4321", "010-87654321"),
        (guesses.phone, "13812345678", ""),
        (guesses.phone, "0930-6213897转8", "0930-6213897-8"),
        (guesses.phone, "0930-6213897/6213898", ""),
        (guesses.phone, "0930-621389 78", "0930-62138978"),
        (guesses.word, "是", "true"),
        (guesses.word, "取消", "cancelled"),
    ],
)
def test_a_figure_is_taken_for_what_was_meant(read: guesses.Guess, typed: str, expected: str) -> None:
    """Units, commas and spaces are taken away; nothing is made up."""
    assert read(typed) == expected


@pytest.mark.parametrize(
    ("key", "typed", "expected"),
    [
        ("width_mm", "297mm", "297"),
        ("width_mm", "21cm", "210"),
        ("width_mm", "29.7 厘米", "297"),
        ("width_mm", "8寸", ""),
        ("reading_distance_m", "1,200.5 米", "1200.5"),
        ("reading_distance_m", "150cm", ""),
        ("reading_distance_m", "约三米", ""),
    ],
)
def test_a_figure_is_read_in_the_unit_of_its_key(key: str, typed: str, expected: str) -> None:
    """A unit that the key says anyway is dropped, centimetres become millimetres, any other is nobody's to guess."""
    assert guesses.measured(typed, key, whole=False) == expected


def test_a_whole_number_is_whole() -> None:
    """Zeros after the point are dropped, other digits leave no guess."""
    assert guesses.measured("3.0", "columns", whole=True) == "3"
    assert guesses.measured("3.5", "columns", whole=True) == ""


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
        ("", ["yongjing"], ""),
    ],
)
def test_only_a_slip_is_taken_for_another_id(typed: str, known: list[str], expected: str) -> None:
    """An id that was deleted isn't a mistyped neighbour."""
    assert near(typed, known, IDS) == expected
