"""Days on pages: what lasts for several days stands on each, is counted once, and a day's name says its month."""

import re
from dataclasses import replace
from datetime import date, datetime

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.channels import site
from campaign.channels.site.coverage import coverage
from campaign.channels.site.coverage import pages as coverage_pages
from campaign.channels.site.edition import Edition
from campaign.channels.site.embeds import embeds, snippets
from campaign.channels.site.home import pages as home_pages
from campaign.channels.site.programme import pages as programme_pages
from campaign.core.context import BuildContext
from campaign.kinds import urls
from campaign.kinds.status import Status
from campaign.read import read_campaign
from looking import some
from projects import GOOD
from weeks import moved, with_event

CONTEXT = BuildContext(today=date(2025, 3, 22), site_address="https://water.example.org/")
EVENT = "north-home-check"


@pytest.fixture(scope="module")
def small():
    return read_campaign(GOOD / "small")


@pytest.fixture(scope="module")
def lasting(small):
    """From the 23rd to the 26th, nine to five."""
    return with_event(small, EVENT, ends=datetime(2025, 3, 26, 17))


def _edition(campaign, language="en"):
    return Edition(campaign, CONTEXT, language)


def _home(campaign, language="en"):
    (page,) = home_pages(_edition(campaign, language))
    return LexborHTMLParser(page.body)


def _programme(campaign, language="en"):
    return LexborHTMLParser(next(iter(programme_pages(_edition(campaign, language)))).body)


def _coverage(campaign, language="en"):
    _, page = coverage_pages(_edition(campaign, language))
    return LexborHTMLParser(page.body).text(separator=" ")


def _day(tree, day):
    return tree.css_first(f".week li[data-day='{day}']").text(separator=" ", strip=True)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["1 event", "2 events, 1 of them continuing", "2 events, 1 of them continuing", "1 event: last day"]),
        ("zh", ["1 场活动", "2 场活动，其中 1 场延续", "2 场活动，其中 1 场延续", "1 场活动：最后一天"]),
    ],
)
def test_the_strip_says_what_it_counts(lasting, language, said):
    """Each day has the event, and says of the days after the first that it continues; none says that nothing is on."""
    tree = _home(lasting, language)
    counts = [li.css_first(".week-count") for li in tree.css(".week li")]

    assert [count.text() for count in counts if count] == said
    assert "Nothing" not in _day(tree, "2025-03-26")


def test_each_day_of_the_programme_has_it_with_that_day_s_hours(lasting):
    """So that "on now" is true from nine to five and at no time of the night."""
    rows = _programme(lasting).css(f".row:has(a[href='../events/{EVENT}/'])")

    assert [row.attributes["data-starts"][:16] for row in rows] == [f"2025-03-{day}T09:00" for day in range(23, 27)]
    assert [row.attributes["data-ends"][:16] for row in rows] == [f"2025-03-{day}T17:00" for day in range(23, 27)]
    marks = [row.css_first(".mark-lasting").text() for row in rows]
    assert marks == ["until 26 March", *["continues until 26 March"] * 2, "last day"]
    assert [("data-again" in row.attributes) for row in rows] == [False, True, True, True]


def test_what_goes_on_through_the_night_starts_once(small, lasting):
    """A later day of an unbroken stretch begins at midnight but doesn't start then; each of daily hours does."""
    through = with_event(small, EVENT, starts=datetime(2025, 3, 23, 14), ends=datetime(2025, 3, 25, 12))

    def carried(campaign):
        rows = some(_programme(campaign).css(f".row:has(a[href='../events/{EVENT}/'])"))
        return ["data-carried" in row.attributes for row in rows]

    assert carried(through) == [False, True, True]
    assert carried(lasting) == [False] * 4


def test_coverage_counts_it_once_and_has_no_gap_where_it_goes_on(small, lasting):
    """The sum stays, and three cells fewer are empty."""
    before, after = ({t.priority.id: t for t in coverage(_edition(c))} for c in (small, lasting))

    assert after["leaks"].total == before["leaks"].total
    assert after["leaks"].holes == before["leaks"].holes - 3


@pytest.mark.parametrize("status", [one for one in Status if not one.holds])
def test_coverage_counts_nothing_that_is_called_off(small, status):
    """An event put off or cancelled covers no cell, on none of its days."""
    off = with_event(small, EVENT, ends=datetime(2025, 3, 26, 17), status=status)
    before, after = ({t.priority.id: t for t in coverage(_edition(c))} for c in (small, off))

    assert after["leaks"].total == before["leaks"].total - 1
    assert after["leaks"].holes == before["leaks"].holes + 1
    assert f"{after['leaks'].total} event" in _coverage(off)


def test_the_framed_programme_has_it_on_each_day(lasting):
    """Other offices' sites show the same."""
    (page,) = [one for one in embeds(lasting, release=False) if one.path == urls.embedded("en")]

    assert page.content.decode().count(f"events/{EVENT}/") == 4


def test_the_plan_s_own_dates_lead_to_their_pages(small):
    """The exhibition with its hours, an activity with its days: no event's counter counts them, no filter has them."""
    closed = moved(small, date(2025, 3, 22), 6)
    row = _programme(closed).css_first(".row-beside")

    assert row.css_first("a").attributes["href"] == "../exhibition/"
    assert row.css_first("time").text() == "09:00–16:00"
    assert "data-county" not in row.attributes and "data-again" in row.attributes


def test_a_county_with_the_exhibition_alone_has_something_on(small):
    """Its page lists the opening hours where it would say that nothing is arranged."""
    files = tuple(one.model_copy(update={"events": ()}) if one.county == "northbank" else one for one in small.outreach)
    pages = site.render(replace(small, outreach=files), CONTEXT, "en")
    (body,) = [LexborHTMLParser(page.body) for page in pages if page.path == urls.page("county", "northbank")]

    assert body.css_first(".row-beside a").attributes["href"].endswith("/exhibition/")
    assert body.css(".none") == []


LENGTHS = [
    # first day, days, heading, columns of days, periods
    (date(2025, 3, 24), 1, "The day", "当天安排", 1, 0),
    (date(2025, 4, 28), 6, "The week", "一周日程", 6, 0),
    (date(2025, 3, 22), 7, "The week", "一周日程", 7, 0),
    (date(2025, 3, 22), 8, "The week", "一周日程", 4, 0),
    (date(2025, 3, 22), 10, "The campaign", "活动期间", 5, 0),
    (date(2025, 3, 22), 11, "The campaign", "活动期间", 0, 2),
    (date(2025, 3, 22), 30, "The month", "活动期间", 0, 2),
    (date(2025, 3, 22), 41, "The campaign", "活动期间", 0, 1),
    (date(2024, 12, 1), 100, "The campaign", "活动期间", 0, 1),
]


def _columns(week):
    """How many days of a list stand in a row, which its class tells the style sheet."""
    (columns,) = re.findall(r"\bdays-(\d+)", week.attributes["class"])
    return int(columns)


@pytest.mark.parametrize(("starts", "days", "heading", "han", "columns", "groups"), LENGTHS)
def test_a_campaign_of_any_length_has_its_heading_and_its_columns(small, starts, days, heading, han, columns, groups):
    """Up to ten days stand in a row or two; more fold into weeks, many into months; none is called what it isn't.

    A part with nothing on isn't shown: readers look for what there is.
    """
    long = moved(small, starts, days)
    tree = _home(long)

    assert (tree.css_first("#week").text(), _home(long, "zh").css_first("#week").text()) == (heading, han)
    assert len(tree.css(".span")) == groups
    sides = [_columns(one) for one in tree.css("section > .week")]
    assert sides == ([columns] if columns else [])
    assert len(tree.css("section > .week > li")) == (days if columns else 0)


@pytest.mark.parametrize("days", [11, 30, 41, 100])
def test_each_part_of_a_long_campaign_opens_to_the_days_that_have_something(small, days):
    """Without a script: the first is open; an empty day has no cell but is told in words; no part is empty."""
    long = moved(small, date(2025, 3, 22), days)
    tree = _home(long)
    spans = tree.css("details.span")

    assert ["open" in one.attributes for one in spans] == [True, *[False] * (len(spans) - 1)]
    shown = [one.attributes["data-day"] for one in some(tree.css(".span li"))]
    busy = [f"{day}" for day, found in long.timeline.items() if found]
    assert shown == busy and len(busy) < days
    assert max(_columns(one) for one in some(tree.css(".span .week"))) <= 7
    assert "Nothing on" in some(spans)[-1].text()


def test_a_part_with_nothing_on_is_told_to_staff_alone(small):
    """Neither home nor programme nor the plain links have it; coverage keeps its column, without a way to nowhere."""
    long = moved(small, date(2025, 3, 22), 30)
    edition, programme = _edition(long), _programme(long)
    filled = [f"days-{one.key}" for one in some(edition.parts.shown)]
    (links,) = [one.code for one in snippets(edition) if one.label == edition.words.embed_plain]
    columns = LexborHTMLParser(list(coverage_pages(edition))[1].body).css_first("thead tr").css("th")[1:-1]

    assert len(filled) == len(_home(long).css(".spans > *")) < len(long.periods) == len(columns)
    assert [one.attributes["id"] for one in programme.css(".period .period-head")] == filled
    assert [one.attributes["href"] for one in programme.css(".jump-spans a")] == [f"#{one}" for one in filled]
    assert links.count("<li>") == len(filled)
    assert sum(one.css_first("a") is not None for one in columns) == len(filled)


def test_a_long_campaign_without_events_says_so_once(small):
    """Before the first is entered."""
    empty = replace(moved(small, date(2026, 1, 1), 30), outreach=(), exhibition=None)
    empty = replace(empty, activities=small.activities.model_copy(update={"activities": ()}))

    for tree in some([_home(empty), _programme(empty)]):
        assert [one.text() for one in tree.css(".spans > *, #days > *")] == ["No events planned yet."]


@pytest.mark.parametrize("days", [7, 10, 11, 30, 41, 100])
def test_the_programme_and_the_coverage_have_few_columns_at_any_length(small, days):
    """Every way from one to the other arrives; a part has its days under it, a level lower."""
    long = moved(small, date(2025, 3, 22), days)
    programme = _programme(long)
    _, page = coverage_pages(_edition(long))
    heads = LexborHTMLParser(page.body).css("thead tr:first-child a[href*='#']")
    anchors = {one.attributes["id"] for one in programme.css("[id]")}

    assert len(long.periods) <= 10
    assert len(heads) == len(_edition(long).parts.shown) * len(long.priorities.priorities)
    assert {one.attributes["href"].partition("#")[2] for one in some(heads)} <= anchors
    jumps = programme.css("nav a[href^='#']")
    assert {one.attributes["href"][1:] for one in some(jumps)} <= anchors
    level = "h3" if days > 10 else "h2"
    assert {one.tag for one in some(programme.css(".day-head"))} == {level}


def test_coverage_by_the_week_counts_what_the_days_counted(small):
    """Each event once, in the week that it begins in."""
    daily = {table.priority.id: table.total for table in coverage(_edition(small))}
    weekly = {table.priority.id: table.total for table in coverage(_edition(moved(small, date(2025, 3, 22), 30)))}

    assert weekly == daily and sum(daily.values())


def test_pages_of_counties_tell_weeks_before_days(small):
    """Where days are many; a week's few days stand as before."""

    def heads(campaign):
        pages = site.render(campaign, CONTEXT, "zh")
        (body,) = [LexborHTMLParser(page.body) for page in pages if page.path == urls.page("county", "northbank")]
        return [one.text() for one in body.css(".period-head")]

    assert heads(small) == []
    assert heads(moved(small, date(2025, 3, 22), 30)) == ["第1周 3月22日至23日", "第2周 3月24日至30日"]


def test_a_week_across_months_says_which_month(small):
    """30 April and 1 May, on the home page and at the programme's head; in one month the number is enough."""
    across, within = moved(small, date(2025, 4, 28), 6), small
    for tree in some([_home(across), _programme(across)]):
        assert [one.text() for one in tree.css(".month")] == ["April"] * 3 + ["May"] * 3
    for tree in some([_home(within), _programme(within)]):
        assert tree.css(".month") == []
    assert _home(across).css_first(".hero-when").text() == "28 April to 3 May 2025"
    assert _home(moved(small, date(2025, 3, 24), 1), "zh").css_first(".hero-when").text() == "2025年3月24日"
