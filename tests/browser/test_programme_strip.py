"""The programme's strip of days: all of the week in one row, today's drawn inside its tile, the days before folded."""

from datetime import datetime

import pytest
from test_browser import SCREENS_LONG

DURING, AFTER = datetime(2024, 4, 23, 12), datetime(2024, 6, 1, 12)


@pytest.fixture
def programme(browser, address):
    """The programme on a phone, opened at a time, in either language."""
    contexts = []

    def opened(now, root="", anchor="", path="programme/"):
        context = browser.new_context(viewport={"width": 360, "height": 740}, timezone_id="Asia/Shanghai")
        contexts.append(context)
        page = context.new_page()
        page.clock.install(time=now)
        page.route("**/*", lambda route: route.abort() if route.request.method == "HEAD" else route.continue_())
        page.goto(f"{address}{root}{path}{anchor}", wait_until="load")
        page.clock.run_for(4000)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("root", ["", "en/"])
def test_the_week_is_one_row_that_opens_at_today(programme, root):
    """Seven days side by side, none wider than its cell; what is over is folded, and the strip stays in sight."""
    page = programme(DURING, root)
    tiles = page.evaluate(
        """[...document.querySelectorAll('.jump-strip li')].map(one => {
            const cell = one.getBoundingClientRect(), tile = one.firstElementChild.getBoundingClientRect();
            const over = one.firstElementChild.scrollWidth - tile.width;
            return [cell.top, tile.left - cell.left, tile.right - cell.right, over, tile.height];
        })"""
    )

    assert page.evaluate("document.documentElement.scrollHeight") <= SCREENS_LONG * 740
    assert len(tiles) == 7 and len({round(top) for top, *_ in tiles}) == 1
    assert all(left >= 0 and right <= 0 and over < 1 and high >= 44 for _, left, right, over, high in tiles)
    assert page.inner_text(".jump-strip .is-today .today") == ("Today" if root else "今天")
    assert page.locator("#days .past > details").count() == 3 and not page.is_visible("#day-2024-04-22")
    assert page.locator("#days details[data-group][open]").evaluate_all("all => all.map(one => one.dataset.from)") == [
        "2024-04-23"
    ]
    page.evaluate("document.getElementById('day-2024-04-25').scrollIntoView()")
    strip, day = page.locator(".jump-strip").bounding_box(), page.locator("#day-2024-04-25").bounding_box()
    assert round(strip["y"]) == 0 and day["y"] >= strip["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("root", ["", "en/"])
def test_the_home_page_of_a_day_in_the_week_is_no_longer_than_any(programme, root):
    """Today's events make it longer than before and after."""
    page = programme(DURING, root, path="")
    assert page.is_visible(".life")
    assert page.evaluate("document.documentElement.scrollHeight") <= SCREENS_LONG * 740


def test_a_day_that_is_over_unfolds_for_who_asks_for_it(programme):
    """By an address, or by a tap in the strip."""
    assert programme(DURING, anchor="#day-2024-04-21").is_visible("#day-2024-04-21")
    page = programme(DURING)
    page.click(".jump-strip a[href='#day-2024-04-20']")
    assert page.is_visible("#day-2024-04-20")


def test_what_a_filter_finds_is_not_folded_away(programme):
    """Where it is little; where it is most of the programme, that stays day by day."""
    page = programme(DURING, anchor="?county=kangle")
    assert page.locator("#days [data-item]:not([hidden]):not(:visible)").count() == 0
    assert page.evaluate("document.querySelector('.past').open")
    page = programme(DURING, anchor="?status=planned")
    assert page.locator("#days > details[open]").count() == 1


BEFORE = datetime(2024, 4, 1, 12)


@pytest.mark.parametrize(("now", "opened"), [(BEFORE, ["2024-04-20"]), (AFTER, [])])
def test_before_it_the_first_day_is_open_and_afterwards_none(programme, now, opened):
    """Afterwards the page says that all is over, and each day opens by a tap."""
    page = programme(now)
    found = page.locator("#days details[data-group][open]").evaluate_all("all => all.map(one => one.dataset.from)")
    assert found == opened and page.locator(".past").count() == 0
    assert page.is_visible("[data-all-over]") == (now == AFTER)
    assert page.evaluate("document.documentElement.scrollHeight") <= SCREENS_LONG * 740
    page.click("#days details[data-group]:not([open]) >> nth=-1 >> summary")
    assert page.is_visible("#days details[data-group] >> nth=-1 >> .rows")


def test_without_script_every_day_is_open(browser, address):
    """Nothing is left to a tap that needs a script to be found."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}programme/")
    assert page.locator("#days details[data-group][open]").count() == 7
    assert page.locator("#days [data-item]:not(:visible)").count() == 0
    context.close()


def test_more_days_than_fit_scroll_today_into_view(browser, address):
    """A strip of ten days opens with today inside its row, and the page itself stays where it was."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, timezone_id="Asia/Shanghai")
    page = context.new_page()
    page.clock.install(time=datetime(2024, 4, 26, 12))

    def longer(route):
        if not route.request.is_navigation_request():  # the page asks for itself again, when this test may be over
            return route.abort()
        answer = route.fetch()
        tiles = [f'<li data-day="2024-04-{day}"><a href="#x"><span>{day}</span></a></li>' for day in (17, 18, 19)]
        first = '<li data-day="2024-04-20"'
        return route.fulfill(response=answer, body=answer.text().replace(first, "".join(tiles) + first, 1))

    page.route("**/programme/", longer)
    page.goto(f"{address}programme/")
    page.clock.run_for(4000)
    row, tile = page.locator(".jump-strip ul").bounding_box(), page.locator(".jump-strip .is-today").bounding_box()
    assert page.evaluate("document.querySelector('.jump-strip ul').scrollLeft") > 0 and page.evaluate("scrollY") == 0
    assert row["x"] <= tile["x"] and tile["x"] + tile["width"] <= row["x"] + row["width"] + 1
    context.close()


@pytest.mark.parametrize(("now", "planned"), [(DURING, True), (AFTER, False)])
def test_what_is_over_never_goes_ahead_as_planned(programme, some, now, planned):
    """The event's page says one or the other; the device's clock decides."""
    page = programme(now, path=f"events/{some['event']}/")
    assert page.is_visible(".event-marks .mark-over") != page.is_visible(".event-marks .mark-planned") == planned
