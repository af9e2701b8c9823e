"""Pictures in pages: each page opens with that of its record, doors differ, and a reader of the text misses nothing."""

from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.channels.site import render
from campaign.channels.site.vignettes import pictured, vignette
from campaign.core.context import BuildContext
from campaign.read import read_campaign
from looking import some

TOP = Path(__file__).parents[3]
CAMPAIGN = read_campaign(TOP / "campaign_data")
CSS = (TOP / "hooks/theme/assets/campaign.css").read_text("utf-8")


@pytest.fixture(scope="module")
def pages():
    """Every page in Chinese as a tree, by its path."""
    context = BuildContext(today=date(2024, 4, 22), site_address="https://example.org/", release=False)
    return {page.path: LexborHTMLParser(f"<main>{page.body}</main>") for page in render(CAMPAIGN, context, "zh")}


def _drawn(nodes):
    return [node.html for node in some(nodes)]


def _same(name):
    """A picture as a parser writes it again."""
    return LexborHTMLParser(str(name)).css_first("svg").html


def test_each_door_on_the_home_page_has_its_own_picture(pages):
    """The priorities' doors show what each names; no two are alike."""
    doors = _drawn(pages[""].css(".doors svg.vignette"))

    assert doors == [_same(vignette(one.vignette)) for one in CAMPAIGN.priorities.priorities]
    assert len(set(doors)) == len(doors)


@pytest.mark.parametrize("hub, kind", [("priorities/", "priorities"), ("activities/", "activities")])
def test_a_list_of_the_plan_shows_the_picture_of_each(pages, hub, kind):
    """The pages of all priorities and of all activities, in the plan's order."""
    records = getattr(getattr(CAMPAIGN, kind), kind)

    assert _drawn(pages[hub].css(".articles svg.vignette")) == [_same(pictured(one)) for one in records]


@pytest.mark.parametrize("where", ["", "exhibition/"])
def test_each_zone_has_its_own_picture(pages, where):
    """On the home page and beside the plan."""
    zones = _drawn(pages[where].css("[class*=z-] > svg.vignette"))

    assert zones == [_same(pictured(one)) for one in CAMPAIGN.exhibition.zones]


def test_pages_open_with_the_picture_of_their_record(pages):
    """An event, a booth, a priority, an activity, a kind of place: one picture in the head, and it is the record's."""
    event, booth = CAMPAIGN.events[0], CAMPAIGN.booths[0]
    priority, kind = CAMPAIGN.priorities.priorities[0], CAMPAIGN.six_entries.place_kinds[0]
    activity = CAMPAIGN.activities.activities[0]
    opened = {
        f"events/{event.id}/": pictured(event, CAMPAIGN.form(event.form), CAMPAIGN.place_kind(event.place_kind)),
        f"exhibition/booths/{booth.id}/": pictured(booth, CAMPAIGN.zone(booth.zone)),
        f"priorities/{priority.id}/": pictured(priority),
        f"activities/{activity.id}/": pictured(activity),
        f"six-entries/{kind.id}/": pictured(kind),
    }

    for path, picture in some(opened.items()):
        assert _drawn(pages[path].css(".head svg.vignette")) == [_same(picture)], path


def test_a_kind_of_place_keeps_its_pictogram(pages):
    """Beside the picture of an event, and of its kind of place, stands the pictogram that signs and posters bear."""
    event = CAMPAIGN.events[0]
    kind = CAMPAIGN.place_kind(event.place_kind)

    for path in some((f"events/{event.id}/", f"six-entries/{kind.id}/")):
        assert pages[path].css_matches(f".pictured .disc .p-{kind.pictogram}"), path


def test_a_picture_is_for_the_eye_alone(pages):
    """Hidden from those who hear the page, without an id that could come twice; its size is the style sheet's."""
    for node in some(node for tree in pages.values() for node in tree.css("svg.vignette")):
        assert node.attributes.get("aria-hidden") == "true"
        assert not node.css("[id]") and "style" not in node.html


def test_the_style_sheet_colours_every_role():
    """Each class that a picture wears has its rule; the gap is as wide as the drawing's."""
    for role in some(("ink", "red", "ochre", "teal", "paper")):
        assert f".v-{role}{{fill:var(--v-{role})}}" in CSS
    assert ".v-apart{stroke:var(--v-paper);stroke-width:52;paint-order:stroke}" in CSS
