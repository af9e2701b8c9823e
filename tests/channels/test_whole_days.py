"""An event whose hours nobody knows yet is told by its days on every channel; no hour is made up."""

import shutil
from datetime import date, datetime, timedelta

import pytest
from icalendar import Calendar
from selectolax.lexbor import LexborHTMLParser

from campaign.channels import Commission, cards, feeds, posters, screens, site
from campaign.core.context import BuildContext
from campaign.core.problems import CampaignDataError
from campaign.kinds import urls
from campaign.paper import book
from campaign.paper.ledger import Ledger
from campaign.read import read_campaign
from looking import some
from projects import GOOD
from weeks import with_event, with_posters

CONTEXT = BuildContext(today=date(2025, 3, 22), site_address="https://water.example.org/")
EVENT = "north-home-check"


@pytest.fixture(scope="module")
def campaign():
    """The 23rd to the 25th, and nobody knows from when to when."""
    small = with_event(read_campaign(GOOD / "small"), EVENT, starts=date(2025, 3, 23), ends=date(2025, 3, 25))
    return with_posters(small, ("event", "county"), ["zh"])


@pytest.fixture(scope="module")
def commission(campaign):
    return Commission(campaign=campaign, context=CONTEXT, imprints=book(campaign, CONTEXT, Ledger()).imprints)


def _text(value):
    parts = value.values() if isinstance(value, dict) else value
    return " ".join(map(_text, parts)) if isinstance(value, (dict, list, tuple)) else str(value)


def test_it_is_read_as_it_is_typed(tmp_path):
    """Days alone are taken where both ends are days; an hour at one end alone is a slip."""
    folder = shutil.copytree(GOOD / "small", tmp_path / "data")
    file = folder / "outreach" / "northbank.yml"
    text = file.read_text("utf-8").replace("2025-03-23 09:00", "2025-03-23")
    file.write_text(text.replace("2025-03-23 11:30", "2025-03-25"), "utf-8")
    (event,) = [one for one in read_campaign(folder).events if one.id == EVENT]

    assert (event.starts, event.ends) == (date(2025, 3, 23), date(2025, 3, 25))
    file.write_text(text, "utf-8")
    with pytest.raises(CampaignDataError, match="钟点"):
        read_campaign(folder)


def test_pages_say_its_days(campaign):
    """On its page, on each of its days, marked so that no device counts down to an hour that isn't known."""
    pages = {page.path: LexborHTMLParser(page.body) for page in site.render(campaign, CONTEXT, "en")}
    rows = pages[urls.page("programme")].css(f".row:has(a[href='../events/{EVENT}/'])")

    assert pages[urls.page("event", EVENT)].css_first(".ticket time").text() == "23–25 March"
    assert [row.css_first("time").text() for row in rows] == ["23–25 March"] * 3
    assert [row.attributes["data-whole"] for row in rows] == ["on", "on", ""]
    assert [row.css_first("time").attributes["datetime"] for row in rows] == [f"2025-03-{day}" for day in (23, 24, 25)]


def test_a_former_start_may_be_a_day_alone(tmp_path):
    """Read as typed, and told without an hour on the page and in calendars."""
    folder = shutil.copytree(GOOD / "small", tmp_path / "data")
    file = folder / "outreach" / "northbank.yml"
    text = file.read_text("utf-8")
    hours = "    starts: 2025-03-23 09:00\n"
    assert text.count(hours) == 1
    change = "    status: changed\n    change: {zh: 改期, en: Another day}\n    previously: 2025-03-22\n"
    file.write_text(text.replace(hours, hours + change), "utf-8")
    changed = read_campaign(folder)

    pages = {page.path: LexborHTMLParser(page.body) for page in site.render(changed, CONTEXT, "zh")}
    files = {one.path: one.content for one in feeds.render(changed, CONTEXT)}
    (one,) = Calendar.from_ical(files[urls.calendar("zh", "event", EVENT)]).walk("VEVENT")

    assert pages[urls.page("event", EVENT)].css_first(".ticket s").text() == "3月22日 星期六"
    assert "原定时间：3月22日 星期六\n" in one["DESCRIPTION"]


def test_calendars_have_whole_days(campaign):
    """VALUE=DATE, to the day after the last."""
    files = {one.path: one.content for one in feeds.render(campaign, CONTEXT)}
    for path in some(
        [urls.calendar("en"), urls.calendar("en", "event", EVENT), urls.calendar("en", "county", "northbank")]
    ):
        (one,) = [e for e in Calendar.from_ical(files[path]).walk("VEVENT") if EVENT in e["UID"]]
        assert (one.decoded("DTSTART"), one.decoded("DTEND")) == (date(2025, 3, 23), date(2025, 3, 26))
        assert not isinstance(one.decoded("DTSTART"), datetime)
        assert one.decoded("DTEND") - one.decoded("DTSTART") == timedelta(days=3)
        assert one["TRANSP"] == "TRANSPARENT", "a phone isn't busy for three days"


def test_posters_pictures_and_displays_say_its_days(commission):
    """Each where the hours would stand."""
    said = {(job.source.kind, job.source.id): _text(dict(job.data)) for job in posters.plan(commission)}
    picture = next(job for job in cards.plan(commission) if job.about == "2025-03-24" and job.language == "zh")
    (display,) = screens.plan(commission)
    frame = next(frame for frame in display.frames if frame.name == f"today-{EVENT}-zh-en")

    assert "3月23日至25日" in said["event", EVENT] and "至3月25日" in said["county", "northbank"]
    assert "3月23日至25日" in _text(dict(picture.data))
    assert "3月23日至25日" in _text(dict(frame.data))
    whole = [one for one in display.happenings if "上门查马桶" in one.title]
    assert [one.till for one in whole] == ["至3月25日", "延续，至3月25日", "最后一天"]
