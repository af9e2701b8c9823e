"""Official headlines, broken by sense, never by width."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from campaign.core.language import Localized
from campaign.kinds.fields import LanguageTag, Spelled, refuse

LinesBySense = Annotated[
    dict[LanguageTag, tuple[Spelled, ...]],
    Field(description="按意思分行，不按宽度分行 · broken by sense, never by width"),
]
"""A headline's lines in each language, as the office breaks it."""


def broken_by_sense(lines: dict[str, tuple[str, ...]], official: Localized | None) -> dict[str, tuple[str, ...]]:
    """Lines that joined say the official wording, spaces apart; refused where they don't."""
    for tag, parts in lines.items():
        if official and tag in official and "".join("".join(parts).split()) != "".join(official[tag].split()):
            raise refuse("official_lines", official=official[tag], at=tag)
    return lines
