"""What people call so many days, and what shows them."""

from datetime import date, timedelta

import pytest

from campaign.core.times import Unit, periods, runs
from campaign.say.dates import dates
from campaign.say.length import length
from campaign.say.words import LANGUAGES, words
from looking import some

SATURDAY = date(2025, 3, 22)


def _days(count, first=SATURDAY):
    return [first + timedelta(days=n) for n in range(count)]


@pytest.mark.parametrize(
    ("days", "said"),
    [(1, "day"), (2, "campaign"), (5, "week"), (7, "week"), (9, "week"), (10, "campaign"), (14, "campaign")]
    + [(28, "month"), (31, "month"), (32, "campaign"), (100, "campaign")],
)
def test_nothing_is_called_a_week_that_isnt_one(days, said):
    """Nor a month."""
    assert length(days) == said
    for tag in some(LANGUAGES):
        assert words(tag).say(f"during_{said}")


@pytest.mark.parametrize(
    ("days", "unit", "count"),
    [(1, Unit.DAY, 1), (10, Unit.DAY, 10), (11, Unit.WEEK, 3), (40, Unit.WEEK, 7), (41, Unit.MONTH, 3)]
    + [(100, Unit.MONTH, 4)],
)
def test_days_fold_where_they_are_many(days, unit, count):
    """Every day is in one period, in order; a week begins on Monday, a month on its first."""
    made = periods(_days(days))

    assert len(made) == count and {one.unit for one in made} == {unit}
    assert [day for one in made for day in one.days] == _days(days)
    for one in made[1:] if unit is not Unit.DAY else ():
        assert one.first.weekday() == 0 if unit is Unit.WEEK else one.first.day == 1
    assert len({one.key for one in made}) == count


def test_a_year_may_turn_within():
    """The week across New Year is one; December and January are two, each with its year."""
    assert [len(one.days) for one in periods(_days(12, date(2024, 12, 28)))] == [2, 7, 3]
    months = periods(_days(50, date(2024, 12, 1)))
    assert [dates("en").period(one) for one in months] == ["December 2024", "January 2025"]
    assert [dates("zh").period(one) for one in months] == ["2024年12月", "2025年1月"]


def test_a_week_is_called_by_its_number_and_its_days():
    """A single day of one by that day."""
    first, second, *_ = periods(_days(30))
    (lone, *_) = periods(_days(30, date(2025, 3, 23)))

    assert dates("zh").period(first) == "第1周 3月22日至23日"
    assert dates("en").period(second) == "Week 2, 24–30 March"
    assert dates("zh").period(lone) == "第1周 3月23日 星期日"


def test_days_in_words_are_told_in_runs():
    """By the ends of each; a day alone without its weekday."""
    days = [date(2025, 3, 22), date(2025, 3, 24), date(2025, 3, 25), date(2025, 3, 31), date(2025, 4, 1)]

    assert list(runs(days))[0] == (days[0], days[0])
    assert dates("zh").several(days) == "3月22日、3月24日至25日、3月31日至4月1日"
    assert dates("en").several(days) == "22 March, 24–25 March, 31 March to 1 April"
