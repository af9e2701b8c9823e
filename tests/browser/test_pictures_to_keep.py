"""Pictures to share and to save, in a browser: not fetched before they are wanted, then whole."""

import pytest
from test_browser import WIDTHS
from waiting import until

WECHAT = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50"
PAGES = ["", "programme/", "events/{event}/", "downloads/", "counties/linxia-city/", "en/events/{event}/", "learn/"]


@pytest.fixture(scope="module")
def event(site):
    return min(path.name for path in (site / "events").iterdir())


def _asked(visit, path, **options):
    """Every picture that opening a page and scrolling through it asks for."""
    page = visit("about/", service_workers="block", **options)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page.url.removesuffix("about/") + path, wait_until="networkidle")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(400)
    return page, [url for url in asked if any(part in url for part in ("/cards/", "/save/", "symbol.png"))]


@pytest.mark.parametrize("path", PAGES)
def test_no_reader_pays_for_pictures_nobody_opened(visit, event, path):
    """Neither the card for WeChat, nor a symbol, nor a picture of the programme is fetched, though they are there."""
    page, asked = _asked(visit, path.format(event=event))

    assert page.evaluate("document.images[0].getAttribute('src')").endswith(".png")
    assert page.evaluate("document.images[0].hasAttribute('data-share-card')")
    assert page.evaluate("document.querySelector('.share-card').getBoundingClientRect().height") == 0
    assert asked == []


def test_inside_wechat_the_card_is_there_when_the_page_is_shared(visit, event):
    """Its menu takes the first picture that has been loaded: there it is fetched, after the page, and is large."""
    page, asked = _asked(visit, f"events/{event}/", user_agent=WECHAT)

    until(page, "document.images[0].naturalWidth === 1200")
    assert [url.rpartition("/")[2] for url in asked] == [f"{event}.png"]


@pytest.mark.parametrize("width", WIDTHS)
def test_an_opened_symbol_is_one_to_press(visit, event, width):
    """One picture, sharp, at least 160 pixels wide, whole on a phone's screen; opening the posters closes it."""
    page = visit(f"events/{event}/", width=width)
    page.click("details.share summary")
    symbol = page.locator("img.symbol")
    symbol.scroll_into_view_if_needed()
    until(page, "document.querySelector('img.symbol').naturalWidth > 300")

    box = symbol.bounding_box()
    assert 160 <= box["width"] <= 328
    assert box["width"] == box["height"]
    page.click(".posters summary")
    assert page.evaluate("[...document.querySelectorAll('details[open]')].length") == 1
    assert not symbol.is_visible()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["programme/", "en/programme/", "counties/linxia-city/", "downloads/"])
def test_an_opened_day_is_a_picture_to_save(visit, path, width):
    """One tall picture as wide as the phone allows, with what to do said beside it; one day open at a time."""
    page = visit(path, width=width)
    if path == "downloads/":
        page.click("[data-ask-all]")
    elif path.endswith("programme/"):
        page.locator(".day-fold > summary").first.click()
    page.locator("details.save summary").first.click()
    picture = page.locator("details.save img").first
    picture.scroll_into_view_if_needed()
    until(page, "document.querySelector('details.save img').naturalWidth === 1080")

    box = picture.bounding_box()
    assert 280 <= box["width"] <= 360
    assert box["height"] > 2 * box["width"]
    assert page.locator("details.save[open] .small").first.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("[...document.querySelectorAll('details.save[open]')].length") == 1


def test_pictures_work_from_a_memory_stick(visit, site, event):
    """Opened by file://: the card, the symbol and the programme are found beside the page."""
    page = visit(f"en/events/{event}/index.html", base=f"file://{site}/")

    page.evaluate("document.querySelectorAll('img').forEach(one => { one.loading = 'eager'; })")
    page.click("details.share summary")
    until(page, "document.images[0].naturalWidth === 1200")
    until(page, "document.querySelector('img.symbol').naturalWidth > 300")
    assert page.said == []
