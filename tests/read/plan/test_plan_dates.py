"""Days as official Chinese writes them."""

from datetime import date

import pytest

from campaign.read.plan.dates import BY, DAYS, LOOSELY, WHOLE_MONTH, dates

WEEK = (date(2024, 4, 20), date(2024, 4, 26))


@pytest.mark.parametrize(
    "text",
    [
        "2024年4月20日至26日",
        "4月20日-26日",
        "4月20日—26日",
        "从4月20日—4月26日，州局",
        "2024年4月20日至2024年4月26日",
        "４月２０日～２６日",
        "二〇二四年四月二十日至二十六日",
        "2024 年 4 月 20 日 至 26 日",
        "4月20-26日",
        "4月20日（星期六）至26日",
    ],
)
def test_a_span_of_days(text):
    """With the month once or twice, with 至 or any dash, in figures of either width or in words."""
    (found,) = dates(text, year=2024)

    assert (found.starts, found.ends, found.kind) == (*WEEK, DAYS)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("4月26日上午", [(date(2024, 4, 26), date(2024, 4, 26))]),
        ("十月一日", [(date(2024, 10, 1), date(2024, 10, 1))]),
        ("3月28日至4月3日", [(date(2024, 3, 28), date(2024, 4, 3))]),
        ("12月28日至1月5日", [(date(2024, 12, 28), date(2025, 1, 5))]),
        ("4月22日、24日", [(date(2024, 4, 22), date(2024, 4, 22)), (date(2024, 4, 24), date(2024, 4, 24))]),
    ],
)
def test_days_and_spans_over_a_month_or_a_year(text, days):
    """One morning is that day; a span may end in the next month or year; a day may be said without its month."""
    assert [(one.starts, one.ends) for one in dates(text, year=2024)] == days


@pytest.mark.parametrize(
    "text", ["4月下旬", "4月中下旬", "月底前", "9月至10月", "2021-2035年", "4·26知识产权", "今年春季"]
)
def test_what_is_vague_is_no_day(text):
    """Ten days of a month, several months, years and the names of days are nothing to put into a calendar."""
    assert dates(text, year=2024) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("于5月10日前报送", BY),
        ("截至5月10日", BY),
        ("4月20日起", LOOSELY),
        ("4月20日前后", LOOSELY),
        ("2024年6月", WHOLE_MONTH),
    ],
)
def test_a_day_by_which_and_a_day_about_which(text, kind):
    """A deadline, a beginning, a day or so and a whole month are told apart from a day."""
    assert [one.kind for one in dates(text, year=2024)] == [kind]


@pytest.mark.parametrize("text", ["4月20日至26日", "4月20日", "6月"])
def test_without_a_year_there_is_no_day(text):
    """The year is never guessed."""
    assert [(one.starts, one.ends) for one in dates(text, year=None)] == [(None, None)]


@pytest.mark.parametrize("text", ["2月30日", "13月1日", "2024年4月26日至2024年4月20日"])
def test_what_no_calendar_has_is_no_day(text):
    """A day that there isn't, and a span that ends before it begins, stay open."""
    assert {(one.starts, one.ends) for one in dates(text, year=2024)} == {(None, None)}
