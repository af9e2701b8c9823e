"""Stale: which messages that went out tell what isn't so any more, by the record of what was sent or by their dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from campaign.channels.messages.facts import Facts, brief_of, clock, differences, of_brief, of_subject
from campaign.core.times import begins_and_ends
from campaign.history import REMOVED, History, Line, instant, uids
from campaign.kinds import Campaign
from campaign.kinds.brief import Key
from campaign.kinds.message import TODAY, Message, day_county, in_order, subject_key, told
from campaign.kinds.status import Status

AS_PLANNED = ("", Status.PLANNED, Status.REINSTATED)
"""States in which people may come at the time that they were told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A message that went out. at: when the plan has it; about: the kind of its subject and the record; heading: what
    it was about; words: as they were sent, empty where nobody kept them; facts: what it told of each subject;
    sample: it was none that may be sent."""

    id: str
    language: str
    at: datetime
    channel: str
    county: str
    about: Key
    heading: str
    words: str = ""
    facts: Facts
    sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What isn't so any more of one subject. names: of the facts that differ, `gone` where it isn't there; then, now:
    the facts as they were told and as they are."""

    key: Key
    names: tuple[str, ...]
    then: Mapping[str, str]
    now: Mapping[str, str]


def changes(campaign: Campaign, sent: Sent, now: datetime) -> tuple[Change, ...]:
    """What a sent message tells that isn't so; of what is over, as it was told and as it is, nothing any more.

    now: wall-clock time where the campaign is.
    """
    found = []
    for about, then in sent.facts.items():
        kind, _, record_id = about.partition(":")
        current = of_subject(campaign, (kind, record_id), sent.language)
        names = differences(then, current)
        if names and not (_past(then, now) and _past(current or then, now)):
            found.append(Change(key=(kind, record_id), names=tuple(names), then=then, now=current or {}))
    return tuple(found)


def _past(facts: Mapping[str, str], now: datetime) -> bool:
    """True where all its times are over; what has none is never over."""
    spans = [one.partition("/") for one in facts.get("when", "").split("; ") if one]
    ends = [begins_and_ends(_moment(first), _moment(last))[1] for first, _, last in spans]
    return bool(ends) and max(ends) <= now


def _moment(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if len(text) > len("2024-04-20") else date.fromisoformat(text)


def by_dates(campaign: Campaign, history: History, now: datetime) -> Iterator[Sent]:
    """The messages of the plan whose hour is past, with what was published at that hour of their subjects.

    Of each subject only what the history knows, its title, its time and its state; else, where its own record says
    since when it isn't as planned, that it was. What was told at the same hour or later is taken as told.
    """
    for message in in_order(campaign):
        for language in message.sent_in(campaign) if message.sent or message.at <= now else ():
            brief = told(campaign, message)
            yield Sent(
                id=message.id,
                language=language,
                at=message.at,
                channel=message.channel,
                county=message.county or "",
                about=subject_key(message),
                heading=brief.title[language] if brief else message.id,
                facts=dict(_published(campaign, history, message, language)),
                sample=message.sample,
            )


def _published(
    campaign: Campaign, history: History, message: Message, language: str
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """What each subject of a message was when it was sent, told as it is now where it is the same."""
    for key in _subjects(campaign, history, message):
        then = _then(campaign, history, message, key, language)
        if then is None or (key != subject_key(message) and not _listed(message, then)):
            continue
        yield f"{key[0]}:{key[1]}", then


def _subjects(campaign: Campaign, history: History, message: Message) -> Iterator[Key]:
    """The record of a message, or each event that it may have listed, with those that are gone since."""
    brief = told(campaign, message)
    if message.subject != TODAY and (brief is None or brief.events is None):
        yield subject_key(message)
        return
    county = day_county(campaign, message) if message.subject == TODAY else None
    listed = set(brief.events or ()) if brief else None
    for event in campaign.events:
        if event.id in listed if listed is not None else county in (None, campaign.county_of[event.id]):
            yield "event", event.id
    part = f"county/{county.id}" if county else f"{message.subject}/{message.record}"
    everywhere = message.subject == TODAY and county is None
    for line in history.last.values():
        kind, _, record_id = line.record.partition("/")
        if kind == "event" and line.state == REMOVED and (everywhere or part in line.parts):
            yield kind, record_id


def _then(campaign: Campaign, history: History, message: Message, key: Key, language: str) -> dict[str, str] | None:
    brief = brief_of(campaign, key)
    current = of_brief(brief, language) if brief else {}
    line = _line(campaign, history, message, key)
    if line is not None:
        return _told_by(line, current, language)
    since = brief.state.since if brief else None
    if brief is None or since is None or since <= message.at.date():
        return None
    return {name: value for name, value in current.items() if name != "state"}


def _line(campaign: Campaign, history: History, message: Message, key: Key) -> Line | None:
    """What calendars had of a subject when a message was sent; None for what has several entries."""
    names = uids(campaign, history, *key)
    moment = instant(message.at, campaign.campaign.time_zone)
    return history.as_of(names[0], moment) if len(names) == 1 else None


def _told_by(line: Line, current: Mapping[str, str], language: str) -> dict[str, str] | None:
    if line.state == REMOVED or "T" not in line.starts or line.days > 1:
        return None
    state = "" if line.state in AS_PLANNED else line.state
    when = "/".join(clock(datetime.fromisoformat(one)) for one in (line.starts, line.ends))
    known = {"title": line.title.get(language, current.get("title", "")), "when": when, "state": state}
    kept = {name: value for name, value in current.items() if name not in known}
    return {name: value for name, value in {**kept, **known}.items() if value}


def _listed(message: Message, then: Mapping[str, str]) -> bool:
    """True where a message that lists events would have listed this one: it took place, and was still to come."""
    starts = then.get("when", "").partition("/")[0]
    on_its_day = message.subject != TODAY or starts[:10] == f"{message.at:%Y-%m-%d}"
    return "state" not in then and on_its_day and starts >= clock(message.at)


def wrong(campaign: Campaign, sent: Iterable[Sent], now: datetime) -> list[tuple[Sent, tuple[Change, ...]]]:
    """Those that tell what isn't so, each with what changed."""
    found = ((one, changes(campaign, one, now)) for one in sent)
    return [(one, what) for one, what in found if what]
