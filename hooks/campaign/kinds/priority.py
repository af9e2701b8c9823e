"""The publicity priorities: the plan's words, then ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from campaign.core.language import Localized
from campaign.core.problems import Message
from campaign.kinds.brief import Brief, Official
from campaign.kinds.by_sense import LinesBySense, broken_by_sense
from campaign.kinds.fields import Id, Line, Record, RichText, Sample, Text
from campaign.kinds.kind import DataFile, Kind, Menu, Page, Printed, said
from campaign.kinds.vignette import ABOUT, Vignette, vignette

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign

STOPS = "。."


class Priority(Record):
    """One of the publicity priorities: the plan's words, then ours."""

    kind: ClassVar[str] = "priority"
    id: Id
    name: Line = Field(description="短名称（不是方案原文） · short name, not official wording")
    official_title: Line
    official_lines: LinesBySense = {}
    official_text: Text
    vignette: Vignette | None = Field(None, description=ABOUT)  # type: ignore[valid-type]
    meaning: RichText = Field(description="三句话说明（不是方案原文） · what it means, in three sentences")
    sample: Sample = False

    @field_validator("official_lines")
    @classmethod
    def _lines_say_the_title(
        cls, lines: dict[str, tuple[str, ...]], info: ValidationInfo
    ) -> dict[str, tuple[str, ...]]:
        return broken_by_sense(lines, info.data.get("official_title"))

    @property
    def headline(self) -> Localized:
        """The official title as a headline has it, without the stop of a sentence."""
        return Localized({tag: text.rstrip(STOPS) for tag, text in self.official_title.items()})

    @property
    def headline_lines(self) -> dict[str, tuple[str, ...]]:
        """The same by language as the office broke it by sense."""
        return {tag: (*parts[:-1], parts[-1].rstrip(STOPS)) for tag, parts in self.official_lines.items()}


class PrioritiesFile(Record):
    """priorities.yml."""

    name: Line
    lead: Line
    priorities: tuple[Priority, ...] = Field(min_length=1)


FILES = (DataFile(name="priorities", place=4, model=PrioritiesFile, required=True),)


def _brief(campaign: Campaign, priority: Priority) -> Brief:
    every = campaign.priorities.priorities
    return Brief(
        kind="priority",
        id=priority.id,
        title=priority.headline,
        label=priority.name,
        lines=priority.headline_lines,
        kicker=said(campaign, "kind_priority"),
        place=every.index(priority) + 1,
        of=len(every),
        about=priority.meaning,
        official=Official(text=priority.official_title, leads=True),
        sample=priority.sample,
        serves=(priority.id,),
        vignette=vignette(priority),
        events=tuple(event.id for event in campaign.events if priority.id in event.priorities),
        link=("priority", priority.id),
    )


PAGES = (
    Page(
        name="priorities",
        scheme="ochre",
        place=9,
        path="priorities/",
        title=lambda campaign: campaign.priorities.name,
        menu=Menu("plan", 3),
        map_place=3,
        lists="priority",
        printed=Printed(),
    ),
)
KINDS = (
    Kind(
        name="priority",
        scheme="ochre",
        place=10,
        model=Priority,
        file="priorities",
        key="priorities",
        called=Message("宣传重点", "priority"),
        folder="priorities/",
        hub="priorities",
        printed=Printed(fields=("name", "official_title")),
        poster="priority",
        numbered=True,
        brief=_brief,
    ),
)
