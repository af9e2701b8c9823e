"""The kiosk in a real browser: from a file, without a network, whatever the clock says, for weeks on end."""

import base64
import json
import re
from dataclasses import replace
from datetime import datetime

import pytest
from waiting import until

from campaign.channels.screens.kiosk import kiosk
from displays import STRIP, THEME, jobs, made, shipped
from weeks import with_event

SLOGANS = {"shows": "slogans", "seconds": "3"}
TODAY = {"shows": "events-today", "seconds": "3"}
NOTICE = {"text": {"zh": "今天下午停水", "en": "No water today"}, "ends": "2024-04-21 18:00"}
LONG = {"zh": "：请带上身份证和营业执照复印件", "en": ": bring your identity card and a copy of the licence"}
NOON = "2024-04-21T12:00:00"


@pytest.fixture(scope="module")
def wall():
    """A wall's kiosk: the theme, slogans and the day's events, in two looks, with a notice."""
    display = {"playlist": [THEME, SLOGANS, TODAY], "looks": ["day", "night"], "county": "yongjing"}
    (one,) = jobs(display, notice=NOTICE)
    return kiosk(one, made(one)).decode("utf-8")


@pytest.fixture
def opened(browser, tmp_path):
    """Opens a kiosk from a file at a time; everything it asked for and every error is noted."""
    contexts = []

    def at(text, clock=NOON, size=(1280, 720)):
        path = tmp_path / "index.html"
        path.write_text(text, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, timezone_id="Asia/Shanghai", offline=True
        )
        contexts.append(context)
        page = context.new_page()
        page.asked, page.errors = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.on("console", lambda said: page.errors.append(said.text) if said.type == "error" else None)
        if clock:
            page.clock.set_fixed_time(f"{clock}+08:00")
        page.goto(path.as_uri())
        until(page, "kiosk.state().at >= 0 && document.querySelector('img.on, video.on')")
        return page

    yield at
    for context in contexts:
        context.close()


def _state(page):
    return page.evaluate("kiosk.state()")


def test_nothing_is_asked_for_but_the_page_itself(opened, wall):
    """From a file, offline: one request for the file, none after twenty slides, no error."""
    page = opened(wall)
    page.evaluate("(async () => { for (let n = 0; n < 20; n++) await kiosk.step(1); })()")

    assert [address for address in page.asked if not address.startswith("data:")] == [page.url]
    assert page.errors == []
    assert "default-src 'none'" in wall and not re.search(r"""(?:src|href)=["']?(?!data:)[\w/.]""", wall)


def test_what_is_due_is_played(opened, wall):
    """At noon on the 21st: the notice, theme, slogans and that day's events."""
    due = _state(opened(wall))["due"]

    assert due[0] == "urgent-notice-zh" and "theme-zh" in due
    assert [name for name in due if name.startswith("today-")] == ["today-yj-market-gi-labels-zh"]


def test_the_notice_goes_by_itself(opened, wall):
    """A minute after its end it isn't shown any more."""
    assert "urgent-notice-zh" in _state(opened(wall, "2024-04-21T17:59:00"))["due"]
    assert "urgent-notice-zh" not in _state(opened(wall, "2024-04-21T18:00:00"))["due"]


@pytest.mark.parametrize("day", ["1970-01-02", "2008-08-08", "2036-02-07", "2099-12-31"])
def test_a_wrong_clock_never_leaves_it_blank(opened, wall, day):
    """With any clock something is shown, and nothing is said to be on now."""
    page = opened(wall, f"{day}T08:08:08")

    assert "theme-zh" in _state(page)["due"]
    assert page.locator("#stage img.on").count() == 1 and not page.locator("#band").is_visible()


@pytest.mark.parametrize("day", ["1970-01-02", "2023-04-21", "2024-01-01", "2025-04-21"])
def test_a_wrong_clock_shows_only_what_holds_on_any_day(opened, wall, day):
    """Before the data was made or a year off: no event, no notice."""
    due = _state(opened(wall, f"{day}T12:00:00"))["due"]

    assert "theme-zh" in due and any(name.startswith("slogan-") for name in due)
    assert not any(name.startswith(("today-", "urgent-")) for name in due)


@pytest.mark.parametrize("clock", ["2024-04-22T12:00:00", "1970-01-02T12:00:00"])
def test_dated_items_alone_rest_on_the_theme(opened, clock):
    """When the only item is over, or nobody knows the day, neither it nor an old notice is shown."""
    (one,) = jobs({"playlist": [{**SLOGANS, "ends": "2024-04-21"}]}, notice=NOTICE)
    text = kiosk(one, made(one)).decode("utf-8")

    assert _state(opened(text, clock))["due"] == ["theme-zh", "code-theme-zh"]
    assert "theme-zh" not in _state(opened(text))["due"]


def test_what_has_no_hours_stands_in_the_foot_with_its_last_day(opened):
    """Late in the evening, when no event is on and none comes next, the inspection is still going on."""
    (one,) = jobs({"width_px": "854", "height_px": "480", "county": "yongjing"})
    text = kiosk(one, made(one)).decode("utf-8")
    foot = opened(text, "2024-04-26T23:30:00").locator("#band").inner_text()

    assert "正在进行" in foot and "最后一天" in foot


@pytest.mark.parametrize(
    "clock, said",
    [
        ("21T18:30", "距开始 00:30:00"),
        ("21T20:00", "至4月23日"),
        ("22T12:00", "延续，至4月23日"),
        ("23T11:00", "– 12:00"),
    ],
)
def test_what_goes_on_past_midnight_says_until_when(opened, clock, said):
    """Its last day, until that day has come; before it begins it is counted down to as any other."""
    lasting = with_event(
        shipped(), "yj-market-gi-labels", starts=datetime(2024, 4, 21, 19), ends=datetime(2024, 4, 23, 12)
    )
    (one,) = jobs({"width_px": "854", "height_px": "480", "county": "yongjing"}, campaign=lasting)
    foot = opened(kiosk(one, made(one)).decode("utf-8"), f"2024-04-{clock}:00").locator("#band").inner_text()

    assert said in foot and "00:00" not in foot.replace(said, "")


@pytest.mark.parametrize("hour, look", [("12", "day"), ("22", "night"), ("06", "night")])
def test_the_night_look_comes_with_the_night(opened, wall, hour, look):
    """From seven in the evening to seven in the morning."""
    assert _state(opened(wall, f"2024-04-21T{hour}:00:00"))["look"] == look


def _with_data(text, change):
    """The kiosk with its data changed."""
    head, rest = text.split('<script type="application/json" id="data">', 1)
    data, tail = rest.split("</script>", 1)
    found = json.loads(data)
    change(found)
    return f'{head}<script type="application/json" id="data">{json.dumps(found)}</script>{tail}'


def test_a_damaged_or_missing_picture_is_skipped(opened, wall):
    """Half a picture and none at all are passed over, the rest plays on."""

    def damage(data):
        data["pictures"]["theme-zh|day"] = "data:image/png;base64," + base64.b64encode(b"\x89PNG\r\n broken").decode()
        del data["pictures"]["slogan-respect-zh|day"]
        del data["pictures"]["slogan-respect-zh|night"]

    page = opened(_with_data(wall, damage))
    shown = page.evaluate(
        """async () => {
          const seen = [];
          for (let n = 0; n < 24; n++) { await kiosk.step(1); seen.push(kiosk.state().name); }
          return seen;
        }"""
    )

    assert "theme-zh" not in shown and "slogan-respect-zh" not in shown and len(set(shown)) >= 5
    assert {"theme-zh|day", "slogan-respect-zh|day"} <= set(_state(page)["broken"])


def test_with_every_picture_damaged_the_name_stands(wall, browser, tmp_path):
    """The campaign's name on a dark ground, never a blank or an error page."""
    broken = _with_data(
        wall, lambda data: data["pictures"].update(dict.fromkeys(data["pictures"], "data:image/png;base64,AA"))
    )
    path = tmp_path / "broken.html"
    path.write_text(broken, encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("#last.on")

    assert page.locator("#last").inner_text()
    page.close()


def test_a_script_error_starts_the_page_anew(opened, wall):
    """An error nobody caught reloads the page, which plays on."""
    page = opened(wall, clock=None)
    with page.expect_navigation(timeout=15_000):
        page.evaluate("setTimeout(() => { throw new Error('broken') }, 0)")

    until(page, "document.querySelector('img.on')")


def test_keys_step_and_pause(opened, wall):
    """Right and left step, space pauses and goes on, R turns the picture by a quarter."""
    page = opened(wall)
    first = _state(page)["at"]
    page.keyboard.press("ArrowRight")
    until(page, f"kiosk.state().at === {first + 1}")
    page.keyboard.press("ArrowLeft")
    until(page, f"kiosk.state().at === {first}")
    page.keyboard.press(" ")
    assert _state(page)["paused"] is True
    page.keyboard.press(" ")
    assert _state(page)["paused"] is False
    before = page.locator("#stage").bounding_box()
    page.keyboard.press("r")
    after = page.locator("#stage").bounding_box()
    assert before["width"] > before["height"] and after["width"] < after["height"]


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280), (300, 900), (1920, 200)])
def test_the_whole_frame_fits_any_window(opened, wall, size):
    """Upright or lying, nothing is cut off and the shape is kept."""
    box = opened(wall, size=size).locator("#stage").bounding_box()

    assert box["x"] >= -1 and box["y"] >= -1
    assert box["x"] + box["width"] <= size[0] + 1 and box["y"] + box["height"] <= size[1] + 1
    assert box["width"] / box["height"] == pytest.approx(640 / 360, rel=0.01)


def test_items_change_by_themselves(browser, tmp_path, wall):
    """After its seconds an item gives way to the next; nothing has to be pressed."""
    path = tmp_path / "index.html"
    path.write_text(wall, encoding="utf-8")
    page = browser.new_page()
    page.clock.install(time=f"{NOON}+08:00")
    page.goto(path.as_uri())
    until(page, "document.querySelector('img.on')")
    first = _state(page)["at"]
    for _ in range(30):
        page.clock.run_for(1000)
    until(page, f"kiosk.state().steps >= 3 && kiosk.state().at !== {first} || kiosk.state().steps > 5")

    assert _state(page)["steps"] >= 3
    page.close()


def test_now_and_next_are_counted_down(opened):
    """On a large display what is on and what comes next stand in the foot, by the device's clock."""
    (one,) = jobs({"width_px": "854", "height_px": "480", "county": "yongjing"})
    text = kiosk(one, made(one)).decode("utf-8")

    assert "正在进行" in opened(text, "2024-04-21T10:00:00").locator("#band").inner_text()
    nearly = opened(text, "2024-04-21T08:58:30").locator("#band").inner_text()
    assert "接下来" in nearly and "00:01:30" in nearly


def test_on_an_upright_display_the_foot_covers_only_the_foot(opened):
    """What is next takes a tenth of the shorter side, as frames leave it free, and its title has room beside it."""
    (one,) = jobs({"width_px": "540", "height_px": "960", "county": "yongjing"})
    page = opened(kiosk(one, made(one)).decode("utf-8"), "2024-04-21T08:58:30", size=(540, 960))
    band, title = (page.locator(name).bounding_box() for name in ("#band", "#title"))

    assert band["height"] <= 54 and band["y"] + band["height"] == pytest.approx(960, abs=1)
    assert title["width"] > 200


@pytest.mark.parametrize("size", [("540", "960"), ("960", "540")], ids="x".join)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_long_title_is_never_cut_in_the_foot(opened, size, language):
    """It takes a second line and smaller letters, and stays above 12 pixels."""
    shape = dict(zip(("width_px", "height_px"), size, strict=True))
    (one,) = jobs({**shape, "county": "yongjing", "languages": [language]})
    long = tuple(replace(event, title=event.title + LONG[language]) for event in one.happenings)
    text = kiosk(replace(one, happenings=long), made(one)).decode("utf-8")
    page = opened(text, "2024-04-21T08:58:30", size=(960, 960))

    assert page.locator("#title").inner_text().endswith(LONG[language])
    assert page.evaluate("title.scrollWidth <= title.clientWidth && title.scrollHeight <= band.clientHeight")
    assert page.evaluate("parseFloat(band.style.fontSize)") >= 12


@pytest.mark.parametrize("kind, marks", [("event", 0), ("theme", 1)])
def test_the_mark_of_sample_data_stands_once(opened, kind, marks):
    """In the corner of a frame that is a sample; what is announced over another bears it itself."""
    slide = {"shows": kind, "seconds": "3"} | ({"record": "yj-market-gi-labels"} if kind == "event" else {})
    (one,) = jobs({"width_px": "854", "height_px": "480", "county": "yongjing", "playlist": [slide]})
    shown = one.frames[0]
    foot = opened(kiosk(one, made(one)).decode("utf-8"), "2024-04-21T10:00:00").locator("#band").inner_text()

    assert foot.count("示例") == marks == int(not shown.sample)


def test_the_foot_lies_over_a_foot_line_alone(opened):
    """An office's own picture has no place that words may cover: what is next isn't shown with it."""
    wide = {"width_px": "854", "height_px": "480", "county": "yongjing"}
    (one,) = jobs(wide)
    bare = replace(one, frames=tuple(replace(frame, data={**frame.data, "foot": None}) for frame in one.frames))

    shown = [opened(kiosk(job, made(one)).decode("utf-8"), "2024-04-21T08:58:30") for job in (one, bare)]

    assert [page.locator("#band").is_visible() for page in shown] == [True, False]


def test_a_strip_scrolls_what_doesn_t_fit(browser, tmp_path):
    """The line moves evenly from right to left; one that fits stands in the middle."""
    text = {
        "zh": "今天下午停水，请大家提前储水，晚上八点恢复供水",
        "en": "No water this afternoon; it is back at eight",
    }
    (one,) = jobs({**STRIP, "playlist": [{"shows": "notice", "text": text, "seconds": "3"}]})
    path = tmp_path / "strip.html"
    path.write_bytes(kiosk(one, made(one)))
    page = browser.new_page()
    page.goto(path.as_uri())
    until(page, "document.querySelector('img.on')")
    where = "new DOMMatrix(getComputedStyle(document.querySelector('img.on')).transform).e"
    first = page.evaluate(where)
    page.wait_for_timeout(600)
    second = page.evaluate(where)

    assert 10 <= first - second <= 120 and first % 1 == second % 1 == 0
    page.close()


def test_ten_thousand_changes_leave_no_trace(browser, tmp_path):
    """As many as in a day: the same number of nodes, less than 5 MB more heap."""
    (one,) = jobs({"width_px": "320", "height_px": "180", "playlist": [SLOGANS]})
    path = tmp_path / "index.html"
    path.write_bytes(kiosk(one, made(one)))
    page = browser.new_page()
    page.goto(path.as_uri())
    until(page, "document.querySelector('img.on')")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")

    def measured(changes):
        page.evaluate("async (count) => { for (let n = 0; n < count; n++) await kiosk.step(1); }", changes)
        session.send("HeapProfiler.collectGarbage")
        found = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
        return found["Nodes"], found["JSEventListeners"], found["JSHeapUsedSize"]

    nodes, listeners, heap = measured(100)
    after = measured(10_000)

    assert page.evaluate("kiosk.state().steps") >= 10_100
    assert after[:2] == (nodes, listeners)
    assert after[2] - heap < 5_000_000
    page.close()
