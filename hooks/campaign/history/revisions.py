"""Which revision of an entry a build publishes: the last one where it shows the same, else one that outranks it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from campaign.history.states import Line
from campaign.kinds.status import Status

FIRST = datetime(2020, 1, 1, tzinfo=UTC)
"""What sequences are counted from: long before any campaign, so that each change of one has a number of its own."""
RANKS: Mapping[Status, int] = {Status.PLANNED: 0, Status.REINSTATED: 2}
"""What nobody dated is above what is as planned; what takes place after all is above what was called off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """sequence: SEQUENCE of RFC 5545 3.8.7.4; at: DTSTAMP, in UTC to the second."""

    sequence: int
    at: datetime


def named_on(issued: date, *, status: Status = Status.PLANNED, changed: date | None = None) -> Revision:
    """The revision that the data alone names: by the day of the change, two a day, the second for what is on after all.

    issued: the day the data speaks from where it names none.
    """
    rank = RANKS.get(status, 1)
    after = max(rank - 1, 0)
    numbered = 2 * (changed - FIRST.date()).days + after if changed else rank
    at = datetime.combine(changed or issued, time(), UTC) + timedelta(seconds=after)
    return Revision(sequence=max(numbered, rank), at=at)


def revised(last: Line | None, shows: str, *, named: Revision, now: datetime | None, public: bool) -> Revision:
    """The revision of an entry that shows this now.

    last: its last published state; named: what the data alone says; now: the moment of publishing, None where nobody
    asks for one; public: the site has an address, so that phones may have what nobody here knows of.
    """
    if last and last.shows == shows:
        return Revision(sequence=last.sequence, at=last.at)
    if now is None or not (last or public):
        return named
    minute = (now - FIRST) // timedelta(minutes=1)
    sequence = max(minute, named.sequence, last.sequence + 1 if last else 0)
    return Revision(sequence=sequence, at=published_at(last, now))


def published_at(last: Line | None, now: datetime) -> datetime:
    """The moment of a publishing, in UTC, never before that of the last one of the same entry."""
    return max(now, last.at + timedelta(seconds=1)) if last else now


def instant(now: datetime, time_zone: str) -> datetime:
    """A wall-clock moment where the campaign is, in UTC to the second."""
    return now.replace(microsecond=0, tzinfo=ZoneInfo(time_zone)).astimezone(UTC)
