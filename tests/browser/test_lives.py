"""Home's three lives on the device: before, during and after, in the campaign's zone, and true at every moment."""

import re
from dataclasses import replace
from datetime import date, datetime

import pytest

from campaign.channels.site.edition import Edition
from campaign.channels.site.home import pages
from campaign.core.context import BuildContext
from campaign.core.language import Lent
from campaign.kinds.notice import NoticeFile
from campaign.kinds.status import Status
from campaign.read import read_campaign
from looking import some
from projects import GOOD, TOP
from weeks import moved, with_event

CONTEXT = BuildContext(
    today=date(2025, 3, 22),
    site_address="https://water.example.org/",
    written=frozenset({"learn/", "learn/report/", "learn/infringed/"}),
)
ASSETS = TOP / "hooks" / "theme" / "assets"
CHECK, CLASS, DRIP = "north-home-check", "north-school-class", "south-village-drip"
SHELL = '<!doctype html><html class="js" lang="{}"><link rel="stylesheet" href="campaign.css"><main>{}</main>{}</html>'


@pytest.fixture(scope="module")
def small():
    return read_campaign(GOOD / "small")


class Home:
    """One language's home page of a campaign, from a folder, on a device with a clock of its own."""

    def __init__(self, browser, folder):
        self._browser, self._folder, self._contexts = browser, folder, []

    def open(self, campaign, moment, language="en", *, more="", **options):
        """The page at a moment with its offset."""
        (made,) = pages(Edition(campaign, CONTEXT, language))
        for name in ("campaign.css", "home.js"):
            (self._folder / name).write_bytes((ASSETS / name).read_bytes())
        body = re.sub(r'src="[^"]*/assets/home.js"', 'src="home.js"', made.body)
        (self._folder / "index.html").write_text(SHELL.format(language, body, more), "utf-8")
        context = self._browser.new_context(viewport={"width": 360, "height": 740}, **options)
        self._contexts.append(context)
        page = context.new_page()
        page.clock.install(time=moment)
        page.goto((self._folder / "index.html").as_uri())
        return page

    def seen(self, campaign, moments, language="en", **options):
        """The same page, left open, at each of the moments in turn."""
        moments = some(moments)
        page = self.open(campaign, moments[0], language, **options)
        for moment in moments:
            page.clock.set_system_time(moment)
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
            yield page

    def close(self):
        """No window is left open."""
        for context in self._contexts:
            context.close()


@pytest.fixture
def home(browser, tmp_path):
    made = Home(browser, tmp_path)
    yield made
    made.close()


def _head(page):
    return page.inner_text(".life-head")


def _titles(page):
    return page.locator(".life-title").all_inner_texts()


def _labels(page):
    return page.locator(".life-label").all_inner_texts()


def _notes(page):
    return page.locator(".life-note").all_inner_texts()


def _marks(page):
    return page.locator(".life-mark").all_inner_texts()


def _links(page):
    return page.locator(".life .hero-do a").evaluate_all("all => all.map(one => one.getAttribute('href'))")


OVER, THANKS = "It's over. Thank you for taking part", "活动已经结束，感谢参与"
LIVES = [
    # moment, head in English, in Chinese, note in English
    ("2025-03-10T12:00:00+08:00", "12 days to go", "还有 12 天", "First up, Saturday 22 March"),
    ("2025-03-20T00:01:00+08:00", "2 days to go", "还有 2 天", "First up, Saturday 22 March"),
    ("2025-03-21T23:59:00+08:00", "Starts tomorrow", "明天开始", "First up, Saturday 22 March"),
    ("2025-03-22T00:00:00+08:00", "On today", "今天看什么", "Saturday 22 March"),
    ("2025-03-23T08:00:00+08:00", "1 event today", "今天有 1 场活动", "Sunday 23 March"),
    ("2025-03-23T11:30:00+08:00", "Over for today", "今天的活动已结束", "Next, Monday 24 March"),
    ("2025-03-26T09:00:00+08:00", "Nothing on today", "今天没有安排", ""),
    ("2025-03-27T23:59:00+08:00", "Nothing on today", "今天没有安排", ""),
    ("2025-03-28T00:00:00+08:00", OVER, THANKS, "Still here for you"),
    ("2031-01-01T00:00:00+08:00", OVER, THANKS, "Still here for you"),
]


@pytest.mark.parametrize(("language", "zone", "at"), [("en", "America/New_York", 1), ("zh", "Pacific/Kiritimati", 2)])
def test_each_moment_has_its_life_in_each_language(home, small, language, zone, at):
    """Whatever zone the device is in; the plain page's buttons make room for those of the life."""
    seen = home.seen(small, [one[0] for one in LIVES], language, timezone_id=zone)
    told = [(_head(page), _notes(page), page.locator(".hero-do:visible").count()) for page in seen]

    assert [head for head, _, _ in told] == [one[at] for one in LIVES]
    assert [len(notes) for _, notes, _ in told] == [bool(one[3]) for one in LIVES]
    assert language != "en" or [notes for _, notes, _ in told] == [[one[3]] * bool(one[3]) for one in LIVES]
    assert {buttons for _, _, buttons in told} == {1}


def test_today_names_its_headline_and_what_is_next(home, small):
    """All on one day: the plaza heads it, the next to start is nearest; what is over is named no more."""
    day = moved(small, date(2025, 3, 24), 1)
    at = "2025-03-24T{}:00+08:00".format

    seen = home.seen(day, [at("08:00"), at("12:00"), at("16:30")])
    page = next(seen)
    assert (_head(page), _titles(page)) == ("3 events today", ["At the harbour", "Drip irrigation in the field"])
    assert _labels(page) == ["Today's highlight", "Next"]
    assert page.inner_text(".life-lead .life-facts").startswith("09:00–16:00 · The old harbour")
    assert _links(page) == ["./programme/#day-2025-03-24", "#near"]
    page = next(seen)
    assert (_titles(page), _labels(page)) == (["At the harbour", "Where water comes from"], ["On now", "Next"])
    assert _marks(page) == ["Changed"]
    page = next(seen)
    assert (_head(page), _titles(page)) == ("Over for today", [])


@pytest.mark.parametrize("days", [1, 10, 60])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_campaign_of_any_length_has_all_three(home, small, days, language):
    """One day, ten, many weeks."""
    long = moved(small, date(2025, 3, 22), days)
    last = long.campaign.week.ends
    words = Edition(small, CONTEXT, language).words
    moments = ("2025-03-19T12:00:00+08:00", f"{last}T00:00:00+08:00", "2025-07-01T00:00:00+08:00")
    before, during, after = (_head(page) for page in home.seen(long, moments, language))

    assert before == words.count("home_to_go", 3)
    assert during == (words.count("home_today", 3) if days == 1 else words.home_today_none)
    assert after == words.home_over


def test_a_page_that_stays_open_goes_on_to_the_next_day(home, small):
    """Over midnight, within half a minute: from the eve to the first day, between days, and to after the last."""
    for moment, before, after in (
        ("2025-03-21T23:59:50+08:00", "Starts tomorrow", "On today"),
        ("2025-03-23T23:59:50+08:00", "Over for today", "1 event today"),
        ("2025-03-27T23:59:50+08:00", "Nothing on today", OVER),
    ):
        page = home.open(small, moment)
        assert _head(page) == before
        page.clock.fast_forward(30_000)
        assert _head(page) == after


@pytest.mark.parametrize("day", [25, 27])
def test_what_began_in_the_evening_is_on_until_it_ends(home, small, day):
    """Past midnight, also on the last day, which isn't over before."""
    night = with_event(small, DRIP, starts=datetime(2025, 3, day, 22), ends=datetime(2025, 3, day + 1, 1, 30))
    seen = home.seen(night, [f"2025-03-{day + 1}T{clock}:00+08:00" for clock in ("00:30", "01:30")])
    page = next(seen)
    assert (_head(page), _labels(page)) == ("On now", ["On now"])
    page = next(seen)
    assert _titles(page) == []
    assert _head(page) == ("Nothing on today" if day == 25 else OVER)


@pytest.mark.parametrize("status", [Status.POSTPONED, Status.CANCELLED])
def test_what_is_called_off_neither_counts_nor_heads(home, small, status):
    """Nor is it what is coming."""
    off = with_event(small, CHECK, status=status)

    page = home.open(off, "2025-03-23T08:00:00+08:00")

    assert (_head(page), _titles(page)) == ("Nothing on today", ["Where water comes from"])


def test_what_is_moved_counts_but_doesn_t_head(home, small):
    """Its mark stands by it, alone while all the events are samples, which the ribbon says."""
    moved_one = with_event(small, CHECK, status=Status.MOVED)
    page = home.open(moved_one, "2025-03-23T08:00:00+08:00")

    assert (_head(page), page.locator(".life-lead").count()) == ("1 event today", 0)
    assert _marks(page) == ["Moved"]
    among = home.open(with_event(moved_one, CLASS, sample=False), "2025-03-23T08:00:00+08:00")
    assert _marks(among) == ["Moved", "Sample"]


def test_while_an_urgent_notice_holds_nothing_is_said_of_what_it_is_about(home, small):
    """The notice is pointed to; when it ends, the event is named again."""
    words = Lent({"en": "No water", "zh": "停水"}, small.languages)
    notice = NoticeFile(text=words, ends=datetime(2025, 3, 25, 9), about=(DRIP,))
    page = home.open(replace(small, notice=notice), "2025-03-25T08:59:50+08:00")

    assert page.inner_text(".life-urgent") == "See the urgent notice"
    assert (_head(page), _titles(page)) == ("On today", [])
    page.clock.fast_forward(30_000)
    assert (_head(page), page.locator(".life-urgent").count()) == ("1 event today", 0)
    assert len(some(_titles(page))) == 1


def test_after_it_what_stays_is_offered(home, small):
    """What is there of it: reporting, defending, learning, and the programme as it was."""
    links = _links(home.open(small, "2025-04-01T00:00:00+08:00"))

    assert links[:3] == ["./learn/report/", "./learn/infringed/", "./learn/"]
    assert "./programme/" in links and len(set(links)) == len(links)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_without_a_script_the_page_gives_its_dates(home, small, language):
    """No day is counted, nothing is said to be coming or over."""
    page = home.open(small, "2025-03-23T08:00:00+08:00", language, java_script_enabled=False)

    assert page.locator(".life:visible").count() == 0
    assert "2025" in page.inner_text(".hero-when")
    assert page.locator(".hero-do a:visible").count() == 2


@pytest.mark.parametrize("moment", ["1970-01-02T00:00:00+08:00", "2024-01-01T00:00:00+08:00"])
def test_a_clock_that_can_t_be_right_claims_nothing(home, small, moment):
    """More than some months before, the page says its dates alone; the server's time puts it right."""
    assert home.open(small, moment).locator(".life:visible").count() == 0
    server = "<script>window.campaignTime = use => use(() => Date.parse('2025-03-23T08:00:00+08:00'));</script>"

    assert _head(home.open(small, moment, more=server)) == "1 event today"


@pytest.mark.parametrize("root", ["", "en/"])
def test_home_is_no_longer_than_eight_screens_of_a_phone(reader, root):
    """Whoever comes finds it without scrolling for ever."""
    page = reader(root)

    assert page.locator(".life").is_visible()
    assert page.evaluate("document.documentElement.scrollHeight") <= 8 * 740
