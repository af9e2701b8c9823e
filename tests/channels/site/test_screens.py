"""The pages of displays: where each stands, what it plays when, and every frame to be checked before it goes on air."""

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.channels.screens import render
from campaign.channels.screens.player_notes import player_notes
from campaign.channels.screens.report import FilmReport, GivenReport
from campaign.channels.site.edition import Edition
from campaign.channels.site.offers import Offers
from campaign.channels.site.screens import pages, shots
from campaign.kinds.display import ScreensFile
from campaign.workshop.cache import Cache
from campaign.workshop.films.common_players import LONGER_PX, MOST_LEVEL, SHORTER_PX
from campaign.workshop.making import Bench
from displays import CONTEXT, STRIP, jobs, shipped
from looking import some

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
    """Place, county, size, and a row for each item with its time, a message and its code together."""
    listing, *_ = pages(_edition(reports, language))
    tree = LexborHTMLParser(listing.body)

    assert listing.path == "screens/"
    assert len(tree.css("section")) == 2 and len(tree.css("li")) == sum(len(one.entries) for one in reports) - 1
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


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_true_of_every_frame_is_said_once(reports, language):
    """In front of them; what is true of some stands at those, and nothing is left out."""
    edition = _edition(reports, language)
    for report, page in some(list(zip(reports, list(pages(edition))[1:], strict=True))):
        found, text = shots(edition, report), LexborHTMLParser(page.body).css_first(".shots").text()
        for said in some({said for shot in found for said in shot.said}):
            bearing = sum(said in shot.said for shot in found)
            assert text.count(said) >= 1 and (bearing < len(found) or text.count(said) == 1), said


def test_a_priority_without_items_is_said(reports):
    """What a display leaves out stands on its page."""
    _, wall, _ = pages(_edition(reports, "zh"))

    assert "没有画面" in wall.body


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_display_with_nothing_to_show_has_its_pages(reports, language):
    """No frame, no film: its size and its pack are there, and no empty heading."""
    bare = replace(reports[0], frames=(), entries=(), films=(), film_s={})
    listing, wall, _ = pages(_edition([bare, reports[1]], language))
    facts = LexborHTMLParser(wall.body).css("dl dt")

    assert len(LexborHTMLParser(listing.body).css(".mast")) == 1
    assert len(facts) > 3 and not {"视频", "Films"} & {fact.text(strip=True) for fact in facts}


def test_without_displays_there_are_no_pages():
    """Nothing is listed where nothing stands."""
    assert list(pages(Edition(replace(shipped(), screens=None), CONTEXT, "zh"))) == []


BEYOND = FilmReport(
    paths=("films/day.mp4",),
    sort="",
    width_px=3840,
    height_px=1080,
    profile="High",
    level="5",
    peak_mbit=2.5,
    beyond=True,
)
CUT = replace(BEYOND, paths=("films/parts/day-1of2.mp4", "films/parts/day-2of2.mp4"), sort="parts", beyond=False)
GIVEN = GivenReport(name="films/b.mp4", codec="hevc", width_px=3840, height_px=2160, profile="", level="", beyond=True)


@pytest.mark.parametrize(
    "language, level, warned", [("zh", "High 3 级", "放不了"), ("en", "High level 3,", "can't play")]
)
def test_preflight_tells_what_the_films_ask_of_a_player(reports, language, level, warned):
    """Profile, level and bits of every film; a warning only where most players can't play one."""
    _, wall, _ = pages(_edition(reports, language))

    assert f"H.264 {level}" in LexborHTMLParser(wall.body).css_first("dl").text() and warned not in wall.body


@pytest.mark.parametrize("language, parts", [("zh", "分成 2 块"), ("en", "in 2 parts")])
@pytest.mark.parametrize("sort", ["1080p", "parts"])
def test_preflight_warns_of_films_that_most_players_can_t_play(reports, language, sort, parts):
    """And says which film of the pack to take instead; an office's own film is warned of likewise."""
    films = (BEYOND, replace(CUT, sort=sort))
    notes = player_notes(films, (GIVEN,))
    _, wall, _ = pages(_edition([replace(reports[0], films=films, notes=notes), reports[1]], language))
    tree = LexborHTMLParser(wall.body)
    told = tree.css_first("#players").text()

    assert f"films/{sort}" in told and "films/b.mp4" in told and "3840×2160 HEVC" in told
    assert f"{LONGER_PX}×{SHORTER_PX}" in told and MOST_LEVEL in told
    assert (parts in tree.css_first("dl").text()) is (sort == "parts")
