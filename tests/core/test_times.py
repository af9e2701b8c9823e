"""What the two ends of a stretch of time mean on each of its days."""

from datetime import date, datetime, timedelta

import pytest

from campaign.core.times import Part, daily, days_of, hours_on, last_day, part_of

DAY = date(2024, 4, 22)
WHOLE = (date(2024, 4, 15), date(2024, 4, 26))
DAILY = (datetime(2024, 4, 22, 9), datetime(2024, 4, 26, 17))
THROUGH = (datetime(2024, 4, 22, 14), datetime(2024, 4, 24, 12))
NIGHT = (datetime(2024, 4, 22, 22), datetime(2024, 4, 23, 1, 30))
TO_MIDNIGHT = (datetime(2024, 4, 22, 18), datetime(2024, 4, 23))
HOURS = (datetime(2024, 4, 22, 9), datetime(2024, 4, 22, 11))


@pytest.mark.parametrize(
    "span, first, last, count",
    [
        (WHOLE, "2024-04-15", "2024-04-26", 12),
        (DAILY, "2024-04-22", "2024-04-26", 5),
        (THROUGH, "2024-04-22", "2024-04-24", 3),
        (NIGHT, "2024-04-22", "2024-04-22", 1),
        (TO_MIDNIGHT, "2024-04-22", "2024-04-22", 1),
        (HOURS, "2024-04-22", "2024-04-22", 1),
        ((datetime(2024, 4, 22), datetime(2024, 4, 24)), "2024-04-22", "2024-04-23", 2),
    ],
)
def test_every_day_is_covered_and_no_other(span, first, last, count):
    """Both ends count in; a night belongs to its evening, and a midnight at the end to no day of its own."""
    days = [*days_of(*span)]

    assert (str(days[0]), str(days[-1]), len(days)) == (first, last, count)
    assert last_day(*span) == days[-1]


@pytest.mark.parametrize(
    "span, expected", [(DAILY, True), (THROUGH, False), (NIGHT, False), (HOURS, False), (WHOLE, False)]
)
def test_hours_are_those_of_each_day_where_they_can_be(span, expected):
    """Several days whose last hour is later than the first one."""
    assert daily(*span) is expected


@pytest.mark.parametrize("day, part", [(14, None), (15, Part.FIRST), (20, Part.CONTINUES), (26, Part.LAST), (27, None)])
def test_a_day_is_first_last_or_between(day, part):
    """Outside there is nothing."""
    assert part_of(date(2024, 4, day), *WHOLE) is part
    assert part_of(DAY, *HOURS) is Part.ONLY


@pytest.mark.parametrize(
    "span, day, begins, lasts",
    [
        (WHOLE, 22, 0, 24),
        (DAILY, 23, 9, 8),
        (THROUGH, 22, 14, 10),
        (THROUGH, 23, 0, 24),
        (THROUGH, 24, 0, 12),
        (NIGHT, 22, 22, 3.5),
        (TO_MIDNIGHT, 22, 18, 6),
    ],
)
def test_each_day_has_its_hours(span, day, begins, lasts):
    """Those of each day, or what of an unbroken stretch falls on it."""
    starts, ends = hours_on(date(2024, 4, day), *span)

    assert (starts.day, starts.hour) == (day, begins)
    assert ends - starts == timedelta(hours=lasts)
