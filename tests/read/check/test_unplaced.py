"""An event that anybody may go to and nobody is told the way to is mentioned, at its line, and nothing fails of it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from campaign.core.language import Localized
from campaign.core.places import ByName
from campaign.kinds import Campaign
from campaign.kinds.event import Coordinates
from campaign.kinds.status import Status
from campaign.read import read_campaign, read_folder, unplaced_events
from projects import GOOD
from weeks import with_event, with_form

CHECK, CLASS = "north-home-check", "north-school-class"
STREET = Localized({"zh": "河边路 8 号", "en": "8 Riverside Road"})


@pytest.fixture(scope="module")
def small() -> Campaign:
    """The small campaign, whose every event is open to the public."""
    return read_campaign(GOOD / "small")


def _mentioned(campaign: Campaign) -> set[str]:
    """The ids of the events that are mentioned."""
    return {one.what.en.rpartition(": ")[2] for one in unplaced_events(campaign, ByName())}


@pytest.mark.parametrize(
    ("changes", "mentioned"),
    [
        ({}, True),
        ({"address": STREET}, False),
        ({"coordinates": Coordinates(lat=35.6, lon=103.2)}, False),
        ({"registration": "none"}, True),
        ({"registration": "invitation"}, False),
        ({"online": "https://live.example.org/"}, False),
        ({"status": Status.MOVED}, True),
        ({"status": Status.CANCELLED}, False),
        ({"status": Status.POSTPONED}, False),
    ],
)
def test_whoever_may_come_must_be_told_where(small: Campaign, changes: dict[str, Any], mentioned: bool) -> None:
    """Of what takes place and is open to all; an address, a point or a screen at home is a way to it."""
    bare = with_event(small, CHECK, address=None, coordinates=None, online=None, registration=None)

    assert (CHECK in _mentioned(with_event(bare, CHECK, **changes))) is mentioned


def test_what_comes_to_people_needs_no_way(small: Campaign) -> None:
    """A form of work that visits people is mentioned for none of its events, whatever else they lack."""
    bare = with_event(small, CHECK, address=None, coordinates=None)

    assert CHECK in _mentioned(bare)
    assert CHECK not in _mentioned(with_form(bare, "visit", public=False))


def test_it_is_said_at_the_venue_with_what_to_write(tmp_path: Path) -> None:
    """The line of the event's venue in its county's file, whatever that is called, and the key that is missing."""
    folder = tmp_path / "campaign_data"
    shutil.copytree(GOOD / "small", folder)
    (folder / "outreach" / "northbank.yml").rename(folder / "outreach" / "shore.yml")
    reading = read_folder(folder, shown_as="campaign_data")

    found = next(one for one in unplaced_events(reading.campaign, reading.places) if CLASS in one.what.en)

    lines = (folder / "outreach" / "shore.yml").read_text("utf-8").splitlines()
    assert found.place.path == "campaign_data/outreach/shore.yml"
    assert found.place.line and "venue" in lines[found.place.line - 1]
    assert found.hint and "address:" in found.hint.zh and "`address`" in found.hint.en
