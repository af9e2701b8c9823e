"""The theme's official wording, and the slogans."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, ValidationInfo, field_validator

from campaign.core.language import Localized
from campaign.kinds.fields import Id, LanguageTag, Line, Record, RichText, Sample, Spelled, refuse


class Slogan(Record):
    """A line for banners, screens and messages."""

    kind: ClassVar[str] = "slogan"
    id: Id
    text: Line
    sample: Sample = False


class ThemeFile(Record):
    """theme.yml: the theme's official wording and how it is set."""

    name: Line = Field(description="栏目名 · what this section is called")
    official: Line
    lines: dict[LanguageTag, tuple[Spelled, ...]] = Field(
        description="按意思分行，不按宽度分行 · broken by sense, never by width"
    )
    meaning: RichText
    slogans: tuple[Slogan, ...] = ()

    @field_validator("lines")
    @classmethod
    def _lines_say_the_theme(
        cls, lines: dict[str, tuple[str, ...]], info: ValidationInfo
    ) -> dict[str, tuple[str, ...]]:
        official: Localized = info.data.get("official") or Localized({})
        for tag, parts in lines.items():
            if tag in official and "".join("".join(parts).split()) != "".join(official[tag].split()):
                raise refuse("theme_lines", official=official[tag], at=tag)
        return lines
