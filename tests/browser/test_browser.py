"""What only a browser can tell: switching, fitting a phone, and keeping quiet."""

import re
from pathlib import Path

import pytest
from waiting import until

from looking import some

KINDS = {
    "home": "",
    "theme": "theme/",
    "priorities": "priorities/",
    "priority": "priorities/{priority}/",
    "activities": "activities/",
    "activity": "activities/training/",
    "six entries": "six-entries/",
    "place kind": "six-entries/market/",
    "event": "events/{event}/",
    "programme": "programme/",
    "coverage": "coverage/",
    "defend": "defend/",
    "staff": "staff/",
    "coverage in detail": "staff/coverage/",
    "exhibition": "exhibition/",
    "booth": "exhibition/booths/a01/",
    "counties": "counties/",
    "county": "counties/yongjing/",
    "displays": "screens/",
    "a display": "screens/sample-square-01/",
    "a strip": "screens/sample-strip-05/",
    "downloads": "downloads/",
    "print files": "downloads/all/",
    "help spread the word": "spread/",
    "plan": "plan/",
    "learn": "learn/",
    "learn, a right": "learn/trade-mark/",
    "learn, a place": "learn/place/market/",
    "learn, a service": "learn/report/",
    "quiz": "learn/quiz/",
    "questions": "learn/faq/",
    "about": "about/",
    "site map": "site-map/",
    "accessibility": "accessibility/",
}
WIDTHS = (360, 768, 1280)
"""A phone, a tablet and a screen on a desk, in CSS pixels."""


SCREENS_LONG = 8
"""So many screens of a phone are the most of any page, header and footer included."""


def _screens(page):
    return page.evaluate("document.documentElement.scrollHeight") / 740


@pytest.mark.parametrize("root", ["", "en/"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_fits_every_screen_in_silence(reader, some, kind, root):
    """At no width does anything scroll sideways, nor does a phone scroll for ever; no error, no other host."""
    page = reader(root + KINDS[kind].format(**some))
    assert _screens(page) <= SCREENS_LONG
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        page.wait_for_timeout(100)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width

    assert page.said == []
    assert page.outside == []


def _longest_of_many(site, root):
    """Of the kinds that have many pages the one with the most in it, each from the site's root."""
    folders = {Path(path).parent for path in KINDS.values() if path.count("/") > 1}
    for folder in sorted(folders):
        pages = (site / root / folder).glob("*/index.html")
        yield f"{max(pages, key=lambda page: page.stat().st_size).parent.relative_to(site).as_posix()}/"


@pytest.mark.parametrize("root", ["", "en/"])
def test_the_longest_of_each_kind_is_no_longer(reader, site, root):
    """Nor is the page of its kind that says the most: the rule holds for all that look alike."""
    for path in some(list(_longest_of_many(site, root))):
        assert _screens(reader(path)) <= SCREENS_LONG, path


def test_every_page_is_of_a_kind_that_is_looked_at(site):
    """A new part of the site is held to the same rules; what a symbol or another site opens isn't."""
    parts = {path.parts[len(site.parts)] for path in site.rglob("index.html")} - {"index.html", "en", "q", "embed"}
    named = {path.partition("/")[0] for path in KINDS.values()}

    assert parts <= named, parts - named


def test_the_404_page_works_at_any_depth(visit, root_address):
    """Shown for a dead address deep below the root it has its style, its links work, and it speaks both languages."""
    page = visit("events/gone/deeper/", base=root_address)
    page.wait_for_timeout(150)

    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert [said for said in page.said if "404 (File not found)" not in said] == []
    assert len(page.said) == 1, "only the page itself is missing"
    page.click("main a")
    page.locator("main h1").wait_for()
    assert page.locator("main h1").count() == 1


@pytest.mark.parametrize("root", ["", "en/"])
def test_tap_targets_are_large_enough(visit, some, root):
    """Header, cards and buttons can be hit with a thumb: 44 px high, or a link within running text."""
    for path in ("", "programme/", f"events/{some['event']}/"):
        page = visit(root + path)
        small = page.evaluate(
            """() => [...document.querySelectorAll('header a, header button, main a.button, main .card > a, footer a')]
                .filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.5)
                .map(e => e.outerHTML.slice(0, 120))"""
        )
        assert small == [], path


@pytest.mark.parametrize("width", WIDTHS)
def test_the_language_switch_leads_to_the_same_page_and_back(visit, some, width):
    """On an event, tapping the switch shows the same event in the other language."""
    page = visit(f"events/{some['event']}/", width=width)
    chinese = page.inner_text("h1")

    page.click("header a[hreflang=en]")
    page.wait_for_url(re.compile(rf"/en/events/{some['event']}/"))
    assert page.get_attribute("html", "lang") == "en"
    assert page.inner_text("h1") != chinese
    page.click("header a[hreflang=zh-CN]")
    page.wait_for_url(re.compile(rf"week/events/{some['event']}/"))

    assert page.inner_text("h1") == chinese
    assert page.said == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_menu_leads_on(visit, width):
    """The tasks stand in one row at every width, under the thumb on a phone, in large text too, and cover nothing."""
    page = visit("", width=width)
    page.click("[data-large]")
    boxes = [one.bounding_box() for one in some(page.query_selector_all(".bar li:not(.bar-plan) a"))]
    assert len({round(box["y"]) for box in boxes}) == 1 and min(box["height"] for box in boxes) >= 44
    assert [one.evaluate("it => it.scrollWidth > it.clientWidth") for one in page.query_selector_all(".bar a")].count(
        True
    ) == 0
    if width < 900:
        assert round(boxes[0]["y"] + boxes[0]["height"]) == page.viewport_size["height"]
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        last = page.query_selector_all(".foot a, .foot button, .foot-codes")[-1].bounding_box()
        assert last["y"] + last["height"] <= boxes[0]["y"]
    page.click("[data-large]")
    page.click(".bar a[href$='programme/']")
    page.wait_for_url(re.compile("/programme/"))

    assert page.get_attribute(".bar a[href$='programme/'], .bar a[href='./']", "aria-current") == "page"
    assert page.said == []


def search(page, words):
    """The titles and addresses search finds."""
    page.click("[data-search-open]")
    page.locator("input[name=q]").fill(words)
    until(page, "document.querySelector('.search-said').textContent !== ''")
    return page.evaluate(
        "[...document.querySelectorAll('.search-rows a')].map(a => [a.innerText, a.getAttribute('href')])"
    )


def test_an_address_of_a_folded_answer_unfolds_it(reader):
    """The list of what to learn leads to an answer: it stands open, the others stay folded."""
    page = reader("learn/faq/#q3")

    assert (
        page.evaluate("Array.from(document.querySelectorAll('.faq details'), one => one.open).lastIndexOf(true)") == 2
    )
    assert page.locator(".faq details[open]").count() == 1


def test_it_works_from_a_usb_stick(visit, site, some):
    """By file://: links open pages, the switch works, search answers, nothing is asked of any host."""
    page = visit("index.html", base=site.as_uri() + "/")
    page.click("header a[hreflang=en]")
    page.wait_for_url(re.compile(r"/en/index\.html$"))
    page.goto(f"{site.as_uri()}/events/{some['event']}/index.html")
    page.click("header a[hreflang=en]")
    page.wait_for_url(re.compile(rf"/en/events/{some['event']}/index\.html$"))
    page.goto(f"{site.as_uri()}/index.html")
    results = search(page, "地理标志")
    assert results
    page.locator(".search-rows a").first.click()
    page.wait_for_url(re.compile(r"index\.html"))

    assert page.locator("main h1").count() == 1
    assert page.said == []
    assert page.outside == []


def test_pages_read_without_script(visit, some):
    """With script off, programme and event say the same."""
    page = visit("programme/", java_script_enabled=False)
    assert page.locator(f"main a[href*='{some['event']}']").count()
    page = visit(f"events/{some['event']}/", java_script_enabled=False)
    assert page.locator("main h1").count() == 1
