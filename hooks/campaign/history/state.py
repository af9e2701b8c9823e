"""What the lines add up to: the last published state of every calendar entry, and since when it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import pairwise

from campaign.history.states import REMOVED, Line
from campaign.kinds import Campaign, urls
from campaign.kinds.brief import Brief
from campaign.kinds.timeline import named


@dataclass(frozen=True)
class History:
    """Every published state, in no order that matters; none where nothing was published yet."""

    lines: tuple[Line, ...] = ()

    @cached_property
    def _by_uid(self) -> Mapping[str, list[Line]]:
        """Each entry's lines, the oldest first."""
        found: dict[str, list[Line]] = {}
        for line in sorted(self.lines, key=lambda line: line.order):
            found.setdefault(line.uid, []).append(line)
        return found

    @cached_property
    def last(self) -> Mapping[str, Line]:
        """What phones have of each entry, by its UID."""
        return {uid: lines[-1] for uid, lines in self._by_uid.items()}

    @cached_property
    def by_record(self) -> Mapping[tuple[str, str], str]:
        """The UID under which each record that is there was published, by its campaign, and its kind and id."""
        there = ((uid, line) for uid, line in self.last.items() if line.state != REMOVED)
        return {(uid.rpartition("@")[2], line.record): uid for uid, line in there}

    def as_of(self, uid: str, moment: datetime) -> Line | None:
        """What was published of an entry at a moment, in UTC; None where nothing was yet."""
        return next((line for line in reversed(self._by_uid.get(uid, [])) if line.at <= moment), None)

    def times(self, uid: str, state: str) -> int:
        """How often the entry has come into this state, when it is published in it: 1 for the first time."""
        states = [line.state for line in self._by_uid.get(uid, ())]
        return sum(one == state != before for before, one in pairwise(["", *states, state]))

    def since(self, uid: str) -> datetime:
        """The moment from which the entry has been in the state it was last published in."""
        lines = self._by_uid[uid]
        first = len(lines) - 1
        while first and lines[first - 1].state == lines[-1].state:
            first -= 1
        return lines[first].at


NOTHING = History()
"""Nothing was published yet."""


def change_anchor(history: History, uid: str, state: str, told: str) -> str:
    """The anchor of what changed, the same on the page and in feeds; told: its day, or whatever else is known of it.

    A later change has another one, and so has the same told once more.
    """
    times = history.times(uid, state)
    return urls.change_anchor(state, told) + (f"-{times}" if times > 1 else "")


def uids(campaign: Campaign, history: History, kind: str, record_id: str = "") -> tuple[str, ...]:
    """The UIDs of all the calendar entries of a record, or of a page; none where it has no day."""
    if kind == "event":
        return (uid(campaign, history, kind, record_id),)
    return tuple(
        uid(campaign, history, kind, name, which)
        for one, name, which in named(campaign)
        if (one.brief.kind, one.brief.id) == (kind, record_id)
    )


def anchor(campaign: Campaign, history: History, brief: Brief) -> str:
    """The anchor of what changed of a record, the same on its page and in feeds."""
    every = uids(campaign, history, brief.kind, brief.id)
    day = brief.state.since.isoformat() if brief.state.since else ""
    return change_anchor(history, every[0] if every else "", brief.state.word, day)


def uid(campaign: Campaign, history: History, kind: str, name: str, which: str = "") -> str:
    """The UID of a calendar entry: that of its record's first published id, whatever it is called now.

    name: the record's id, or whatever else tells it from others of its kind; which: what tells it from the record's
    other entries, `-2`.
    """
    owner, published = campaign.campaign.id, history.by_record
    renamed = campaign.permalinks.renamed if campaign.permalinks else ()
    former = {one.now: one.former for one in renamed if one.kind == kind}
    known = name
    while (owner, f"{kind}/{known}{which}") not in published and known in former:
        known = former.pop(known)
    return published.get((owner, f"{kind}/{known}{which}"), f"{kind}-{name}{which}@{owner}")
