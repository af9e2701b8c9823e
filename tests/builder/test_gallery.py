"""The gallery: every kind of poster, frame and card there is, its languages side by side, and nothing that isn't."""

import re

import pytest

from campaign.builder.gallery import MOST, page, sections
from campaign.read import read_campaign
from looking import some
from projects import GOOD


@pytest.fixture(scope="module")
def small():
    return read_campaign(GOOD / "small")


def _found(campaign, *paths):
    return list(sections(campaign, paths))


def _paths(section):
    return [[one.path for one in row.pictures] for row in section.rows]


def test_a_sheet_s_languages_stand_side_by_side(small):
    """The site's first language first, the one of both last; printed as it shows most; then one for little ink."""
    base = "posters/theme/theme.a3"
    names = ("office.zh", "office.en", "office.en-zh", "office-low-ink.en", "office-tiles.en")
    (section,) = _found(small, *(f"{base}.{name}.png" for name in names))

    shown = ["office.en", "office.zh", "office.en-zh", "office-low-ink.en"]
    assert _paths(section) == [[f"{base}.{name}.png" for name in shown]]
    assert section.form == "poster"


def test_of_many_records_some_are_shown(small):
    """The first, the last, and some between; each once."""
    every = [f"posters/event/event-{n:02}.a4.office.en.png" for n in range(30)]
    (section,) = _found(small, *every)
    (row,) = _paths(section)

    assert len(row) == len({*row}) == MOST
    assert (row[0], row[-1]) == (every[0], every[-1])


def test_frames_stand_by_what_they_show(small):
    """A row a kind of frame: day before night, each language; of what runs on the first part."""
    display = small.displays[0].id
    shown = [f"screens/{display}/frames/{look}/01-theme-{tag}.png" for look in ("day", "night") for tag in ("en", "zh")]
    later = [f"screens/{display}/frames/day/02-slogan-drop-en-{part}of2.png" for part in (1, 2)]
    named = [f"screens/{display}/frames/day/04-event-north-enterprise-{tag}.png" for tag in ("en", "zh", "en-zh")]
    paths = [*shown, *later, *named, f"screens/{display}/frames/day/03-theme-en.png"]
    (section,) = _found(small, *reversed(paths))

    assert _paths(section) == [shown, later[:1], named]
    assert small.displays[0].name["zh"] in section.title


def test_each_card_stands_in_every_language_and_as_its_square(small):
    """Cards of single pages, then of each kind by its name."""
    paths = [f"cards/{tag}/{name}.png" for tag in ("zh", "en") for name in ("home", "events/market-talk")]
    single, events = _found(small, *paths)
    html = page([single, events], folder="gallery", language="en", title="<All>", lead="&")

    assert _paths(single) == [["cards/en/home.png", "cards/zh/home.png"]]
    assert _paths(events) == [["cards/en/events/market-talk.png", "cards/zh/events/market-talk.png"]]
    sources = some(re.findall(r'src="([^"]+)"', html))
    assert sorted({*sources}) == sorted(f"gallery/{path}" for path in paths)
    assert len(sources) == 2 * len(paths)
    assert "&lt;All&gt;" in html
    assert "//" not in html.replace("<!doctype html>", "")


def test_a_site_without_pictures_has_no_gallery(small):
    """Photos, symbols and pictures of other folders are none of it."""
    assert _found(small, "q/ab3/symbol.png", "save/en/day.png", "posters/theme/odd.png") == []
