"""The week against all events at once: where none falls into it, the week is what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from campaign.core.problems import Message, Problem
from campaign.kinds import Surroundings
from campaign.read.tree.documents import Documents
from campaign.read.tree.nodes import child


def week_missed(documents: Documents, around: Surroundings) -> list[Problem]:
    """One problem at the week where every event of several is outside it; none otherwise."""
    days = list(_days(documents))
    head, week = documents.files.get("campaign"), around.week
    node = child(head.tree, "week") if head else None
    if not head or not node or not week or len(days) < 2 or any(week[0] <= day <= week[1] for day in days):
        return []
    what = Message(
        f"{len(days)} 场活动都不在 week 的日期里：活动是 {min(days)} 到 {max(days)}，week 是 {week[0]} 到 {week[1]}",
        f"none of the {len(days)} events falls into the days of `week`: they are from {min(days)} to {max(days)}",
    )
    hint = Message(
        "先看 week 写对没有；整个活动换了日子，outreach/ 里每场活动的日期也要改",
        "check `week` first; where the campaign has other days every event in outreach/ needs its new date",
    )
    return [head.problem(node, what, hint=hint)]


def _days(documents: Documents) -> Iterator[date]:
    """The day of every event whose start can be read."""
    for event in documents.records("event"):
        try:
            yield date.fromisoformat(event.text("starts")[:10])
        except ValueError:
            continue
