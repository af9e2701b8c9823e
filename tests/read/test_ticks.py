"""The tick list as offices save it."""

import openpyxl

from campaign.read.ticks import COLUMNS, read_ticks


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

    ticks = read_ticks(tmp_path / "list.xlsx", year=2025)

    assert [one.path for one in ticks if one.state == "ordered"] == [f"{number}.pdf" for number in range(5)]
    assert [one.path for one in ticks if one.state == "hung"] == ["3.pdf", "4.pdf"]
    assert [one.path for one in ticks if one.state == "taken-down"] == ["3.pdf", "4.pdf"]
