"""Good campaigns are read whole, and what they say comes out as it was typed."""

from __future__ import annotations

import shutil
from codecs import BOM_UTF8
from datetime import date, datetime
from pathlib import Path

import pytest

from campaign.core.problems import CampaignDataError, Message
from campaign.kinds import Campaign, kinds
from campaign.read import read_campaign, read_folder
from campaign.read.files.folder import list_folder
from looking import some

TESTS = Path(__file__).parent.parent
GOOD = sorted(folder.name for folder in (TESTS / "good").iterdir() if folder.is_dir())
SHIPPED = TESTS.parent / "campaign_data"


@pytest.fixture(scope="module")
def small() -> Campaign:
    return read_campaign(TESTS / "good" / "small")


def test_there_are_good_campaigns() -> None:
    """The two campaigns other tests build are there."""
    assert {"small", "one_language"} <= set(GOOD)


@pytest.mark.parametrize("name", GOOD)
def test_good_campaigns_are_read(name: str) -> None:
    """Each of them is complete in every language."""
    campaign = read_campaign(TESTS / "good" / name)
    for event in some(campaign.events):
        assert tuple(event.title) == campaign.languages


def test_an_event_may_last_to_the_end_of_the_week(tmp_path: Path) -> None:
    """Midnight after the last day, which is how 24:00 is written, is still in the week; a minute later isn't."""
    folder = shutil.copytree(TESTS / "good" / "small", tmp_path / "data")
    file = folder / "outreach" / "southbank.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("ends: 2025-03-25 10:00", "ends: 2025-03-28 00:00"), "utf-8")
    events = {event.id: event for event in read_campaign(folder).events}

    assert events["south-village-drip"].ends == datetime(2025, 3, 28)
    file.write_text(text.replace("ends: 2025-03-25 10:00", "ends: 2025-03-28 00:01"), "utf-8")
    with pytest.raises(CampaignDataError, match="活动日期"):
        read_campaign(folder)


def test_the_shipped_campaign_is_read() -> None:
    """The office's own folder has no problem."""
    campaign = read_campaign(SHIPPED)
    assert len(campaign.six_entries.place_kinds) == 6
    assert campaign.contacts.contacts[0].phone == "0930-6213897"


def test_nothing_counts_to_five_six_or_eight(small: Campaign) -> None:
    """Another office's campaign has three priorities, nine kinds of place, two counties and six days."""
    counts = [len(list(small.records(kind))) for kind in ("priority", "place_kind", "county")]
    assert counts == [3, 9, 2]
    assert small.days[0] == date(2025, 3, 22)
    assert len(small.days) == 6


def test_values_are_what_they_look_like(small: Campaign) -> None:
    """Times, numbers with zeros, and text with signs of YAML in quotes mean what they show."""
    event = small.events[0]
    assert event.starts == datetime(2025, 3, 23, 9, 0)
    assert event.address and event.address["zh"] == "人民路 #12号"
    assert small.contact("hotline").phone == "12345"
    assert [booth.number for booth in small.booths] == ["01", "02"]
    assert small.languages == ("en", "zh")


@pytest.mark.parametrize(
    "typed", ["no", "010", "1.10", "09:00", "0930-6213897", "1e3", "~", "null", "0x1F", "2025-03-22"]
)
def test_words_that_yaml_would_change_stay_text(typed: str, tmp_path: Path) -> None:
    """A scalar is text until the model types it: the Norway problem and its sisters."""
    folder = _copy_of_small(tmp_path)
    file = folder / "exhibition.yml"
    file.write_text(file.read_text(encoding="utf-8").replace('number: "01"', f"number: {typed}"), encoding="utf-8")
    assert read_campaign(folder).booths[0].number == typed


def test_windows_line_ends_are_no_matter(tmp_path: Path) -> None:
    """Notepad's line ends read the same."""
    folder = _copy_of_small(tmp_path)
    for file in folder.rglob("*.yml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert read_campaign(folder) == read_campaign(TESTS / "good" / "small")


def test_a_byte_order_mark_is_no_matter(tmp_path: Path) -> None:
    """Older Notepads put one before every UTF-8 file, some editors a second: the file reads the same."""
    folder = _copy_of_small(tmp_path)
    for file in folder.rglob("*.yml"):
        file.write_bytes(BOM_UTF8 * 2 + file.read_bytes())
    assert read_campaign(folder) == read_campaign(TESTS / "good" / "small")


def test_a_text_that_stays_as_it_was_typed_is_read_so(tmp_path: Path) -> None:
    """What campaign.yml lists keeps its spaces and radicals, in every file."""
    folder = _copy_of_small(tmp_path)
    head, theme = folder / "campaign.yml", folder / "theme.yml"
    theme.write_text(theme.read_text(encoding="utf-8").replace("修好一个龙头", "修好 一个⻰头"), encoding="utf-8")
    with pytest.raises(CampaignDataError, match="as_typed"):
        read_campaign(folder)
    head.write_text(head.read_text(encoding="utf-8") + "as_typed: [修好 一个⻰头]\n", encoding="utf-8")
    assert read_campaign(folder).theme.slogans[0].text["zh"].startswith("修好 一个⻰头")


def test_names_in_other_scripts_are_read(tmp_path: Path) -> None:
    """Arabic, and rare characters of names that some font has, are no mistake."""
    folder = _copy_of_small(tmp_path)
    theme = folder / "theme.yml"
    theme.write_text(theme.read_text(encoding="utf-8").replace("修好一个龙头", "محمد يوسف 𠮷利"), encoding="utf-8")
    assert "محمد يوسف 𠮷利" in read_campaign(folder).theme.slogans[0].text["zh"]


def test_what_offices_leave_in_a_folder_is_ignored(tmp_path: Path) -> None:
    """Lock files, notes, thumbnails and the schema are nobody's mistake."""
    folder = _copy_of_small(tmp_path)
    for name in (
        "~$theme.yml",
        ".theme.yml.swp",
        "README.md",
        "notes.docx",
        "Thumbs.db",
        "outreach/Desktop.ini",
        "outreach/._yongjing.yml",
        "__MACOSX/._theme.yml",
        "__MACOSX/theme.yml",
        "$RECYCLE.BIN/$RABCDE.yml",
        "System Volume Information/theme.yml",
        "images/._a.jpg",
        "schema/theme.schema.json",
        "images/a.txt",
    ):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"x")
    assert read_campaign(folder)
    assert list_folder(folder, "campaign_data").images == frozenset()


def test_every_record_knows_its_place() -> None:
    """For what is found wrong after reading: the file, line and column of any record and value."""
    reading = read_folder(TESTS / "good" / "small", shown_as="campaign_data")
    what = Message("不行", "no")
    for kind in kinds():
        for record in reading.campaign.records(kind):
            place = reading.places.of_record(what, kind, record.id).place  # type: ignore[attr-defined]
            assert place.line > 0
    assert (
        str(reading.places.of_record(what, "event", "south-village-drip").place)
        == "campaign_data/outreach/southbank.yml:3:9"
    )
    assert str(reading.places.of_record(what, "event", "gone").place) == "campaign_data/outreach/"
    assert str(reading.places.problem(what, "campaign", "week", "ends").place) == "campaign_data/campaign.yml:13:9"
    assert str(reading.places.problem(what, "plan", "title").place) == "campaign_data/plan.yml"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A wrong path is the author's mistake like any other."""
    with pytest.raises(CampaignDataError, match="没有这个文件夹"):
        read_campaign(tmp_path / "campain_data")


def _copy_of_small(into: Path) -> Path:
    import shutil

    return Path(shutil.copytree(TESTS / "good" / "small", into / "campaign_data"))
