"""The words of the campaign, one for each thing, and the laws its pages cite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from campaign.kinds.fields import Flag, LanguageTag, Line, Record, Spelled
from campaign.kinds.kind import DataFile

if TYPE_CHECKING:
    pass


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


FILES = (DataFile(name="terms", place=16, model=TermsFile),)
