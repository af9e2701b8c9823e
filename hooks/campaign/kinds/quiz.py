"""The quiz: questions to try oneself on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field, ValidationInfo, field_validator

from campaign.kinds.fields import Count, Line, Record, refuse
from campaign.kinds.kind import DataFile, Menu, Page

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign


class QuizQuestion(Record):
    """A question with one right answer, and why it is right."""

    ask: Line
    options: tuple[Line, ...] = Field(min_length=2, max_length=26)
    right: Count = Field(description="正确的是第几个，从 1 数起 · which option is right, counted from 1")
    because: Line = Field(description="为什么 · why")
    law: Line | None = Field(None, description="法律和条文 · the law and its article")

    @field_validator("right")
    @classmethod
    def _one_of_the_options(cls, right: int, info: ValidationInfo) -> int:
        most = len(info.data.get("options", ()))
        if most and not 1 <= right <= most:
            raise refuse("figure_range", least=1, most=most)
        return right


class QuizFile(Record):
    """quiz.yml: questions to try oneself on."""

    name: Line
    lead: Line
    note: Line | None = Field(None, description="依据哪个时间的法律 · the law of what time it rests on")
    questions: tuple[QuizQuestion, ...] = Field(min_length=1)


FILES = (DataFile(name="quiz", place=14, model=QuizFile),)


def _file(campaign: Campaign) -> QuizFile:
    if campaign.quiz is None:
        raise KeyError("no quiz")
    return campaign.quiz


PAGES = (
    Page(
        name="quiz",
        scheme="paper",
        place=120,
        path="learn/quiz/",
        title=lambda campaign: _file(campaign).name,
        there=lambda campaign: campaign.quiz is not None,
        menu=Menu("learn", 1),
        task="learn",
        map_place=11,
    ),
)
