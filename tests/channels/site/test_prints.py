"""The gallery of finished posters, and each record's posters on its own page."""

import time
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.channels.site import render
from campaign.channels.site.gallery import Gallery
from campaign.channels.site.prints import weight
from campaign.channels.site.words import words
from campaign.core.artifact import Source
from campaign.core.context import BuildContext
from campaign.kinds import urls
from campaign.read import read_campaign
from looking import some

TOP = Path(__file__).parents[3]
CONTEXT = BuildContext(today=date(2024, 4, 22), site_address="https://example.org/")


@dataclass(frozen=True)
class Printed:
    """A finished file as the posters' room hands it over."""

    source: Source
    sheet: str = "a3"
    finish: str = "office"
    made_by: str = "office"
    ink: str = "full"
    language: str = "zh-en"
    form: str = "poster"
    title: str = "as on the sheet"
    width_mm: float = 297.0
    height_mm: float = 420.0
    size_bytes: int = 51_200
    pages: int = 1
    county: str = ""
    sample: bool = False
    sources: tuple[Source, ...] = ()
    name: str = ""

    @property
    def stem(self):
        name = self.name or self.source.id or self.source.kind
        return f"posters/{self.source.kind}/{name}.{self.sheet}.{self.finish}-{self.ink}-{self.form}.{self.language}"

    @property
    def path(self):
        return f"{self.stem}.pdf"

    @property
    def preview(self):
        return f"{self.stem}.png"


@dataclass(frozen=True)
class Imprint:
    """A printed address."""

    code: str = "h7k2m"
    shown: str = "example.org/q/h7k2m"
    side_px: int = 222


@pytest.fixture(scope="module")
def campaign():
    return read_campaign(TOP / "campaign_data")


def _prints(campaign):
    theme, event = Source(kind="theme"), Source(kind="event", id=campaign.events[0].id)
    county = campaign.county_of[campaign.events[0].id].id
    variants = [
        {"finish": "press", "ink": "low-ink"},
        {},
        {"language": "en"},
        {"form": "tiles", "pages": 8},
        {"ink": "low-ink"},
    ]
    booths = tuple(Source(kind="booth", id=booth.id) for booth in campaign.booths)
    cards = Printed(booths[0], sheet="a4", sources=booths, name="booth-cards", pages=3)
    one = Printed(event, county=county, sample=True, size_bytes=1_234_567)
    return [
        *(Printed(theme, **variant) for variant in variants),
        one,
        cards,
        Printed(Source(kind="home"), name="sticker"),
    ]


def _pages(campaign, language="zh", **offers):
    return {page.path: LexborHTMLParser(page.body) for page in render(campaign, CONTEXT, language, **offers)}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_file_can_be_had_with_its_size_weight_and_sheet(campaign, language):
    """Each file has one link, in a card that gives the sheet, the millimetres, and a picture with a name."""
    prints = _prints(campaign)
    gallery = _pages(campaign, language, prints=prints)["downloads/"].css_first("#posters")
    up = "../" if language == "zh" else "../../"

    assert sorted(a.attributes["href"] for a in gallery.css(".print-files a")) == sorted(up + p.path for p in prints)
    assert len(gallery.css(".print")) == 4
    for card in gallery.css(".print"):
        assert all("mm" in one.text() for one in some(card.css(".print-size")))
        picture = card.css_first("img").attributes
        assert picture["loading"] == "lazy" and picture["alt"] and picture["width"] and picture["height"]
    assert "1.3 MB" in gallery.text() and "52 KB" in gallery.text()
    assert "SIL OFL" in gallery.text()


def test_the_plain_whole_poster_comes_first(campaign):
    """A card shows the full-colour office poster in both languages first; tiles and outlines come last."""
    card = Gallery(campaign, words("zh"), _prints(campaign)).of("theme")[0].sizes[0]

    assert card.files[0].label == "办公打印 · 全彩 · 中文＋英文"
    assert "拼贴" in card.files[-1].label and "8 页" in card.files[-1].label


def test_what_no_office_prints_is_not_called_so(campaign):
    """A roll-up of exact size is for a shop's inkjet; with bleed it is for the press."""
    theme = Source(kind="theme")
    prints = [
        Printed(theme, sheet="roll-up", made_by="shop"),
        Printed(theme, sheet="a1", finish="press", made_by="shop"),
    ]

    cards = Gallery(campaign, words("zh"), prints).of("theme")[0].sizes

    assert [card.files[0].label.partition(" · ")[0] for card in cards] == ["印刷店喷绘", "印刷店印刷"]


def test_each_record_shows_its_own_posters(campaign):
    """An event's page has that event's posters and no other's; a sheet of many records stands with each of them."""
    pages = _pages(campaign, prints=_prints(campaign))
    own, other = campaign.events[:2]

    hrefs = [a.attributes["href"] for a in pages[urls.page("event", own.id)].css(".posters .print-files a")]
    assert len(hrefs) == 1 and f"/event/{own.id}." in hrefs[0]
    assert not pages[urls.page("event", other.id)].css(".posters")
    for booth in campaign.booths:
        assert len(pages[urls.page("booth", booth.id)].css(".posters .print")) == 1


def test_without_prints_the_page_says_they_are_to_come(campaign):
    """No prints: what is planned stands there as in preparation, and no gallery."""
    page = _pages(campaign)["downloads/"]

    assert not page.css("#prints")
    assert page.css(".pending")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_design_has_one_card_with_every_size(campaign, language):
    """A record on three sheets is one card: a picker of three sizes, each with its picture, millimetres and files."""
    theme = Source(kind="theme")
    prints = [Printed(theme, sheet=sheet, width_mm=width) for sheet, width in (("a4", 210), ("a3", 297), ("a1", 594))]
    cards = _pages(campaign, language, prints=prints)["downloads/"].css("#posters .print")

    assert len(cards) == 1
    sizes = cards[0].css(".print-of")
    assert [one.attributes["value"] for one in cards[0].css("[data-pick] option")] == ["0", "1", "2"]
    assert [one.attributes["class"] for one in sizes] == ["print-of is-picked", "print-of", "print-of"]
    for one, made in zip(sizes, prints, strict=True):
        assert one.attributes["data-of"].endswith(made.preview) and one.attributes["data-alt"]
        assert f"{made.width_mm:g} ×" in one.css_first(".print-size").text()
        assert one.css_first("a").attributes["href"].endswith(made.path)


def test_the_table_has_every_file_by_its_sheet(campaign):
    """For print shops: every file once, under its sheet, with what makes it another and its weight; not for search."""
    prints = _prints(campaign)
    made = {page.path: page for page in render(campaign, CONTEXT, "zh", prints=prints)}
    table = LexborHTMLParser(made["downloads/all/"].body)
    links = table.css(".matrix a")

    assert sorted(a.attributes["href"] for a in links) == sorted(f"../../{one.path}" for one in prints)
    assert [one.css_first("h2").text(deep=False).strip() for one in table.css("details")] == ["A4", "A3"]
    assert all(a.text().strip() for a in links) and not made["downloads/all/"].searchable
    assert LexborHTMLParser(made["downloads/"].body).css('a[href="../downloads/all/"]')


def test_hundreds_of_prints_are_quick(campaign):
    """Two thousand files more cost less than a second and a half a language."""
    many = [
        Printed(Source(kind="event", id=event.id), sheet=f"s{n}", ink=ink)
        for event in campaign.events
        for n in range(18)
        for ink in ("full", "low-ink")
    ]
    assert len(many) > 1_900
    list(render(campaign, CONTEXT, "zh", prints=many[:10]))
    start = time.process_time()

    list(render(campaign, CONTEXT, "zh", prints=many))

    assert time.process_time() - start < 1.5


def test_a_symbol_is_one_picture_to_save(campaign):
    """An event's page shows its printed address as one <img> inside a closed details, and the address in letters."""
    event = campaign.events[0]
    page = _pages(campaign, imprints={("event", event.id): Imprint()})[urls.page("event", event.id)]
    symbol = page.css("details:not([open]) img.symbol")

    assert [one.attributes["src"] for one in symbol] == ["../../q/h7k2m/symbol.png"]
    assert "example.org/q/h7k2m" in page.css_first("details.share").text()


def test_weights_are_never_less_than_they_are():
    """Rounded up, in the unit people know."""
    assert [weight(n) for n in (1, 1_000, 1_001, 999_999, 1_000_000, 1_310_000)] == [
        "1 KB",
        "1 KB",
        "2 KB",
        "1000 KB",
        "1 MB",
        "1.4 MB",
    ]


def test_a_record_that_is_gone_from_the_campaign_is_an_error(campaign):
    """A print of a record nobody has can't be named: our bug, said at once."""
    with pytest.raises(KeyError):
        Gallery(campaign, words("zh"), [replace(_prints(campaign)[5], source=Source(kind="event", id="gone"))])
