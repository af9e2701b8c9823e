"""The packs of a site: who gets what, what a ZIP holds, and that it says so itself."""

import csv
import hashlib
import io
import zipfile
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from campaign import paper
from campaign.channels import Commission, posters
from campaign.core.context import BuildContext
from campaign.kinds.poster import PostersFile
from campaign.order.packs import Stock, packs, press
from campaign.order.texts import said
from campaign.paper.ledger import Ledger
from campaign.read import read_campaign
from campaign.workshop.cache import Cache
from campaign.workshop.making import Bench
from looking import some
from projects import TOP

CONTEXT = BuildContext(today=date(2024, 4, 10), site_address="https://ip.example.org/")
NEAR = {"reading_distance_m": "2", "scan_distance_m": "0.3"}
A4 = {**NEAR, "id": "a4", "name": "A4", "width_mm": "210", "height_mm": "297"}
A2 = {**NEAR, "id": "a2", "name": "A2", "width_mm": "420", "height_mm": "594"}
STICKER = {**NEAR, "id": "sticker", "name": "Sticker", "width_mm": "60", "height_mm": "90", "in_hand": "true"}
SETS = [
    {"poster": "theme", "sheets": ["a4"], "inks": ["full", "low-ink"], "languages": ["zh+en", "zh"]},
    {"poster": "theme", "sheets": ["a2"], "tiles": "a4", "copies": "1", "county_copies": "2"},
    {"poster": "place_kind", "sheets": ["a4"]},
    {"poster": "event", "sheets": ["a4"], "inks": ["full", "low-ink"]},
    {"poster": "booth", "sheets": ["a4"]},
    {"poster": "sticker", "sheets": ["sticker"], "cards": {"sheet": "a4", "copies": "9"}},
]


def _png():
    stream = io.BytesIO()
    Image.new("RGB", (30, 42), "teal").save(stream, "PNG")
    return stream.getvalue()


@pytest.fixture(scope="module")
def stock():
    """The shipped campaign with a few sets of posters, planned for a preview."""
    named = [{"id": f"set-{number}", "name": "Set", "languages": ["zh+en"], **one} for number, one in enumerate(SETS)]
    files = PostersFile.model_validate({"sheets": [A4, A2, STICKER], "posters": named})
    campaign = replace(read_campaign(TOP / "campaign_data"), posters=files)
    imprints = paper.book(campaign, CONTEXT, Ledger()).imprints
    sheets = posters.plan(Commission(campaign=campaign, context=CONTEXT, imprints=imprints))
    return Stock(campaign=campaign, context=CONTEXT, sheets=sheets)


@pytest.fixture(scope="module")
def contents(stock):
    """Each print as a few bytes of its own, and its picture."""
    found = {f"{sheet.path}.png": _png() for sheet in stock.sheets}
    return found | {f"{sheet.path}.pdf": sheet.path.encode() for sheet in stock.sheets}


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    return Bench(cache=Cache(tmp_path_factory.mktemp("cache")), workers=1)


@pytest.fixture(scope="module")
def made(stock, contents, bench):
    """Each pack by whom it is for, and its ZIP."""
    output = packs(stock, contents, bench)
    archives = {file.path: zipfile.ZipFile(io.BytesIO(file.content)) for file in output.files}
    return {(one.who, one.about): (one, archives[one.path]) for one in output.listed}


def _records(pack):
    """The records that a pack's prints are of, `event:x`, and what is on several."""
    return {"/".join(Path(one.path).with_suffix("").parts[1:]).partition(".")[0] for one in pack.held}


def test_a_county_gets_its_own_and_what_hangs_anywhere(stock, made):
    """Its events, each kind of place's poster, the theme; nothing of another county, the exhibition or for the hand."""
    campaign = stock.campaign
    for county in some(campaign.counties.counties):
        pack, _ = made["county", county.id]
        own = {f"event/{one.id}" for one in campaign.events if campaign.county_of[one.id].id == county.id}
        kinds = {f"place_kind/{one.id}" for one in campaign.six_entries.place_kinds}
        assert own and _records(pack) == own | kinds | {"theme/theme"}


def test_a_pack_holds_the_plainest_print_alone(made):
    """No low ink, no single language, no tiles: one file of each record and size."""
    pack, _ = made["everyone", ""]

    assert [one.path for one in pack.held] == ["posters/theme/theme.a4.office.zh-en.pdf"]


def test_each_other_gets_what_is_for_them(stock, made):
    """A kind of place its own poster beside the theme, booths the exhibition's, the hand what is small."""
    kinds = [one.id for one in stock.campaign.six_entries.place_kinds]
    for kind in some(kinds):
        assert _records(made["place_kind", kind][0]) == {"theme/theme", f"place_kind/{kind}"}
    assert _records(made["booth", ""][0]) == {f"booth/{one.id}" for one in stock.campaign.booths}
    assert len(made["hand", ""][0].held) == 1 and "sticker" in made["hand", ""][0].held[0].path


def test_a_shop_gets_what_is_ordered_from_it(stock, made):
    """All copies of all counties, and nothing that an office prints."""
    pack, _ = made["shop", ""]

    assert [(one.path, one.copies) for one in pack.held] == [
        ("posters/theme/theme.a2.office.zh-en.pdf", 1 + 2 * len(stock.campaign.counties.counties))
    ]


def test_the_list_names_each_file_and_says_what_arrives(made):
    """Each file's number and name stand in the list; what the shop makes is told of without a file."""
    pack, archive = made["county", "yongjing"]
    names = [name for name in archive.namelist() if name.endswith(".pdf") and "/" in name]
    table = next(name for name in archive.namelist() if name.endswith(".csv"))
    head, *rows = csv.reader(io.StringIO(archive.read(table).decode("utf-8-sig")))
    files = {row[head.index(said("column_file").line)]: row[0] for row in rows}

    assert {f"{name}.pdf" for name in files if name} == set(names) and len(names) == len(pack.held)
    assert all(
        name.rpartition("/")[2].startswith(f"{int(files[name]):03d} ") for name in some(one for one in files if one)
    )
    assert "" in files, "the shop's roll of A2 arrives"
    assert archive.read(table.replace(".csv", ".pdf")).startswith(b"%PDF")


def test_what_may_be_done_to_a_symbol_is_said_once(made):
    """README and order sheet say the same, and forbid no finishing that posters.yml orders: film there is matt."""
    film = said("symbols")
    pack, archive = made["shop", ""]
    readme = archive.read("README.txt").decode("utf-8-sig").replace("\r\n", "\n")
    finishings = [
        sheet.finishing["zh"] for sheet in read_campaign(TOP / "campaign_data").posters.sheets if sheet.finishing
    ]

    assert film.main in readme and film.support in readme
    assert film.main in said("proof", symbols=film).main and film.support in said("proof", symbols=film).support
    assert any("覆哑膜" in one for one in finishings) and not any("亮膜" in one for one in some(finishings))
    assert "哑膜可以" in film.main and "matt is fine" in film.support


def test_a_pack_speaks_of_no_file_that_it_lacks(made):
    """A site's packs hold their list as CSV and PDF: none of their words sends for a workbook."""
    for pack, archive in some(made.values()):
        names = archive.namelist()
        assert any(name.endswith(".csv") for name in names) and not any(name.endswith(".xlsx") for name in names)
        list_pdf = next(name for name in names if name.startswith("00-") and name.endswith(".pdf"))
        pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(archive.read(list_pdf))]
        assert "xlsx" not in "".join(pages) + archive.read("README.txt").decode("utf-8-sig"), pack.path


def test_a_pack_is_whole_and_the_same_each_time(stock, contents, bench, made):
    """Its sums fit, its prints are the site's own, and a preview made on another day is the same bytes."""
    tomorrow = replace(stock, context=replace(CONTEXT, today=date(2024, 4, 11)))
    first, again = (
        {file.path: file.content for file in packs(one, contents, bench).files} for one in (stock, tomorrow)
    )
    assert first == again
    for pack, archive in some(made.values()):
        sums = dict(line.split("  ", 1)[::-1] for line in archive.read("SHA256SUMS.txt").decode().splitlines())
        assert {name: hashlib.sha256(archive.read(name)).hexdigest() for name in sums} == sums
        assert {contents[one.path] for one in pack.held} <= {archive.read(name) for name in sums}
        assert len(again[pack.path]) == pack.size_bytes and pack.path.isascii()


def test_a_preview_says_that_it_is_one(stock, contents, bench, made):
    """README.txt says sample in both languages in a preview and not in a release, which names its day."""
    cleared = replace(
        stock, context=replace(CONTEXT, release=True), sheets=[replace(one, sample=False) for one in stock.sheets]
    )
    shop = next(file for file in packs(cleared, contents, bench).files if file.path == "packs/print-shop.zip")
    real = zipfile.ZipFile(io.BytesIO(shop.content)).read("README.txt").decode("utf-8-sig")
    preview = made["shop", ""][1].read("README.txt").decode("utf-8-sig")

    assert "示例" in preview and "sample" in preview and made["shop", ""][0].sample
    assert "示例" not in real and "sample" not in real
    assert "\r\n" in real and "\n" not in real.replace("\r\n", "")


@dataclass(frozen=True)
class Picture:
    """A picture of the programme."""

    path: str
    language: str
    title: str


def test_the_press_gets_pictures_and_words(stock):
    """In each language's folder: the official theme and priorities in words, and its pictures by name."""
    campaign = stock.campaign
    pictures = [Picture(f"save/{tag}/a.png", tag, f"{tag}: 4/20") for tag in campaign.languages]

    output = press(stock, pictures, {one.path: one.path.encode() for one in pictures})

    archive = zipfile.ZipFile(io.BytesIO(output.files[0].content))
    for tag in some(campaign.languages):
        text = next(name for name in archive.namelist() if name.startswith(f"{tag}/") and name.endswith(".txt"))
        words = archive.read(text).decode("utf-8-sig")
        assert campaign.theme.official[tag] in words
        assert all(one.official_title[tag] in words for one in some(campaign.priorities.priorities))
        assert archive.read(f"{tag}/01 {tag}： 4／20.png") == f"save/{tag}/a.png".encode()
    assert press(stock, [], {}).files == ()
