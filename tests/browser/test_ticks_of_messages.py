"""The page of messages at work: ticks that stay, today first, a record saved as a file and read again elsewhere."""

import json
from datetime import datetime

import pytest

from campaign.channels import site
from projects import TOP
from sent_messages import sent, small, week, with_event

SCRIPTS = [TOP / "hooks" / "theme" / "assets" / name for name in ("campaign.js", "messages.js")]
ADDRESS = "https://water.example.org/staff/messages/"
WORDS = '<script data-now="now" data-next="next" data-over="over" data-zone="Asia/Shanghai" data-lang="en"></script>'
"""What the page's frame gives the script to say."""
MESSAGES = (
    {"id": "opening", "channel": "weibo", "subject": "theme", "at": "2025-03-22 08:00"},
    {"id": "check", "channel": "sms", "subject": "event", "record": "north-home-check", "at": "2025-03-22 09:30"},
    {"id": "drip", "channel": "moments", "subject": "event", "record": "south-village-drip", "at": "2025-03-23 07:30"},
    {"id": "north", "channel": "weibo", "subject": "theme", "at": "2025-03-24 07:00", "county": "northbank"},
)
FIRST = "[data-message] [data-sent]"


def _html(campaign=None):
    campaign, told = week(*MESSAGES, campaign=campaign)
    made = site.render(campaign, told.context, "en", sent=sent(told))
    return WORDS + next(page.body for page in made if page.path == "staff/messages/")


@pytest.fixture(scope="module")
def html():
    """The page in English."""
    return _html()


@pytest.fixture
def opened(browser, html):
    """Opens the page at an hour; context: a computer that had it open before."""
    contexts = []

    def open_at(hour, *, context=None, body=html, search=""):
        if context is None:
            context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
            contexts.append(context)
        page = context.new_page()
        page.clock.install(time=datetime.fromisoformat(f"{hour}+08:00"))
        page.route(f"{ADDRESS}**", lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
        page.goto(ADDRESS + search)
        for one in SCRIPTS:
            page.add_script_tag(path=one)
        page.clock.run_for(4000)
        return page

    yield open_at
    for context in contexts:
        context.close()


def _order(page):
    return page.eval_on_selector_all("[data-message]", "all => all.map(one => one.dataset.key)")


def test_today_stands_first_and_the_days_gone_by_last(opened):
    """What is due says so, what its day left behind, what comes next; before the week and after it all is in order."""
    during, after = opened("2025-03-23T07:00"), opened("2025-04-23T07:00")

    assert _order(during) == ["drip.en", "north.en", "opening.en", "check.en"]
    assert during.inner_text("[data-message] h3 .mark-next") == "Next"
    missed = during.eval_on_selector_all(".past .mark-over", "all => all.map(one => one.textContent)")
    assert missed == ["Its time has passed: send it only if it still holds"] * 2
    due = opened("2025-03-23T23:00").locator(".mark-now", has_text="Due now")
    assert due.count() > 0
    assert _order(after) == ["opening.en", "check.en", "drip.en", "north.en"]
    assert not after.query_selector(".past")


def test_a_tick_stays_on_this_computer(opened):
    """Kept over a reload, counted, and left out where only what isn't sent is wanted."""
    page = opened("2025-03-20T07:00")
    page.check(FIRST)
    again = opened("2025-03-20T08:00", context=page.context)

    assert again.is_checked(FIRST) and again.inner_text(".sending-done") == "1 of 4 sent"
    again.check("[name=left]")
    assert again.locator("[data-message]:visible").count() == 3
    again.select_option("[name=county]", "northbank")
    assert again.locator("[data-message]:visible").count() == 1 and "county=northbank" in again.url


def test_the_record_is_saved_and_read_on_another_computer(opened, tmp_path):
    """With the words that were sent and the facts they told; a file of something else is refused."""
    page = opened("2025-03-22T10:00")
    page.check(FIRST)
    with page.expect_download() as saving:
        page.click("[data-save]")
    saving.value.save_as(tmp_path / "sent.json")
    record = json.loads((tmp_path / "sent.json").read_text("utf-8"))
    there = opened("2025-03-22T11:00")
    there.set_input_files("[data-read]", tmp_path / "sent.json")
    there.wait_for_function("document.querySelector('[data-told]').textContent")

    assert record["sent"][0]["text"] == page.text_content("[data-message] [data-part=text]")
    assert record["sent"][0]["facts"]["theme:"]["title"] and there.is_checked(FIRST)
    (tmp_path / "other.json").write_text("{}", encoding="utf-8")
    there.set_input_files("[data-read]", tmp_path / "other.json")
    there.wait_for_function("document.querySelector('[data-told]').textContent.includes('no record')")


def test_what_was_sent_before_the_facts_changed_is_marked(opened):
    """As soon as the page is built anew, on the computer where it was ticked."""
    page = opened("2025-03-22T10:00")
    page.check("[data-key='check.en'] [data-sent]")
    moved = with_event(small(), "north-home-check", starts=datetime(2025, 3, 23, 10), ends=datetime(2025, 3, 23, 12))
    again = opened("2025-03-22T11:00", context=page.context, body=_html(moved))

    assert page.locator("[data-badge=wrong]:visible").count() == 0
    assert again.inner_text("[data-key='check.en'] [data-badge=wrong]").startswith("The facts changed")


def test_the_copy_is_the_very_text(opened):
    """On the clipboard, as it is sent."""
    page = opened("2025-03-22T10:00")
    page.click("[data-key='check.en'] [data-copy-said]")
    page.wait_for_function("document.querySelector('[data-key=\"check.en\"] .said output').textContent")

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.text_content("[data-key='check.en'] [data-part=text]") != ""
