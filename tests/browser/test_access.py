"""Anyone can read it: axe on every kind of page in both languages and schemes, large text, dark, paper."""

from datetime import UTC, datetime
from email.utils import format_datetime
from importlib import resources

import pytest
from test_browser import KINDS, WIDTHS
from waiting import until

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


COLOURS = ("color-contrast", "link-in-text-block")
"""The rules whose answer a scheme can change, as long as it shows the same text."""

NEWER = ("label-content-name-mismatch",)
"""Rules that this axe knows and newer ones ask by themselves."""


def _faults(page, *rules):
    """What axe finds wrong: by all its rules, or by these."""
    asked = (
        {"runOnly": {"type": "rule", "values": rules}} if rules else {"rules": dict.fromkeys(NEWER, {"enabled": True})}
    )
    options = {"resultTypes": ["violations"], **asked}
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    return [(one["id"], one["nodes"][0]["html"][:200]) for one in found]


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(reader, some, kind):
    """No violation of any rule axe knows, in either language, light or dark."""
    for root in ("", "en/"):
        page = reader(root + KINDS[kind].format(**some))
        page.evaluate(AXE)
        # One card of many shows what all have; the others only cost time.
        page.evaluate("document.querySelectorAll('.print:nth-child(n+3)').forEach(one => one.remove())")
        seen = page.evaluate("document.body.innerText")
        assert _faults(page) == [], root
        page.emulate_media(color_scheme="dark")
        assert page.evaluate("document.body.innerText") == seen, "another scheme shows another text: run every rule"
        assert _faults(page, *COLOURS) == [], (root, "dark")


@pytest.mark.parametrize(("root", "words"), [("", "假货"), ("en/", "fake")])
def test_axe_finds_nothing_in_the_search(visit, root, words):
    """What the search offers before anything is typed, and its results, light and dark."""
    page = visit(f"{root}about/")
    page.evaluate(AXE)
    page.click("[data-search-open]")
    until(page, "document.querySelector('.search-tries')")
    assert _faults(page) == []
    page.fill(".search-query", words)
    until(page, "document.querySelector('.search-rows')")

    assert _faults(page) == []
    page.emulate_media(color_scheme="dark")
    assert _faults(page, *COLOURS) == []


def test_axe_would_find_something(visit):
    """The check itself: pale text and a picture without a name are found."""
    page = visit("about/")
    page.evaluate(AXE)
    page.evaluate(
        """() => {
            const pale = Object.assign(document.createElement("p"), {textContent: "pale"});
            // The page's policy forbids style attributes, not styles set by script.
            Object.assign(pale.style, {color: "#ccc", background: "#fff"});
            const nameless = Object.assign(new Image(9, 9), {src: "../assets/whorl.svg"});
            document.querySelector("main h1").after(pale, nameless);
        }"""
    )

    assert {name for name, _ in _faults(page)} >= {"color-contrast", "image-alt"}
    assert {name for name, _ in _faults(page, *COLOURS)} == {"color-contrast"}


@pytest.mark.parametrize("width", WIDTHS)
def test_large_text_stays(visit, address, width):
    """The switch makes everything larger, says so, and holds on the next page; nothing scrolls sideways."""
    page = visit("programme/", width=width)
    before = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.row-title')).fontSize)")
    page.click("[data-large]")
    page.goto(address + "en/exhibition/")
    page.goto(address + "programme/")

    after = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.row-title')).fontSize)")
    assert after > before * 1.2
    assert page.get_attribute("[data-large]", "aria-pressed") == "true"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.click("[data-large]")
    page.reload()
    assert page.get_attribute("[data-large]", "aria-pressed") == "false"


@pytest.mark.parametrize("kind", ["home", "programme", "event", "exhibition", "downloads"])
def test_large_text_fits_a_phone(visit, some, kind):
    """At the largest size no page scrolls sideways at 360 px."""
    for root in ("", "en/"):
        page = visit(root + KINDS[kind].format(**some))
        page.click("[data-large]")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, root


def _ground(page):
    return page.evaluate("getComputedStyle(document.documentElement).backgroundColor")


@pytest.mark.parametrize("width", WIDTHS)
def test_dark_follows_the_device_until_the_reader_chooses(visit, width):
    """Auto obeys the device; light and dark hold against it and on the next page; paper is always white."""
    page = visit("about/", width=width)
    light = _ground(page)
    page.emulate_media(color_scheme="dark")
    dark = _ground(page)
    assert dark != light

    page.click("[data-scheme-set=light]")
    assert _ground(page) == light
    page.reload()
    assert _ground(page) == light
    page.click("[data-scheme-set=dark]")
    page.emulate_media(color_scheme="light")
    assert _ground(page) == dark
    page.emulate_media(media="print")
    assert _ground(page) == "rgb(255, 255, 255)"
    page.emulate_media(media="screen")
    page.click("[data-scheme-set='']")
    assert _ground(page) == light


def test_settings_do_no_harm_where_storage_is_blocked(visit, browser, address):
    """With storage refused the switches work for the page, and the console stays silent."""
    page = visit("about/")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })")
    page.reload()
    page.click("[data-large]")
    page.click("[data-scheme-set=dark]")

    assert page.get_attribute("[data-large]", "aria-pressed") == "true"
    assert page.said == []


def test_reduced_motion_moves_nothing(visit):
    """Asked for less motion, no transition is left."""
    page = visit("", reduced_motion="reduce")

    assert set(
        page.evaluate("[...document.querySelectorAll('.doors a')].map(e => getComputedStyle(e).transitionProperty)")
    ) == {"none"}


def test_high_contrast_keeps_what_colour_said(visit):
    """In forced colours marks have an edge and pictograms a shape."""
    page = visit("programme/", forced_colors="active")

    assert page.evaluate("getComputedStyle(document.querySelector('.mark')).borderTopWidth") == "1px"
    assert page.evaluate("getComputedStyle(document.querySelector('.row .p')).backgroundColor") != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("path", ["programme/", "exhibition/", "en/exhibition/"])
def test_paper_gets_the_matter_alone(visit, path):
    """Printed on A4 there is no menu, filter or search, and nothing runs off the sheet's side."""
    page = visit(path, width=694, height=980)
    page.emulate_media(media="print")

    for part in (".top-tools", ".bar", ".filter", ".find", ".keep", ".foot-scheme"):
        assert all(not one.is_visible() for one in page.locator(part).all()), part
    assert page.evaluate("document.documentElement.scrollWidth") <= 694
    assert page.evaluate(
        "[...document.querySelectorAll('svg.ground')].every(e => e.getBoundingClientRect().right <= 694)"
    )


def test_everything_is_reached_by_keyboard(visit):
    """Tab goes from the skip link through tools, filter and days to the first event, each with a visible outline."""
    page = visit("about/", width=1280, height=800)
    noon = datetime(2024, 4, 22, 4, tzinfo=UTC)
    page.clock.set_fixed_time(noon)
    date = {"Date": format_datetime(noon, usegmt=True)}
    page.route("**/*", lambda one: one.fulfill(headers=date) if one.request.method == "HEAD" else one.continue_())
    page.goto(page.url.removesuffix("about/") + "programme/")
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        here = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e);
                return [e.className || e.name || e.tagName, e.closest('.row') ? 'row' : '', s.outlineStyle]; }"""
        )
        seen.add(here[0])
        assert here[2] != "none", here
        if here[1]:
            break
    assert {"skip", "filter-open", "SUMMARY"} <= seen
    assert here[1] == "row"
