"""Days in a real browser: six weeks with something that lasts for most of them fit every screen."""

import shutil

import pytest
from test_browser import WIDTHS

from projects import GOOD, built

PAGES = ("", "programme/", "coverage/", "counties/northbank/", "events/north-home-check/")


@pytest.fixture(scope="module")
def long_site(tmp_path_factory):
    """The small campaign for six weeks across two months' ends, with what lasts on most of its days."""
    folder = tmp_path_factory.mktemp("long")
    data = shutil.copytree(GOOD / "small", folder / "data")
    for name, before, after in (
        ("campaign.yml", "ends: 2025-03-27", "ends: 2025-05-02"),
        ("outreach/northbank.yml", "ends: 2025-03-23 11:30", "ends: 2025-04-28 17:00"),
        ("activities.yml", "starts: 2025-03-22, ends: 2025-03-22", "starts: 2025-03-15, ends: 2025-05-02"),
    ):
        text = (data / name).read_text("utf-8")
        assert before in text
        (data / name).write_text(text.replace(before, after), "utf-8")
    return built(folder / "project", data)


@pytest.mark.parametrize("language", ["", "zh/"])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_the_screen(visit, long_site, language, width):
    """Months fold its days: the one that today isn't in is closed, and each opens to days with their month."""
    for path in PAGES:
        page = visit(f"{language}{path}index.html", width=width, base=f"{long_site.as_uri()}/")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        if not path:
            assert page.locator(".span").count() == 3
            page.locator(".span summary").nth(1).click()
            assert page.locator(".span[open] li:visible .month").count() > 20
