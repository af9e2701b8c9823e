"""The theme's official wording, and the slogans."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from campaign.core.problems import Message
from campaign.kinds.brief import Brief, Official, Span
from campaign.kinds.by_sense import LinesBySense, broken_by_sense
from campaign.kinds.fields import Id, Line, Record, RichText, Sample
from campaign.kinds.kind import DataFile, Kind, Menu, Page, Printed
from campaign.kinds.vignette import ABOUT, Vignette

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign


class Slogan(Record):
    """A line for banners, screens and messages."""

    kind: ClassVar[str] = "slogan"
    id: Id
    text: Line
    vignette: Vignette | None = Field(None, description=ABOUT)  # type: ignore[valid-type]
    sample: Sample = False


class ThemeFile(Record):
    """theme.yml: the theme's official wording and how it is set."""

    name: Line = Field(description="栏目名 · what this section is called")
    official: Line
    lines: LinesBySense
    meaning: RichText
    slogans: tuple[Slogan, ...] = ()

    @field_validator("lines")
    @classmethod
    def _lines_say_the_theme(
        cls, lines: dict[str, tuple[str, ...]], info: ValidationInfo
    ) -> dict[str, tuple[str, ...]]:
        return broken_by_sense(lines, info.data.get("official"))

    def broken(self, language: str) -> tuple[str, ...]:
        """The official wording in a language, in lines by sense; whole where the office broke it nowhere."""
        return self.lines.get(language, (self.official[language],))


FILES = (DataFile(name="theme", place=3, model=ThemeFile, required=True),)


def _brief(campaign: Campaign) -> Brief:
    theme, week = campaign.theme, campaign.campaign.week
    return Brief(
        kind="theme",
        title=theme.official,
        lines=theme.lines,
        kicker=theme.name,
        when=(Span(starts=week.starts, ends=week.ends),),
        official=Official(text=theme.official, leads=True),
        link=("theme", ""),
    )


def _slogan(campaign: Campaign, slogan: Slogan) -> Brief:
    return Brief(kind="slogan", id=slogan.id, title=slogan.text, vignette=slogan.vignette or "", sample=slogan.sample)


PAGES = (
    Page(
        name="theme",
        place=5,
        path="theme/",
        title=lambda campaign: campaign.theme.name,
        named=lambda campaign: campaign.theme.official,
        menu=Menu("plan", 2),
        map_place=2,
        printed=Printed(
            heads=("name", "organisers", "week"),
            more=lambda campaign, _: [("", campaign.theme, ("official", "lines"))],
        ),
        poster="theme",
        brief=_brief,
    ),
)
KINDS = (
    Kind(
        name="slogan",
        scheme="red",
        place=98,
        model=Slogan,
        file="theme",
        key="slogans",
        called=Message("标语", "slogan"),
        named=("text",),
        brief=_slogan,
    ),
)
