"""The page of the week's messages: all of them by day, with what is to be copied, and nothing that the public finds."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.channels import site
from campaign.channels.messages.parcels.values import Parcel
from campaign.kinds import urls
from looking import some
from sent_messages import sent, small, week

PATH = "staff/messages/"
NASTY = "</div><script>alert('1')</script> & \u201c\n  第二行"
MESSAGES = (
    {"id": "opening", "channel": "weibo", "subject": "theme", "at": "2025-03-22 08:00", "languages": ["zh", "en"]},
    {"id": "check", "channel": "sms", "subject": "event", "record": "north-home-check", "at": "2025-03-22 09:30"},
    {
        "id": "own",
        "channel": "weibo",
        "subject": "theme",
        "at": "2025-03-24 07:00",
        "county": "northbank",
        "text": {"zh": NASTY},
    },
)
NORTH = Parcel(
    county="northbank",
    pack="staff/messages/northbank.zip",
    calendar="staff/messages/northbank.ics",
    size_bytes=52_000,
    messages=1,
    sample=False,
)


def _page(language):
    campaign, told = week(*MESSAGES)
    made = site.render(campaign, told.context, language, sent=sent(told), senders=[NORTH])
    return next(page for page in made if page.path == PATH)


@pytest.fixture(scope="module")
def page():
    return _page("zh")


@pytest.fixture(scope="module")
def tree(page):
    return LexborHTMLParser(page.body)


def test_every_message_stands_under_its_day_with_the_very_text(tree):
    """In order of time; what a button copies is what is sent, sign for sign."""
    days = {day.attributes["data-day"]: day.css("[data-message]") for day in tree.css("[data-day]")}
    composed = sent(week(*MESSAGES)[1])

    assert {day: len(found) for day, found in days.items()} == {"2025-03-22": 3, "2025-03-24": 1}
    shown = [[part.text(deep=True) for part in one.css("[data-part]")] for one in tree.css("[data-message]")]
    assert shown == [[text for _, text in one.copied] for one in some(composed)]
    assert not tree.css("#messages script")


def test_a_tick_keeps_what_was_told(tree):
    """Which message, in which language, from whom, and the facts of its subject."""
    kept = json.loads(tree.css("[data-message]")[2].attributes["data-message"])

    assert (kept["id"], kept["language"], kept["county"], kept["at"]) == ("check", "en", "", "2025-03-22 09:30")
    assert kept["facts"]["event:north-home-check"]["when"] == "2025-03-23 09:00/2025-03-23 11:30"


def test_the_timetable_leads_to_each_message_and_packs_are_offered(tree):
    """A row a day, a column a channel; the pack and the calendar of who sends."""
    led = {link.attributes["href"] for link in tree.css(".slots td a")}

    assert led == {f"#{one.attributes['id']}" for one in tree.css("[data-message]")}
    assert len(tree.css(".slots tbody tr")) == 2 and len(tree.css(".slots thead th")) == 3
    assert {link.attributes["href"] for link in tree.css(".packs-of a")} == {
        "../../../staff/messages/northbank.zip",
        "../../../staff/messages/northbank.ics",
    }


def test_without_script_it_is_a_plain_list(tree):
    """Ticks, buttons and filters need a script, and say so."""
    needing = tree.css("form,[data-message] input,[data-message] button")

    def shown_by_script(one):
        while one is not None and "data-script" not in (one.attributes or {}):
            one = one.parent
        return one is not None

    assert all(map(shown_by_script, some(needing)))


def test_the_public_doesnt_find_it(page):
    """It isn't searched, and who has no messages has no page."""
    assert not page.searchable and urls.page("staff-messages") == PATH
    assert PATH not in {one.path for one in site.render(small(), week()[1].context, "zh")}


def test_it_speaks_the_language_of_its_readers():
    """Around the messages, whatever language those are in."""
    tree = LexborHTMLParser(_page("en").body)

    assert "Text message" in tree.text() and "of 2000 characters" in tree.text() and "短信" not in tree.text()
    assert {one.attributes["lang"] for one in tree.css("[data-part]")} == {"zh-CN", "en"}
