"""What the first view of an event costs: bytes, requests, and whether anything jumps."""

import gzip
from collections import Counter

import pytest
from waiting import until

from bench.serving import serve

LIMIT = 80_000
GALLERY_LIMIT = 200_000


@pytest.fixture(scope="module")
def event(site):
    return min(path.name for path in (site / "events").iterdir())


def _weigh(page, path):
    """Every answer of a first view, gzipped as a server does for text."""
    got = {}
    page.on("response", lambda answer: got.update({answer.url: answer}))
    page.goto(path, wait_until="networkidle")
    page.wait_for_timeout(300)
    return {url: len(gzip.compress(a.body(), 6)) for url, a in got.items() if a.ok and a.request.method == "GET"}


@pytest.mark.parametrize("root", ["", "en/"])
def test_an_event_is_light(visit, address, event, root):
    """80 KB in all, nothing from elsewhere, and the search index only when somebody searches."""
    page = visit("about/", service_workers="block")
    page.context.clear_cookies()
    weights = _weigh(page, f"{address}{root}events/{event}/")

    assert sum(weights.values()) <= LIMIT, weights
    assert all(url.startswith((address, "data:")) for url in weights)
    assert not [url for url in weights if "search/index.js" in url or "ranking" in url]
    with page.expect_response(lambda answer: "search/index.js" in answer.url, timeout=15_000):
        page.click("[data-search-open]")


@pytest.mark.parametrize("root", ["", "en/"])
def test_the_gallery_is_light(visit, address, root):
    """Of more than a hundred posters the first view loads none, and an opened kind those near alone: 200 KB in all."""
    page = visit("about/", service_workers="block")
    weights = _weigh(page, f"{address}{root}downloads/")
    pictures = page.locator(".print img")

    assert pictures.count() > 100
    assert sum(weights.values()) <= GALLERY_LIMIT, weights
    assert not [url for url in weights if "/posters/" in url and url.endswith(".png")]
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    longest = page.locator("#posters .print-group").nth(4)
    longest.locator("summary").first.click()
    until(page, "[...document.querySelectorAll('.print-group[open] img')].some(one => one.naturalWidth)")
    page.wait_for_timeout(200)
    assert 0 < len([url for url in asked if url.endswith(".png")]) < pictures.count() / 4
    assert pictures.evaluate_all("all => all.every(one => one.loading === 'lazy')")
    assert pictures.evaluate_all("all => all.every(one => one.matches('[width][height]'))")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "path", ["", "en/", "programme/", "events/{event}/", "exhibition/", "downloads/", "en/programme/"]
)
def test_nothing_jumps(visit, event, path, width):
    """No layout shift while a page comes in piece by piece over a slow line and its script does its work."""
    page = visit("about/", width=width)
    slow = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", slow)
    page.add_init_script(
        """window.shifted = 0;
        new PerformanceObserver(list => list.getEntries().forEach(e => { window.shifted += e.value; }))
            .observe({ type: 'layout-shift', buffered: true });"""
    )
    page.goto(page.url.removesuffix("about/") + path.format(event=event), wait_until="networkidle")
    page.wait_for_timeout(400)

    assert page.evaluate("window.shifted") < 0.01


KEPT = """caches.keys().then(names => names.length && caches.open(names[0]))
    .then(store => store && store.match(location.href)).then(found => !!found)"""


@pytest.mark.parametrize("path", ["programme/", "en/exhibition/"])
def test_nothing_is_asked_for_twice(browser, site, path):
    """What a page keeps for a time without a network is what it has just shown: the server isn't asked again."""
    with serve(site) as server:
        page = browser.new_context().new_page()
        page.goto(server.address + path)
        until(page, KEPT)
        page.context.close()
        asked = Counter(one.path for one in server.sent if one.method == "GET")

    shown = {name: asked[name] for name in ("/" + path, *(f"/assets/campaign{end}" for end in (".css", ".js")))}
    assert set(shown.values()) == {1}, asked
