"""The publicity priorities: the plan's words, then ours."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from campaign.kinds.fields import Id, Line, Record, RichText, Sample, Text


class Priority(Record):
    """One of the publicity priorities: the plan's words, then ours."""

    kind: ClassVar[str] = "priority"
    id: Id
    name: Line = Field(description="短名称（不是方案原文） · short name, not official wording")
    official_title: Line
    official_text: Text
    meaning: RichText = Field(description="三句话说明（不是方案原文） · what it means, in three sentences")
    sample: Sample = False


class PrioritiesFile(Record):
    """priorities.yml."""

    name: Line
    lead: Line
    priorities: tuple[Priority, ...] = Field(min_length=1)
