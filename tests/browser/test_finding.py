"""Finding one's event: filters that live in the address, what is on now by a clock that may be wrong, a booth."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from test_browser import WIDTHS
from waiting import until

from campaign.kinds.status import Status
from campaign.read import read_campaign
from projects import TOP

ZONE = timedelta(hours=8)


@pytest.fixture(scope="module")
def campaign():
    return read_campaign(TOP / "campaign_data")


def _shown(page):
    return page.locator("[data-item]:not([data-again]):visible").count()


def _choose(page, **answers):
    """Tap answers in the sheet of questions, and leave it by its button."""
    page.click(".filter-open")
    for name, value in answers.items():
        page.check(f".filter-sheet input[name={name}][value='{value}']")
    page.click(".sheet-do [data-filter-close]")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_filter_shows_what_fits_and_stands_in_the_address(visit, campaign, address, width):
    """Choosing a county and a place leaves those events; the address sent on shows the same; clearing shows all."""
    county = campaign.counties.counties[0].id
    kind = next(one.place_kind for one in campaign.events if campaign.county_of[one.id].id == county)
    fits = [e for e in campaign.events if campaign.county_of[e.id].id == county and e.place_kind == kind]
    page = visit("programme/", width=width)
    _choose(page, county=county, kind=kind)

    assert _shown(page) == len(fits) < len(campaign.events)
    assert f"county={county}" in page.url and f"kind={kind}" in page.url
    assert str(len(fits)) in page.inner_text(".filter output")
    assert page.locator("details[data-group]:visible").count() == len({e.starts.date() for e in fits})
    sent = visit(page.url.removeprefix(address))
    assert _shown(sent) == len(fits)
    assert sent.is_checked(f"input[name=county][value='{county}']")
    assert sent.locator(".chip-off").count() == 2
    sent.click(".filter-said [type=reset]")
    until(sent, "!location.search")
    assert sent.locator("[data-item]:not([data-again]):not([hidden])").count() == len(campaign.events)
    assert page.said == [] and sent.said == []


def test_a_chosen_filter_is_a_chip_that_comes_off(visit, campaign):
    """Each answer given stands beside the button, is taken off by a tap or a key, and leaves the others."""
    county, kind = campaign.counties.counties[0].id, campaign.events[0].place_kind
    page = visit(f"programme/?county={county}&kind={kind}")
    chip = page.locator(".chip-off").first
    assert all(chip.bounding_box()[side] >= 44 for side in ("width", "height"))
    chip.press("Enter")

    assert "county" not in page.url and f"kind={kind}" in page.url
    assert _shown(page) == sum(one.place_kind == kind for one in campaign.events)
    assert page.evaluate("document.activeElement.className") == "filter-open"


@pytest.mark.parametrize("width", [360, 1280])
def test_the_questions_open_and_close_by_keys(visit, width):
    """The button opens the sheet and gives it the keyboard; an arrow answers; Escape closes it and gives it back."""
    page = visit("programme/", width=width)
    page.focus(".filter-open")
    page.keyboard.press("Enter")
    assert page.get_attribute(".filter-open", "aria-expanded") == "true"
    assert page.evaluate("document.activeElement.id") == "filter-name"
    page.focus(".filter-sheet input[name=county]")
    page.keyboard.press("ArrowRight")
    assert "county=" in page.url
    page.keyboard.press("Escape")
    until(page, "document.activeElement.className === 'filter-open'")

    assert not page.is_visible(".filter-sheet") and page.locator(".chip-off").count() == 1


def test_what_is_still_to_come_is_neither_over_nor_called_off(visit, campaign):
    """By the device's clock; an event of several days counts until its last."""
    moment = campaign.events[len(campaign.events) // 2].starts
    page = _at(visit, _utc(moment), path="programme/?coming=1")

    said = {e.id for e in _holding(campaign) if e.ends > moment}
    left = page.eval_on_selector_all(
        "[data-county]:not([hidden]) a", "all => all.map(one => one.pathname.split('/').slice(-2)[0])"
    )
    assert set(left) == said
    assert f" {len(said)} " in page.inner_text(".filter output")


def test_a_mistyped_filter_shows_everything(visit, campaign):
    """A value nobody has, sent in an address, filters nothing and runs nothing."""
    page = visit("programme/?county=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&form=gone")

    assert page.locator("[data-item]:not([data-again]):not([hidden])").count() == len(campaign.events)
    assert page.locator(".chip-off").count() == 0
    assert page.said == []


def test_without_script_there_is_no_filter_and_every_event(visit, campaign):
    """What needs script isn't there; the list is whole."""
    page = visit("programme/?county=none", java_script_enabled=False)

    assert not page.locator(".filter").is_visible()
    assert _shown(page) == len(campaign.events)


def test_a_filter_works_from_a_usb_stick(visit, site, campaign):
    """By file:// the filter works though the address can't change."""
    page = visit("programme/index.html", base=site.as_uri() + "/")
    _choose(page, county=campaign.counties.counties[0].id)

    assert 0 < _shown(page) < len(campaign.events)
    assert page.said == []


def _at(visit, moment, *, server=None, path="programme/", **options):
    """A page seen at a moment (UTC): by the device's clock, and by the server's where it differs."""
    page = visit("about/", **options)
    page.clock.set_fixed_time(moment)
    date = format_datetime((server or moment).astimezone(UTC), usegmt=True)
    page.route("**/*", lambda r: r.fulfill(headers={"Date": date}) if r.request.method == "HEAD" else r.continue_())
    page.goto(page.url.removesuffix("about/") + path)
    page.wait_for_timeout(200)
    return page


def _marked(page, state):
    return {
        link.split("/")[-2]
        for link in page.evaluate(
            "s => [...document.querySelectorAll('[data-county] .mark-' + s)].map(e => e.closest('a').pathname)",
            state,
        )
    }


def _holding(campaign):
    return [e for e in campaign.events if e.status not in (Status.CANCELLED, Status.POSTPONED)]


def _utc(moment):
    return (moment - ZONE).replace(tzinfo=UTC)


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"])
def test_now_next_and_over_follow_the_data(visit, campaign, zone):
    """At the start of an event it is on, the next to begin is next, those that ended are over: in any zone."""
    events = _holding(campaign)
    moment = events[len(events) // 2].starts
    page = _at(visit, _utc(moment), timezone_id=zone)

    coming = min(e.starts for e in events if e.starts > moment)
    assert _marked(page, "now") == {e.id for e in events if e.starts <= moment < e.ends}
    assert _marked(page, "over") == {e.id for e in events if e.ends <= moment}
    assert _marked(page, "next") == {e.id for e in events if e.starts == coming}
    assert f"{moment:%H:%M}" in page.inner_text("[data-clock]")


def test_cancelled_and_postponed_are_never_on(visit, campaign):
    """What doesn't take place isn't marked, whatever the time."""
    off = {e.id for e in campaign.events} - {e.id for e in _holding(campaign)}
    assert off
    for event in (e for e in campaign.events if e.id in off):
        page = _at(visit, _utc(event.starts))
        assert not off & (_marked(page, "now") | _marked(page, "next") | _marked(page, "over"))


def test_that_it_takes_place_after_all_is_news_until_it_is_over(visit, campaign):
    """The note stands on the page until the event has ended, then it goes with how to come to it."""
    event = next(e for e in campaign.events if e.status is Status.CHANGED)
    reinstated = (
        "s => document.querySelectorAll(s).forEach("
        "e => e.setAttribute('class', e.className.replace(/changed/, 'reinstated')))"
    )
    for minutes, shown in ((-1, True), (1, False)):
        moment = _utc(event.ends + timedelta(minutes=minutes))
        page = _at(visit, moment, path=f"events/{event.id}/")
        page.evaluate(reinstated, ".notice")
        assert page.locator(".notice-reinstated").is_visible() is shown
        assert page.locator(".until-over").is_visible() is shown
        assert page.locator(".once-over").is_visible() is not shown


@pytest.mark.parametrize("wrong", [timedelta(days=-19_000), timedelta(hours=-9), timedelta(days=400)])
def test_a_wrong_clock_is_put_right(visit, campaign, wrong):
    """A device years or hours off shows what the server's clock says."""
    events = _holding(campaign)
    moment = events[len(events) // 2].starts
    page = _at(visit, _utc(moment) + wrong, server=_utc(moment))

    assert _marked(page, "now") == {e.id for e in events if e.starts <= moment < e.ends}


def test_a_clock_nobody_can_check_claims_little(visit, campaign, site):
    """From a stick with the clock in 1970 nothing is on, next or over."""
    page = visit("about/index.html", base=site.as_uri() + "/")
    page.clock.set_fixed_time(datetime(1970, 1, 2, tzinfo=UTC))
    page.goto(site.as_uri() + "/programme/index.html")
    page.wait_for_timeout(200)

    assert page.locator(".mark-live").count() == 0
    assert page.inner_text("[data-clock]") == ""


def test_today_is_marked_in_the_week(visit, campaign):
    """On a day of the week that day is marked, and the earlier ones are over."""
    day = campaign.days[2]
    page = _at(visit, datetime(day.year, day.month, day.day, 4, tzinfo=UTC), path="")

    assert page.get_attribute(".week .is-today", "data-day") == str(day)
    assert page.locator(".week .is-over").count() == 2


@pytest.mark.parametrize("width", WIDTHS)
def test_a_booth_is_found_on_the_plan_and_in_the_list(visit, campaign, address, width):
    """Typing a number dims the other booths and leaves the one in the list; the address keeps it."""
    booth = campaign.booths[3]
    page = visit("exhibition/", width=width)
    page.fill("[data-find]", booth.number)

    stands = page.locator("svg.ground:visible a.stand")
    assert stands.and_(page.locator(".is-found")).count() == 1
    assert stands.and_(page.locator(":not(.is-dim)")).get_attribute("data-spot") == booth.id
    assert page.locator(".zone-list li:visible").count() == 1
    again = visit(page.url.removeprefix(address))
    left = again.locator("svg.ground:visible a.stand:not(.is-dim)")
    assert left.count() == 1
    again.fill("[data-find]", "")
    assert left.count() == len(campaign.booths)


WECHAT = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.44"


def _on_screen(page, hint):
    box = hint.bounding_box()
    return box is not None and box["y"] >= 0 and box["y"] + box["height"] <= page.viewport_size["height"]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("root", "said"), [("", "在浏览器打开"), ("en/", "Open in browser")])
def test_wechat_is_told_how_to_add_to_the_calendar(visit, campaign, root, said, width):
    """Inside WeChat a tap on "add to calendar" takes nowhere but says what to do, on the screen; elsewhere it loads."""
    event = campaign.events[0]
    path, early = f"{root}events/{event.id}/", _utc(event.starts) - timedelta(days=1)
    page = _at(visit, early, path=path, user_agent=WECHAT, width=width)
    assert not page.locator(".keep-row ~ [data-wechat]").first.is_visible()
    page.click(".keep-row [data-download]")
    hints = page.locator("[data-wechat]:visible")

    assert hints.count() == 2, "how to open it elsewhere, and what the calendar will ask"
    assert said in hints.first.inner_text()
    assert all(_on_screen(page, hint) for hint in hints.all())
    assert page.url.endswith(path) and page.said == []
    other = _at(visit, early, path=path, user_agent="Mozilla/5.0 (Linux; Android 14)")
    with other.expect_download() as taken:
        other.click(".keep-row [data-download]")
    assert taken.value.suggested_filename.endswith(".ics")
    assert other.locator("[data-wechat]:visible").count() == 0


def test_wechat_is_told_beside_the_poster_that_was_tapped(visit):
    """Far down the gallery the advice comes to the tapped line; the next tap takes it along, so there is one only."""
    page = visit("downloads/", user_agent=WECHAT)
    page.evaluate("document.querySelectorAll('.print-group').forEach(one => { one.open = true; })")
    links = page.locator(".print-of.is-picked .print-files > ul a")
    for number in (40, 90):
        links.nth(number).scroll_into_view_if_needed()
        links.nth(number).click()
        hints = page.locator("[data-wechat]:visible")
        assert hints.count() == 1
        assert _on_screen(page, hints.first) and _on_screen(page, links.nth(number))
    assert page.url.endswith("downloads/") and page.said == []


def _is_file(href):
    return href.startswith("webcal:") or href.endswith(FILES)


FILES = (".pdf", ".svg", ".ics", ".xml", ".json", ".zip", ".mp4")


def test_nothing_that_wechat_blocks_is_without_advice(site):
    """On every page each link to a file is one whose tap is answered inside WeChat, and the answer is on that page."""
    answered = 0
    for path in site.rglob("index.html"):
        main = LexborHTMLParser(path.read_bytes()).css_first("main")
        links = main.css("a[href]") if main else []
        files = [one for one in links if _is_file(one.attributes["href"])]
        assert all("data-download" in one.attributes for one in files), path
        assert not files or main.css("[data-wechat]"), path
        answered += len(files)

    assert answered > 300


@pytest.mark.parametrize("path", ["programme/", "en/exhibition/"])
def test_what_was_opened_opens_again_without_a_network(visit, address, path):
    """Programme and plan stand again offline, with their style and script; a page never opened does not."""
    page = visit(path)
    until(page, "caches.keys().then(names => names.length)")
    until(page, "caches.keys().then(n => caches.open(n[0])).then(c => c.match(location.href)).then(found => !!found)")
    until(page, "!!navigator.serviceWorker.controller")
    title = page.title()
    page.context.set_offline(True)
    page.reload()

    assert page.title() == title
    assert page.evaluate("getComputedStyle(document.querySelector('.wrap')).paddingLeft") == "16px"
    assert page.locator(".filter, .find").first.is_visible()
    with pytest.raises(Exception, match="ERR_"):
        page.goto(address + "plan/")


def test_it_does_no_harm_where_offline_is_refused(visit):
    """A browser without service workers shows everything and complains of nothing."""
    page = visit("programme/", service_workers="block")

    assert page.said == []


@pytest.fixture
def other_site(visit):
    """A page of another host that pasted some code of ours, with our example address led to the built site."""

    def pasted(code, ours, theirs):
        page = visit("", base="about:blank", width=1280, height=800)
        html = f"<!doctype html><html lang=zh><meta charset=utf-8><title>x</title><body>{code}</body></html>"
        page.route("https://county.example/", lambda r: r.fulfill(body=html, content_type="text/html; charset=utf-8"))

        def ours_instead(route):
            answer = route.fetch(url=route.request.url.replace(ours, theirs, 1))
            route.fulfill(response=answer)

        page.context.route(f"{ours}**", ours_instead)
        opened.append(page)
        page.goto("https://county.example/")
        return page

    opened = []
    yield pasted
    for page in opened:
        page.unroute_all(behavior="ignoreErrors")
        page.context.unroute_all(behavior="ignoreErrors")


@pytest.mark.parametrize("path", ["downloads/", "en/downloads/", "counties/yongjing/"])
def test_code_works_where_it_is_pasted(visit, other_site, campaign, address, path):
    """Each piece of code, pasted into a page of another host, shows what it says it does, at its own size."""
    page = visit(path)
    codes = page.eval_on_selector_all("textarea[data-copy]", "all => all.map(one => one.value)")
    assert len(codes) >= 2
    for code in codes:
        there = other_site(code, campaign.campaign.site_address, address)
        if "<iframe" in code:
            frame = there.frame_locator("iframe")
            frame.locator("li").first.wait_for()
            assert frame.locator("li").count() > 5
            assert there.evaluate("document.documentElement.scrollWidth") <= 1280
        elif "<img" in code:
            until(there, "document.images[0].complete && document.images[0].naturalWidth")
            shown = there.evaluate("[document.images[0].naturalWidth, document.images[0].naturalHeight]")
            assert f'width="{shown[0]}" height="{shown[1]}"' in code
            assert there.locator("a > img").count() == 1
        else:
            with there.expect_navigation():
                there.locator("li a").last.click()
            assert there.locator("main h1").count() == 1


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("clipboard", [True, False])
def test_code_is_copied_by_its_button(visit, clipboard, width):
    """A tap copies the code whole and says so; where the browser has no clipboard the old way does, or says how."""
    page = visit("downloads/", width=width)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    if not clipboard:
        page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.click("#embed > summary")
    code = page.locator("textarea[data-copy]").nth(1).input_value()
    page.locator("[data-copy-of]").nth(1).click()
    output = page.locator(".embed output").nth(1)
    output.filter(has_text="已复制").wait_for()

    if clipboard:
        assert page.evaluate("navigator.clipboard.readText()") == code
    assert page.said == []


def test_the_frame_works_on_another_site(visit, site, campaign, tmp_path: Path):
    """The programme in an iframe lists every event and opens the site beside the frame."""
    page = visit("about/")
    embed = page.url.replace("about/", "embed/programme.zh.html")
    (tmp_path / "county.html").write_text(f'<iframe src="{embed}" width=360 height=640></iframe>', encoding="utf-8")
    page.goto((tmp_path / "county.html").as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("li").first.wait_for()

    assert frame.locator("li").count() == len(campaign.events)
    with page.context.expect_page() as opened:
        frame.locator("li a").first.click()
    assert f"/events/{campaign.events[0].id}/" in opened.value.url


def test_hours_of_several_days_are_on_by_day_and_not_by_night(visit):
    """An event of four days is on at ten on each of them, next in the evening, over after the last; in any zone."""
    times = " ".join(f"2024-04-{day}T09:00+08:00/2024-04-{day}T17:00+08:00" for day in (22, 23, 24))
    mark = (
        f'<span class="mark" data-live data-starts="2024-04-22T09:00+08:00" data-ends="2024-04-24T17:00+08:00" '
        f'data-times="{times}" data-status="planned" hidden></span>'
    )

    def state(day, hour):
        (said,) = _states(visit, mark, day, hour)
        return said

    assert [state(*at) for at in ((22, 10), (22, 20), (24, 16), (24, 18))] == ["now", "next", "now", "over"]


def test_what_goes_on_through_the_night_isn_t_its_own_next(visit):
    """On the first evening its second day isn't next, what does start later is; on that day it is on."""
    spans = (("22T14:00", "23T00:00", ""), ("23T00:00", "23T12:00", "data-carried"), ("23T15:00", "23T16:00", ""))
    marks = "".join(
        f'<span class="mark" data-live data-starts="2024-04-{starts}+08:00" data-ends="2024-04-{ends}+08:00" '
        f'data-status="planned" {more} hidden></span>'
        for starts, ends, more in spans
    )
    marks = f'<div class="page">{marks}</div>'

    assert _states(visit, marks, 22, 20) == ["now", "", "next"]
    assert _states(visit, marks, 23, 10) == ["over", "now", "next"]


def _states(visit, marks, day, hour):
    """What each mark says at an hour of a day of April, the campaign's time."""
    page = visit("about/", service_workers="block")
    page.clock.set_fixed_time(datetime(2024, 4, day, hour - 8, tzinfo=UTC))
    page.route("**/about/", lambda route: _with(route, marks))
    page.goto(page.url)
    page.wait_for_timeout(200)
    marks = page.locator("[data-live]").all()
    return [mark.get_attribute("class").split("-")[-1] if mark.is_visible() else "" for mark in marks]


def _with(route, mark):
    """The page with a mark in it; its time is the device's."""
    if not route.request.is_navigation_request():
        route.abort()
        return
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("<footer", f"{mark}<footer", 1))
