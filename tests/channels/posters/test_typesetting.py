"""Typesetting: lines by sense, names whole, quotation marks as wide as their ink, English half as large as Chinese."""

import ctypes
import shutil
from collections import defaultdict

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from prints import one, shipped

from campaign.channels.posters.making import drawings, drawn
from campaign.workshop.art.whorl import RADIUS
from campaign.workshop.fonts import FAMILIES
from campaign.workshop.typeset import TEMPLATES, typeset
from looking import some

MM = 72 / 25.4
EVENT = "dx-enterprise-potato-brand"
TRIM_CLEAR_MM = 8


def _page(job):
    data = {**drawn(job.data), "whorl-radius": RADIUS, "sample": None}
    (pdf,) = typeset(job.template, data, drawings=drawings(data))
    return pypdfium2.PdfDocument(pdf)[0]


def _characters(page):
    """Each visible character with its tight box in points and its type size."""
    text = page.get_textpage()
    for at in range(text.count_chars()):
        character = text.get_text_range(at, 1)
        if character.strip():
            yield character, text.get_charbox(at), _size(text, at)


def _size(text, at):
    """The type size of a character in points, as it is drawn."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, at, ctypes.byref(matrix))
    return round(pdfium.FPDFText_GetFontSize(text, at) * matrix.a, 2)


def _lines(page):
    """The text of each line, spaces left out, with its type size: what stands on one base line, from left to right."""
    rows = defaultdict(list)
    text = page.get_textpage()
    for at in range(text.count_chars()):
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(text, at, ctypes.byref(x), ctypes.byref(y))
        rows[round(y.value, 1)].append((x.value, text.get_text_range(at, 1), _size(text, at)))
    return [("".join("".join(one for _, one, _ in sorted(row)).split()), row[0][2]) for row in rows.values()]


def _size_of(lines, text):
    """The type size of the line that begins with a text."""
    return next(size for line, size in lines if line.startswith("".join(text.split())))


@pytest.fixture(scope="module")
def event():
    """The lines of an event's sheet."""
    return _lines(_page(one(poster="event", records=[EVENT], sheets=["a4"])))


def test_a_venue_and_its_address_stand_on_lines_of_their_own(event):
    """Nothing joins them, and no county is broken in two."""
    lines = [line for line, _ in event]

    assert {"达板农产品产业园", "东乡县达板镇园区路17号"} <= set(lines)
    assert {"Dabanfarmproducepark", "17YuanquRoad,Daban,DongxiangCounty"} <= set(lines)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [("4月20日", "Saturday 20"), ("达板农产品", "Daban farm"), ("农产品加工企业、", "Managers")],
)
def test_english_is_half_as_large_as_the_chinese_it_stands_under(event, chinese, english):
    """When, where and for whom."""
    assert _size_of(event, english) >= 0.49 * _size_of(event, chinese)


def test_labels_are_in_both_languages(event):
    """On a sheet in one language they are in that alone."""
    alone = one(poster="event", records=[EVENT], sheets=["a4"], languages=["en"]).data["facts"]

    assert {"时间When", "地点Where", "面向For"} <= {line for line, _ in event}
    assert [fact["label"]["main"] for fact in alone] == ["When", "Where", "For"]
    assert [fact["label"]["support"] for fact in alone] == [None] * 3


def test_a_county_s_programme_says_so_in_both_languages():
    """Its English name is half as large as the Chinese one or larger."""
    county = next(one for one in shipped().counties.counties if one.id == "kangle")
    lines = _lines(_page(one(poster="county", records=["kangle"], sheets=["a3"])))

    assert _size_of(lines, county.name["en"]) >= 0.49 * _size_of(lines, county.name["zh"])
    assert "活动安排表Programme" in {line for line, _ in lines}


@pytest.mark.parametrize(
    ("order", "opening", "closing"),
    [
        ({"poster": "activity", "records": ["six-entries"], "sheets": ["a3"]}, "“", "”"),
        ({"poster": "board", "records": ["board-05"], "sheets": ["a1"]}, "《", "》"),
    ],
)
def test_quotation_marks_of_a_headline_leave_no_hole_and_stay_clear_of_the_knife(order, opening, closing):
    """The opening one hangs out by a quarter em at most; after the closing one less than half an em is blank."""
    page = _page(one(**order))
    found = list(_characters(page))
    largest = max(size for _, _, size in found)
    headline = [(character, box) for character, box, size in found if size == largest]
    first, after = headline[0], headline[[character for character, _ in headline].index(closing) + 1]
    end = next(box for character, box in headline if character == closing)
    others = min(box[0] for _, box, size in found if size != largest)

    assert first[0] == opening
    assert first[1][0] >= TRIM_CLEAR_MM * MM
    assert others - first[1][0] <= 0.25 * largest
    assert after[1][0] - end[2] < 0.5 * largest


COLUMN = f"""
#import "/workshop/templates/setting.typ": *
#set document(title: "t")
#set text(font: "{FAMILIES[0]}", size: 10pt, lang: "zh")
#set page(width: 400pt, height: 400pt, margin: 5pt)
#let (piece, wide) = ((body: data.text, size: 10pt), data.wide * 10pt)
#context set-pieces(balanced((piece,), 1, wide), 1, wide)
"""


def _broken(folder, text, spans, width_em):
    """The lines of a text of these spans in a column so many ems wide."""
    shutil.copytree(TEMPLATES / "workshop" / "templates", folder / "workshop" / "templates")
    (folder / "a.typ").write_text(COLUMN, encoding="utf-8")
    data = {"keep": text, "lang": "zh", "text": text, "spans": {text: [spans]}, "wide": width_em}
    (pdf,) = typeset("a.typ", data, templates=folder)
    return pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range().split()


EVEN = [[(character, 0)] for character in "一二三四五六七八九十"]
PAUSED = [
    [("一二三四，" if character == "一" else character, 0.24 if character == "一" else 0)]
    for character in "一五六七八九十"
]
NAMED = [
    [("一", 0)],
    [("二", 0)],
    [(character, 0) for character in "三四五六"],
    [(character, 0) for character in "七八九十"],
]


@pytest.mark.parametrize(
    ("spans", "width_em", "lines"),
    [
        (EVEN, 9, ["一二三四五", "六七八九十"]),
        (EVEN, 10, ["一二三四五六七八九十"]),
        (PAUSED, 8, ["一二三四，", "五六七八九十"]),
        (NAMED, 7, ["一二三四五六", "七八九十"]),
        (NAMED, 3, ["一二", "三四", "五六七", "八九十"]),
    ],
    ids=["even", "one line", "after a pause", "a name whole", "a name that no line holds"],
)
def test_lines_are_as_few_as_hold_the_text_even_and_end_with_sense(tmp_path, spans, width_em, lines):
    """Never a line with one character where the lines before it can spare some; a name stays whole where it fits."""
    text = "".join(part for span in spans for part, _ in span)

    assert _broken(tmp_path, text, spans, width_em) == some(lines)
