"""Days and hours as people write them, and as machines read them."""

from datetime import date, datetime

import pytest

from campaign.say.dates import Dates
from campaign.say.numerals import chinese, item
from campaign.say.words import words


def _dates(language, zone="Asia/Shanghai"):
    return Dates(words(language), zone)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("zh", "4月22日 星期一 09:00–11:00"), ("en", "Monday 22 April, 09:00–11:00")],
)
def test_one_day(language, expected):
    """Day, weekday and hours in the order of the language."""
    assert _dates(language).when(datetime(2024, 4, 22, 9), datetime(2024, 4, 22, 11)) == expected


def test_an_end_on_another_day_is_written_out():
    """Hours that run past midnight name the day they end on."""
    assert _dates("en").clock(datetime(2024, 4, 22, 22), datetime(2024, 4, 23, 1, 30)) == "22:00 – 23 April 01:30"


@pytest.mark.parametrize(
    ("last", "chinese_text", "english_text"),
    [
        (date(2024, 4, 26), "4月20日至26日", "20–26 April"),
        (date(2024, 4, 20), "4月20日", "20 April"),
        (date(2024, 5, 2), "4月20日至5月2日", "20 April to 2 May"),
    ],
)
def test_spans_say_no_more_than_needed(last, chinese_text, english_text):
    """The month stands once where both ends share it; a single day stands alone."""
    assert _dates("zh").span(date(2024, 4, 20), last) == chinese_text
    assert _dates("en").span(date(2024, 4, 20), last) == english_text


def test_the_week_as_the_plan_writes_it():
    """The Chinese full span is the plan's own wording."""
    assert _dates("zh").full_span(date(2024, 4, 20), date(2024, 4, 26)) == "2024年4月20日至26日"
    assert _dates("en").full_span(date(2024, 4, 20), date(2024, 4, 26)) == "20–26 April 2024"
    assert _dates("zh").full_span(date(2024, 12, 30), date(2025, 1, 2)) == "2024年12月30日至2025年1月2日"


def test_machines_get_the_offset_of_the_time_zone():
    """The offset is the campaign's, summer time included, never the builder's."""
    assert _dates("zh").machine(datetime(2024, 4, 22, 9)) == "2024-04-22T09:00+08:00"
    assert _dates("en", "Europe/Berlin").machine(datetime(2024, 7, 1, 9)) == "2024-07-01T09:00+02:00"


def test_official_numbers():
    """（一） to （二十一） in Chinese, (1) in English."""
    assert [chinese(n) for n in (1, 5, 10, 11, 20, 21, 99)] == ["一", "五", "十", "十一", "二十", "二十一", "九十九"]
    assert item(words("zh"), 3) == "（三）"
    assert item(words("en"), 3) == "(3) "
