"""Headlines: what of a day is named first, by one rule for every channel."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from campaign.core.times import Part
from campaign.kinds.status import Status
from campaign.kinds.timeline import Appearance


def holding(found: Iterable[Appearance]) -> tuple[Appearance, ...]:
    """Those that take place, in the order they came in."""
    return tuple(one for one in found if one.stretch.brief.state.holds)


def ranked(found: Iterable[Appearance]) -> tuple[Appearance, ...]:
    """Those of a day that may head it, the headline first.

    What the public can come to goes before the offices' own work, the whole campaign's before one county's, what is new
    that day before what goes on, and then the earlier before the later, an hour that is known before a day alone. What
    isn't where people were first told is never the headline.
    """
    moved = Status.MOVED.value
    return tuple(sorted((one for one in holding(found) if one.stretch.brief.state.word != moved), key=_place))


def _place(one: Appearance) -> tuple[bool, bool, bool, bool, datetime, datetime]:
    brief = one.stretch.brief
    # What is told in the plan's own words is work that the plan asks of offices; a page there is one of is everybody's.
    own_work, of_one_county = brief.official is not None, bool(brief.id and brief.county)
    return own_work, of_one_county, one.part is Part.CONTINUES, not one.stretch.timed, one.starts, one.ends
