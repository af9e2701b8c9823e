"""The timeline: each day of the campaign has all that it is covered by, whatever kind tells it."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from campaign.core.times import Part
from campaign.kinds.timeline import stretches
from campaign.read import read_campaign
from looking import some
from projects import GOOD, TOP
from weeks import with_event


@pytest.fixture(scope="module")
def small():
    return read_campaign(GOOD / "small")


@pytest.fixture(scope="module")
def shipped():
    return read_campaign(TOP / "campaign_data")


def _parts(campaign, kind, record):
    return {
        day.day: one.part
        for day, found in campaign.timeline.items()
        for one in found
        if (one.stretch.brief.kind, one.stretch.brief.id) == (kind, record)
    }


def test_an_event_of_four_days_is_on_each_of_them(small):
    """First, between, last; its hours are the same on each."""
    changed = with_event(small, "north-home-check", ends=datetime(2025, 3, 26, 17))

    assert _parts(changed, "event", "north-home-check") == {
        23: Part.FIRST,
        24: Part.CONTINUES,
        25: Part.CONTINUES,
        26: Part.LAST,
    }
    (one,) = [o for o in changed.timeline[date(2025, 3, 25)] if o.stretch.brief.id == "north-home-check"]
    assert (one.starts.time(), one.ends.time()) == (time(9), time(17))


def test_what_began_before_the_week_goes_on_in_it(shipped):
    """The inspection of 15 to 26 April has no first day in the week; the class of the 23rd has one day."""
    parts = _parts(shipped, "activity", "marking-inspection")

    assert [parts[day] for day in range(20, 27)] == [Part.CONTINUES] * 6 + [Part.LAST]
    assert _parts(shipped, "activity", "training") == {23: Part.ONLY}
    assert _parts(shipped, "exhibition", "") == {26: Part.ONLY}


def test_what_lasts_for_the_whole_campaign_anyway_is_no_date(shipped):
    """The home page, a county, a kind of place have the week as their time and aren't in the timeline."""
    assert {one.brief.kind for one in some(stretches(shipped))} == {"event", "activity", "exhibition"}


def test_hours_come_first_and_days_last(shipped):
    """A day's list is by hours; what lasts all day stands at its end."""
    for found in some(shipped.timeline.values()):
        timed = [one.starts for one in found if one.stretch.timed]
        assert timed == sorted(timed)
        assert [one.stretch.timed for one in found] == [True] * len(timed) + [False] * (len(found) - len(timed))


def test_a_part_that_has_hours_tells_of_the_whole(small):
    """The harbour day of the plan is told by the exhibition, which says from when to when."""
    first = small.timeline[date(2025, 3, 22)]
    closed = replace(small, exhibition=small.exhibition.model_copy(update={"openings": ()}))

    assert [one.stretch.brief.kind for one in first] == ["exhibition"]
    assert [one.stretch.brief.kind for one in closed.timeline[date(2025, 3, 22)]] == ["activity"]
