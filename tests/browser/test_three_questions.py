"""Downloads in a browser: three questions and their answer, a card and its sizes, and all of it without script."""

import pytest

ANSWERS = "?who=county&for=up&where=yongjing"
BEST = "[data-offer].is-best"


@pytest.mark.parametrize("root", ["", "en/"])
def test_three_answers_lead_to_one_pack(visit, root):
    """Asked one after the other, the answers leave one pack that is shown whole; they stand in the address."""
    page = visit(f"{root}downloads/")
    assert not page.locator("#packs").is_visible()
    for name, value in (("who", "county"), ("for", "up"), ("where", "yongjing")):
        page.check(f"input[name={name}][value={value}]", force=True)

    shown = page.locator("#packs [data-offer]:visible")
    assert shown.count() == 1 and page.locator(BEST).count() == 1
    assert page.locator(f"{BEST} .held[open] li").count() > 10
    with page.expect_download() as taken:
        page.click(f"{BEST} a.get")
    assert taken.value.suggested_filename == "county-yongjing.zip"
    assert page.url.endswith(ANSWERS) and page.said == []


@pytest.mark.parametrize("base", ["address", "stick"])
def test_the_address_gives_the_same_answer(visit, site, address, base):
    """A link with the answers opens on the pack, from a server and from a memory stick; starting again hides it."""
    there = "downloads/index.html" if base == "stick" else "downloads/"
    page = visit(there + ANSWERS, base=f"file://{site}/" if base == "stick" else address)

    assert page.locator("#packs [data-offer]:visible a.get").get_attribute("href") == "../packs/county-yongjing.zip"
    assert page.locator("input:checked").count() == 3
    assert 0 <= page.locator(f"{BEST} a.get").bounding_box()["y"] < 740, "what was sent is what is seen first"
    page.click("[data-ask] [type=reset]")
    page.locator("[data-ask-all]").wait_for()
    assert not page.locator("#packs").is_visible() and page.locator("input:checked").count() == 0
    assert page.said == []


@pytest.mark.parametrize("clipboard", [True, False])
def test_the_link_can_be_copied(visit, clipboard):
    """A tap copies the address with the answers and says so, the old way too."""
    page = visit("downloads/" + ANSWERS)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    if not clipboard:
        page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })")
    page.click("[data-ask-link]")
    page.locator("[data-ask-link]", has_text="已复制").wait_for()

    assert page.said == [] and page.locator("[data-ask] input[type=radio]:checked").count() == 3
    if clipboard:
        assert page.evaluate("navigator.clipboard.readText()").endswith(ANSWERS)


def test_every_use_is_answered_everywhere(visit):
    """Whoever asks, for whatever, wherever, finds something; the best of it is marked."""
    page = visit("downloads/")
    found = page.evaluate(
        """() => {
            const names = ['who', 'for', 'where'], empty = [];
            const values = names.map(n => [...document.querySelectorAll(`input[name=${n}]`)]);
            for (const a of values[0]) for (const b of values[1]) for (const c of values[2]) {
                for (const one of [a, b, c]) one.checked = true;
                a.form.dispatchEvent(new Event('change'));
                const said = [a, b, c].map(one => one.value).join(' ');
                if (!document.querySelector('.is-best')) empty.push(said);
            }
            return [values.map(one => one.length), empty];
        }"""
    )

    assert min(found[0]) >= 5
    assert [said for said in found[1] if not said.startswith(("booth", "shop"))] == []
    assert not [said for said in found[1] if said.startswith(("booth up", "booth hand", "shop up"))]


@pytest.mark.parametrize("width", [360, 1280])
def test_a_size_is_picked_on_the_card(visit, width):
    """The picker changes picture, millimetres and files; one size is shown at a time."""
    page = visit("downloads/", width=width)
    page.click("#posters .print-group >> nth=0 >> summary >> nth=0")
    card = page.locator("[data-print]:visible").first
    before = card.locator("img").get_attribute("src"), card.locator(".print-of:visible").inner_text()
    card.locator("select").select_option(index=3)

    assert card.locator(".print-of:visible").count() == 1
    assert card.locator("img").get_attribute("src") != before[0]
    assert card.locator(".print-of:visible").inner_text() != before[1]
    assert page.said == []


def test_without_script_the_page_is_a_list_of_packs(browser, address):
    """Every pack and every size of every design is there, the questions aren't; in eight screens of a phone."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}downloads/")
    packs, form = page.locator("#packs a.get:visible"), page.locator("form[data-ask]")
    foot = page.locator("footer").bounding_box()

    assert packs.count() == page.locator("#packs a.get").count() > 15 and not form.is_visible()
    assert foot["y"] + foot["height"] <= 8 * 740
    page.click("#posters .print-group >> nth=0 >> summary >> nth=0")
    assert page.locator("[data-print]:visible .print-of:visible").count() > 5
    context.close()
