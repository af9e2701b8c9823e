"""The plan's activities."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from campaign.core.problems import Message
from campaign.kinds.brief import Brief, Official, Span, Where
from campaign.kinds.fields import Day, Id, Line, Record, Sample, Text
from campaign.kinds.head import Days
from campaign.kinds.kind import DataFile, Kind, Menu, Page, Printed, Times, said
from campaign.kinds.status import Change, News, state
from campaign.kinds.vignette import ABOUT, Vignette, vignette

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign


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
    vignette: Vignette | None = Field(None, description=ABOUT)  # type: ignore[valid-type]
    status: News = None
    change: Change = None
    changed_on: Day | None = None
    sample: Sample = False


class ActivitiesFile(Record):
    """activities.yml."""

    name: Line
    lead: Line
    activities: tuple[Activity, ...] = Field(min_length=1)


FILES = (DataFile(name="activities", place=5, model=ActivitiesFile),)


def _brief(campaign: Campaign, activity: Activity) -> Brief:
    return Brief(
        kind="activity",
        id=activity.id,
        title=activity.name,
        kicker=said(campaign, "kind_activity"),
        when=tuple(Span(starts=one.starts, ends=one.ends, what=one.what) for one in activity.dates),
        where=Where(venue=activity.place),
        official=Official(text=activity.official_title),
        state=state(activity),
        sample=activity.sample,
        vignette=vignette(activity),
        link=("activity", activity.id),
    )


PAGES = (
    Page(
        name="activities",
        scheme="paper",
        place=19,
        path="activities/",
        title=lambda campaign: _file(campaign).name,
        there=lambda campaign: campaign.activities is not None,
        menu=Menu("plan", 4),
        map_place=4,
        lists="activity",
        printed=Printed(),
    ),
)
KINDS = (
    Kind(
        name="activity",
        place=20,
        model=Activity,
        file="activities",
        key="activities",
        called=Message("活动", "activity"),
        folder="activities/",
        hub="activities",
        printed=Printed(
            fields=("name", "dates", "place", "status", "change"),
            times=Times(each="dates", starts="starts", ends="ends"),
            places=("place",),
        ),
        poster="activity",
        numbered=True,
        dated=True,
        brief=_brief,
    ),
)


def _file(campaign: Campaign) -> ActivitiesFile:
    """The file of a campaign that has one; a page that isn't there is never named."""
    if campaign.activities is None:
        raise KeyError("no activities")
    return campaign.activities
