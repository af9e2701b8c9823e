"""Telling: the campaign as its pages and feeds tell it, knowing what was published before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from campaign.core.language import Localized
from campaign.history.revisions import instant, published_at
from campaign.history.state import History, uid
from campaign.history.states import REMOVED
from campaign.kinds import Campaign
from campaign.kinds.event import OutreachEvent, Status
from campaign.say.words import words

CALLED_OFF = frozenset({REMOVED, *(status for status in Status if not status.holds)})
"""States after which people stay at home, unless they are told that it takes place after all."""


def told(campaign: Campaign, history: History, now: datetime | None) -> Campaign:
    """The campaign with each event that was published as called off, and is as planned again, saying so.

    It goes on saying so until its status says something else, for phones have its cancellation. now: wall-clock time of
    the build where the campaign is; None, or no history, changes nothing.
    """
    back = {event.id: event for event in campaign.events if now and _is_back(campaign, history, event)}
    if not (back and now):
        return campaign
    said = Localized({language: words(language).reinstated_said for language in campaign.languages})

    def tell(event: OutreachEvent) -> OutreachEvent:
        changes = {"status": Status.REINSTATED, "change": said, "changed_on": _day(campaign, history, event, now)}
        return event.model_copy(update=changes) if event.id in back else event

    return _with_events(campaign, tell)


def _is_back(campaign: Campaign, history: History, event: OutreachEvent) -> bool:
    """True where an event says nothing of its state, and was last published as called off, or as back already."""
    last = history.last.get(uid(campaign, history, "event", event.id))
    return bool(last and event.status is Status.PLANNED and last.state in CALLED_OFF | {Status.REINSTATED})


def _day(campaign: Campaign, history: History, event: OutreachEvent, now: datetime) -> date:
    """The day on which it was told that it takes place after all: that of this build, until it is published."""
    name, zone = uid(campaign, history, "event", event.id), campaign.campaign.time_zone
    last = history.last[name]
    at = history.since(name) if last.state == Status.REINSTATED else published_at(last, instant(now, zone))
    return at.astimezone(ZoneInfo(zone)).date()


def _with_events(campaign: Campaign, tell: Callable[[OutreachEvent], OutreachEvent]) -> Campaign:
    files = (file.model_copy(update={"events": tuple(map(tell, file.events))}) for file in campaign.outreach)
    return replace(campaign, outreach=tuple(files))
