"""What is called off is nowhere shown as running: the exhibition and the plan's activities as outreach events are."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache

import pytest
from icalendar import Calendar
from selectolax.lexbor import LexborHTMLParser

from campaign import history
from campaign.channels import feeds, site
from campaign.channels.cards.content import Voice, record_content, single_content
from campaign.channels.posters.compose import content
from campaign.core.artifact import Source
from campaign.core.context import BuildContext
from campaign.core.language import Localized
from campaign.kinds import urls
from campaign.kinds.status import Status
from campaign.say.wording import Wording
from displays import jobs, small
from looking import some

ACTIVITY = "harbour-day"
TODAY = date(2025, 3, 20)
WHY = Localized({"zh": "大风", "en": "A gale"})
MARKS = {Status.POSTPONED: ("已延期", "Postponed"), Status.CANCELLED: ("已取消", "Cancelled")}
OFF = pytest.mark.parametrize("status", MARKS)


@cache
def campaign(status=None):
    """The small campaign, its exhibition and the activity it belongs to in this state, with an address of its own."""
    said = {"status": status, "change": WHY if status else None, "changed_on": TODAY if status else None}
    rows = tuple(one.model_copy(update=said) if one.id == ACTIVITY else one for one in small().activities.activities)
    head = small().campaign.model_copy(update={"site_address_sample": False})
    return replace(
        small(),
        campaign=head,
        exhibition=small().exhibition.model_copy(update=said),
        activities=small().activities.model_copy(update={"activities": rows}),
    )


def _context():
    return BuildContext(today=TODAY, site_address=small().campaign.site_address)


@cache
def pages(status):
    """Every page in Chinese, by path."""
    return {one.path: one.body for one in site.render(campaign(status), _context(), "zh", files=())}


@OFF
def test_its_pages_say_so_first(status):
    """On the exhibition's page, each of its booths', the activity's and in lists of either; its hours are struck."""
    mark, booths = MARKS[status][0], [urls.page("booth", one.id) for one in small().booths]

    for path in some([urls.page("exhibition"), *booths, urls.page("activity", ACTIVITY)]):
        tree = LexborHTMLParser(pages(status)[path])
        notice = tree.css_first(f"section.notice-{status.value}")
        assert notice and mark in notice.text() and WHY["zh"] in notice.text(), path
        assert tree.css_first("dl.facts s"), path
    for path in (urls.page("home"), urls.page("activities")):
        assert f'<span class="mark mark-{status.value}">{mark}</span>' in pages(status)[path], path


@OFF
def test_no_page_leads_to_it_as_if_it_were_on(status):
    """An activity's and a priority's page, home and the map of the site: the mark is beside the link, also where the
    exhibition alone is called off; home has no other link to it."""
    said = {"status": status, "change": WHY, "changed_on": TODAY}
    alone = replace(small(), exhibition=small().exhibition.model_copy(update=said))
    made = {one.path: one.body for one in site.render(alone, _context(), "zh", files=())}
    mark = f".mark-{status.value}"

    def beside(path, within):
        return [one for one in LexborHTMLParser(made[path]).css(within) if one.css_first("a[href*='exhibition/']")]

    priority = urls.page("priority", small().booths[0].priorities[0])
    for path, within in (
        (urls.page("activity", ACTIVITY), "p.buttons"),
        (urls.page("home"), ".plaza"),
        (urls.page("site-map"), ".map h2"),
        (priority, "section"),
    ):
        for one in some(beside(path, within)):
            assert MARKS[status][0] in one.css_first(mark).text(), (path, one.html)
    links = "a[href*='exhibition/']"
    home = LexborHTMLParser(made[urls.page("home")])
    assert len(home.css(links)) == len(some(home.css(f".plaza {links}")))
    assert "exhibition/" not in home.css_first("#lives").text()


@OFF
def test_its_line_in_the_programme_is_no_time_to_come(status):
    """The line has its state, by which the page's script leaves it out of now and next."""
    rows = LexborHTMLParser(pages(status)[urls.page("programme")]).css("li.row-beside")

    assert rows
    assert {row.attributes.get("data-status") for row in rows} == {status.value}
    assert MARKS[status][0] in rows[0].css_first(".row-title").text()
    planned = LexborHTMLParser(pages(None)[urls.page("programme")]).css("li.row-beside")
    assert "data-status" not in planned[0].attributes


@OFF
@pytest.mark.parametrize(("language", "at"), [("zh", 0), ("en", 1)])
def test_calendars_and_feeds_say_so(status, language, at):
    """In the title, in STATUS and in the description; the feed leads to the place on the page that tells it."""
    made = {one.path: one.content for one in feeds.render(campaign(status), _context())}
    entries = Calendar.from_ical(made[urls.calendar(language, "exhibition", "days")]).walk("VEVENT")

    for one in some(entries):
        assert MARKS[status][at] in str(one["SUMMARY"]) and WHY[language] in str(one["DESCRIPTION"])
        assert str(one["STATUS"]) == {"postponed": "TENTATIVE", "cancelled": "CANCELLED"}[status.value]
    news = made[urls.rss(language)].decode()
    for key in (("exhibition", ""), ("activity", ACTIVITY)):
        assert f"{urls.page(*key)}#" in news
    anchor = news.partition(f"{urls.page('exhibition')}#")[2].partition("<")[0]
    assert f'id="{anchor}"' in pages(status)[urls.page("exhibition")]


@OFF
def test_displays_never_count_down_to_it(status):
    """It isn't among what is on now and next, on any display that has the rest."""
    (planned,), (off,) = (
        jobs({"county": "northbank", "languages": ["zh"]}, campaign=campaign(one)) for one in (None, status)
    )
    name = campaign().exhibition.name["zh"]

    assert [one for one in planned.happenings if one.title.endswith(name)]
    assert off.happenings
    assert not [one for one in some(off.happenings) if one.title.endswith(name)]
    assert off.told_on == TODAY


@OFF
@pytest.mark.parametrize(("poster", "record"), [("exhibition", ""), ("activity", ACTIVITY)])
def test_a_poster_printed_now_and_the_share_card_say_so(status, poster, record):
    """The poster strikes its hours and gives the reason; the card has the mark."""
    made = content(campaign(status), poster, record, Wording("zh", "en"))
    voice = Voice(campaign(status), _context(), "zh")
    card = record_content(voice, Source(kind=poster, id=record)) if record else single_content(voice, poster)

    assert made.notice and made.notice.change == (WHY["zh"], WHY["en"])
    assert [one for one in made.facts if one.struck]
    assert card.notice == MARKS[status][0]


def test_what_was_called_off_and_is_back_says_so(tmp_path):
    """Phones have the cancellation: it goes on saying that it takes place after all until its status says otherwise."""
    (tmp_path / "data").mkdir()
    now = small().campaign.week.starts
    moments = [_at(now, hour) for hour in (8, 9, 10)]
    told = campaign(Status.CANCELLED)
    for moment, then in zip(moments, (told, campaign(), campaign()), strict=True):
        known = history.load(tmp_path / "data", sites=[])
        told = history.told(then, known, moment)
        made = {one.path: one.content for one in feeds.render(told, _context(), history=known, now=moment)}
        _published(tmp_path, made)

    assert told.exhibition.status is Status.REINSTATED
    assert told.activity(ACTIVITY).status is Status.REINSTATED
    (entry,) = Calendar.from_ical(made[urls.calendar("en", "exhibition", "days")]).walk("VEVENT")
    assert str(entry["STATUS"]) == "CONFIRMED" and "Takes place after all" in str(entry["SUMMARY"])
    assert history.told(campaign(), history.NOTHING, moments[0]).exhibition.status is None


def _at(day, hour):
    return datetime.combine(day, time(hour)) - timedelta(days=1)


def _published(folder, made):
    """What a publish leaves: the site's copy of the history, taken into the campaign's folder."""
    path = folder / "site" / urls.PUBLISHED
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(made[urls.PUBLISHED])
    history.take(folder / "data", folder / "site", public=True)
