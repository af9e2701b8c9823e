"""Telling: the campaign as its pages and feeds tell it, knowing what was published before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from campaign.core.language import Localized
from campaign.history.revisions import instant, published_at
from campaign.history.state import History, uids
from campaign.history.states import REMOVED, Line
from campaign.kinds import Campaign, Record, files, kinds, pages
from campaign.kinds.brief import Brief, Key
from campaign.kinds.status import Status
from campaign.kinds.timeline import briefs
from campaign.say.words import words

CALLED_OFF = frozenset({REMOVED, *(status for status in Status if not status.holds)})
"""States after which people stay at home, unless they are told that it takes place after all."""


def told(campaign: Campaign, history: History, now: datetime | None) -> Campaign:
    """The campaign with all that was published as called off, and is as planned again, saying so.

    It goes on saying so until its status says something else, for phones have its cancellation. now: wall-clock time of
    the build where the campaign is; None, or no history, changes nothing.
    """
    if now is None or not history.lines:
        return campaign
    said = Localized({language: words(language).reinstated_said for language in campaign.languages})
    back: dict[Key, Mapping[str, object]] = {}
    for brief in briefs(campaign):
        last = _called_off(campaign, history, brief)
        if last:
            day = _day(campaign, history, last, now)
            back[brief.kind, brief.id] = {"status": Status.REINSTATED, "change": said, "changed_on": day}
    return _saying(campaign, back) if back else campaign


def _called_off(campaign: Campaign, history: History, brief: Brief) -> Line | None:
    """What was last published of something that says nothing of its state, where that is that it is called off, or is
    back already."""
    if not brief.state.planned or "status" not in type(_record(campaign, brief)).model_fields:
        return None
    last = (history.last.get(name) for name in uids(campaign, history, brief.kind, brief.id))
    return next((one for one in last if one and one.state in CALLED_OFF | {Status.REINSTATED}), None)


def _record(campaign: Campaign, brief: Brief) -> Record:
    """What a brief tells: a record, or the file that a page shows."""
    if brief.id:
        return campaign.record(brief.kind, brief.id)
    return next(iter(campaign.of_file(pages()[brief.kind].file)), campaign.campaign)


def _day(campaign: Campaign, history: History, last: Line, now: datetime) -> date:
    """The day on which it was told that it takes place after all: that of this build, until it is published."""
    zone = campaign.campaign.time_zone
    at = history.since(last.uid) if last.state == Status.REINSTATED else published_at(last, instant(now, zone))
    return at.astimezone(ZoneInfo(zone)).date()


def _saying(campaign: Campaign, back: Mapping[Key, Mapping[str, object]]) -> Campaign:
    """The campaign with these fields of records and pages changed."""
    for kind in {kind for kind, record_id in back if record_id}:
        campaign = _with_records(campaign, kind, {one: back[kind, one] for other, one in back if other == kind})
    singles = {pages()[kind].file: fields for (kind, record_id), fields in back.items() if not record_id}
    files = {name: campaign.of_file(name)[0].model_copy(update=fields) for name, fields in singles.items()}
    return _with_files(campaign, files)


def _with_records(campaign: Campaign, kind: str, changes: Mapping[str, Mapping[str, object]]) -> Campaign:
    file, key = kinds()[kind].file, kinds()[kind].key

    def changed(source: Record) -> Record:
        rows = (one.model_copy(update=changes.get(one.id, {})) for one in getattr(source, key))
        return source.model_copy(update={key: tuple(rows)})

    sources = tuple(map(changed, campaign.of_file(file)))
    return _with_files(campaign, {file: sources if files()[file].folder else sources[0]})


def _with_files(campaign: Campaign, changed: Mapping[str, Any]) -> Campaign:
    own = {name: source for name, source in changed.items() if name not in campaign.more}
    more = {**campaign.more, **{name: source for name, source in changed.items() if name in campaign.more}}
    return replace(campaign, **own, more=more)
