"""The plaza on a phone: the whole plan upright, zones to zoom into, a booth's card, a list of one's own."""

import pytest
from waiting import until

from campaign.kinds.exhibition import ExhibitionFile
from campaign.read import read_campaign
from looking import some
from projects import TOP

STANDS = "svg.ground:visible a.stand"
SIDES = """all => all.map(one => one.querySelector('rect').getBoundingClientRect())
    .map(box => Math.min(box.width, box.height))"""


@pytest.fixture(scope="module")
def plaza() -> ExhibitionFile:
    found = read_campaign(TOP / "campaign_data").exhibition
    assert found is not None
    return found


def _spot(booth):
    return f"svg.ground:visible a.stand[data-spot={booth.id}]"


@pytest.mark.parametrize("path", ["exhibition/", "en/exhibition/"])
def test_the_whole_plan_stands_upright_and_a_zone_has_targets_for_a_finger(visit, plaza, path):
    """At 360 px nothing runs off; each zone, tapped, shows its booths at 44 px or more; the whole comes back."""
    page = visit(path)
    box = page.locator("svg.ground:visible").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 360 and box["height"] > box["width"]

    for zone in some(plaza.zones):
        page.locator(f"{STANDS}[data-zone={zone.id}]").first.click()
        assert page.get_attribute(f"[data-zoom={zone.id}]", "aria-pressed") == "true"
        sides = page.locator(f"{STANDS}[data-zone={zone.id}]").evaluate_all(SIDES)
        assert min(sides) >= 44
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        page.click("[data-zoom='']")
    assert page.locator("svg.ground:visible").bounding_box()["height"] == box["height"]
    assert page.said == []


@pytest.mark.parametrize("close", ["escape", "button", "back"])
def test_a_booths_card_opens_over_the_plan_and_closes(visit, plaza, close):
    """A tap in the zone opens it with who and what to ask; Escape, its button and the way back lead to the booth."""
    booth = plaza.booths[0]
    page = visit("exhibition/")
    before = page.url
    page.click(f"[data-zoom={booth.zone}]")
    page.click(_spot(booth))
    card = page.locator("dialog[open]")

    assert booth.number in card.locator("h2").inner_text() and booth.ask["zh"] in card.inner_text()
    assert card.locator("a.button").get_attribute("href").endswith(f"/booths/{booth.id}/")
    assert page.evaluate("document.activeElement.id") == "card-name"
    {
        "escape": lambda: page.keyboard.press("Escape"),
        "button": lambda: page.click(".card-close"),
        "back": page.go_back,
    }[close]()
    until(page, "!document.querySelector('dialog[open]')")
    assert page.url == before
    assert page.evaluate("document.activeElement.dataset.spot") == booth.id
    assert page.said == []


def _unfold(page):
    """Every zone's booths in sight: on a phone they are folded."""
    for head in page.locator(".zone-list summary:visible").all():
        head.click()


def test_a_list_of_ones_own_is_kept_in_the_order_of_the_walk(visit, plaza):
    """Chosen in any order, numbered by the walk on list and plan; kept over a reload and on a booth's page; cleared."""
    page = visit("exhibition/")
    steps = {booth.id: int(page.get_attribute(f"#booth-{booth.id}", "data-step")) for booth in some(plaza.booths)}
    chosen = sorted(steps, key=steps.get)[2:7:2]
    _unfold(page)
    for booth in reversed(chosen):
        page.click(f"#booth-{booth} [data-mine]")

    for _ in range(2):
        links = page.locator("#mine ol a").evaluate_all("all => all.map(one => one.href.split('/').at(-2))")
        assert links == chosen
        numbers = [page.text_content(f"svg.ground:visible [data-spot={one}] .step text") for one in some(chosen)]
        assert numbers == ["1", "2", "3"]
        page.reload()
    page.goto(page.url + f"booths/{chosen[0]}/")
    page.click("[data-mine]")
    page.go_back()
    page.reload()
    assert page.locator("#mine ol li").count() == 2
    page.click("[data-mine-clear]")
    assert page.locator("#mine ol li").count() == page.locator(".step").count() == 0
    assert page.said == []


def test_a_device_that_keeps_nothing_says_so(visit, plaza):
    """With storage refused the list works as long as the page is open, and says that it will be gone."""
    page = visit("about/")
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('refused'); }")
    page.goto(page.url.removesuffix("about/") + "exhibition/")
    _unfold(page)
    page.click(f"#booth-{plaza.booths[0].id} [data-mine]")

    assert page.locator("#mine ol li").count() == 1
    assert page.inner_text("#mine .small") == page.get_attribute("[data-unkept]", "data-unkept")
    assert page.said == []


def test_on_a_desk_plan_and_list_stand_side_by_side_and_mark_each_other(visit, plaza):
    """What the pointer is over in one is marked in the other; the way from a booth's page marks its place."""
    booth = plaza.booths[1]
    page = visit("exhibition/", width=1280, height=800)
    plan, lists = page.locator("[data-plan]").bounding_box(), page.locator(".plaza-lists").bounding_box()
    assert plan["x"] + plan["width"] <= lists["x"]

    page.hover(_spot(booth))
    assert page.locator(f"#booth-{booth.id}.is-marked").count() == 1
    page.hover("h1")
    assert page.locator(".is-marked").count() == 0
    page.goto(page.url + f"#booth-{booth.id}")
    until(page, f"document.querySelector('[data-spot={booth.id}].is-here')")
    assert page.locator(f"{STANDS}.is-here").count() == 1


def test_the_way_back_from_a_booths_page_shows_it_on_the_plan(visit, plaza):
    """On a phone its zone is zoomed into, its booth marked and on the screen."""
    booth = plaza.booths[-1]
    page = visit(f"exhibition/booths/{booth.id}/")
    page.click(".plaza-plan a.button")
    page.wait_for_load_state("load")
    until(page, "Math.abs(document.querySelector('[data-plan]').getBoundingClientRect().top - 20) < 20")

    assert page.get_attribute(f"[data-zoom={booth.zone}]", "aria-pressed") == "true"
    assert page.locator(f"{STANDS}.is-here").get_attribute("data-spot") == booth.id
    assert page.evaluate("document.querySelector('[data-plan]').getBoundingClientRect().bottom") > 300


def test_without_script_the_plan_is_links(visit, plaza):
    """The whole plan and the list lead to every booth's page; what needs script isn't there."""
    page = visit("exhibition/", java_script_enabled=False)

    assert page.locator(STANDS).count() == len(plaza.booths)
    assert page.locator(".zoom:visible, #mine:visible, [data-mine]:visible").count() == 0
    page.locator(STANDS).first.click()
    assert "/booths/" in page.url
