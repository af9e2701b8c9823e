"""The sentences agree with the models: every refusal has one, every kind of record a name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from campaign import kinds as models
from campaign.kinds import kinds
from campaign.read.tell.kind_names import KIND_NAMES
from campaign.read.tell.sentences import SENTENCES
from campaign.say.script import is_han

SOURCES = sorted(Path(str(models.__file__)).parent.glob("*.py"))
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


def test_every_sentence_is_in_both_languages() -> None:
    """What is wrong is said in Chinese and English, and so is what to do wherever it is said."""
    assert all(sentence.zh and sentence.en for sentence in SENTENCES.values())
    assert all(bool(sentence.do_zh) == bool(sentence.do_en) for sentence in SENTENCES.values())


def test_every_kind_of_record_has_a_name() -> None:
    """Problems speak of records in the author's words."""
    assert set(KIND_NAMES) == set(kinds()) and len(KIND_NAMES) > 10
    assert all(is_han(zh) and en.isascii() for zh, en in KIND_NAMES.values())
