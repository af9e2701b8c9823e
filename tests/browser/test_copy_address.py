"""The address to copy: on the clipboard with one tap, or selected for the hand where the browser gives no clipboard."""

from datetime import date

import pytest

from campaign.channels import site
from campaign.core.context import BuildContext
from campaign.kinds import urls
from campaign.read import read_campaign
from projects import GOOD, TOP

CONTEXT = BuildContext(today=date(2025, 3, 22), site_address="https://water.example.org/")
SCRIPTS = [TOP / "hooks" / "theme" / "assets" / name for name in ("campaign.js", "finding.js")]
EVENT, BUTTON = "north-home-check", "[data-copy-text]"
OUTPUT = f"{BUTTON} ~ output"
WORDS = '<script data-now="now" data-next="next" data-over="over" data-zone="Asia/Shanghai" data-lang="en"></script>'
"""What the page's frame gives the script to say."""
REFUSED = "void (navigator.clipboard.writeText = () => Promise.reject(new Error('refused')))"
"""As in a frame that nobody allowed to write there."""


@pytest.fixture(scope="module", params=["zh", "en"])
def event(request):
    """An event's page in one language, and the address that stands on it."""
    campaign = read_campaign(GOOD / "small")
    path = urls.page("event", EVENT)
    body = next(page.body for page in site.render(campaign, CONTEXT, request.param) if page.path == path)
    return WORDS + body, campaign.record("event", EVENT).address[request.param]


@pytest.fixture
def opened(browser, event):
    """Opens the page, from a secure address or from none, after a script of the test's own."""
    contexts = []

    def open_at(address, script="0"):
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"] if address else [])
        contexts.append(context)
        page = context.new_page()
        if address:
            page.route(address, lambda route: route.fulfill(body=event[0], content_type="text/html; charset=utf-8"))
            page.goto(address)
        else:
            page.set_content(event[0])
        page.evaluate(script)
        for one in SCRIPTS:
            page.add_script_tag(path=one)
        page.click(BUTTON)
        return page

    yield open_at
    for context in contexts:
        context.close()


def _said(page, name):
    """Waits until the page says what it has ready under a name."""
    wanted = page.get_attribute(OUTPUT, name)
    said = "([at, text]) => document.querySelector(at).textContent === text"
    page.wait_for_function(said, arg=[OUTPUT, wanted], timeout=5_000)
    return wanted


def test_one_tap_puts_the_address_on_the_clipboard(opened, event):
    """Word for word, and the page says so, aloud too."""
    page = opened("https://water.example.org/")

    assert _said(page, "data-done")
    assert page.evaluate("navigator.clipboard.readText()") == event[1]


@pytest.mark.parametrize(("address", "script"), [("", "0"), ("https://water.example.org/", REFUSED)])
def test_without_a_clipboard_the_address_is_selected(opened, event, address, script):
    """From a file there is none, and it may be refused: a long press copies what is selected."""
    page = opened(address, script)

    assert _said(page, "data-by-hand")
    assert page.evaluate("getSelection().toString()").strip() == event[1]
