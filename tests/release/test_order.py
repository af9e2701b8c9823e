"""The print order: who gets which prints, what their files are called, and what the order sheet says."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from PIL import Image

from campaign import cli, paper, release
from campaign.channels import Commission, posters
from campaign.core.context import BuildContext
from campaign.core.digest import sha256
from campaign.core.language import Localized
from campaign.core.problems import Message
from campaign.kinds.poster import PostersFile
from campaign.order.form import fill
from campaign.order.lines import order, recipients
from campaign.order.names import RESERVED, plain_name
from campaign.order.paper import pdf
from campaign.order.workbook import workbook
from campaign.paper.ledger import Ledger
from campaign.read import read_folder
from campaign.release.edition import Edition
from campaign.release.order import again, hand_again, hand_out, handing
from campaign.release.order.splitting import split
from looking import some
from projects import TOP

DAY = date(2024, 4, 10)
EVENT, ELSEWHERE = "yj-market-gi-labels", "lc-community-fakes-stand"
FAR = {"reading_distance_m": "2", "scan_distance_m": "0.5"}
A4 = {**FAR, "id": "a4", "name": "A4", "width_mm": "210", "height_mm": "297"}
STAND = {
    **FAR,
    "id": "x-stand",
    "name": {"zh": "X 展架 60×160/厘米?", "en": "X-stand"},
    "width_mm": "600",
    "height_mm": "1600",
    "material": "=1+1",
    "finishing": {"zh": "打扣眼", "en": "eyelets"},
    "techniques": {"press": {"material": "coated paper"}},
}
SETS = [
    {"poster": "theme", "sheets": ["a4", "x-stand"], "inks": ["full", "low-ink"], "copies": "3", "county_copies": "2"},
    {"poster": "event", "records": [EVENT, ELSEWHERE], "sheets": ["a4", "x-stand"], "copies": "4"},
    {"poster": "theme", "sheets": ["a4"], "finishes": ["press"], "languages": ["zh"], "copies": "0"},
]
LONG = {"zh": "知识产权" * 30, "en": "Intellectual property " * 10}


def picture():
    stream = io.BytesIO()
    Image.new("RGB", (30, 42), "teal").save(stream, "PNG")
    return stream.getvalue()


@pytest.fixture(scope="module")
def reading():
    return read_folder(TOP / "campaign_data")


def edition_of(reading, sets=SETS):
    """The shipped campaign with these posters."""
    named = [{"id": f"set-{number}", "name": "Set", "languages": ["zh+en"], **one} for number, one in enumerate(sets)]
    files = PostersFile.model_validate({"sheets": [A4, STAND], "posters": named})
    campaign = replace(reading.campaign, posters=files)
    context = BuildContext(today=DAY, site_address="https://ip.example.org/")
    book = paper.book(campaign, context, Ledger())
    planned = {"posters": posters.plan(Commission(campaign=campaign, context=context, imprints=book.imprints))}
    return Edition(
        campaign=campaign,
        context=context,
        ledger=Ledger(),
        book=book,
        planned=planned,
        places=reading.places,
        history=None,
    )


@pytest.fixture(scope="module")
def edition(reading):
    return edition_of(reading)


def order_for(edition, name):
    return order(edition, next(one for one in recipients(edition.campaign) if one.id == name))


def in_short(lines):
    """What is asked of lines: file, copies."""
    return {line.name.support.partition("-")[2]: line.copies for line in lines}


def handed(edition, root):
    """The edition handed out from a site in which each print is a kilobyte."""
    digests = {}
    for sheet in edition.sheets:
        for ending, content in ((".pdf", sheet.path.encode().ljust(1000)), (".png", picture())):
            path = root / "site" / f"{sheet.path}{ending}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        digests[f"{sheet.path}.pdf"] = sha256(root / "site" / f"{sheet.path}.pdf")
    return hand_out(edition, root, digests, note={"shop": "for shops", "office": "for offices"})


def names_in(path):
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


# --- who gets what


def test_the_shop_gets_all_that_is_large_and_all_for_the_press(edition):
    """With the copies of all: the office's, the counties', the record's own county's; nothing that nobody ordered."""
    found = order_for(edition, "print-shop")
    counties = len(edition.campaign.counties.counties)

    assert in_short(found.lines) == {
        "theme.x-stand.office.zh-en": 3 + 2 * counties,
        f"{EVENT}.x-stand.office.zh-en": 4,
        f"{ELSEWHERE}.x-stand.office.zh-en": 4,
    }
    assert found.lines[0].receivers == ("主办单位 3 份；各县（市）各 2 份", "organiser: 3; 2 for each county")
    assert found.lines[1].receivers.main == "永靖 4 份"


def test_a_county_gets_its_own_and_the_common_ones(edition):
    """What it prints itself, and what the shop will bring it; nothing of another county's."""
    found = order_for(edition, "county-yongjing")

    assert in_short(found.lines) == {
        "theme.a4.office.zh-en": 2,
        f"{EVENT}.a4.office.zh-en": 4,
        "theme.a4.office-low-ink.zh-en": 0,
    }
    assert [(line.sheet.path.rpartition("/")[2], line.copies) for line in found.arrivals] == [
        ("theme.x-stand.office.zh-en", 2),
        (f"{EVENT}.x-stand.office.zh-en", 4),
    ]


def test_the_office_gets_what_is_no_countys(edition):
    """Its own copies of what it prints itself."""
    found = order_for(edition, "office")

    assert in_short(found.lines) == {"theme.a4.office.zh-en": 3, "theme.a4.office-low-ink.zh-en": 0}
    assert [line.copies for line in found.arrivals] == [3]


def test_what_every_county_is_to_have_goes_to_every_county(reading):
    """A county's own poster of which the others get some too: its file is in their ZIPs."""
    sets = [{"poster": "event", "records": [EVENT], "sheets": ["a4"], "copies": "4", "county_copies": "1"}]
    found = edition_of(reading, sets)

    assert in_short(order_for(found, "county-yongjing").lines) == {f"{EVENT}.a4.office.zh-en": 5}
    assert in_short(order_for(found, "county-kangle").lines) == {f"{EVENT}.a4.office.zh-en": 1}
    assert not order_for(found, "office").lines


def test_what_takes_place_in_a_county_is_still_the_offices(reading):
    """Exhibition and booths: the office orders them, wherever the square is and wherever an exhibitor comes from."""
    booth = next(b.id for b in reading.campaign.booths if reading.campaign.exhibitor(b.exhibitor).county)
    sets = [
        {"poster": "exhibition", "sheets": ["a4", "x-stand"]},
        {"poster": "booth", "records": [booth], "sheets": ["a4"]},
    ]
    found = edition_of(reading, sets)

    assert all(sheet.county for sheet in some(found.sheets))
    assert in_short(order_for(found, "office").lines) == {
        "exhibition.a4.office.zh-en": 1,
        f"{booth}.a4.office.zh-en": 1,
    }
    assert [line.receivers.main for line in order_for(found, "print-shop").lines] == ["主办单位 1 份"]
    county = found.sheets[0].county
    assert set(in_short(order_for(found, f"county-{county}").lines).values()) == {0}


# --- names


@pytest.mark.parametrize(
    "text, name",
    [
        ('a<b>c:d"e/f\\g|h?i*j', "a＜b＞c：d＂e／f＼g｜h？i＊j"),
        ("真假：哪个？", "真假：哪个？"),
        ("con", "_con"),
        ("LPT1.old", "_LPT1.old"),
        ("console", "console"),
        (" 名字. . ", "名字"),
        ("a\u0000b\u202ec\nd  e", "abcd e"),
        ("...", "_"),
        ("e\u0301", "é"),
        ("展" * 50, "展" * 12),
        ("展x" * 50, "展x" * 9),
    ],
)
def test_a_name_that_every_system_takes(text, name):
    """No sign that Windows forbids, no device's name, nothing unseen, NFC, cut between characters."""
    assert plain_name(text, most_bytes=37) == name


def test_files_are_called_alike_in_both_twins_and_fit_everywhere(edition):
    """Numbered as on the order sheet, unique, under 180 bytes with their ending; in ASCII in one of the two."""
    for recipient in some(recipients(edition.campaign)):
        lines = order(edition, recipient).lines
        for number, line in enumerate(lines, 1):
            for folder, name in zip(line.folder, line.name, strict=True):
                assert name.startswith(f"{number:03d}")
                assert len(f"{folder}/{name}.pdf".encode()) < 180
                assert not re.search(r'[<>:"/\\|?*\x00-\x1f]|[. ]$', folder)
                assert not re.search(r'[<>:"/\\|?*\x00-\x1f]|[. ]$', name)
                assert name.partition(".")[0].upper() not in RESERVED
            assert f"{line.folder.support}/{line.name.support}".isascii()
        assert len({line.name.support.casefold() for line in lines}) == len(lines)
        assert len({line.name.main.casefold() for line in lines}) == len(lines)
    assert order_for(edition, "print-shop").lines[0].folder == (
        "01-X 展架 60×160／厘米？ 喷绘写真",
        "01-x-stand-inkjet",
    )


def test_a_long_title_is_cut_and_the_size_stays(edition):
    """What tells files apart stands behind the title, and isn't lost with its end."""
    longest = Localized({"zh": "知识产权" * 60, "en": "Intellectual property " * 20})
    files = [
        file.model_copy(update={"events": tuple(event.model_copy(update={"title": longest}) for event in file.events)})
        for file in edition.campaign.outreach
    ]
    campaign = replace(edition.campaign, outreach=tuple(files))

    line = order_for(replace(edition, campaign=campaign), "county-yongjing").lines[1]

    assert line.name.main.endswith(" A4 中文＋英文") and len(f"{line.name.main}.pdf".encode()) <= 120


# --- packs


@pytest.mark.parametrize(
    "sizes, parts",
    [
        ([], []),
        ([4, 4], [[4, 4]]),
        ([6, 5, 5], [[6], [5, 5]]),
        ([5, 5, 5], [[5, 5], [5]]),
        ([2, 12, 3], [[2], [12], [3]]),
        ([12], [[12]]),
    ],
)
def test_a_pack_is_split_in_its_order(sizes, parts):
    """Each part as full as the order allows and never over; what is larger alone stands alone."""
    assert split(sizes, lambda size: size, most_bytes=10) == parts


def test_each_recipient_gets_two_zips_with_the_same_files(edition, tmp_path):
    """In Chinese and in ASCII, with the order sheet as workbook and PDF first, and checksums that hold for each."""
    done = handed(edition, tmp_path)

    assert not done.reminders
    assert done.held["印刷店.zip"] == done.held["print-shop.zip"] == 3
    assert done.held["永靖.zip"] == done.held["county-yongjing.zip"] == 3
    chinese, ascii_only = names_in(tmp_path / "永靖.zip"), names_in(tmp_path / "county-yongjing.zip")
    assert chinese[:2] == ["00-订货单.pdf", "00-订货单.xlsx"]
    assert ascii_only[:3] == ["00-order.pdf", "00-order.xlsx", "01-a4/001-theme.a4.office.zh-en.pdf"]
    with zipfile.ZipFile(tmp_path / "永靖.zip") as one, zipfile.ZipFile(tmp_path / "county-yongjing.zip") as other:
        assert [one.read(name) for name in chinese[:-2]] == [other.read(name) for name in ascii_only[:-2]]
        assert all(entry.flag_bits & 0x800 for entry in one.infolist() if not entry.filename.isascii())


def test_a_county_s_zip_fits_a_mail(edition, tmp_path, monkeypatch):
    """Too large it is split: every part under the limit with the whole order sheet, no file lost, none twice."""
    handed(edition, tmp_path / "whole")
    with zipfile.ZipFile(tmp_path / "whole" / "county-yongjing.zip") as archive:
        sheets = sum(archive.getinfo(f"00-order{ending}").file_size for ending in (".xlsx", ".pdf"))
    monkeypatch.setattr(handing, "MOST_BYTES", 2 * sheets + 4_500)

    handed(edition, tmp_path)

    parts = sorted(tmp_path.glob("county-yongjing*.zip"))
    assert [path.name for path in parts] == ["county-yongjing-1.zip", "county-yongjing-2.zip"]
    assert [path.name for path in sorted(tmp_path.glob("永靖*.zip"))] == ["永靖-1.zip", "永靖-2.zip"]
    assert max(path.stat().st_size for path in parts) < 2 * sheets + 4_500
    files = [name for path in parts for name in names_in(path) if re.search(r"/\d{3}-.*\.pdf$", name)]
    assert len(files) == len(set(files)) == 3
    with zipfile.ZipFile(parts[1]) as archive:
        rows = list(openpyxl.load_workbook(io.BytesIO(archive.read("00-order.xlsx"))).worksheets[0].values)
    assert any("永靖-1, 永靖-2" in str(row[0]) for row in rows)
    assert [row[-1] for row in rows if isinstance(row[0], int)] == [1, 1, 2]
    assert (tmp_path / "print-shop.zip").exists()


def test_a_file_no_mail_takes_stays_alone_and_is_told(edition, tmp_path, monkeypatch):
    """It isn't cut; whoever releases hears of it."""
    monkeypatch.setattr(handing, "MOST_BYTES", 1)

    done = handed(edition, tmp_path)

    assert len(list(tmp_path.glob("county-yongjing-*.zip"))) == 3
    assert any("county-yongjing-1.zip" in reminder.en for reminder in done.reminders)


def test_nothing_to_print_is_a_reminder_and_no_zip(reading, tmp_path):
    """A pack with nothing in it isn't written: it is said why, and what to do."""
    done = handed(edition_of(reading, [{"poster": "theme", "sheets": ["a4"]}]), tmp_path)
    assert not (tmp_path / "print-shop.zip").exists()
    (reminder,) = done.reminders
    assert "finishes 里写 press" in reminder.zh and "made_by: shop" in reminder.en

    done = handed(edition_of(reading, [{"poster": "theme", "sheets": ["x-stand"]}]), tmp_path / "large")
    assert [path.name for path in sorted((tmp_path / "large").glob("*.zip"))] == ["print-shop.zip", "印刷店.zip"]
    (reminder,) = done.reminders
    assert "office, county-linxia-city, " in reminder.en


def test_reminders_are_told_by_the_command(monkeypatch, capsys, reading):
    """`campaign release` says them, on the stream of what went wrong, and ends well all the same."""
    done = release.Released(Path("release"), Ledger(), {}, reminders=(Message("没有给印刷店的包", "no ZIP"),))
    monkeypatch.setattr(release, "prepare", lambda *_, **__: edition_of(reading, []))
    monkeypatch.setattr(release, "release", lambda *_, **__: done)

    assert cli.main(["release", "--data", str(TOP / "campaign_data")]) == 0
    assert "提醒 reminder: 没有给印刷店的包 · no ZIP" in capsys.readouterr().err


# --- the order sheet


def form_of(edition, name="county-yongjing"):
    found = order_for(edition, name)
    return fill(edition, found, [(name, found.lines)])


def shown(edition):
    return {f"{sheet.path}.png": picture() for sheet in edition.sheets}


def workbook_of(edition, name="county-yongjing"):
    return workbook(form_of(edition, name), shown(edition), DAY)


def paper_of(edition, name="county-yongjing"):
    return pdf(form_of(edition, name), shown(edition))


def test_the_workbook_adds_up(edition):
    """Sums are formulas, so that changed copies count, and hold their figure for programs that don't reckon."""
    made = workbook_of(edition, "print-shop")
    order_sheet, totals = openpyxl.load_workbook(io.BytesIO(made)).worksheets
    _, figures = openpyxl.load_workbook(io.BytesIO(made), data_only=True).worksheets
    copies = [row[7] for row in order_sheet.values if isinstance(row[0], int)]

    assert copies == [19, 4, 4]
    assert totals["F2"].value == f"='{order_sheet.title}'!H{_row_of(order_sheet, '小计 Subtotal')}"
    assert totals["F3"].value == "=SUM(F2:F2)"
    assert (figures["E2"].value, figures["F2"].value, figures["F3"].value) == (3, 27, 27)


def _row_of(sheet, text):
    return next(number for number, row in enumerate(sheet.values, 1) if text in row)


def test_no_text_becomes_a_formula(edition):
    """A material that begins with = is what was typed, and stays so when it is edited."""
    order_sheet, totals = openpyxl.load_workbook(io.BytesIO(workbook_of(edition, "print-shop"))).worksheets
    cells = [cell for sheet in (order_sheet, totals) for row in sheet for cell in row if cell.value == "=1+1"]

    assert len(cells) >= 4
    assert {(cell.data_type, cell.quotePrefix) for cell in cells} == {("s", True)}
    formulas = [cell.value for sheet in (order_sheet, totals) for row in sheet for cell in row if cell.data_type == "f"]
    assert all(re.match(r"=(SUM\(|'订货单)", formula) for formula in some(formulas))


def test_what_no_cell_can_hold_stops_no_order(edition):
    """A control character that came with a pasted text goes; the rest of the text stays."""
    form = form_of(edition)
    made = workbook(replace(form, notes=(form.title._replace(main="铜版纸\x07 200g", support=""),)), {}, DAY)

    assert "铜版纸 200g" in [row[0] for row in openpyxl.load_workbook(io.BytesIO(made)).worksheets[0].values]


def test_the_workbook_prints_on_a4_across_with_its_heads_on_each_page(edition):
    """As wide as the paper; pictures of what is ordered stand in it, of what is spare don't."""
    order_sheet, totals = openpyxl.load_workbook(io.BytesIO(workbook_of(edition, "print-shop"))).worksheets

    for sheet in (order_sheet, totals):
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.page_setup.fitToWidth == 1 and sheet.sheet_properties.pageSetUpPr.fitToPage
    heads = _row_of(order_sheet, "份数\nCopies")
    assert order_sheet.print_title_rows == f"${heads}:${heads}"
    assert len(order_sheet._images) == 3


def test_rows_of_the_workbook_are_as_high_as_their_text(reading):
    """Nothing is cut off in WPS or in print: a long title makes its row higher."""
    sets = [{"poster": "event", "records": [EVENT], "sheets": ["a4"]}]
    long = edition_of(reading, sets)
    files = [
        file.model_copy(update={"events": tuple(e.model_copy(update={"title": Localized(LONG)}) for e in file.events)})
        for file in long.campaign.outreach
    ]
    other = replace(long, campaign=replace(long.campaign, outreach=tuple(files)))
    heights = []
    for edition in (long, other):
        sheet = openpyxl.load_workbook(io.BytesIO(workbook_of(edition))).worksheets[0]
        row = next(n for n, values in enumerate(sheet.values, 1) if values[0] == 1)
        heights.append(sheet.row_dimensions[row].height)

    assert heights[0] >= 60
    assert heights[1] > heights[0] + 100


def test_the_workbook_says_nothing_of_the_machine(edition):
    """The same bytes for the same order; made on the release's day by the office."""
    made = workbook_of(edition)
    assert made == workbook_of(edition)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        core = archive.read("docProps/core.xml").decode()
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in archive.namelist() if "vba" in name or "external" in name]
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2024-04-10T00:00:00Z"}
    assert "临夏州市场监督管理局" in core and "openpyxl" not in core


# --- what is printed again


AGAIN = (
    "posters/theme/theme.x-stand.office.zh-en",
    f"posters/event/{EVENT}.a4.office.zh-en",
    "posters/theme/theme.a4.press.zh",
)


def handed_again(edition, root, wanted, maker="office"):
    """What is to be printed again handed out, of a site in which each print is a kilobyte."""
    handed(edition, root)
    digests = {f"{one.path}.pdf": sha256(root / "site" / f"{one.path}.pdf") for one in edition.sheets}
    due = again(edition, wanted, maker=maker)
    return due, hand_again(edition, root, digests, due, note="why", more={"printed.csv": b"ticks"})


def test_what_is_printed_again_is_an_order_for_each_who_makes_it(edition):
    """As many as were ordered, of what nobody ordered none; each with its own total."""
    office, shop = (again(edition, dict.fromkeys(AGAIN, ()), maker=one) for one in ("office", "shop"))
    stands = 3 + 2 * len(edition.campaign.counties.counties)
    forms = [fill(edition, found, [("重印", found.lines)]) for found in (office, shop)]

    assert in_short(office.lines) == {f"{EVENT}.a4.office.zh-en": 4}
    assert in_short(shop.lines) == {"theme.x-stand.office.zh-en": stands, "theme.a4.press.zh": 0}
    assert [form.title.main for form in forms] == ["订货单 · 重印 · 自己印", "订货单 · 重印 · 印刷店制作"]
    assert [dict(form.about)[("给", "For")].main for form in forms] == ["主办单位自印", "印刷店"]
    assert [form.copies for form in forms] == [4, stands]


@pytest.mark.parametrize(
    ("hands", "copies", "receivers"),
    [
        (("永靖县",), 2, "永靖 2 份"),
        (("永靖", "yongjing", "临夏县"), 4, "临夏县 2 份；永靖 2 份"),
        (("街道办",), 3, "街道办 3 份"),
        (("", "永靖"), 19, "主办单位 3 份；各县（市）各 2 份"),
    ],
    ids=["a county", "two counties", "somebody", "nobody named one"],
)
def test_it_is_made_for_those_who_have_it(edition, hands, copies, receivers):
    """A county by any of its names gets what it was to get; where one hand is unknown all is made."""
    (line,) = again(edition, {AGAIN[0]: hands}, maker="shop").lines

    assert (line.copies, line.receivers.main) == (copies, receivers)


def test_of_what_was_only_spare_each_who_hung_one_gets_one(edition):
    """Nobody ordered it, yet it is on a wall and wrong."""
    (line,) = again(edition, {AGAIN[2]: ("永靖",)}, maker="shop").lines

    assert (line.copies, line.receivers.main) == (1, "永靖 1 份")


def test_what_is_printed_again_is_handed_out_as_a_shop_s_is(edition, tmp_path):
    """Twins with Chinese and ASCII names, the order as workbook and PDF with pictures, the list to tick, checksums."""
    due, done = handed_again(edition, tmp_path, dict.fromkeys(AGAIN, ()), maker="shop")

    assert done.held == {"重印-印刷店.zip": 2, "reprint-print-shop.zip": 2}
    assert names_in(tmp_path / "重印-印刷店.zip")[:2] == ["00-订货单.pdf", "00-订货单.xlsx"]
    assert names_in(tmp_path / "reprint-print-shop.zip") == [
        "00-order.pdf", "00-order.xlsx", "01-x-stand-inkjet/001-theme.x-stand.office.zh-en.pdf",
        "02-spare/002-theme.a4.press.zh.pdf", "printed.csv", "SHA256SUMS.txt", "README.txt",
    ]  # fmt: skip
    with zipfile.ZipFile(tmp_path / "reprint-print-shop.zip") as archive:
        made = archive.read("00-order.pdf")
        rows = list(openpyxl.load_workbook(io.BytesIO(archive.read("00-order.xlsx"))).worksheets[0].values)
    assert made.count(b"/Subtype /Image") + made.count(b"/Subtype/Image") > 0
    assert [row[0] for row in rows if isinstance(row[0], int)] == [line.number for line in due.lines]


def test_what_is_printed_again_fits_a_mail(edition, tmp_path, monkeypatch):
    """It goes by mail to whoever prints: in parts under the limit, the list to tick in each."""
    monkeypatch.setattr(handing, "MOST_BYTES", 1)

    handed_again(edition, tmp_path, dict.fromkeys(AGAIN, ()), maker="shop")

    parts = sorted(tmp_path.glob("reprint-print-shop-*.zip"))
    assert [path.name for path in parts] == [f"reprint-print-shop-{number}.zip" for number in (1, 2)]
    assert all("printed.csv" in names_in(path) for path in parts)


def test_nothing_to_print_again_is_a_zip_without_an_order(edition, tmp_path):
    """Its list says so."""
    _, done = handed_again(edition, tmp_path, {})

    assert done.held == {"重印.zip": 0, "reprint.zip": 0}
    assert names_in(tmp_path / "reprint.zip") == ["printed.csv", "SHA256SUMS.txt", "README.txt"]


def test_the_order_sheet_says_what_a_shop_must_know(edition):
    """On A4 across: who orders and whom to ask, item, size, material, finishing, copies, for whom; the same bytes."""
    made = paper_of(edition, "print-shop")
    assert made == paper_of(edition, "print-shop")
    with pypdfium2.PdfDocument(made) as document:
        assert {tuple(map(round, page.get_size())) for page in document} == {(842, 595)}
        text = re.sub(r"\s", "", "".join(page.get_textpage().get_text_range() for page in document))
    for said in (
        "2024年临夏州知识产权宣传周", "订货单·印刷店制作", "段建强0930-6213897", "2024年4月10日", "600×1600mm", "=1+1",
        "打扣眼", "主办单位3份；各县（市）各2份", "永靖4份", "theme.x-stand.office.zh-en", "001活动主题",
    ):  # fmt: skip
        assert said in text, said
    assert made.count(b"/Subtype /Image") + made.count(b"/Subtype/Image") > 0


def test_press_and_inkjet_are_ordered_apart(reading):
    """Of one size: a group, a sum and a folder each, with the technique's material, and the sheet's own finishing."""
    press = {"poster": "event", "records": [EVENT], "sheets": ["x-stand"], "finishes": ["press"], "copies": "4"}
    edition = edition_of(reading, [{"poster": "theme", "sheets": ["x-stand"], "copies": "3"}, press])
    found = order_for(edition, "print-shop")
    form = fill(edition, found, [("印刷店", found.lines)])

    told = [
        (one.title.main.rpartition(" ")[2], one.copies, one.rows[0].material.main, one.rows[0].finishing.main)
        for one in form.ordered
    ]
    assert told == [("印刷", 4, "coated paper", "打扣眼"), ("喷绘写真", 3, "=1+1", "打扣眼")]
    assert [line.folder.support for line in found.lines] == ["01-x-stand-press", "02-x-stand-inkjet"]


def test_a_county_s_sheet_says_what_will_be_brought(edition):
    """Without a number, for its file isn't there."""
    groups = {group.title.main: group for group in form_of(edition).groups}
    (coming,) = [group for title, group in groups.items() if title.startswith("由印刷店做好送来")]

    assert [(row.number, row.copies, row.file.main) for row in coming.rows] == [(0, 2, ""), (0, 4, "")]
    assert sum(group.copies for group in groups.values() if group.ordered) == 6
