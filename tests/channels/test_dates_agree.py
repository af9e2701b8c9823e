"""The same days and hours read the same on pages, posters, displays, pictures and calendars, in each language."""

from datetime import date, datetime

import pytest
from icalendar import Calendar

from campaign.channels import Commission, cards, feeds, posters, screens, site
from campaign.core.context import BuildContext
from campaign.paper import book
from campaign.paper.ledger import Ledger
from campaign.read import read_campaign
from projects import TOP
from weeks import with_event, with_posters

CONTEXT = BuildContext(today=date(2024, 4, 22), site_address="https://ip.example.org/")
EVENT = "lc-market-night-stalls"
STARTS, ENDS = datetime(2024, 4, 22, 22), datetime(2024, 4, 23, 1, 30)


@pytest.fixture(scope="module")
def campaign():
    """The shipped campaign with a poster of everything in each language, and an event that ends on another day."""
    late = with_event(read_campaign(TOP / "campaign_data"), EVENT, starts=STARTS, ends=ENDS)
    return with_posters(late, ("theme", "activity", "event", "exhibition", "county", "sticker"), ["zh", "en"])


def _texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


@pytest.fixture(scope="module")
def said(campaign):
    """What each channel says of each record in each language: by channel, kind, id and language, its texts as one."""
    printed = book(campaign, CONTEXT, Ledger())
    found = {}

    def add(channel, source, language, text):
        key = (channel, source.kind, source.id if source.kind in ("event", "activity") else "", language)
        found[key] = found.get(key, "") + "\n" + text

    commission = Commission(campaign=campaign, context=CONTEXT, imprints=printed.imprints)
    for job in posters.plan(commission):
        add("posters", job.source, job.language, "\n".join(_texts(dict(job.data))))
    for job in cards.plan(commission):
        add("cards", job.source, job.language, "\n".join(_texts(dict(job.data))))
    for display in screens.plan(commission):
        for frame in display.frames:
            lines = [block["lines"] for block in frame.data.get("blocks", []) if block["field"] == "facts"]
            said_lines = "\n".join(("" if frame.language.startswith("zh") else " ").join(one) for one in lines)
            add("screens", frame.source, frame.language.split("-")[0], said_lines)
    for language in campaign.languages:
        for page in site.render(campaign, CONTEXT, language):
            add("site", page.source, language, page.body.replace('<span class="nb">', "").replace("</span>", ""))
    return found


def _of(said, kind, record, language):
    """What each channel says of one record, by channel."""
    return {channel: text for (channel, k, r, tag), text in said.items() if (k, r, tag) == (kind, record, language)}


@pytest.mark.parametrize(
    ("language", "week", "old"),
    [("zh", "4月20日至26日", ("4月20日至4月26日",)), ("en", "20–26 April", ("20 to 26 April", "20 April to 26"))],
)
def test_the_week_is_told_in_one_form(said, language, week, old):
    """On the theme's poster, its frame and its card, on the home page; in no other form but in an office's own text."""
    told = _of(said, "theme", "", language) | {"home": said["site", "home", "", language]}

    assert {"posters", "screens", "cards", "home"} <= set(told)
    assert {channel for channel, text in told.items() if week in text} >= {"posters", "screens", "cards", "home"}
    assert [key for key, text in said.items() for form in old if form in text and key[0] != "site"] == []


@pytest.mark.parametrize(
    ("language", "expected"),
    [("zh", "4月22日 星期一 22:00 – 4月23日 01:30"), ("en", "Monday 22 April, 22:00 – 23 April 01:30")],
)
def test_an_end_on_another_day_is_told_in_one_form(said, language, expected):
    """An event past midnight: its poster, frame, card and page say the same."""
    told = _of(said, "event", EVENT, language)

    assert set(told) >= {"posters", "cards", "site"}
    assert [channel for channel, text in told.items() if expected not in text] == []


@pytest.mark.parametrize(("language", "expected"), [("zh", "4月23日 星期二"), ("en", "Tuesday 23 April")])
def test_a_single_day_is_told_with_its_weekday(said, language, expected):
    """An activity of one day, on its poster, its card and its page."""
    told = _of(said, "activity", "training", language)

    assert set(told) >= {"posters", "cards", "site"}
    assert [channel for channel, text in told.items() if expected not in text] == []


@pytest.mark.parametrize(
    ("language", "expected"), [("zh", "4月26日 星期五 09:00–17:00"), ("en", "Friday 26 April, 09:00–17:00")]
)
def test_opening_hours_are_told_as_an_event_s(said, language, expected):
    """The exhibition's first day."""
    told = _of(said, "exhibition", "", language)

    assert set(told) >= {"posters", "cards", "site"} and (language != "zh" or "screens" in told)
    assert [channel for channel, text in told.items() if expected not in text] == []


@pytest.mark.parametrize(("language", "expected"), [("zh", "4月21日 星期日 19:00"), ("en", "Sunday 21 April, 19:00")])
def test_a_former_time_is_told_alike_by_page_and_calendar(campaign, said, language, expected):
    """When it was to start before."""
    files = {file.path: file.content for file in feeds.render(campaign, CONTEXT)}
    (event,) = Calendar.from_ical(files[f"calendar/{language}/event/{EVENT}.ics"]).walk("VEVENT")

    assert expected in str(event["DESCRIPTION"])
    assert expected in _of(said, "event", EVENT, language)["site"]


def test_a_timetable_says_where_a_day_ends(said):
    """A county's timetable doesn't hide that an event ends on another day."""
    assert "22:00 – 4月23日 01:30" in said["posters", "county", "", "zh"]
