"""What a sender takes along: a ZIP that unpacks alike on any Windows, a list on one page, a calendar that reminds."""

import io
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook

from campaign.channels.messages.enclosures import Enclosed
from campaign.channels.messages.parcels import parcels
from campaign.workshop.cache import Cache
from campaign.workshop.gate import leaks
from campaign.workshop.making import Bench
from looking import some
from plans import commission, composed, with_messages

FORMULA = "=cmd|'/c calc'!A1"
MESSAGES = (
    {"id": "opening", "subject": "exhibition", "at": "2024-04-20 08:00", "languages": ["zh", "en"]},
    {"id": "fair", "subject": "theme", "channel": "wechat-article", "at": "2024-04-21 09:30", "county": "yongjing"},
    {"id": "named", "subject": "theme", "at": "2024-04-22 07:00", "languages": ["zh"]},
)


def _parcels(tmp_path, messages):
    told = commission(with_messages(*MESSAGES))
    contents = {file.path: b"notes" for one in messages for file in one.enclosed}
    bench = Bench(cache=Cache(tmp_path), workers=1)
    return parcels(told.campaign, told.context, messages, contents, bench)


@pytest.fixture(scope="module")
def messages():
    """Three messages of two offices; the first with a file, the last about what a spreadsheet would run."""
    first, *others, last = composed(*MESSAGES)
    notes = Enclosed(path="staff/messages/files/opening/zh/1-notes.txt", role="document", alt="", size_bytes=5)
    return [replace(first, enclosed=(notes,)), *others, replace(last, subject=FORMULA)]


@pytest.fixture(scope="module")
def made(messages, tmp_path_factory):
    """What the two offices are handed: values, and the files by their paths."""
    output = _parcels(tmp_path_factory.mktemp("cache"), messages)
    return output.listed, {file.path: file.content for file in output.files}


@pytest.fixture(scope="module")
def whole(made):
    """The ZIP of the office of the whole campaign."""
    return made[1]["staff/messages/all.zip"]


def test_each_sender_has_a_pack_and_a_calendar(made):
    """By its county's id, all in the folder of the page; who sends nothing has none."""
    listed, files = made

    assert [(one.county, one.messages) for one in listed] == [("", 3), ("yongjing", 1)]
    assert set(files) == {path for one in some(listed) for path in (one.pack, one.calendar)}
    assert all(len(files[one.pack]) == one.size_bytes for one in some(listed))


@pytest.mark.parametrize("code_page", ["cp437", "cp936", "utf-8"])
def test_a_pack_unpacks_alike_whatever_code_page_a_program_assumes(whole, code_page):
    """Names are the same bytes in each; days are folders; a file stands in the folder of its message."""
    names = zipfile.ZipFile(io.BytesIO(whole), metadata_encoding=None if code_page == "utf-8" else code_page).namelist()

    assert names == sorted(names) and all(name.encode("ascii").decode(code_page) == name for name in some(names))
    assert {"00-list.docx", "00-list.xlsx", "00-calendar.ics", "README.txt"} < set(names)
    assert "2024-04-20/0800-weibo-opening.zh/1-notes.txt" in names
    assert "2024-04-20/0800-weibo-opening.en.txt" in names


def test_texts_open_in_notepad_and_are_what_is_sent(whole, messages):
    """UTF-8 with its mark, lines ended as on Windows, the words of the message and no more."""
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        content = archive.read("2024-04-20/0800-weibo-opening.zh.txt")
        note = archive.read("README.txt")

    assert content.startswith(b"\xef\xbb\xbf") and content.decode("utf-8-sig").replace("\r\n", "\n") == messages[0].text
    assert note.count(b"\r\n") == note.count(b"\n") > 5 and "00-list" in note.decode("utf-8-sig")


def test_the_list_says_the_same_twice_and_no_cell_acts(whole):
    """As a document and as a workbook: a row a message, in its order; a subject is a text, whatever it begins with."""
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        sheet = load_workbook(io.BytesIO(archive.read("00-list.xlsx"))).active
        table = Document(io.BytesIO(archive.read("00-list.docx"))).tables[0]
    rows = [[str(cell.value or "") for cell in row[1:]] for row in sheet.iter_rows(min_row=4)]

    assert rows == [[cell.text for cell in row.cells[1:]] for row in table.rows[1:]]
    assert [row[0] for row in rows] == ["2024-04-20", "2024-04-20", "2024-04-22"]
    assert rows[-1][3] == FORMULA and sheet.cell(6, 5).data_type == "s"
    assert sheet.page_setup.fitToHeight == sheet.page_setup.fitToWidth == 1


def test_the_calendar_reminds_ten_minutes_before_each_message(made):
    """In the campaign's time zone, under a UID that says which message, once for all its languages."""
    calendar = Calendar.from_ical(made[1]["staff/messages/all.ics"])
    first, *others = calendar.walk("VEVENT")

    assert first.decoded("dtstart") == datetime(2024, 4, 20, 8, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert first["uid"] == "message-opening@linxia-ip-week-2024" and len(others) == 1
    assert first["dtstart"].params["TZID"] == "Asia/Shanghai" and first.decoded("dtstamp")
    alarms = [event.walk("VALARM")[0] for event in some(calendar.walk("VEVENT"))]
    assert all(alarm.decoded("trigger") == timedelta(minutes=-10) for alarm in alarms)


def test_parcels_are_the_same_bytes_and_may_be_published(made, messages, tmp_path):
    """Made once more, from an empty cache; and the gate finds nothing in them."""
    output = _parcels(tmp_path / "cache", messages)
    for file in output.files:
        path = tmp_path / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)

    assert {file.path: file.content for file in output.files} == made[1]
    assert list(leaks(tmp_path, [one.path for one in output.files])) == []
