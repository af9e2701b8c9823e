"""Events that anybody may go to and nobody is told the way to: no mistake, as a place may not be settled yet."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.core.places import Places
from campaign.core.problems import Message, Problem
from campaign.kinds import OUTREACH, Campaign
from campaign.kinds.event import open_to_public

HINT = Message(
    "加一项 address: 写全街道和门牌，有坐标的再加 coordinates；不对外的，写 registration: invitation",
    "add an `address` with street and number, and `coordinates` where they are known; where it isn't open to all, "
    "`registration: invitation`",
)


def unplaced_events(campaign: Campaign, places: Places) -> Iterator[Problem]:
    """A mention of each event that takes place, is open to the public and has neither address nor coordinates."""
    for file in campaign.outreach:
        for number, event in enumerate(file.events):
            if event.status.holds and not event.placed and open_to_public(campaign, event):
                what = Message(
                    f"对外的活动没有地址，页面和海报上就没有“查路线”：{event.id}",
                    f"open to the public, but without an address no page or poster can show the way: {event.id}",
                )
                home = places.of_county(OUTREACH, file.county)
                yield places.problem(what, home, "events", number, "venue", hint=HINT)
