"""What there is to learn besides the hand-written pages: a quiz, frequently asked questions, and the words to use."""

from __future__ import annotations

from pydantic import Field, ValidationInfo, field_validator

from campaign.kinds.fields import Count, Flag, LanguageTag, Line, Record, RichText, Spelled, refuse


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


class FaqItem(Record):
    """A question people ask, and its answer."""

    ask: Line
    answer: RichText
    law: Line | None = Field(None, description="法律和条文 · the law and its article")
    page: Spelled | None = Field(None, description="docs/<语言>/learn/ 里的页面 · a page of docs/<language>/learn/")


class FaqFile(Record):
    """faq.yml: frequently asked questions."""

    name: Line
    lead: Line
    note: Line | None = Field(None, description="依据哪个时间的法律 · the law of what time it rests on")
    items: tuple[FaqItem, ...] = Field(min_length=1)


class Term(Record):
    """One thing, and the one word for it in each language."""

    term: Line
    also: dict[LanguageTag, tuple[Spelled, ...]] = Field(
        default_factory=dict, description="也可以用的说法 · other wordings that are right too"
    )
    never: dict[LanguageTag, tuple[Spelled, ...]] = Field(
        default_factory=dict, description="不要用的说法 · wordings not to use"
    )
    paired: Flag = Field(
        True, description="中文出现时，英文也要出现 · where one language has the term the others must have theirs"
    )
    note: Line | None = None


class Law(Record):
    """A law as pages cite it: by its short name, with its full name and version, and what became of it since."""

    name: Line
    full: Line
    later: Line | None = Field(None, description="页面写成以后的变化 · what has changed since the pages were written")


class TermsFile(Record):
    """terms.yml: the words of the campaign, one for each thing."""

    terms: tuple[Term, ...] = Field(min_length=1)
    laws: tuple[Law, ...] = ()
