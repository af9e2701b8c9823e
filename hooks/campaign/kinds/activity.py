"""The plan's activities."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from campaign.kinds.fields import Id, Line, Record, Sample, Text
from campaign.kinds.head import Days


class ActivityDate(Days):
    """A dated part of an activity."""

    what: Line


class Activity(Record):
    """One of the plan's activities."""

    kind: ClassVar[str] = "activity"
    id: Id
    name: Line
    official_title: Line
    official_text: Text
    dates: tuple[ActivityDate, ...] = Field((), description="方案写明的日期；没写就不填 · only dates the plan gives")
    place: Line | None = None
    sample: Sample = False


class ActivitiesFile(Record):
    """activities.yml."""

    name: Line
    lead: Line
    activities: tuple[Activity, ...] = Field(min_length=1)
