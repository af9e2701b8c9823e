"""What changed on paper, as people say it."""

import pytest

from campaign.release.fields import spoken
from looking import some

TIMES = {"starts": "2024-04-22 09:30:00", "ends": "2024-04-22 11:00:00"}


@pytest.mark.parametrize(
    ("before", "now", "zh", "en"),
    [
        (
            TIMES,
            {"starts": "2024-04-22 14:30:00", "ends": "2024-04-22 16:00:00"},
            "时间: 09:30–11:00 → 14:30–16:00",
            "When: 09:30–11:00 → 14:30–16:00",
        ),
        (
            TIMES,
            {"starts": "2024-04-23 09:30:00", "ends": "2024-04-23 11:00:00"},
            "时间: 4月22日 星期一 09:30–11:00 → 4月23日 星期二 09:30–11:00",
            "When: Monday 22 April, 09:30–11:00 → Tuesday 23 April, 09:30–11:00",
        ),
        ({"status": "planned"}, {"status": "moved"}, "状态: 按计划举行 → 已改地点", "status: As planned → Moved"),
        ({}, {"status": "postponed"}, "状态: 按计划举行 → 已延期", "status: As planned → Postponed"),
        ({}, {"address.zh": "东街", "address.en": "East St"}, "地址: （无） → 东街", "address: (nothing) → East St"),
        ({"openings.1.opens": "09:00:00"}, {"openings.1.opens": "10:00:00"}, "开放时间 1 开门: 09:00 → 10:00", None),
        (
            {"payload": "https://a/"},
            {"payload": "https://b/"},
            "纸上的网址: https://a/ → https://b/",
            "address on paper: https://a/ → https://b/",
        ),
        (
            {
                "events.a.title.zh": "讲座",
                "events.a.title.en": "Talk",
                "events.a.venue.zh": "甲",
                "events.a.venue.en": "A",
            },
            {
                "events.a.title.zh": "讲座",
                "events.a.title.en": "Talk",
                "events.a.venue.zh": "乙",
                "events.a.venue.en": "B",
            },
            "讲座 地点: 甲 → 乙",
            "Talk venue: A → B",
        ),
    ],
    ids=["hours", "day", "status", "a first status", "new", "clock", "address", "timetable"],
)
def test_a_field_has_its_name_and_its_values(before, now, zh, en):
    """One line a field: called as the office calls it, times and states as people write them."""
    assert spoken(before, now, "zh") == [zh]
    assert en is None or spoken(before, now, "en") == [en]


def test_a_record_that_comes_onto_a_timetable_is_one_line():
    """Its dozen fields are one change, and so are those of one that leaves it."""
    row = {f"events.new.{path}": text for path, text in {**TIMES, "title.zh": "讲座", "title.en": "Talk"}.items()}

    assert spoken({}, row, "zh") == ["新增: 讲座 4月22日 星期一 09:30–11:00"]
    assert spoken(row, {}, "en") == ["taken out: Talk Monday 22 April, 09:30–11:00"]


def test_a_text_changed_in_one_language_says_which():
    """English mended alone is told to a Chinese reader as a change of the English."""
    before = {"venue.zh": "中心小学", "venue.en": "Centre School"}
    (line,) = some(spoken(before, before | {"venue.en": "Central School"}, "zh"))

    assert line == "地点 (en): Centre School → Central School"
