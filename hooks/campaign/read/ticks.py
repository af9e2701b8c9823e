"""The tick list of what was ordered, hung and taken down, read from CSV or a workbook as an office saves it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from campaign.core.damage import ZIP_DAMAGE
from campaign.core.problems import CampaignDataError, Message, Place, Problem
from campaign.paper.ledger import STATES

COLUMNS: Mapping[str, tuple[str, str]] = {
    "todo": ("情况", "what to do"),
    "name": ("名称", "name"),
    "code": ("短码", "code"),
    "path": ("文件", "file"),
    "edition": ("版次", "edition"),
    "by": ("单位", "who"),
    "ordered": ("已下单", "ordered"),
    "hung": ("已张贴", "hung"),
    "taken-down": ("已取下", "taken down"),
}
"""The columns of the list in their order, what they are called in Chinese and English."""
NEEDED = ("path", *STATES)
YES = frozenset(["√", "✓", "✔", "☑", "对", "是", "有", "1", "y", "yes", "x", "v", "ok", "true", "已", "完成", "好"])
NO = frozenset(["-", "—", "/", "0", "n", "no", "否", "无", "未", "没有", "false", "×", "✗", "✘"])
DAY = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d\d(?::\d\d)?)?")
HEAD_ROWS = 12
"""How far down the line with the columns' names may stand."""
LONGEST = 8 * 1024 * 1024
DAMAGE = (
    *ZIP_DAMAGE,
    *(SyntaxError, LookupError, AttributeError, TypeError),
)
"""What openpyxl raises for a workbook that isn't one any more: a ZIP's faults, then XML's (SyntaxError) and those of
parts that are missing."""
Cells = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Tick:
    """A sheet of which something was ticked: state; day, None where no day was written; place: of the cell."""

    path: str
    editions: tuple[int, ...]
    by: str
    state: str
    day: date | None
    place: Place


def read_ticks(path: Path, *, today: date, shown_as: str | None = None) -> list[Tick]:
    """Every tick of a list, row by row; CampaignDataError with every cell that isn't understood.

    today: its year is that of a day written without one; nothing was done after it.
    """
    shown = shown_as or path.as_posix()
    rows = _rows(path, shown)
    at = next((n for n, cells in enumerate(rows[:HEAD_ROWS]) if "path" in _columns(cells)), None)
    columns = _columns(rows[at]) if at is not None else {}
    missing = [name for name in NEEDED if name not in columns]
    if at is None or missing:
        said = "、".join(COLUMNS[name][0] for name in missing)
        english = ", ".join(COLUMNS[name][1] for name in missing)
        what = Message(f"登记表里没有这几列：{said}", f"the list lacks these columns: {english}")
        hint = Message(
            "用发布时生成的登记表，不要改第一行", "take the list that the release wrote; leave its first line"
        )
        raise CampaignDataError([Problem(Place(shown, (at or 0) + 1), what, hint=hint)])
    reader = _Reader(shown, columns, today)
    found = [tick for number, cells in enumerate(rows[at + 1 :], at + 2) for tick in reader.row(number, cells)]
    if reader.problems:
        raise CampaignDataError(reader.problems)
    return found


@dataclass(slots=True)
class _Reader:
    shown: str
    columns: Mapping[str, int]
    today: date
    problems: list[Problem]

    def __init__(self, shown: str, columns: Mapping[str, int], today: date) -> None:
        self.shown, self.columns, self.today, self.problems = shown, columns, today, []

    def row(self, number: int, cells: Cells) -> Iterator[Tick]:
        path, by = (_text(self._cell(cells, name)) for name in ("path", "by"))
        ticked = {state: self._tick(number, cells, state) for state in STATES}
        if not path and any(ticked.values()):
            what = Message("打了勾，却没有写是哪个文件", "ticked, and no file is named")
            self._refuse(number, "path", what)
        if not path:
            return
        editions = self._editions(number, cells)
        for state, found in ticked.items():
            if found:
                day = found if isinstance(found, date) else None
                self._not_to_come(number, state, day or self.today)
                yield Tick(path.replace("\\", "/"), editions, by, state, day, self._place(number, state))

    def _not_to_come(self, number: int, state: str, day: date) -> None:
        if day > self.today:
            what = Message(
                f"{day.isoformat()} 还没到，今天是 {self.today}", f"{day} is still to come: today is {self.today}"
            )
            hint = Message(
                "写做完的那一天；没有做就空着", "write the day it was done on; leave it empty where it isn't"
            )
            self._refuse(number, state, what, hint)

    def _editions(self, number: int, cells: Cells) -> tuple[int, ...]:
        text = _text(self._cell(cells, "edition"))
        found = re.findall(r"\d+", text)
        if text and not found:
            what = Message(f"版次“{text}”不是数字", f"the edition {text!r} is no number")
            self._refuse(number, "edition", what)
        return tuple(map(int, found))

    def _tick(self, number: int, cells: Cells, name: str) -> date | bool:
        value = self._cell(cells, name)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        text = _text(value).lower()
        if not text or text in NO:
            return False
        if text in YES:
            return True
        day = self._day(text)
        if day is None:
            from openpyxl.utils.cell import get_column_letter

            cell = f"{get_column_letter(self.columns[name] + 1)}{number}"
            what = Message(f"看不懂“{text}”（单元格 {cell}）", f"{text!r} isn't understood (cell {cell})")
            hint = Message(
                "做了就打 √（或写 是、x、1、日期 2024-04-22），没有做就空着",
                "put √ (or yes, x, 1, a day such as 2024-04-22) where it is done, leave it empty where it isn't",
            )
            self._refuse(number, name, what, hint)
            return False
        return day

    def _day(self, text: str) -> date | None:
        found = DAY.fullmatch(text)
        try:
            return date(int(found[1] or self.today.year), int(found[2]), int(found[3])) if found else None
        except ValueError:
            return None

    def _cell(self, cells: Cells, name: str) -> Any:
        at = self.columns.get(name)
        return cells[at] if at is not None and at < len(cells) else None

    def _place(self, number: int, name: str) -> Place:
        return Place(self.shown, number, self.columns.get(name, 0) + 1)

    def _refuse(self, number: int, name: str, what: Message, hint: Message | None = None) -> None:
        self.problems.append(Problem(self._place(number, name), what, hint=hint))


def _columns(cells: Cells) -> dict[str, int]:
    """Which column is which, by its Chinese name, its English one, or both."""
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        text = _text(cell).lower()
        for name, called in COLUMNS.items():
            if name not in found and (text in called or text.startswith(called[0])):
                found[name] = at
    return found


def _text(value: Any) -> str:
    """A cell as text; an apostrophe that keeps a spreadsheet from taking it for a formula is no part of it."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool):
        return "1" if value else ""
    return "" if value is None else str(value).strip().removeprefix("'")


def _rows(path: Path, shown: str) -> list[Cells]:
    try:
        content = path.read_bytes()
    except OSError as error:
        what = Message("读不到这个文件", f"this file can't be read: {error.strerror}")
        raise CampaignDataError([Problem(Place(shown), what)]) from None
    if len(content) <= LONGEST and content.startswith(b"PK"):
        return _of_workbook(content, shown)
    text = _decoded(content) if len(content) <= LONGEST else None
    if text is None or "\0" in text:
        what = Message("这不是 CSV 或 xlsx 表格", "this is neither CSV nor an xlsx workbook")
        hint = Message("在 WPS 里另存为 xlsx 或 CSV 再试", "save it as xlsx or CSV and try again")
        raise CampaignDataError([Problem(Place(shown), what, hint=hint)])
    head = text.partition("\n")[0]
    sign = max(",;\t", key=head.count)
    return _of_csv(text, sign, shown)


def _of_csv(text: str, sign: str, shown: str) -> list[Cells]:
    """The rows; a quotation mark that is never closed would swallow those below it, and is refused."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    rows: list[Cells] = []
    began = 1
    try:
        for row in reader:
            rows.append(row)
            began = reader.line_num + 1
    except csv.Error:
        what = Message('这一行的英文双引号 " 没有配对', "a double quotation mark in this line isn't closed")
        hint = Message(
            '在 WPS 里打开，删掉多余的 "，另存为 xlsx 再试', 'open it in WPS, delete the stray ", and save it as xlsx'
        )
        raise CampaignDataError([Problem(Place(shown, began), what, hint=hint)]) from None
    return rows


def _decoded(content: bytes) -> str | None:
    """UTF-8, or what WPS and Excel in Chinese save a CSV as."""
    for encoding in ("utf-8-sig", "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _unmerged(sheet: Any) -> list[Cells]:
    """A worksheet's rows; a cell that is merged over several stands in each of them."""
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    for merged in sheet.merged_cells.ranges:
        value = rows[merged.min_row - 1][merged.min_col - 1]
        for row in rows[merged.min_row - 1 : merged.max_row] if merged.max_row > merged.min_row else ():
            row[merged.min_col - 1 : merged.max_col] = [value] * (merged.max_col - merged.min_col + 1)
    return [*rows]


def _of_workbook(content: bytes, shown: str) -> list[Cells]:
    """The rows of the first worksheet that has the columns, or else of the first."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content), data_only=True)
        sheets = [_unmerged(sheet) for sheet in book.worksheets]
    except DAMAGE:
        what = Message("这个表格打不开，可能坏了", "this workbook can't be opened: it may be damaged")
        hint = Message("在 WPS 里打开，另存为新的 xlsx 再试", "open it in WPS, save it as a new xlsx and try again")
        raise CampaignDataError([Problem(Place(shown), what, hint=hint)]) from None
    fitting = (rows for rows in sheets if any("path" in _columns(cells) for cells in rows[:HEAD_ROWS]))
    return next(fitting, sheets[0] if sheets else [])
