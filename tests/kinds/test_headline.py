"""Headlines: what of a day is named first, and what never is."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from campaign.kinds.headline import holding, ranked
from campaign.kinds.status import Status
from campaign.read import read_campaign
from projects import GOOD
from weeks import moved, with_event

CHECK, CLASS, DRIP = "north-home-check", "north-school-class", "south-village-drip"
DAY = date(2025, 3, 24)


@pytest.fixture(scope="module")
def small():
    return read_campaign(GOOD / "small")


@pytest.fixture(scope="module")
def one_day(small):
    """All that the small campaign has, on one day."""
    return moved(small, DAY, 1)


def _names(found):
    return [one.stretch.brief.id or one.stretch.brief.kind for one in found]


def test_what_all_can_come_to_goes_first(one_day):
    """The plaza, which is the whole campaign's, before the counties' events, these by their hours."""
    assert _names(ranked(one_day.timeline[DAY])) == ["exhibition", DRIP, CHECK, CLASS]


def test_the_offices_own_work_heads_a_day_that_has_nothing_else(small):
    """An activity in the plan's own words comes after whatever the public can come to."""
    lasting = small.activities.activities[1].dates[0].model_copy(update={"ends": date(2025, 3, 27)})
    activities = [
        one.model_copy(update={"dates": (lasting,)}) if one.dates else one for one in small.activities.activities
    ]
    changed = replace(small, activities=small.activities.model_copy(update={"activities": tuple(activities)}))
    assert _names(ranked(changed.timeline[date(2025, 3, 26)])) == ["harbour-day"]
    assert _names(ranked(changed.timeline[date(2025, 3, 23)])) == [CHECK, "harbour-day"]


def test_what_goes_on_comes_after_what_is_new(small):
    """An event of several days heads its first; later, what begins that day."""
    lasting = with_event(small, CHECK, ends=datetime(2025, 3, 26, 17))

    assert _names(ranked(lasting.timeline[date(2025, 3, 23)]))[0] == CHECK
    assert _names(ranked(lasting.timeline[date(2025, 3, 24)])) == [CLASS, CHECK]


@pytest.mark.parametrize(
    ("status", "holds", "heads"),
    [
        (Status.PLANNED, True, True),
        (Status.CHANGED, True, True),
        (Status.REINSTATED, True, True),
        (Status.MOVED, True, False),
        (Status.POSTPONED, False, False),
        (Status.CANCELLED, False, False),
    ],
)
def test_only_what_takes_place_as_told_heads(small, status, holds, heads):
    """What is somewhere else still takes place; what is put off or cancelled does neither."""
    found = with_event(small, DRIP, status=status).timeline[date(2025, 3, 25)]

    assert (DRIP in _names(holding(found)), DRIP in _names(ranked(found))) == (holds, heads)
