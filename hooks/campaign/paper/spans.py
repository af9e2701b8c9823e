"""Spans: the times that paper says, read from the facts it was printed with, and said as people say them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from campaign.kinds.kind import Times
from campaign.say.dates import dates
from campaign.say.words import words

DAY = len("2024-04-22")
Span = tuple[str, str]
"""Start and end as facts have them, `2024-04-22` or `2024-04-22 09:30:00`; an end that isn't said is the start."""


def spans(times: Times | None, facts: Mapping[str, str]) -> tuple[Span, ...]:
    """Every time that the facts of a record say, in their order; none for what isn't found by a time."""
    if times is None:
        return ()
    found = (_span(times, facts, head) for head in _heads(times, facts))
    return tuple(dict.fromkeys(one for one in found if one))


def _heads(times: Times, facts: Mapping[str, str]) -> list[str]:
    """The beginnings of the paths of each time: nothing for what has one, `openings.1.` for what has a list."""
    if not times.each:
        return [""]
    numbers = {path.split(".")[1] for path in facts if path.startswith(f"{times.each}.")}
    return [f"{times.each}.{number}." for number in sorted(numbers, key=int)]


def _span(times: Times, facts: Mapping[str, str], head: str) -> Span | None:
    day = f"{facts.get(head + times.day, '')} " if times.day else ""
    starts, ends = (facts.get(head + path, "") for path in (times.starts, times.ends))
    return (day + starts, day + (ends or starts)) if starts and (day.strip() or not times.day) else None


def keeps(now: Span, before: Span) -> bool:
    """True where a time is what was printed; an hour that wasn't known then makes no other time of it."""
    return all(new == old or (len(old) == DAY and new.startswith(old)) for old, new in zip(before, now, strict=True))


def clocks(every: Iterable[Span]) -> frozenset[str]:
    """The hours of the day that times say: `09:30`."""
    return frozenset(end[DAY + 1 :][:5] for one in every for end in one)


def span_said(one: Span, beside: Span | None, language: str) -> str:
    """A time as people write it, its day only where what stands beside it is on another: `09:30–11:00`."""
    starts, ends = map(moment, one)
    days = {end[:DAY] for end in (*one, *(beside or one))}
    if beside is not None and isinstance(starts, datetime) and len(days) == 1:
        return dates(language).clock(starts, ends)
    return dates(language).when(starts, ends)


def spans_said(every: tuple[Span, ...], language: str, beside: tuple[Span, ...] = ()) -> str:
    """Times as people write them; nothing where there are none. beside: what stands beside them."""
    if len(every) == len(beside) == 1:
        return span_said(every[0], beside[0], language)
    return str(words(language).joiner).join(span_said(one, None, language) for one in every)


def moment(text: str) -> date | datetime:
    """A day, or a wall-clock moment, as facts have it."""
    return date.fromisoformat(text) if len(text) == DAY else datetime.fromisoformat(text)
