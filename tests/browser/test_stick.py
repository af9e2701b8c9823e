"""The site's ZIP as somebody gets it: unpacked into any folder, opened by a double click, nothing else installed."""

import re
import zipfile

import pytest
from test_browser import search

from campaign.channels.site.verify import verify
from campaign.release import zip_published


@pytest.fixture(scope="module")
def unpacked(site, tmp_path_factory):
    """The shipped site packed, and unpacked into a folder whose name has a space and Chinese in it."""
    top = tmp_path_factory.mktemp("stick")
    folder = top / "U 盘"
    with zipfile.ZipFile(zip_published(site, top)) as archive:
        archive.extractall(folder)
    return folder


def test_what_is_unpacked_is_whole(unpacked, site):
    """Every link leads to a file and every anchor to its place; no file of the site was lost."""
    assert verify(unpacked) == []
    assert sum(1 for path in unpacked.rglob("*") if path.is_file()) == 1 + sum(
        1 for path in site.rglob("*") if path.is_file()
    )


@pytest.mark.parametrize("root", ["", "en/"])
def test_it_opens_by_a_double_click(visit, unpacked, root):
    """Home leads to the programme and on to an event; pictures and style are there; the console stays silent."""
    page = visit(f"{root}index.html", base=f"{unpacked.as_uri()}/")
    seen = "[...document.images].filter(one => one.offsetParent && one.getBoundingClientRect().top < innerHeight)"
    assert page.evaluate(f"{seen}.length > 0 && {seen}.every(one => one.complete && one.naturalWidth)")
    page.click(".hero-do:visible a[href*='programme/']")
    page.wait_for_url(re.compile(rf"{root}programme/index\.html$"))
    page.locator(".day-fold > summary:visible").last.click()
    page.locator(".row:not(.row-beside) a:visible").last.click()
    page.wait_for_url(re.compile(rf"{root}events/[^/]+/index\.html$"))

    assert page.locator("main h1").count() == 1
    assert page.evaluate("getComputedStyle(document.querySelector('.kind-head')).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert page.said == []
    assert page.outside == []


@pytest.mark.parametrize(("root", "words"), [("", "地理标志"), ("en/", "geographical")])
def test_it_can_be_searched(visit, unpacked, root, words):
    """Search answers from the unpacked files, and its first answer opens."""
    page = visit(f"{root}index.html", base=f"{unpacked.as_uri()}/")

    assert search(page, words)
    page.locator(".search-rows a").first.click()
    page.wait_for_url(re.compile(rf"U%20%E7%9B%98/{root}.+/index\.html"))

    assert page.locator("main h1").count() == 1
    assert page.said == []
    assert page.outside == []
