"""Days as official Chinese writes them; what is vague never becomes a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from campaign.read.plan.signs import half, number

NUMERAL = "〇○零一二三四五六七八九十"
ONE = r"(?:(?P<{0}y>\d{{4}})年)?(?:(?P<{0}m>\d{{1,2}})月(?:份)?)?(?P<{0}d>\d{{1,2}})[日号]"
LOOSE = r"(?:(?P<{0}y>\d{{4}})年)?(?:(?P<{0}m>\d{{1,2}})月)?(?P<{0}d>\d{{1,2}})[日号]?"
TO = r"\s*(?:至|到|[-~―－～]+)\s*"
SPAN = re.compile(rf"{LOOSE.format('a')}(?:\([^)]{{1,8}}\))?{TO}{ONE.format('b')}")
DAY = re.compile(ONE.format("a"))
MONTH = re.compile(
    r"(?<![\d~至到-])(?:(?P<ay>\d{4})年)?(?P<am>\d{1,2})月(?:份)?(?!\s*(?:\d|上旬|中旬|下旬|初|底|末|中下旬|上中旬|[-~至到]))"
)
MORE = re.compile(r"(?:（[^）]{1,8}）|\([^)]{1,8}\))?[、和及](?P<d>\d{1,2})[日号](?!\s*(?:至|到|[-~]))")
VAGUE = re.compile(r"\s*(?:前后|左右|起|开始|之?后|以来)")
DEADLINE = re.compile(r"\s*(?:下班)?(?:之前|以前|前(?!往|来|后|期|夕)|为止)")
BEFORE = re.compile(r"(?:截至|截止到?|截止时间[:为]?)\s*$")
DAYS, WHOLE_MONTH, BY, LOOSELY = "days", "month", "by", "loosely"


@dataclass(frozen=True, slots=True)
class Dated:
    """A day or a span of days in a text.

    starts, ends: None where the text says no year and none is known; kind: days, a whole month, a day by which
    something is due, or what can't be told exactly; at, end: where it stands in the text; dated: it says its year.
    """

    starts: date | None
    ends: date | None
    kind: str
    at: int
    end: int
    dated: bool = False


def plain_digits(text: str) -> str:
    """二〇二四年四月二十日 as 2024年4月20日; figures of full width as half; nothing else changes."""
    text = half(text)
    text = re.sub(rf"[{NUMERAL}O0]{{4}}(?=年)", lambda found: _year(found[0]), text)
    text = re.sub(rf"(?<![{NUMERAL}])[一二三四五六七八九十]{{1,2}}(?=月)", lambda found: str(number(found[0])), text)
    return re.sub(
        r"(?<=月)[一二三四五六七八九十]{1,3}(?=[日号至到~-])|(?<=[至到~-])[一二三四五六七八九十]{1,3}(?=[日号])",
        lambda found: str(number(found[0])),
        text,
    )


def _year(text: str) -> str:
    digits = [("0" if sign in "〇○零O0" else str("一二三四五六七八九".find(sign) + 1)) for sign in text]
    return "".join(digits) if "十" not in text else text


def dates(text: str, *, year: int | None) -> list[Dated]:
    """Every day and span in a text, in order. year: that of those which say none; None where it isn't known."""
    text = re.sub(r"(?<=\d) (?=[年月日号])|(?<=[年月]) (?=\d)", "", plain_digits(text))
    found: list[Dated] = []
    taken = 0
    while found_next := _next(text, taken, year):
        found.append(found_next)
        while more := MORE.match(text, found[-1].end):
            found.append(_another(more, found[-1], text))
        taken = found[-1].end
    return found


def _another(more: re.Match[str], before: Dated, text: str) -> Dated:
    """A day that is said without its month behind another: 4月22日、24日."""
    last = before.ends
    day = _day(last.year if last else None, str(last.month) if last else None, more["d"])
    return Dated(day, day, _kind(more, text), more.start(), more.end(), before.dated)


def _next(text: str, at: int, year: int | None) -> Dated | None:
    matches = [(match.start(), order, match) for order, match in enumerate(_matches(text, at)) if match]
    if not matches:
        return None
    _, _, match = min(matches, key=lambda one: one[:2])
    return _dated(match, text, year)


def _matches(text: str, at: int) -> Iterator[re.Match[str] | None]:
    span = SPAN.search(text, at)
    while span and span["am"] is None and span["bm"] is not None:
        span = SPAN.search(text, span.start() + 1)
    yield span
    day = DAY.search(text, at)
    while day and day["am"] is None:
        day = DAY.search(text, day.end())
    yield day
    yield MONTH.search(text, at)


def _dated(match: re.Match[str], text: str, year: int | None) -> Dated:
    parts = match.groupdict()
    said = parts.get("ay")
    first_year = int(said) if said else year
    kind = _kind(match, text)
    if match.re is MONTH:
        starts, ends = _whole_month(first_year, int(parts["am"]))
    elif match.re is SPAN:
        starts, ends = _span(parts, first_year)
    else:
        starts = ends = _day(first_year, parts["am"], parts["ad"])
    return Dated(starts, ends, kind, match.start(), match.end(), bool(said))


def _kind(match: re.Match[str], text: str) -> str:
    if match.re is MONTH:
        return WHOLE_MONTH
    if VAGUE.match(text, match.end()):
        return LOOSELY
    if DEADLINE.match(text, match.end()) or BEFORE.search(text[: match.start()]):
        return BY
    return DAYS


def _span(parts: dict[str, str], year: int | None) -> tuple[date | None, date | None]:
    starts = _day(year, parts["am"] or parts["bm"], parts["ad"])
    last_year = int(parts["by"]) if parts["by"] else year
    ends = _day(last_year, parts["bm"] or parts["am"], parts["bd"])
    if starts and ends and ends < starts and not parts["by"]:
        ends = _day(starts.year + 1, parts["bm"] or parts["am"], parts["bd"])
    return (starts, ends) if starts and ends and starts <= ends else (None, None)


def _whole_month(year: int | None, month: int) -> tuple[date | None, date | None]:
    first = _day(year, str(month), "1")
    if first is None:
        return None, None
    following = date(first.year + month // 12, month % 12 + 1, 1)
    return first, following - timedelta(days=1)


def _day(year: int | None, month: str | None, day: str) -> date | None:
    try:
        return date(year, int(month), int(day)) if year and month else None
    except ValueError:
        return None
