"""The exhibition's plan on its posters: everything on it, in its place, legible, and of one drawing with the site's."""

from dataclasses import replace

import pypdfium2
import pytest
from prints import drawn_text, one, shipped, with_posters
from prints import jobs as ordered

from campaign.channels.posters import make
from campaign.channels.posters.plaza import plaza_data
from campaign.core.language import Localized
from campaign.kinds.floor_plan import Area, free_band
from campaign.kinds.status import Status
from campaign.say.wording import Wording
from looking import some

MM = 72 / 25.4
SHEETS = ["a4", "a3", "a1", "roll-up"]


def _placed(pdf, words):
    """Where each of the words stands on the first page: its box in mm from the upper left, and its height."""
    page = pypdfium2.PdfDocument(pdf)[0]
    height_mm = page.get_size()[1] / MM
    text = page.get_textpage()
    found = {}
    for word in words:
        at, count = text.search(word, match_case=True).get_next() or (None, 0)
        if at is not None:
            boxes = [text.get_charbox(at + n) for n in range(count)]
            left, right = min(b[0] for b in boxes) / MM, max(b[2] for b in boxes) / MM
            low, high = min(b[1] for b in boxes) / MM, max(b[3] for b in boxes) / MM
            found[word] = (left, height_mm - high, right, height_mm - low)
    return found


def _middle(box):
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("ink", ["full", "low-ink"])
def test_every_booth_stands_where_the_data_has_it(sheet, ink):
    """Left of, right of, above and below as on the grid: the numbers' middles fit the cells' by one scale and shift."""
    job = one(poster="exhibition", sheets=[sheet], inks=[ink])
    booths = shipped().booths
    found = _placed(make(job)["pdf"], [booth.number for booth in booths])

    assert set(found) == {booth.number for booth in booths}
    cells = {b.number: (b.area.column - 1 + b.area.columns / 2, b.area.row - 1 + b.area.rows / 2) for b in booths}
    first, last = booths[0].number, booths[-1].number
    scale = (_middle(found[last])[0] - _middle(found[first])[0]) / (cells[last][0] - cells[first][0])
    for number, box in found.items():
        for axis in (0, 1):
            shift = _middle(box)[axis] - _middle(found[first])[axis]
            assert shift == pytest.approx(scale * (cells[number][axis] - cells[first][axis]), abs=0.12 * scale)


@pytest.mark.parametrize("sheet", ["a4", "a3"])
def test_it_can_be_read_in_the_hand(sheet):
    """The figures of booth numbers are at least 2.8 mm high on A4 and 3.9 mm on A3."""
    job = one(poster="exhibition", sheets=[sheet])
    found = _placed(make(job)["pdf"], [booth.number for booth in shipped().booths])

    assert min(box[3] - box[1] for box in found.values()) >= {"a4": 2.8, "a3": 3.9}[sheet]


def test_zones_and_signs_are_named_in_both_languages():
    """Each zone, entrance, stage, toilet and first aid has its two names on the plan or in its legend."""
    text = "".join(drawn_text(make(one(poster="exhibition"))["pdf"])[0].split())
    plaza = shipped().exhibition

    for record in (*plaza.zones, *plaza.features):
        for name in record.name.values():
            assert "".join(name.split()) in text, name
    assert "展板" in text and "Displayboards" in text


@pytest.mark.parametrize("sheet", SHEETS)
def test_what_is_off_says_so_above_its_headline(sheet):
    """The band stands below what the whole is called, with or without a plan, and nothing runs into another."""
    said = {"status": Status.POSTPONED, "change": Localized.same("大风", shipped().languages)}
    plaza = shipped().exhibition.model_copy(update=said)
    (job,) = ordered(
        {"poster": "exhibition", "sheets": [sheet], "languages": ["zh"]}, campaign=replace(shipped(), exhibition=plaza)
    )

    found = _placed(make(job)["pdf"], ["4月20日至26日", "延期", "大风", "宣传日", "中天健广场"])

    assert len(found) == 5
    tops = [box[1] for box in found.values()]
    ends = [box[3] for box in found.values()]
    assert [end < top for end, top in zip(ends, tops[1:], strict=False)] == [True] * 4


def test_a_low_plan_gives_way_to_the_picture():
    """Where a plaza is so long that its plan would be a strip, the poster is set as others are; nothing is cut off."""
    plaza = shipped().exhibition
    tall = plaza.model_copy(update={"grid": plaza.grid.model_copy(update={"rows": 120})})
    order = {"poster": "exhibition", "sheets": ["a3"], "languages": ["zh"]}
    (job,) = ordered(order, campaign=replace(shipped(), exhibition=tall))
    text = drawn_text(make(job)["pdf"])[0]

    assert "A01" not in text
    assert "中天健广场" in text


def test_an_exhibition_without_booths_has_no_plan():
    """A plaza with nothing on it is no picture."""
    bare = shipped().exhibition.model_copy(update={"booths": ()})
    campaign = with_posters(campaign=replace(shipped(), exhibition=bare))
    (job,) = ordered({"poster": "exhibition", "sheets": ["a3"], "languages": ["zh"]}, campaign=campaign)

    assert job.data["plaza"] is None
    assert make(job)["pdf"]


def test_a_sample_on_the_plan_marks_the_sheet():
    """The whole sheet bears the mark as soon as one booth of the plan is a sample."""
    plaza = shipped().exhibition
    sure = {
        name: tuple(row.model_copy(update={"sample": False}) for row in getattr(plaza, name))
        for name in ("openings", "zones", "booths", "boards", "features")
    }
    head = shipped().campaign.model_copy(update={"site_address_sample": False})
    order = {"poster": "exhibition", "sheets": ["a3"], "languages": ["zh"]}
    marks = []
    for booths in (sure["booths"], (plaza.booths[0], *sure["booths"][1:])):
        exhibition = plaza.model_copy(update={**sure, "booths": booths, "sample": False})
        (job,) = ordered(order, campaign=replace(shipped(), campaign=head, exhibition=exhibition))
        marks.append(job.sample)

    assert marks == [False, True]


@pytest.mark.parametrize(
    "rows, taken, free",
    [
        (5, [(3, 2), (6, 2)], (5, 1)),
        (4, [(3, 1), (6, 1)], (4, 2)),
        (5, [], (3, 5)),
        (5, [(3, 5)], (3, 5)),
        (5, [(5, 1)], (3, 2)),
        (3, [(4, 1)], (3, 1)),
    ],
)
def test_a_zones_name_stands_where_no_booth_does(rows, taken, free):
    """The tallest band of free rows; with none, the whole zone."""
    zone = Area(column=2, row=3, columns=10, rows=rows)
    lying = [Area(column=4, row=row, columns=2, rows=deep) for row, deep in taken]

    band = free_band(zone, [*lying, Area(column=14, row=5)])

    assert (band.row, band.rows) == free
    assert (band.column, band.columns) == (2, 10)


def test_text_on_the_plan_is_never_code():
    """A number that looks like the engine's own language is printed as typed."""
    job = one(poster="exhibition")
    plaza = {**job.data["plaza"], "booths": [{**job.data["plaza"]["booths"][0], "number": "#b*"}]}

    assert "#b*" in drawn_text(make(replace(job, data={**job.data, "plaza": plaza}))["pdf"])[0]


def test_inks_for_the_press_have_four_parts():
    """No RGB reaches an offset plate by way of a zone's tint."""
    for finish, ink, parts in (("press", "full", 4), ("press", "low-ink", 4), ("office", "low-ink", 1)):
        data = plaza_data(shipped().exhibition, Wording("zh", "en"), finish=finish, ink=ink)
        assert {len(values) for zone in data["zones"] for values in zone["inks"].values()} == {parts}


@pytest.mark.parametrize("tint", ["#4A2B12", "#2A1C10", "#333A42", "#1F4C9A"])
def test_a_dark_zones_name_is_one_black_on_the_press(tint):
    """What a press would mix to black out of four inks is K100 alone; a colour that is seen as one stays it."""
    zones = tuple(zone.model_copy(update={"tint": tint}) for zone in shipped().exhibition.zones)
    plaza = shipped().exhibition.model_copy(update={"zones": zones})
    data = plaza_data(plaza, Wording("zh", "en"), finish="press", ink="full")

    for zone in some(data["zones"]):
        text = zone["inks"]["zone-text"]
        assert text == [0, 0, 0, 100] or text[3] < 60
        assert (text != [0, 0, 0, 100]) == (tint == "#1F4C9A")
