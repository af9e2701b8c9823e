"""Quiz, questions and terms as data: what they must hold, and what is refused."""

import pytest
from pydantic import ValidationError

from campaign.kinds.faq import FaqFile
from campaign.kinds.quiz import QuizQuestion
from campaign.kinds.term import Term
from campaign.read import read_campaign
from projects import GOOD, TOP

QUESTION = {"ask": "?", "options": ["a", "b", "c"], "because": "so"}


@pytest.mark.parametrize("right", ["1", "3"])
def test_the_right_answer_is_one_of_the_options(right):
    """Counted from 1 to the last option."""
    assert QuizQuestion.model_validate({**QUESTION, "right": right}).right == int(right)


@pytest.mark.parametrize("right", ["0", "4"])
def test_an_answer_that_is_no_option_is_refused(right):
    """None before the first, none after the last; the refusal names the range."""
    with pytest.raises(ValidationError) as caught:
        QuizQuestion.model_validate({**QUESTION, "right": right})

    (error,) = caught.value.errors()
    assert error["type"] == "campaign.figure_range"
    assert error["ctx"] == {"least": 1, "most": 3}


def test_a_question_needs_a_choice():
    """One option is no question."""
    with pytest.raises(ValidationError, match="too_short"):
        QuizQuestion.model_validate({**QUESTION, "options": ["a"], "right": "1"})


def test_unknown_keys_are_refused():
    """A misspelt key isn't silently dropped."""
    with pytest.raises(ValidationError, match="extra_forbidden"):
        FaqFile.model_validate({"name": "n", "lead": "l", "items": [{"ask": "?", "answers": "a", "answer": "b"}]})


def test_a_term_is_paired_unless_it_says_otherwise():
    """The strict reading is the default."""
    assert Term.model_validate({"term": "x"}).paired
    assert not Term.model_validate({"term": "x", "paired": "false"}).paired


def test_the_files_are_optional():
    """Another office has neither quiz nor questions nor terms, and its campaign reads."""
    campaign = read_campaign(GOOD / "small")

    assert (campaign.quiz, campaign.faq, campaign.terms) == (None, None, None)


def test_the_shipped_quiz_is_of_a_fair_length():
    """Ten to twelve questions; the right answer isn't always in one place; each names its law and article."""
    quiz = read_campaign(TOP / "campaign_data").quiz

    assert 10 <= len(quiz.questions) <= 12
    assert {question.right for question in quiz.questions} == {1, 2, 3}
    assert all("条" in question.law["zh"] for question in quiz.questions)
