"""The urgent notice on the device: shown from its beginning to its end, whenever the page was made or opened."""

import pytest

from projects import TOP

SCRIPT = TOP / "hooks" / "theme" / "assets" / "urgent.js"
NOW = "2025-03-23T12:00:00+08:00"
BOX = '<div role="alert" data-urgent data-starts="{}" data-ends="{}">x</div>'


@pytest.fixture
def page(browser):
    """A page whose clock the test sets."""
    made = browser.new_page()
    made.clock.install(time=NOW)
    yield made
    made.close()


def _shown(page, starts, ends):
    page.set_content(BOX.format(starts, ends))
    page.add_script_tag(path=SCRIPT)
    return page.locator("[data-urgent]")


@pytest.mark.parametrize(
    ("starts", "ends", "shown"),
    [
        ("", "2025-03-23T18:00+08:00", True),
        ("2025-03-23T08:00+08:00", "2025-03-23T18:00+08:00", True),
        ("2025-03-23T13:00+08:00", "2025-03-23T18:00+08:00", False),
        ("", "2025-03-23T12:00+08:00", False),
        ("", "2025-03-23T11:59+08:00", False),
    ],
)
def test_it_is_shown_while_it_holds(page, starts, ends, shown):
    """Worked out on the device, so that a page made yesterday tells the truth today."""
    assert _shown(page, starts, ends).is_visible() == shown


def test_it_comes_and_goes_on_a_page_that_stays_open(page):
    """Within half a minute."""
    box = _shown(page, "2025-03-23T13:00+08:00", "2025-03-23T18:00+08:00")

    page.clock.fast_forward("01:00:30")
    assert box.is_visible()
    page.clock.fast_forward("05:00:00")
    assert not box.is_visible()
