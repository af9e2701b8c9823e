"""The home page's landscape keeps clear of every word and button, at every width, by day and by night."""

import pytest

WIDTHS = (360, 414, 700, 710, 768, 1024, 1280, 1920)
DURING, BEFORE, AFTER = "2024-04-22T10:00:00+08:00", "2024-04-10T10:00:00+08:00", "2024-06-01T10:00:00+08:00"
OVERLAPS = """() => {
    const art = document.querySelector('.hero-scene img').getBoundingClientRect();
    const words = document.createTreeWalker(document.querySelector('.hero-text'), NodeFilter.SHOW_TEXT);
    const found = [], seen = [];
    for (let node; (node = words.nextNode());) {
        if (!node.data.trim() || node.parentElement.closest('script')) continue;
        const range = document.createRange();
        range.selectNode(node.parentElement.closest('.button') || node);
        for (const box of range.getClientRects()) {
            if (!box.width) continue;
            seen.push(node.data);
            if (box.right > art.left && box.left < art.right && box.bottom > art.top && box.top < art.bottom)
                found.push(node.data);
        }
    }
    const aside = document.documentElement.scrollWidth - innerWidth;
    return {found, seen: seen.length, art: [art.width, art.height], aside};
}"""


@pytest.mark.parametrize("now, large", [(BEFORE, False), (DURING, True), (AFTER, False)])
@pytest.mark.parametrize("root", ["", "en/"])
def test_the_landscape_lies_over_nothing(browser, site, root, now, large):
    """No word and no button under it, nothing to scroll aside, and it is large enough to be seen."""
    page = browser.new_page()
    page.clock.set_fixed_time(now)
    page.goto((site / root / "index.html").as_uri(), wait_until="load")
    page.evaluate(f"document.documentElement.classList.toggle('large', {str(large).lower()})")

    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        told = page.evaluate(OVERLAPS)
        assert told["seen"] > 5
        assert not told["found"], (width, told)
        assert told["aside"] <= 0, width
        assert min(told["art"]) > 100, (width, told)
    page.close()
