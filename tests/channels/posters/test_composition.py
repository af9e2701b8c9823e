"""Composed, not scaled: each shape of sheet and kind of record in its own way, its picture whole and clear of words."""

import io
from dataclasses import replace

import numpy
import pypdfium2
import pytest
from PIL import Image
from prints import SHEETS, drawn_text, jobs, one, shipped

from campaign.channels.posters import make, making
from campaign.channels.posters.making import drawn
from campaign.channels.posters.planning import template
from campaign.kinds.poster import Sheet
from campaign.workshop.art.whorl import RADIUS
from looking import some

EVENT = "yj-market-gi-labels"
PX_PER_MM = 0.6
PICTURED = [
    {"poster": "priority", "records": ["guiding-thought"], "sheets": ["a3"]},
    {"poster": "place_kind", "records": ["market"], "sheets": ["a3"]},
    {"poster": "event", "records": [EVENT], "sheets": ["a3"]},
    {"poster": "booth", "records": ["a01"], "sheets": ["a4"]},
    {"poster": "board", "records": ["board-02"], "sheets": ["a1"]},
    {"poster": "event", "records": [EVENT], "sheets": ["roll-up"]},
    {"poster": "event", "records": [EVENT], "sheets": ["banner"]},
    {"poster": "booth", "records": ["a01"], "sheets": ["card"]},
]


def _unmarked(job, picture):
    """The print with another picture and no sample mark."""
    data = {**job.data, "picture": picture, "sample": None}
    if "cards" in data:
        data["cards"] = [{**card, "picture": picture, "sample": None} for card in data["cards"]]
    return replace(job, data=data)


def _set(job, **how):
    data = {**drawn(job.data), "whorl-radius": RADIUS}
    return making._set(job, data, **how)[0]


def _where(job):
    """Left, top, right and bottom of the picture in mm: where the print differs with another one."""
    return _differing(_unmarked(job, "carved-brick"), _unmarked(job, "trade-secret"))


def _differing(*others):
    """Where two prints differ: left, top, right and bottom in mm."""
    seen = [
        numpy.asarray(Image.open(io.BytesIO(_set(other, form="png", ppi=25.4 * PX_PER_MM))).convert("RGB")).astype(int)
        for other in others
    ]
    rows, columns = numpy.nonzero(numpy.abs(seen[0] - seen[1]).max(axis=2) > 24)
    return [edge / PX_PER_MM for edge in (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)]


def _words(job):
    """The box of each visible character in mm, as `_where` has it."""
    page = pypdfium2.PdfDocument(_set(_unmarked(job, "carved-brick")))[0]
    text, height, mm = page.get_textpage(), page.get_height(), 25.4 / 72
    for index in range(text.count_chars()):
        if text.get_text_range(index, 1).strip():
            left, bottom, right, top = text.get_charbox(index)
            yield left * mm, (height - top) * mm, right * mm, (height - bottom) * mm


@pytest.mark.parametrize("order", PICTURED, ids=lambda order: f"{order['poster']}-{order['sheets'][0]}")
def test_no_word_touches_the_picture(order):
    """The picture stands whole on the sheet, and no character within its box."""
    job = one(**order)
    left, top, right, bottom = _where(job)
    least = 0.12 * min(job.shape.width_mm, job.shape.height_mm)

    assert right - left > least and bottom - top > least
    assert left > 0 and top > 0 and right < job.shape.width_mm and bottom < job.shape.height_mm
    for x0, y0, x1, y1 in some(list(_words(job))):
        assert x1 < left or x0 > right or y1 < top or y0 > bottom


@pytest.mark.parametrize("sheet", ["a4", "card"])
def test_no_word_touches_the_ring_around_a_booth_s_picture(sheet):
    """Where the print differs with rings in another ink is the ring."""
    job = one(poster="booth", records=["a01"], sheets=[sheet])
    left, top, right, bottom = _differing(_ringed(job, [0]), _ringed(job, [100]))

    assert right - left > 0.2 * min(job.shape.width_mm, job.shape.height_mm)
    for x0, y0, x1, y1 in some(list(_words(job))):
        assert x1 < left or x0 > right or y1 < top or y0 > bottom


def _ringed(job, ink):
    """The print with its rings in another ink."""
    inks = dict.fromkeys(("stroke", "ring", "eye"), ink)
    data = {**job.data, "sample": None, "palette": {**job.data["palette"], **inks}}
    if "cards" in data:
        data["cards"] = [{**card, "sample": None, "palette": {**card["palette"], **inks}} for card in data["cards"]]
    return replace(job, data=data)


def test_a_stand_has_its_picture_in_the_middle_third():
    """Of the 1,800 mm of a roll-up that are seen."""
    _, top, _, bottom = _where(one(poster="event", records=[EVENT], sheets=["roll-up"]))

    assert 600 < top < bottom < 1200


@pytest.mark.parametrize(
    ("changes", "plan", "name"),
    [
        ({}, False, "tall"),
        ({}, True, "tall"),
        ({"width_mm": "1200"}, False, "wall"),
        ({"width_mm": "4000"}, False, "banner"),
        ({"in_hand": "true"}, False, "cards"),
        ({"symbol_height_mm": "500"}, False, "tall"),
        ({"symbol_height_mm": "500"}, True, "wall"),
        ({"symbol_height_mm": "250"}, False, "wall"),
    ],
)
def test_the_shape_of_the_sheet_decides(changes, plan, name):
    """A stand needs room beside its symbol and below it, and more where a ground plan stands there."""
    sheet = Sheet.model_validate({**SHEETS[3], **changes})

    assert template("event", sheet, symbol_width_mm=190, plan=plan).endswith(f"/{name}.typ")
    assert not template("event", sheet, symbol_width_mm=600, plan=plan).endswith("/tall.typ")


@pytest.mark.parametrize(("hangs", "centre"), [("0", 800), ("300", 1100)])
def test_the_code_stays_at_its_height_wherever_the_sheet_hangs(hangs, centre):
    """From the upper edge: what is higher above the floor is lower on a sheet that hangs higher."""
    sheet = Sheet.model_validate({**SHEETS[3], "hangs_mm": hangs})

    assert sheet.symbol_centre_mm == centre


def _pictures(kind):
    return [job.data["picture"] for job in some(jobs({"poster": kind, "sheets": ["a3"], "languages": ["zh"]}))]


def test_each_priority_and_place_is_known_by_its_own_picture():
    """And a board by that of the priority it serves; the campaign's own posters bear the whorl."""
    priorities, places, boards = (_pictures(kind) for kind in ("priority", "place_kind", "board"))

    assert len({*priorities, *places}) == len(priorities) + len(places)
    assert boards == [shipped().priority(board.priority).vignette for board in shipped().exhibition.boards]
    assert _pictures("theme") == [""]


@pytest.mark.parametrize(
    ("languages", "says"), [("zh", "临夏知识产权宣传周扫码参与"), ("en", "LinxiaIPWeek2024Scanandjoinin")]
)
def test_a_sticker_is_mark_call_and_code(languages, says):
    """Nothing else is to be read on it."""
    job = one(poster="sticker", sheets=["card"], languages=[languages])
    made = make(_unmarked(job, ""))

    assert "".join(drawn_text(made["pdf"])[0].split()) == says


def test_a_stand_gives_the_hotline_and_a_wall_does_not():
    """On the roll-up the number is set larger than anything around it; an A3 on a wall has none."""
    stand, wall = jobs({"poster": "theme", "sheets": ["roll-up", "a3"]})
    number = shipped().contacts.hotline.phone

    assert stand.data["hotline"]["main"] == number and wall.data["hotline"] is None
    assert number in "".join(drawn_text(_set(stand))) and number not in "".join(drawn_text(_set(wall)))


def test_boards_are_told_apart_by_colour_and_number():
    """Boards of one priority have one ground, those of another another; each bears its number."""
    boards = jobs({"poster": "board", "sheets": ["a1"]})
    serves = {board.id: board.priority for board in shipped().records("board")}
    grounds = {job.source.id: tuple(job.data["palette"]["ground"]) for job in boards}
    of_each = {priority: {grounds[one] for one in serves if serves[one] == priority} for priority in serves.values()}

    assert {len(found) for found in of_each.values()} == {1}
    assert len(set(grounds.values())) == len(of_each) > 2
    numbers = {board.id: board.number for board in shipped().records("board")}
    assert all(job.data["number"] == numbers[job.source.id] for job in some(boards))


def test_every_board_has_its_picture_in_one_place():
    """At the upper right, of one size, whatever its text and name take."""
    boards = jobs({"poster": "board", "records": ["board-01", "board-04", "board-12"], "sheets": ["a1"]})

    assert len({tuple(round(edge) for edge in _where(job)) for job in some(boards)}) == 1
