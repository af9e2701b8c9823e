"""The pages of displays: where each stands, what it plays when, and every frame to be checked before it goes on air."""

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.channels.screens import render
from campaign.channels.site.edition import Edition, Offers
from campaign.channels.site.screens import pages
from campaign.kinds.display import ScreensFile
from campaign.workshop.cache import Cache
from campaign.workshop.making import Bench
from displays import CONTEXT, STRIP, jobs, shipped

NOTICE = {"text": {"zh": "今天下午停水", "en": "No water today"}, "ends": "2024-04-21 18:00"}


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """A wall and a strip."""
    event = {"shows": "event", "record": "yj-market-gi-labels", "seconds": "3", "opens": "07:00"}
    plan = jobs({"looks": ["day", "night"]}, {**STRIP, "playlist": [event]}, notice=NOTICE)
    return render(plan, Bench(cache=Cache(tmp_path_factory.mktemp("cache")), workers=1)).listed


def _edition(reports, language):
    """The campaign with just the displays that were made."""
    campaign = replace(shipped(), screens=ScreensFile(displays=tuple(one.display for one in reports)))
    return Edition(campaign, CONTEXT, language, offers=Offers(reports=reports))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_display_is_listed_with_its_playlist(reports, language):
    """Place, county, size, and a row for each item with its time."""
    listing, *_ = pages(_edition(reports, language))
    tree = LexborHTMLParser(listing.body)

    assert listing.path == "screens/"
    assert len(tree.css("section")) == 2 and len(tree.css("li")) == sum(len(one.entries) for one in reports)
    assert "640" in tree.text() and "07:00–24:00" in tree.text() and "18:00" in tree.text()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_preflight_shows_every_frame_at_its_size(reports, language):
    """Each frame's picture with its pixels, and what became of text and code."""
    _, wall, strip = pages(_edition(reports, language))
    shots = LexborHTMLParser(wall.body).css("figure img")

    assert wall.path == "screens/wall/" and len(shots) == len(reports[0].frames)
    assert {(shot.attributes["width"], shot.attributes["height"]) for shot in shots} == {("640", "360")}
    up = "../../" if language == "zh" else "../../../"
    assert all(shot.attributes["src"].startswith(f"{up}screens/wall/frames/") for shot in shots)
    told = LexborHTMLParser(strip.body).text()
    assert ("滚动" if language == "zh" else "scrolls") in told and (
        "短网址" if language == "zh" else "short address"
    ) in told


def test_a_priority_without_items_is_said(reports):
    """What a display leaves out stands on its page."""
    _, wall, _ = pages(_edition(reports, "zh"))

    assert "没有画面" in wall.body


def test_without_displays_there_are_no_pages():
    """Nothing is listed where nothing stands."""
    assert list(pages(Edition(replace(shipped(), screens=None), CONTEXT, "zh"))) == []
