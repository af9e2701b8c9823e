"""What stands beside a record's name at each moment, in each of its states: one badge, on its page and in lists."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from campaign.channels.site.templating import environment
from campaign.channels.site.words import words
from campaign.core.times import Part
from campaign.kinds.brief import State
from campaign.kinds.status import Status, badge
from projects import TOP

ASSETS = TOP / "hooks/theme/assets"
STARTS, ENDS = "2025-03-23T09:00+08:00", "2025-03-23T17:00+08:00"
MOMENTS = BEFORE, SOON, NOW, OVER = tuple(
    datetime(2025, 3, day, hour, tzinfo=UTC) for day, hour in ((10, 4), (22, 12), (23, 4), (23, 12))
)
SCRIPT = """<script data-now="{now}" data-next="{next}" data-over="{over}" data-zone="Asia/Shanghai" data-lang="{lang}">
window.campaignTime = told => told(Date.now);</script>"""
ROW = '<li class="row"{lasts}><time>{time}</time> <span class="row-title">{badge}</span></li>'


@pytest.fixture(scope="module")
def page(browser):
    """A page whose clock the test sets."""
    made = browser.new_page()
    made.clock.install(time=NOW)
    yield made
    made.close()


def _markup(status, said):
    """The head of an event's page and its line in a list, by the templates' own macros."""
    state = State(word=status.value, holds=status.holds)
    one = SimpleNamespace(
        state=state, badge=badge(state, said), starts=STARTS, ends=ENDS, timed=True, carried=False, part=Part.ONLY
    )
    macros = environment().get_template("_state.j2.html").make_module({"w": said})
    head = macros.head(state, one.badge or status.said(said), one)
    row = ROW.format(lasts=macros.lasts(one), time=macros.time(state, "09:00"), badge=macros.badge(one))
    own = SCRIPT.format(now=said.live_now, next=said.live_next, over=said.live_over, lang=said.language)
    return f'{own}<div class="page page-event"><p class="event-marks">{head}</p></div><ul>{row}</ul>'


def _seen(page, status, said, moment=None):
    page.clock.set_fixed_time(moment or NOW)
    page.set_content(_markup(status, said))
    page.add_style_tag(path=ASSETS / "campaign.css")
    if moment:
        page.add_script_tag(path=ASSETS / "finding.js")
    marks = "node => [...node.querySelectorAll('.mark')].filter(one => one.offsetParent).map(one => one.textContent)"
    return tuple(page.locator(part).evaluate(marks) for part in (".page", "li"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_one_badge_says_where_it_stands_at_any_moment(page, language):
    """As planned on its own page and before it alone; what isn't, until it is over; what is off is never on or over."""
    said = words(language)
    looked = 0
    for status in Status:
        own = status.said(said)
        for moment, live in ((BEFORE, ""), (SOON, said.live_next), (NOW, said.live_now), (OVER, said.live_over)):
            if not status.holds:
                wanted = [own], [own]
            elif status is Status.PLANNED:
                wanted = [live or own], [live] if live else []
            elif moment is OVER:
                wanted = [live], [live]
            else:
                both = " · ".join(filter(None, (live, own)))
                wanted = [both], [both]
            assert _seen(page, status, said, moment) == wanted, (status, moment)
            looked += 1
    assert looked == 4 * len(Status)


def test_without_a_clock_nothing_goes_ahead_as_planned(page):
    """Without script a page says of what changed that it did, and of the rest nothing."""
    said = words("zh")
    for status in Status:
        badges = [] if status is Status.PLANNED else [status.said(said)]
        assert _seen(page, status, said) == (badges, badges)


def test_the_badge_changes_on_a_page_that_stays_open(page):
    """From on now to over and, the clock put back, to the state again: nothing is left of the moment before."""
    said = words("zh")
    for moment in (NOW, OVER, BEFORE):
        _seen(page, Status.MOVED, said, moment)
    page.clock.set_fixed_time(NOW)
    page.set_content(_markup(Status.MOVED, said))
    page.add_script_tag(path=ASSETS / "finding.js")
    texts = []
    for moment in (NOW, OVER, BEFORE):
        page.clock.set_fixed_time(moment)
        page.clock.run_for(60_000)
        texts.append(page.locator(".event-marks").inner_text())
    assert texts == ["正在进行 · 已改地点", "已结束", "已改地点"]
