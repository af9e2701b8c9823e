"""Finished prints: exact sizes, right inks, open fonts, tagged, repeatable, and read back from the final file."""

import re
from dataclasses import replace

import cv2
import numpy
import pypdfium2
import pytest
from hypothesis import given, strategies
from prints import drawn_text, fonts, jobs, one, opened, operators, with_event

from campaign.channels.posters import make, making
from campaign.channels.posters.palette import press_inks
from campaign.core.language import Localized
from campaign.workshop.faults import ProofError
from campaign.workshop.fonts import FAMILIES
from campaign.workshop.press import CONDITION, finished
from looking import some

MM = 72 / 25.4
EVENT = "yj-market-gi-labels"
QUICK = ".office.zh-en"
"""The prints that are proved even in a hurry: each kind on each of its sheets."""
EVERY_KIND = [
    {"poster": "theme", "sheets": ["a3", "roll-up", "banner", "card"]},
    {"poster": "priority", "records": ["guiding-thought"], "sheets": ["a3", "a4"]},
    {"poster": "activity", "records": ["six-entries"], "sheets": ["a3"]},
    {"poster": "place_kind", "records": ["market"], "sheets": ["a3", "roll-up"]},
    {"poster": "event", "records": [EVENT], "sheets": ["a4", "a3", "roll-up"]},
    {"poster": "exhibition", "sheets": ["a3", "a1"]},
    {"poster": "booth", "records": ["a01"], "sheets": ["a4", "card"]},
    {"poster": "board", "records": ["board-02"], "sheets": ["a1"]},
    {"poster": "county", "records": ["yongjing"], "sheets": ["a3"]},
    {"poster": "sticker", "sheets": ["card"]},
]


def _every():
    wordings = {"languages": ["zh+en", "zh", "en"]}
    finishes = {"finishes": ["office", "press"], "inks": ["full", "low-ink"]}
    every = jobs(*({**order, **wordings, **finishes} for order in EVERY_KIND))
    return [pytest.param(job, marks=() if QUICK in job.path else pytest.mark.slow, id=_name(job)) for job in every]


def _name(job):
    return job.path.removeprefix("posters/")


@pytest.fixture(scope="module")
def press():
    """The theme's A3 for the press."""
    job = one(poster="theme", finishes=["press"])
    return job, make(job)


@pytest.mark.parametrize("job", _every())
def test_every_kind_on_every_sheet_passes_its_own_proof(job):
    """Whatever is ordered is one page, is read back module by module, and uses open fonts alone, all embedded."""
    made = make(job)

    assert len(opened(made["pdf"]).pages) == 1
    assert made["png"].startswith(b"\x89PNG")
    found = fonts(made["pdf"])
    assert found, "the test found no font"
    assert all(found.values()), "a font isn't embedded"
    assert {re.fullmatch(r"/[A-Z]{6}\+(\w+)-\w+", name)[1] for name in found} == {FAMILIES[0].replace(" ", "")}


def test_a_name_in_arabic_is_set_in_a_font_that_has_it():
    """Every font of the print is one of the pinned ones, embedded, and one of them is for Arabic."""
    campaign = with_event(EVENT, title=Localized({"zh": "محمد يوسف 老师讲商标", "en": "Trade marks with محمد يوسف"}))
    (job,) = jobs({"poster": "event", "records": [EVENT], "sheets": ["a4"], "languages": ["zh+en"]}, campaign=campaign)

    found = fonts(make(job)["pdf"])

    assert all(some(found.values()))
    named = {re.fullmatch(r"/[A-Z]{6}\+(\w+)-\w+", name)[1] for name in found}
    assert "NotoSansArabic" in named <= {family.replace(" ", "") for family in FAMILIES}


@pytest.mark.parametrize(
    "order", [{"poster": "theme"}, {"poster": "exhibition"}, {"poster": "theme", "sheets": ["banner"]}]
)
@pytest.mark.parametrize("finish", ["office", "press"])
def test_a_preview_is_small_and_of_few_colours(order, finish):
    """The trimmed sheet, 320 px on its longer side, at most 48 colours and 32 KB: a page shows a hundred of them."""
    job = one(**order, finishes=[finish])
    made = make(job)["png"]
    picture = cv2.imdecode(numpy.frombuffer(made, numpy.uint8), cv2.IMREAD_COLOR)
    height, width, _ = picture.shape

    assert max(width, height) == 320
    assert width / height == pytest.approx(job.shape.width_mm / job.shape.height_mm, rel=0.02)
    assert 3 <= len(numpy.unique(picture.reshape(-1, 3), axis=0)) <= 48
    assert len(made) <= 32_000


def test_office_prints_are_exactly_their_size():
    """No bleed, no marks: the page is the sheet, in points."""
    page = opened(make(one(poster="theme"))["pdf"]).pages[0]

    assert [float(side) for side in page.mediabox[2:]] == pytest.approx([297 * MM, 420 * MM], abs=0.01)
    assert page.trimbox == page.mediabox


def test_press_prints_have_their_boxes(press):
    """TrimBox is the sheet, BleedBox 3 mm around it, MediaBox 10 mm around it for the marks."""
    page = opened(press[1]["pdf"]).pages[0]
    box = lambda inset, outset: [inset, inset, (297 + outset) * MM, (420 + outset) * MM]  # noqa: E731

    assert [float(n) for n in page["/MediaBox"]] == pytest.approx(box(0, 20), abs=0.01)
    assert [float(n) for n in page["/BleedBox"]] == pytest.approx(box(7 * MM, 13), abs=0.01)
    assert [float(n) for n in page["/TrimBox"]] == pytest.approx(box(10 * MM, 10), abs=0.01)


def test_what_the_shop_asks_for_changes_no_pixel(monkeypatch):
    """Boxes, output condition and overprinting black are for its machine; people see what they saw."""
    engines = []
    monkeypatch.setattr(making, "finished", lambda pdf, sheet: engines.append(pdf) or finished(pdf, sheet))
    made = make(one(poster="theme", finishes=["press"]))["pdf"]
    before, after = (pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_numpy() for pdf in (*engines, made))

    assert before.min() < before.max(), "nothing was drawn"
    assert (before == after).all()


def test_a_press_print_that_fails_pre_flight_is_refused():
    """Ink beyond the limit doesn't leave the house, though its symbol reads well."""
    job = one(poster="theme", finishes=["press"])
    colours = {**job.data["palette"], "ground": [90.0, 90.0, 90.0, 90.0]}

    with pytest.raises(ProofError, match=r"page 1: a fill of 36[01]% ink: 300% is the most"):
        make(replace(job, data={**job.data, "palette": colours}))


@given(strategies.tuples(*[strategies.integers(0, 255)] * 3))
def test_no_colour_takes_more_ink_than_the_press_does(parts):
    """Whatever colour staff gave a kind of place: its four inks together stay within the output condition."""
    inks = press_inks("#{:02X}{:02X}{:02X}".format(*parts))

    assert sum(inks) <= 100 * CONDITION.most_ink + 0.2
    assert all(0 <= ink <= 100 for ink in inks)


def test_the_bleed_is_inked_and_the_marks_stand_outside_it(press):
    """The ground reaches the edge of the bleed all round and not beyond; crop marks touch no bleed."""
    page = pypdfium2.PdfDocument(press[1]["pdf"])[0]
    grey = page.render(scale=4 / MM, grayscale=True).to_numpy()
    at = lambda x_mm, y_mm: int(grey[int(y_mm * 4), int(x_mm * 4)])  # noqa: E731

    for x_mm, y_mm in [(7.5, 100), (309.5, 100), (150, 7.5)]:
        assert at(x_mm, y_mm) < 200, f"no ink in the bleed at {x_mm}, {y_mm}"
    for x_mm, y_mm in [(6.5, 100), (310.5, 100), (150, 6.5)]:
        assert at(x_mm, y_mm) == 255, f"ink beyond the bleed at {x_mm}, {y_mm}"
    marks = grey[: int(6.4 * 4), int(9.8 * 4) : int(10.3 * 4)]
    assert marks.min() < 160, "no crop mark at the upper left"


def test_press_ink_is_cmyk_and_text_is_black_alone(press):
    """Nothing is RGB; what is set as text is K100 or knocked out to paper."""
    _, made = press
    job = one(poster="theme", finishes=["press"])
    released = make(replace(job, data={**job.data, "sample": None}))
    text = drawn_text(made["pdf"])[0]
    spaces = set(re.findall(rb"/(DeviceRGB|ICCBased|CalRGB)", released["pdf"]))
    fills, inside, colour = set(), False, None
    for operands, name in operators(released["pdf"]):
        if name in (b"k", b"scn", b"sc") and operands.strip():
            colour = tuple(float(part) for part in operands.split())
        inside = {b"BT": True, b"ET": False}.get(name, inside)
        if name in (b"TJ", b"Tj"):
            fills.add(colour)

    assert "知识产权" in text.replace("\r\n", "")
    assert not spaces
    assert fills, "the test saw no text"
    assert fills <= {(0, 0, 0, 1), (0, 0, 0, 0)}


def test_low_ink_prints_are_black_alone_on_white():
    """Every pixel of the low-ink poster is grey, and it takes a sixth of the ink a black sheet would."""
    job = one(poster="theme", inks=["low-ink"])
    page = pypdfium2.PdfDocument(make(replace(job, data={**job.data, "sample": None}))["pdf"])[0]
    picture = page.render(scale=1).to_numpy().astype(int)

    assert (picture.max(axis=2) - picture.min(axis=2)).max() <= 2
    assert 1 - picture.mean() / 255 < 0.16, "too much ink"


def test_prints_are_tagged_titled_and_say_their_language(press):
    """PDF/UA-1: tags, a title shown as such, the language, the symbol with an alternative, one heading."""
    reader = opened(press[1]["pdf"])
    root = reader.trailer["/Root"]

    assert bool(root["/MarkInfo"]["/Marked"])
    assert "/StructTreeRoot" in root
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
    assert str(root["/Lang"]).startswith("zh")
    assert reader.metadata.title.startswith("知识产权转化运用促进高质量发展")
    assert b"pdfuaid:part" in press[1]["pdf"]
    assert _alternatives(root["/StructTreeRoot"]) == [f"二维码，内容是 {press[0].payloads[0][0]}"]


def test_prints_say_nothing_of_how_and_when_they_were_made(press):
    """Two readers find a title and an author, and neither a program nor a date; so does the XMP packet."""
    pdf = press[1]["pdf"]
    said = {key: value.strip() for key, value in pypdfium2.PdfDocument(pdf).get_metadata_dict().items()}
    packet = pdf[pdf.index(b"<?xpacket begin") : pdf.index(b"<?xpacket end")]

    assert {key for key, value in said.items() if value} - {"Trapped"} == {"Title", "Author"}
    assert {key for key, value in opened(pdf).metadata.items() if str(value).strip()} - {"/Trapped"} == {
        "/Title",
        "/Author",
    }
    assert b"Date>" not in packet and b"Typst" not in pdf and b"<dc:creator>" in packet


def _alternatives(node):
    found, waiting = [], [node]
    while waiting:
        item = waiting.pop().get_object()
        if not hasattr(item, "get"):
            waiting += [child for child in item if hasattr(child, "get_object")] if isinstance(item, list) else []
            continue
        if "/Alt" in item:
            found.append(str(item["/Alt"]))
        kids = item.get("/K")
        kids = kids.get_object() if kids is not None else []
        waiting += [kid for kid in (kids if isinstance(kids, list) else [kids]) if hasattr(kid, "get")]
    return found


def test_the_same_data_gives_the_same_bytes():
    """PDF, preview and outlined SVG are the same twice."""
    job = replace(one(poster="event", records=[EVENT]), outlined=True)

    first, second = make(job), make(job)

    assert first == second
    assert set(first) == {"pdf", "png", "svg"}


def test_the_outlined_svg_needs_no_font():
    """For shops that ask for no fonts: paths alone, no text element, no font name."""
    svg = make(replace(one(poster="theme"), outlined=True))["svg"].decode()

    assert "<path" in svg
    assert "<text" not in svg
    assert "font-family" not in svg


def test_what_a_poster_must_say_stands_on_it():
    """What the scan opens, the plain address, the organisers, the document number and the serial."""
    job = one(poster="event", records=[EVENT])
    text = "".join(drawn_text(make(job)["pdf"])[0].split())

    for part in (
        job.data["opens"]["main"],
        job.data["address"]["text"],
        "临夏州市场监督管理局",
        "临州市监发〔2024〕111号",
        "海报编号",
    ):
        assert "".join(part.split()) in text
    assert job.payloads[0][0] == f"https://{job.data['address']['text']}/"


def test_the_margin_of_press_sheets_has_the_figures(press):
    """Version, module and distance stand in the slug, where they are cut off."""
    text = drawn_text(press[1]["pdf"])[0]

    for part in ("版本 3-Q", "模块", "扫码距离 0.7 米", "出血 3 毫米", "FOGRA39，总墨量不超过 300%"):
        assert part.replace(" ", "") in text.replace(" ", "")


def test_a_sample_bears_its_mark_and_a_release_does_not():
    """样张 SAMPLE stands across a preview of sample data; the same data in a release build has none."""
    job = one(poster="event", records=[EVENT])

    assert job.sample
    assert job.data["sample"] == "样张 SAMPLE"


def test_text_is_never_code():
    """Markup and Typst code in a record are printed as they are."""
    job = one(poster="priority", records=["guiding-thought"])
    code = '#panic("x") *b* $x^2$ <script> \\ #import "a"'
    kicker = [{**job.data["kicker"][0], "body": code}, *job.data["kicker"][1:]]

    text = drawn_text(make(replace(job, data={**job.data, "kicker": kicker}))["pdf"])[0]

    assert code.replace(" ", "") in "".join(text.split())


def test_nothing_stands_in_the_foot_a_roll_up_hides():
    """The lowest 200 mm of a roll-up carry no text."""
    page = pypdfium2.PdfDocument(make(one(poster="theme", sheets=["roll-up"]))["pdf"])[0]
    words = page.get_textpage()

    lowest = min(
        words.get_charbox(index)[1] for index in range(words.count_chars()) if words.get_text_range(index, 1).strip()
    )

    assert lowest > 200 * MM


def test_the_code_of_a_stand_is_where_hands_reach():
    """The symbol's centre is 1,000 mm above the edge that is seen; the 200 mm below it are in the stand's foot."""
    page = pypdfium2.PdfDocument(make(one(poster="theme", sheets=["roll-up"]))["pdf"])[0]
    picture = page.render(scale=0.5 / MM, grayscale=True).to_numpy()

    found, corners = cv2.QRCodeDetector().detect(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR))

    assert found
    assert 2000 - corners[0][:, 1].mean() * 2 == pytest.approx(1200, abs=15)


def test_a_second_reader_reads_the_final_file():
    """OpenCV reads the PDF as printed, and after a phone's worth of harm."""
    job = one(poster="event", records=[EVENT])
    page = pypdfium2.PdfDocument(make(job)["pdf"])[0]
    picture = page.render(scale=150 / 72, grayscale=True).to_numpy()
    worn = cv2.GaussianBlur(cv2.resize(picture, None, fx=0.7, fy=0.7, interpolation=cv2.INTER_AREA), (0, 0), 1)
    noise = numpy.random.default_rng(3).normal(0, 12, worn.shape)
    worn = numpy.clip(worn * 0.7 + 50 + noise, 0, 255).astype(numpy.uint8)

    for seen in (picture, worn):
        text, *_ = cv2.QRCodeDetector().detectAndDecode(cv2.cvtColor(seen, cv2.COLOR_GRAY2BGR))
        assert text == job.payloads[0][0]


def test_a_print_that_says_something_else_is_refused():
    """A symbol other than the one meant fails the build, naming the file."""
    job = one(poster="theme")
    wrong = {**job.data["symbol"], "payload": "https://ip.example.org/q/mkhxf/"}

    with pytest.raises(ProofError, match=r"posters/theme/theme\.a3\.office\.zh-en\.pdf.*isn't meant"):
        make(replace(job, data={**job.data, "symbol": wrong}))


@pytest.mark.parametrize(
    "palette, complaint",
    [
        ({"black": [200.0, 200.0, 200.0]}, "can't be read back|too faint"),
        ({"paper-white": [179, 38, 30]}, "can't be read back|too faint|quiet zone"),
    ],
)
def test_a_print_in_the_wrong_inks_is_refused(palette, complaint):
    """Light grey on white, and black on red, don't leave the press."""
    job = one(poster="theme")
    colours = {**job.data["palette"], **palette}
    colours["black"] = [colours["black"][0] / 2.55] if len(colours["black"]) == 3 else colours["black"]

    with pytest.raises(ProofError, match=complaint):
        make(replace(job, data={**job.data, "palette": colours}))


def test_a_print_without_quiet_zone_is_refused():
    """On a red panel with the quiet zone gone, the proof fails."""
    job = one(poster="theme")
    symbol = {**job.data["symbol"], "quiet": 1}
    colours = {**job.data["palette"], "panel": job.data["palette"]["ground"]}

    with pytest.raises(ProofError):
        make(replace(job, data={**job.data, "symbol": symbol, "palette": colours}))
