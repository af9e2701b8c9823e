"""What a print shop found wrong once: notices, marks, cuts, quotation marks, breaks and small print."""

import re
from dataclasses import replace

import cv2
import numpy
import pypdfium2
import pytest
from prints import drawn_text, jobs, one, shipped

from campaign.channels.posters import make
from campaign.channels.posters.impose import tiling
from campaign.channels.posters.making import raster
from campaign.channels.posters.placement import symbol_box
from campaign.workshop.qr import read
from looking import some

MM = 72 / 25.4
POSTPONED = "kl-market-herb-packaging"
SIX_PT_MM = 6 / MM


def _changed():
    return [event for event in shipped().events if event.status.value != "planned"]


def _picture(job, scale=0.5):
    return pypdfium2.PdfDocument(make(job)["pdf"])[0].render(scale=scale).to_numpy().astype(int)[..., :3]


def _chars(page):
    """Each character of a page with its box."""
    text = page.get_textpage()
    return [(text.get_text_range(n, 1), text.get_charbox(n, loose=True)) for n in range(text.count_chars())]


@pytest.mark.parametrize("event", _changed(), ids=lambda event: event.id)
@pytest.mark.parametrize("wording", ["zh+en", "zh", "en"])
def test_a_notice_says_first_what_is_different(event, wording):
    """The word for it, as large as facts or larger and above the headline, then what the office says of it."""
    job = one(poster="event", records=[event.id], sheets=["a4"], languages=[wording])
    page = pypdfium2.PdfDocument(make(job)["pdf"])[0]
    text = re.sub(r"\s", "", page.get_textpage().get_text_range())
    main = wording[:2]
    word, change, title = (
        re.sub(r"\s", "", said) for said in (job.data["notice"]["word"][0], event.change[main], event.title[main])
    )
    first = next(n for n, (char, _) in enumerate(_chars(page)) if char == word[0] and _starts(page, n, word))
    left, bottom, right, top = _chars(page)[first][1]

    assert change in text
    assert text.index(word) < text.index(title)
    assert (top - bottom) / MM >= job.data["least"]["near"]


def _starts(page, at, word):
    return page.get_textpage().get_text_range(at, len(word)) == word


@pytest.mark.parametrize("event", _changed(), ids=lambda event: event.status.value)
def test_a_time_that_no_longer_holds_is_struck(event):
    """Of what is put off or cancelled; what was moved or changed keeps its time."""
    struck = event.status.value in ("postponed", "cancelled")
    job = one(poster="event", records=[event.id], sheets=["a4"])

    assert [fact["struck"] for fact in job.data["facts"]] == [struck, False, False]
    assert [fact["spare"] for fact in job.data["facts"]] == [False, False, True]


def test_the_outlined_svg_is_for_the_office():
    """It has neither bleed nor the press's inks, so a press print has none."""
    order = {"poster": "theme", "sheets": ["a4"], "languages": ["zh"], "finishes": ["office", "press"]}
    office, press = jobs({**order, "outlined": "true"})

    assert set(make(office)) == {"pdf", "png", "svg"}
    assert set(make(press)) == {"pdf", "png"}


@pytest.mark.parametrize("sheet_id", ["a3", "a2", "a1", "p50x70"])
def test_no_seam_goes_through_a_symbol(sheet_id):
    """One tile has the symbol and its quiet zone, and no other is laid over it; every tile fits its paper."""
    sheets = {sheet.id: sheet for sheet in shipped().posters.sheets}
    (job,) = jobs({"poster": "theme", "sheets": [sheet_id], "languages": ["zh"]}, sheets=_sheets(sheet_id))
    box = symbol_box(job.template, sheets[sheet_id], job.data["symbol"])
    cut = tiling(sheets[sheet_id], sheets["a4"], box)
    window = cut.windows[cut.whole]

    assert window.x_mm <= box[0] + 0.01
    assert window.y_mm <= box[1] + 0.01
    for start, seams in ((0, {w.x_mm for w in cut.windows}), (1, {w.y_mm for w in cut.windows})):
        assert not [seam for seam in seams if box[start] + 0.01 < seam < box[start + 2] - 0.01]
    for w in cut.windows:
        assert w.width_mm <= cut.tile_width_mm - 16 + 0.01
        assert w.height_mm <= cut.tile_height_mm - 16 + 0.01


def _sheets(sheet_id):
    """A shipped sheet as its file has it."""
    sheet = next(sheet for sheet in shipped().posters.sheets if sheet.id == sheet_id)
    names = ("width_mm", "height_mm", "reading_distance_m", "scan_distance_m")
    return [{"id": sheet_id, "name": "S", **{name: str(getattr(sheet, name)) for name in names}}]


def test_the_tile_with_the_symbol_reads_by_itself():
    """Before anything is glued; and each tile says what it is, what to cut and where to lay it."""
    _, tiles = jobs({"poster": "theme", "sheets": ["a1"], "tiles": "a4", "languages": ["zh"]})
    document = pypdfium2.PdfDocument(make(tiles)["pdf"])
    page = raster(document[tiles.tiling.whole], module_mm=tiles.least_module_mm)
    texts = ["".join(text.split()) for text in drawn_text(make(tiles)["pdf"])]

    assert [reading.payload for reading in read(page)] == list(tiles.payloads[0])
    assert "第1行第1列" in texts[0]
    assert "沿细线裁掉左边、上边的白边；放在最左上角" in texts[0]
    assert "裁掉左边、上边、右边、下边的白边；左边、上边压到旁边那张的粗线上" in texts[-1]
    assert all(tiles.data["serial"] in text for text in texts)


@pytest.mark.parametrize(
    "order",
    [
        {"poster": "theme", "sheets": ["roll-up"]},
        {"poster": "theme", "sheets": ["a3"]},
        {"poster": "theme", "sheets": ["banner"]},
        {"poster": "county", "records": ["yongjing"], "sheets": ["a3"]},
    ],
    ids=lambda order: order["sheets"][0] + order["poster"],
)
@pytest.mark.parametrize("ink", ["full", "low-ink"])
def test_the_sample_mark_is_seen_and_spares_the_symbol(order, ink):
    """Large, and clearly off its ground."""
    job = one(**order, inks=[ink])
    marked = _picture(job)
    bare = _picture(replace(job, data={**job.data, "sample": None}))
    changed = numpy.abs(marked - bare).max(axis=2)
    _, corners = cv2.QRCodeDetector().detect(bare.astype(numpy.uint8))
    (left, top), (right, bottom) = corners[0].min(axis=0).astype(int), corners[0].max(axis=0).astype(int)

    assert (changed > 24).mean() > 0.012
    assert changed[top:bottom, left:right].max() == 0


def test_marks_of_the_press_are_in_its_inks():
    """A preview for the press has no RGB either."""
    pdf = make(one(poster="event", records=[POSTPONED], finishes=["press"]))["pdf"]

    assert not re.findall(rb"/(DeviceRGB|ICCBased|CalRGB)", pdf)
    assert not re.findall(rb"/ca 0\.", pdf)


def test_cards_bleed_into_their_gap():
    """2 mm of ink around each card's cut, 4 mm between two cards, nothing beyond."""
    order = {"poster": "sticker", "sheets": ["card"], "languages": ["zh"], "cards": {"sheet": "a4", "copies": "4"}}
    (job,) = jobs(order)
    places = job.data["pages"][0]
    grey = pypdfium2.PdfDocument(make(job)["pdf"])[0].render(scale=4 / MM, grayscale=True).to_numpy()
    x, y = places[0]["x"], places[0]["y"] + 40

    assert places[1]["x"] - places[0]["x"] == 135 + 4
    assert grey[int(y * 4), int((x - 1.5) * 4)] < 200
    assert grey[int(y * 4), int((x - 2.5) * 4)] == 255


def test_quotation_marks_of_english_are_narrow():
    """In English text on its own and in support of Chinese: never a full em of room."""
    job = one(poster="priority", records=["guiding-thought"], languages=["en"], sheets=["a3"])
    said = [{**job.data["kicker"][0], "body": "It’s “so”"}]
    page = pypdfium2.PdfDocument(make(replace(job, data={**job.data, "kicker": said}))["pdf"])[0]
    found = dict(_chars(page))

    for mark in "’“”":
        left, bottom, right, top = found[mark]
        assert right - left < 0.7 * (top - bottom)


def test_no_line_parts_a_word_or_is_one_character_long():
    """Names, numbers and everyday words stay whole."""
    whole = ("哪些", "临州市监发〔2024〕111号", "临夏州市场监督管理局", "商标", "标识", "企业")
    for record_id in (POSTPONED, "lx-enterprise-trade-secrets"):
        for line_end, line_start in some(_breaks(one(poster="event", records=[record_id], languages=["zh"]))):
            for word in some(whole):
                for at in some(range(1, len(word))):
                    assert not (line_end.endswith(word[:at]) and line_start.startswith(word[at:])), word


def _breaks(job):
    lines = [line.strip() for line in drawn_text(make(job)["pdf"])[0].splitlines() if line.strip()]
    assert all(len(line) > 1 for line in lines)
    return list(zip(lines, lines[1:], strict=False))


def test_small_print_in_the_hand_is_six_points_and_alike():
    """Not under 6 pt on stickers and cards; what the scan opens is of one size on all cards of a set."""
    card = {"languages": ["zh+en"], "cards": {"sheet": "a4"}, "sheets": ["card"]}
    (job,) = jobs({"poster": "booth", **card})
    document = pypdfium2.PdfDocument(make(job)["pdf"])
    heights = set()
    for page in document:
        text = page.get_textpage().get_text_range()
        for found in re.finditer("扫码看这个展台", text):
            left, bottom, right, top = page.get_textpage().get_charbox(found.start(), loose=True)
            heights.add(round(top - bottom, 1))

    assert job.data["least"]["hand"] >= SIX_PT_MM
    assert len(heights) == 1
