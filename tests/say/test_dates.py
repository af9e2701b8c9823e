"""Days and hours as people write them, and as machines read them."""

from datetime import date, datetime, time

import pytest

from campaign.say.dates import dates, machine
from campaign.say.numerals import chinese, item
from campaign.say.words import words


@pytest.mark.parametrize(
    ("language", "expected"),
    [("zh", "4月22日 星期一 09:00–11:00"), ("en", "Monday 22 April, 09:00–11:00")],
)
def test_one_day(language, expected):
    """Day, weekday and hours in the order of the language."""
    assert dates(language).when(datetime(2024, 4, 22, 9), datetime(2024, 4, 22, 11)) == expected


def test_a_day_s_hours_read_as_an_event_s():
    """Opening hours and events are told in the same words."""
    assert dates("en").hours(date(2024, 4, 22), time(9), time(17)) == "Monday 22 April, 09:00–17:00"
    assert dates("en").moment(datetime(2024, 4, 22, 9)) == "Monday 22 April, 09:00"


def test_an_end_on_another_day_is_written_out():
    """Hours that run past midnight name the day they end on."""
    assert dates("en").clock(datetime(2024, 4, 22, 22), datetime(2024, 4, 23, 1, 30)) == "22:00 – 23 April 01:30"


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        (datetime(2024, 4, 22, 19), datetime(2024, 4, 23), "19:00–24:00"),
        (datetime(2024, 4, 22), datetime(2024, 4, 23), "00:00–24:00"),
        (datetime(2024, 4, 22, 14), datetime(2024, 4, 24), "14:00 – 4月24日 00:00"),
    ],
)
def test_midnight_belongs_to_the_day_before_it(starts, ends, said):
    """The midnight after a day is its own 24:00, on every list alike; a later one is a date and an hour."""
    assert dates("zh").clock(starts, ends) == said


@pytest.mark.parametrize(
    ("last", "chinese_text", "english_text"),
    [
        (date(2024, 4, 26), "4月20日至26日", "20–26 April"),
        (date(2024, 4, 20), "4月20日 星期六", "Saturday 20 April"),
        (date(2024, 5, 2), "4月20日至5月2日", "20 April to 2 May"),
    ],
)
def test_spans_say_no_more_than_needed(last, chinese_text, english_text):
    """The month stands once where both ends share it; a single day stands alone, with its weekday."""
    assert dates("zh").span(date(2024, 4, 20), last) == chinese_text
    assert dates("en").span(date(2024, 4, 20), last) == english_text


def test_the_week_as_the_plan_writes_it():
    """The Chinese full span is the plan's own wording."""
    assert dates("zh").full_span(date(2024, 4, 20), date(2024, 4, 26)) == "2024年4月20日至26日"
    assert dates("en").full_span(date(2024, 4, 20), date(2024, 4, 26)) == "20–26 April 2024"
    assert dates("zh").full_span(date(2024, 4, 30), date(2024, 5, 2)) == "2024年4月30日至5月2日"
    assert dates("en").full_span(date(2024, 4, 30), date(2024, 5, 2)) == "30 April to 2 May 2024"
    assert dates("zh").full_span(date(2024, 12, 30), date(2025, 1, 2)) == "2024年12月30日至2025年1月2日"
    assert dates("zh").full_span(date(2024, 4, 20), date(2024, 4, 20)) == "2024年4月20日"


def test_machines_get_the_offset_of_the_time_zone():
    """The offset is the campaign's, summer time included, never the builder's."""
    assert machine(datetime(2024, 4, 22, 9), "Asia/Shanghai") == "2024-04-22T09:00+08:00"
    assert machine(datetime(2024, 7, 1, 9), "Europe/Berlin") == "2024-07-01T09:00+02:00"


def test_official_numbers():
    """（一） to （二十一） in Chinese, (1) in English."""
    assert [chinese(n) for n in (1, 5, 10, 11, 20, 21, 99)] == ["一", "五", "十", "十一", "二十", "二十一", "九十九"]
    assert item(words("zh"), 3) == "（三）"
    assert item(words("en"), 3) == "(3) "
