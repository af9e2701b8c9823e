"""The plan: the official document, part by part."""

from __future__ import annotations

from pydantic import Field, field_validator

from campaign.core.language import Localized
from campaign.kinds.fields import Day, Id, Line, Record, Spelled, Text, ref, refuse
from campaign.kinds.kind import DataFile, Menu, Page, said


class PlanSection(Record):
    """A part of the plan: its heading and either paragraphs, numbered items, or records that stand in another file."""

    id: Id
    heading: Line
    text: Text | None = None
    items: tuple[Text, ...] = ()
    shows: Spelled | None = Field(None, description="theme / priorities / activities / week")

    @field_validator("shows")
    @classmethod
    def _known_part(cls, shows: str | None) -> str | None:
        if shows not in (None, "theme", "priorities", "activities", "week"):
            raise refuse("choice", allowed="theme, priorities, activities, week")
        return shows


class ReportItem(Record):
    """One thing the county bureaus hand in."""

    id: Id
    name: Line


class Report(Record):
    """What is reported after the campaign, by when and to whom."""

    due: Day
    to: Line
    items: tuple[ReportItem, ...] = Field(min_length=1)


class PlanFile(Record):
    """plan.yml: the official document, part by part, word for word. A plan without a letter has none of its parts."""

    issuer_head: Line | None = Field(None, description="红头 · the letterhead")
    number: Spelled | None = Field(None, description="文号 · document number")
    title: Line | None = None
    addressees: Line | None = None
    notice: Text | None = None
    issuer: Line | None = None
    issued: Day | None = None
    publicity: Line | None = Field(None, description="主动公开 · how it is made public")
    plan_title: Line
    preamble: Text | None = None
    sections: tuple[PlanSection, ...] = Field(min_length=1)
    contact: ref("contact") | None = None  # type: ignore[valid-type]
    report: Report | None = None
    coverage: Line | None = Field(None, description="这里收录了方案的哪些部分 · which parts are reproduced")

    @property
    def called(self) -> Localized:
        """What the document is called: its letter's title, else the plan's own."""
        return self.title or self.plan_title


FILES = (DataFile(name="plan", place=2, model=PlanFile),)
PAGES = (
    Page(
        name="plan",
        place=110,
        path="plan/",
        title=lambda campaign: said(campaign, "plan"),
        there=lambda campaign: campaign.plan is not None,
        menu=Menu("plan", 1),
        map_place=13,
    ),
)
