"""The urgent notice on the device: shown from its beginning to its end, whenever the page was made or opened."""

from dataclasses import replace
from datetime import date, datetime
from functools import partial

import pytest

from campaign.channels import site
from campaign.core.context import BuildContext
from campaign.core.language import Lent
from campaign.kinds.notice import NoticeFile
from campaign.read import read_campaign
from looking import some
from projects import GOOD, TOP

CONTEXT = BuildContext(today=date(2025, 3, 22), site_address="https://water.example.org/")

SCRIPT = TOP / "hooks" / "theme" / "assets" / "urgent.js"
FINDING, STYLE = SCRIPT.with_name("finding.js"), SCRIPT.with_name("campaign.css")
NOW = "2025-03-23T12:00:00+08:00"
BOX = '<div role="alert" data-urgent data-starts="{}" data-ends="{}">x</div>'


@pytest.fixture
def page(browser):
    """A page whose clock the test sets."""
    made = browser.new_page()
    made.clock.install(time=NOW)
    yield made
    made.close()


def _shown(page, starts, ends):
    page.set_content(BOX.format(starts, ends))
    page.add_script_tag(path=SCRIPT)
    return page.locator("[data-urgent]")


@pytest.mark.parametrize(
    ("starts", "ends", "shown"),
    [
        ("", "2025-03-23T18:00+08:00", True),
        ("2025-03-23T08:00+08:00", "2025-03-23T18:00+08:00", True),
        ("2025-03-23T13:00+08:00", "2025-03-23T18:00+08:00", False),
        ("", "2025-03-23T12:00+08:00", False),
        ("", "2025-03-23T11:59+08:00", False),
    ],
)
def test_it_is_shown_while_it_holds(page, starts, ends, shown):
    """Worked out on the device, so that a page made yesterday tells the truth today."""
    assert _shown(page, starts, ends).is_visible() == shown


def test_it_comes_and_goes_on_a_page_that_stays_open(page):
    """Within half a minute."""
    box = _shown(page, "2025-03-23T13:00+08:00", "2025-03-23T18:00+08:00")

    page.clock.fast_forward("01:00:30")
    assert box.is_visible()
    page.clock.fast_forward("05:00:00")
    assert not box.is_visible()


EVENT = """<script data-now="now" data-next="next" data-over="over" data-zone="Asia/Shanghai" data-lang="en">
window.campaignTime = function (told) {{ told(Date.now); }};</script>
<div class="page"><p class="event-marks">
<span class="mark mark-urgent" data-urgent data-starts="{0}" data-ends="{1}">see</span>
<span class="mark mark-planned" data-live data-state="planned" data-starts="2025-03-23T09:00+08:00"
data-ends="2025-03-23T17:00+08:00" hidden>planned</span>
</p></div>
<ul><li class="row" data-starts="2025-03-23T09:00+08:00" data-ends="2025-03-23T17:00+08:00"><time>9</time>
<span class="mark mark-urgent" data-urgent data-starts="{0}" data-ends="{1}">see</span></li>
<li class="row" data-starts="2025-03-23T09:00+08:00" data-ends="2025-03-23T17:00+08:00"><time>9</time></li></ul>"""
"""An event's page and two lines of a list, the first of them of what the notice is about."""


def _marks(page, starts, ends):
    page.set_content(EVENT.format(starts, ends))
    page.add_style_tag(path=STYLE)
    for script in (SCRIPT, FINDING):
        page.add_script_tag(path=script)
    seen = "node => [...node.querySelectorAll('.mark')].filter(one => one.offsetParent).map(one => one.textContent)"
    return [part.evaluate(seen) for part in page.locator(".page, li").all()]


@pytest.mark.parametrize(
    ("starts", "ends", "holds"),
    [
        ("", "2025-03-23T18:00+08:00", True),
        ("2025-03-23T11:00+08:00", "2025-03-23T18:00+08:00", True),
        ("2025-03-23T13:00+08:00", "2025-03-23T18:00+08:00", False),
        ("", "2025-03-23T11:00+08:00", False),
    ],
)
def test_as_planned_and_on_now_give_way_while_it_holds(page, starts, ends, holds):
    """Of what it is about alone, by the banner's own rule; before it and after it all is as without it."""
    about = [["see"], ["see"]] if holds else [["now"], ["now"]]

    assert _marks(page, starts, ends) == [*about, ["now"]]


def test_without_script_it_leads_to_the_notice(page):
    """Which says until when; nothing says that all is as planned."""
    page.set_content(EVENT.format("", "2025-03-23T18:00+08:00"))
    page.add_style_tag(path=STYLE)

    assert page.locator(".mark-urgent").first.is_visible()
    assert not page.locator(".mark-planned").is_visible()


def test_a_notice_that_begins_later_is_no_event(page):
    """Its own times say nothing to what is on now: the script of lists went down over them."""
    said = []

    @partial(page.on, "pageerror")
    def _(error):
        said.append(error)

    banner = BOX.format("2025-03-23T11:00+08:00", "2025-03-23T18:00+08:00")
    page.set_content(EVENT.format("", "2025-03-23T18:00+08:00") + banner)
    page.add_script_tag(path=FINDING)

    assert said == []
    assert page.locator("li .mark-now").count() == 1


WORDS = {
    "zh": "“入户查漏：一个龙头一个龙头看”改在北岸文化站一楼大厅举行，时间不变：3月23日星期日 09:00–11:30。",
    "en": "“At home: tap by tap” is now held at Northbank Hall. The time stays the same: Sunday 23 March, 09:00–11:30.",
}


@pytest.mark.parametrize("language", some(WORDS))
def test_ready_words_leave_the_page_its_first_screen(page, language):
    """On a desk the banner is a strip: what the page is for stays above the fold."""
    campaign = read_campaign(GOOD / "small")
    ends = datetime(2025, 3, 23, 18)
    notice = NoticeFile(text=Lent(WORDS, campaign.languages), about=("north-home-check",), ends=ends)
    frame = site.frame(replace(campaign, notice=notice), CONTEXT, language)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.set_content(f'<html lang="{language}">{site.chrome(frame, path="", title="x", description="y").header}')
    page.add_style_tag(path=STYLE)

    assert 40 < page.locator(".urgent").bounding_box()["height"] <= 72
