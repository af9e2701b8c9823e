"""The pictures people share and keep: symbols on pages, read back; made once, kept, and cheap ever after."""

import io
import time
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from campaign import paper
from campaign.channels import Commission, permalinks
from campaign.core.artifact import Source
from campaign.core.context import BuildContext
from campaign.paper import Imprint
from campaign.paper.ledger import Ledger
from campaign.read import read_campaign
from campaign.workshop.cache import Cache
from campaign.workshop.making import Bench
from campaign.workshop.qr import Pixels, read
from looking import some
from projects import GOOD, TOP

CONTEXT = BuildContext(today=date(2024, 4, 22), site_address="https://ip.example.org/")


@pytest.fixture(scope="module")
def campaign():
    return read_campaign(TOP / "campaign_data")


@pytest.fixture(scope="module")
def book(campaign):
    return paper.book(campaign, CONTEXT, Ledger())


def _symbols(book, folder, workers=0):
    commission = Commission(campaign=None, context=CONTEXT, imprints=book.imprints)
    bench = Bench(cache=Cache(folder), workers=workers)
    return permalinks.render(permalinks.plan(commission), bench).files


def _said(content):
    grey = Image.open(io.BytesIO(content)).convert("L")
    return [one.payload for one in read(Pixels(*grey.size, grey.tobytes()))]


def test_every_address_has_its_symbol(book, tmp_path):
    """Each record with a printed address has a picture beside its page, which says that address and nothing else."""
    made = {one.path: one for one in _symbols(book, tmp_path, workers=1)}

    assert len(made) == len(book.imprints) > 80
    for (kind, record_id), imprint in book.imprints.items():
        one = made[f"q/{imprint.code}/symbol.png"]
        assert one.source == Source(kind=kind, id=record_id)
        assert _said(one.content) == [imprint.payload]


def test_kept_symbols_are_the_same_symbols(book, tmp_path):
    """From the cache, from another cache and on more processes: the same bytes."""
    first, second = (_symbols(book, tmp_path / "a", workers=1) for _ in range(2))

    assert first == second == _symbols(book, tmp_path / "b", workers=2)


@pytest.mark.slow
def test_a_thousand_kept_symbols_cost_nearly_nothing(book, tmp_path):
    """Under 0.3 s of the processor for 1,000; one more record draws its own letter's symbols again, not all."""
    many = {("event", f"e{n}"): _imprint(n) for n in range(1_000)}
    large = replace(book, imprints=many)
    assert len(_symbols(large, tmp_path)) == 1_000
    start = time.process_time()

    again = _symbols(large, tmp_path)

    assert time.process_time() - start < 0.3
    assert len({one.content for one in again}) == 1_000
    files = sum(1 for path in tmp_path.rglob("*") if path.is_file())
    larger = replace(book, imprints=many | {("event", "one-more"): _imprint(1_000)})
    assert len(_symbols(larger, tmp_path)) == 1_001
    assert sum(1 for path in tmp_path.rglob("*") if path.is_file()) == files + 1


def _imprint(number):
    code = f"{'23456789abcdefghjkmnpqrstvwxyz'[number % 30]}{number:04}"
    return Imprint(code, f"https://ip.example.org/q/{code}/", f"ip.example.org/q/{code}")


@pytest.mark.parametrize("folder", ["events", "exhibition/booths", "en/events", "en/exhibition/booths"])
def test_event_and_booth_pages_offer_one_symbol_to_save(site, folder):
    """One <img> with its size and its address in words, which says what the words say; it isn't fetched at first."""
    pages = sorted((site / folder).glob("*/index.html"))
    assert len(pages) > 5
    for path in pages:
        tree = LexborHTMLParser(path.read_bytes())
        (image,) = tree.css("img[src$='symbol.png']")
        attributes = image.attributes
        content = (path.parent / attributes["src"]).resolve().read_bytes()
        (payload,) = _said(content)
        assert attributes["width"] == attributes["height"]
        assert int(attributes["width"]) >= 160
        assert Image.open(io.BytesIO(content)).width == 2 * int(attributes["width"])
        assert Image.open(io.BytesIO(content)).width >= 300
        assert payload.removeprefix("https://").rstrip("/") in attributes["alt"]
        assert attributes["loading"] == "lazy"


def test_opening_the_symbol_closes_what_carries_others(site):
    """The symbol and the posters, which carry symbols too, are never open together."""
    for path in some((site / "events").glob("*/index.html")):
        tree = LexborHTMLParser(path.read_bytes())
        names = {node.attributes.get("name") for node in tree.css("details.share, .posters > details")}
        assert names == {"symbols"}


@pytest.mark.parametrize("name", ["small_site", "one_language_site"])
def test_another_campaign_has_its_symbols(request, name):
    """Other addresses, other counts: each event's symbol says where that campaign's site is."""
    folder = request.getfixturevalue(name)
    address = read_campaign(GOOD / name.removesuffix("_site")).campaign.site_address
    pages = sorted((folder / "events").glob("*/index.html"))

    assert pages
    for path in pages:
        (image,) = LexborHTMLParser(path.read_bytes()).css("img.symbol")
        (payload,) = _said((path.parent / image.attributes["src"]).resolve().read_bytes())
        assert payload.startswith(address)
