"""What a poster asks of people beside its code: what its form of work asks, and what the scan really opens."""

import pytest
from prints import drawn_text, jobs, shipped, with_event

from campaign.channels.posters import make
from campaign.channels.posters.measuring import measure
from campaign.core.language import Localized
from campaign.kinds.status import Status
from looking import some
from weeks import with_event as changed
from weeks import with_form

EVENT = "yj-market-gi-labels"
STREET = Localized({"zh": "临夏市红园路 1 号", "en": "1 Hongyuan Road, Linxia City"})
OPEN = {"form": "gathering", "registration": "none", "address": STREET, "online": None}


def _poster(campaign, *, poster="event", record=EVENT, sheet="a4", languages="zh+en"):
    order = {"poster": poster, "records": [record], "sheets": [sheet], "languages": [languages]}
    (job,) = jobs(order, campaign=campaign)
    return job


@pytest.mark.parametrize(
    ("changes", "opens"),
    [
        ({}, "扫码看详情、查路线"),
        ({"address": None, "coordinates": None}, "扫码看详情"),
        ({"form": "visit"}, "扫码看详情"),
        ({"registration": "invitation"}, "扫码看详情"),
        ({"status": Status.CANCELLED, "change": STREET}, "扫码看详情"),
        ({"status": Status.MOVED, "change": STREET}, "扫码看详情、查路线"),
    ],
)
def test_the_way_is_promised_where_the_page_shows_it(changes, opens):
    """With an address, on, and open to all; else the scan opens the details."""
    job = _poster(with_event(EVENT, **{**OPEN, **changes}))

    assert job.data["opens"]["main"] == opens
    assert ("way" in job.data["opens"]["support"]) is ("路线" in opens)


@pytest.mark.parametrize("form", ["gathering", "lecture", "forum", "visit"])
def test_each_form_of_work_has_its_own_call(form):
    """In both languages, and on the sheet: who is visited is told so, not asked to come."""
    job = _poster(with_event(EVENT, **{**OPEN, "form": form}))
    asks = shipped().form(form).action
    text = "".join(drawn_text(make(job)["pdf"])[0].split())

    assert job.data["call"] == {"main": asks["zh"], "support": asks["en"]}
    assert asks["zh"] in text and "".join(asks["en"].split()) in text


@pytest.mark.parametrize("changes", [{"registration": "invitation"}, {"status": Status.POSTPONED, "change": STREET}])
def test_nobody_is_asked_who_is_not_to_come(changes):
    """Neither those who weren't invited nor anybody while it isn't on."""
    assert _poster(with_event(EVENT, **{**OPEN, **changes})).data["call"] is None


def test_what_is_online_alone_asks_nobody_to_come():
    """It is joined where it takes place, whatever its form asks of people elsewhere."""
    there = {"online": "https://live.example.org/x", "address": None, "coordinates": None}

    call = _poster(with_event(EVENT, **{**OPEN, **there})).data["call"]
    assert call == {"main": "线上参加", "support": "Join online"}


def test_a_form_that_says_nothing_asks_nothing():
    """The sheet is as it was before forms said anything."""
    assert _poster(with_form(with_event(EVENT, **OPEN), "gathering", action=None)).data["call"] is None


def test_a_place_asks_what_most_of_its_open_events_ask():
    """In schools most events that anybody may go to are lectures; a place with visits alone says that staff come."""
    campaign = visits = shipped()
    for event in some(one for one in campaign.events if one.place_kind == "school"):
        visits = changed(visits, event.id, form="visit")
    asked = [_poster(one, poster="place_kind", record="school", sheet="a3") for one in (campaign, visits)]

    wanted = [campaign.form(form).action["zh"] for form in ("lecture", "visit")]
    assert [job.data["call"]["main"] for job in asked] == wanted


def test_a_call_too_long_for_the_panel_gives_way():
    """Nothing is refused for it, and what the scan opens is as large as without a call."""
    long = Localized({"zh": "请带上您的证件和材料，" * 12, "en": "Please bring all of your papers with you. " * 12})
    campaign = with_form(with_event(EVENT, **OPEN), "gathering", action=long)
    silent = with_form(campaign, "gathering", action=None)
    job, without = (_poster(one, languages="zh") for one in (campaign, silent))

    assert measure(job) == {}
    text = drawn_text(make(job)["pdf"])[0]
    assert "证件和材料" not in text and text == drawn_text(make(without)["pdf"])[0]
