"""Share cards on the built site: every page has a picture, found by link previews and by WeChat."""

import struct
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign import builder
from campaign.builder.handwritten import written_pages
from campaign.channels import cards
from campaign.channels.site.sharing import card_of
from campaign.workshop.cache import Cache
from campaign.workshop.making import Bench
from projects import GOOD, TOP, contents, make_project, run_build

SIZE = (1200, 630)
SITES = ["site", "small_site", "one_language_site"]


def _pages(folder):
    found = [p for p in sorted(folder.rglob("index.html")) if not p.relative_to(folder).as_posix().startswith("q/")]
    assert len(found) > 10
    return found


def _tags(tree):
    return {
        node.attributes.get("property") or node.attributes["name"]: node.attributes.get("content")
        for node in tree.css("meta[property], meta[name]")
    }


def _size(path):
    return struct.unpack(">II", path.read_bytes()[16:24])


@pytest.mark.parametrize("name", SITES)
def test_every_page_is_shared_with_its_own_picture(request, name):
    """og:image is the absolute address of a picture the site has, of the size it says, another one for each page."""
    folder = request.getfixturevalue(name)
    seen = set()
    for page in _pages(folder):
        tags = _tags(LexborHTMLParser(page.read_bytes()))
        address = urlsplit(tags["og:image"])
        assert address.scheme == "https"
        picture = folder / f"cards/{address.path.partition('/cards/')[2]}"
        assert _size(picture) == SIZE == (int(tags["og:image:width"]), int(tags["og:image:height"]))
        assert tags["twitter:card"] == "summary_large_image"
        assert tags["og:image:alt"]
        seen.add(picture)
    assert len(seen) == len(_pages(folder)) == len(list((folder / "cards").rglob("*.png")))


@pytest.mark.parametrize("name", SITES)
def test_the_first_picture_of_a_page_is_its_card(request, name):
    """WeChat takes the first <img>: it is the card, by a way that works in any folder, and readers never see it."""
    folder = request.getfixturevalue(name)
    for page in _pages(folder):
        tree = LexborHTMLParser(page.read_bytes())
        first = tree.body.css_first("img")
        assert (page.parent / first.attributes["src"]).resolve().is_relative_to(folder.resolve() / "cards")
        assert (page.parent / first.attributes["src"]).resolve().is_file()
        assert _tags(tree)["og:image"].endswith(first.attributes["src"].lstrip("./"))
        assert int(first.attributes["width"]) >= 300
        assert first.attributes["alt"] == ""
        assert first.attributes["loading"] == "lazy"
        assert "hidden" in first.parent.attributes


def test_cards_are_light(site):
    """40 KB at the most: a chat shows a list of them."""
    weights = [path.stat().st_size for path in (site / "cards").rglob("*.png") if _size(path) == SIZE]

    assert len(weights) > 200
    assert max(weights) < 40_000


def _with_switch(folder, value):
    project = make_project(folder, GOOD / "one_language")
    data = project / "campaign_data" / "campaign.yml"
    data.write_text(data.read_text(encoding="utf-8") + f"\nshare_cards: {value}\n", encoding="utf-8")
    done = run_build(project)
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.mark.slow
def test_none_makes_none(tmp_path):
    """`share_cards: none`: no picture, no tag that names one."""
    folder = _with_switch(tmp_path, "none")

    for page in _pages(folder):
        tree = LexborHTMLParser(page.read_bytes())
        assert not [tag for tag in _tags(tree) if tag.startswith(("og:image", "twitter:"))]
        assert not tree.css("[data-share-card]")
    assert not (folder / "cards").exists()


@pytest.mark.slow
def test_sections_lend_events_their_card(tmp_path):
    """`share_cards: sections`: an event is shared with the programme's picture, every other page with its own."""
    folder = _with_switch(tmp_path, "sections")
    cards = {path.relative_to(folder / "cards").as_posix() for path in (folder / "cards").rglob("*.png")}

    assert not [name for name in cards if "/events/" in name]
    events = sorted((folder / "events").glob("*/index.html"))
    assert events
    for page in events:
        assert _tags(LexborHTMLParser(page.read_bytes()))["og:image"].endswith("/programme.png")
    assert len(cards) == len(_pages(folder)) - len(events)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("", "home"),
        ("programme/", "programme/"),
        ("events/x/", "programme/"),
        ("exhibition/booths/a01/", "home"),
        ("learn/place/market/", "learn/"),
        ("nobody/knows/", "home"),
    ],
)
def test_a_page_without_a_card_shows_its_sections(path, found):
    """Its own, its section's, the nearest page's above it, at last the home page's."""
    cards = {one: one or "home" for one in ("", "programme/", "learn/")}

    assert card_of(cards, path) == found
    assert card_of({}, path) is None


def test_two_builds_make_the_same_pictures(one_language_site, tmp_path):
    """Made anew with an empty cache: the same bytes."""
    job = builder.first_job(GOOD / "one_language", shown_as="campaign_data")
    wanted = cards.plan(job.commission(written_pages(TOP / "docs", job.campaign.languages).titles))

    again = {one.path: one.content for one in cards.render(wanted, Bench(cache=Cache(tmp_path))).files}

    built = contents(one_language_site)
    assert again and again == {path: built[path] for path in built if path.startswith(("cards/", "save/"))}


@pytest.mark.parametrize("name", SITES)
def test_every_day_can_be_saved_as_a_picture(request, name):
    """On the programme's page and, where there is one, among the downloads: each day's picture in its true size."""
    folder = request.getfixturevalue(name)
    saved = [path for path in (folder / "save").rglob("*.png") if path.parent.name != "kit"]
    made = {path.relative_to(folder).as_posix() for path in saved}
    assert made
    found = set()
    for page in [*folder.rglob("programme/index.html"), *folder.rglob("counties/*/index.html")]:
        for image in LexborHTMLParser(page.read_bytes()).css("details.save img"):
            path = (page.parent / image.attributes["src"]).resolve()
            assert _size(path) == (1080, int(image.attributes["height"]))
            assert image.attributes["width"] == "1080"
            assert image.attributes["alt"]
            assert image.attributes["loading"] == "lazy"
            found.add(path.relative_to(folder.resolve()).as_posix())
    assert found == made
    offered = [LexborHTMLParser(page.read_bytes()) for page in folder.rglob("downloads/index.html")]
    assert not offered or sum(len(tree.css("details.save img")) for tree in offered) == len(made)
