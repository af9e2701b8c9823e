"""A tick list as an office saves it, and one that was spoilt on the way."""

import io
import random
import zipfile
from datetime import date

import openpyxl
import pytest

from campaign.core.problems import CampaignDataError
from campaign.paper.ledger import STATES
from campaign.read.ticks import COLUMNS, read_ticks
from looking import some

HEAD = [f"{zh} {en}" for zh, en in COLUMNS.values()]
DAY = date(2024, 12, 31)
ROW = ["", "开幕", "2c3d4", "posters/a.pdf", "3", "", "√", "", ""]


def test_a_tick_is_read_with_its_sheet_and_edition(tmp_path):
    """From a workbook and from CSV alike."""
    found = [read_ticks(saved(tmp_path, name, content), today=DAY) for name, content in (book(), listed())]

    assert [[(t.path, t.editions, t.state) for t in some(ticks)] for ticks in found] == [
        [("posters/a.pdf", (3,), "ordered")]
    ] * 2
    assert set(STATES) < set(COLUMNS)


@pytest.mark.parametrize("below", [1, 20_000], ids=["short", "longer than a field may be"])
def test_an_open_quotation_mark_is_told_at_its_line(tmp_path, below):
    """It would swallow every row below it, ticks and all."""
    name, content = listed(['"开幕', *ROW[1:]], *[ROW] * below)

    (problem,) = refused(saved(tmp_path, name, content))

    assert problem.place.line == 2 and "双引号" in problem.what.zh


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("damaged", [b"", b"<workbook", b"<a/>", None], ids=["empty", "cut", "another", "absent"])
def test_a_damaged_workbook_is_no_traceback(tmp_path, part, damaged):
    """Whichever of its parts is cut, emptied, exchanged or gone: it is refused, or read as having no such list."""
    (problem,) = refused(saved(tmp_path, "list.xlsx", with_part(part, damaged)))

    assert any(told in problem.what.zh for told in ("打不开", "没有这几列"))


def test_a_workbook_spoilt_anywhere_is_refused_or_read(tmp_path):
    """Bytes turned at random, as by a bad disk: nothing but a list or a problem comes of it."""
    dice, refusals = random.Random(7), 0
    _, whole = book()
    for _ in range(300):
        spoilt = bytearray(whole)
        for _ in range(dice.randint(1, 6)):
            spoilt[dice.randrange(2, len(spoilt))] = dice.randrange(256)
        try:
            read_ticks(saved(tmp_path, "list.xlsx", bytes(spoilt)), today=DAY)
        except CampaignDataError:
            refusals += 1
    assert refusals > 100


def refused(path):
    with pytest.raises(CampaignDataError) as told:
        read_ticks(path, today=DAY)
    return told.value.problems


def saved(folder, name, content):
    (folder / name).write_bytes(content)
    return folder / name


def listed(*rows):
    return "list.csv", "\r\n".join(",".join(row) for row in (HEAD, *(rows or [ROW]))).encode("utf-8-sig")


def book():
    made, stream = openpyxl.Workbook(), io.BytesIO()
    for row in (HEAD, ROW):
        made.active.append(row)
    made.save(stream)
    return "list.xlsx", stream.getvalue()


def with_part(name, content):
    """The workbook with one of its parts exchanged, or without it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book()[1])) as source, zipfile.ZipFile(stream, "w") as target:
        for one in source.namelist():
            if one != name:
                target.writestr(one, source.read(one))
            elif content is not None:
                target.writestr(one, content)
    return stream.getvalue()


def test_a_merged_tick_is_of_every_row_it_covers(tmp_path):
    """One √ over five sheets is five ticks, and one over two columns says both; a merged title is none."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["印刷品登记"])
    sheet.append([zh for zh, _ in COLUMNS.values()])
    for number in range(5):
        sheet.append(["", "", "", f"{number}.pdf"])
    sheet["G3"], sheet["H6"] = "√", "√"
    for merged in ("A1:I1", "G3:G7", "H6:I7"):
        sheet.merge_cells(merged)
    book.save(tmp_path / "list.xlsx")

    ticks = read_ticks(tmp_path / "list.xlsx", today=date(2025, 12, 31))

    assert [one.path for one in ticks if one.state == "ordered"] == [f"{number}.pdf" for number in range(5)]
    assert [one.path for one in ticks if one.state == "hung"] == ["3.pdf", "4.pdf"]
    assert [one.path for one in ticks if one.state == "taken-down"] == ["3.pdf", "4.pdf"]


@pytest.mark.parametrize("typed", ["2099-01-01", "2099/1/1", date(2025, 1, 1)])
def test_nothing_was_done_on_a_day_to_come(tmp_path, typed):
    """A slip of the hand would be in the ledger for ever: it is refused at its cell, with today."""
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    book.active.append([*ROW[:6], typed, "", ""])
    book.save(tmp_path / "list.xlsx")

    with pytest.raises(CampaignDataError) as refused:
        read_ticks(tmp_path / "list.xlsx", today=DAY)

    (problem,) = refused.value.problems
    assert (problem.place.line, problem.place.column) == (2, 7)
    assert "还没到，今天是 2024-12-31" in problem.what.zh
