"""Facts: what a message told of its subjects, as plain texts that can be kept with it and compared later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from campaign.channels.messages import saying
from campaign.channels.messages.gathering import NEXT_ROWS, ahead, on_day
from campaign.channels.messages.telling import text
from campaign.kinds import Campaign
from campaign.kinds.brief import Brief, Key
from campaign.kinds.message import NOTICE, TODAY, Message, told
from campaign.kinds.registry import kinds, pages
from campaign.kinds.status import Status

PICTURED = frozenset({"wechat-article", "moments", "weibo", "douyin"})
"""Channels whose pictures list the events that the words don't."""
Facts = Mapping[str, Mapping[str, str]]
"""By `kind:id` of each subject, what was told of it: `title`, `when`, `where`, `state`, `text`."""


def facts(campaign: Campaign, message: Message, said: str, language: str) -> dict[str, dict[str, str]]:
    """What a message tells of each of its subjects; said: all its words, of which a list names only some."""
    if message.subject == NOTICE:
        return {f"{NOTICE}:": found} if (found := of_subject(campaign, (NOTICE, ""), language)) else {}
    return {f"{one.kind}:{one.id}": of_brief(one, language) for one in _subjects(campaign, message, said, language)}


def _subjects(campaign: Campaign, message: Message, said: str, language: str) -> Iterator[Brief]:
    """The record it is about; of what gathers events, those that its words or its pictures name."""

    def named(found: Iterable[Brief]) -> Iterator[Brief]:
        return (one for one in found if message.channel in PICTURED or one.title[language] in said)

    if message.subject == TODAY:
        yield from named(on_day(campaign, message))
        return
    brief = told(campaign, message)
    if brief is None:
        return
    leads = bool(brief.official and brief.official.leads)
    if brief.events is None or leads:
        yield brief
    if brief.events is not None:
        coming = ahead(campaign, brief.events, message)
        yield from named(coming[:NEXT_ROWS] if leads else coming)


def of_subject(campaign: Campaign, key: Key, language: str) -> dict[str, str] | None:
    """The same of a subject as it is now; None where it is gone."""
    kind, record_id = key
    if kind == NOTICE:
        notice = campaign.notice
        return {"text": notice.text[language]} if notice else None
    brief = brief_of(campaign, key)
    return of_brief(brief, language) if brief else None


def brief_of(campaign: Campaign, key: Key) -> Brief | None:
    """A record or a page as any channel may tell it; None where the campaign has none."""
    kind, page = kinds().get(key[0]), pages().get(key[0])
    if kind and kind.brief:
        there = any(one.id == key[1] for one in kind.records(campaign))
        return kind.brief(campaign, campaign.record(*key)) if there else None
    return page.brief(campaign) if page and page.brief and page.there(campaign) else None


def of_brief(brief: Brief, language: str) -> dict[str, str]:
    """What can be told of a record; what is empty isn't there. That it is on after all is as planned."""
    holds = brief.state.word in (Status.PLANNED, Status.REINSTATED)
    found = {
        "title": brief.title[language],
        "when": "; ".join(f"{clock(one.starts)}/{clock(one.ends)}" for one in brief.when),
        "where": saying.place(brief.where, language),
        "state": "" if holds else brief.state.word,
        "text": text(brief.official.text if brief.official else None, language),
    }
    return {name: value for name, value in found.items() if value}


def clock(moment: date) -> str:
    """A day or a moment as a list of facts has it: `2024-04-21 09:00`."""
    return moment.isoformat().replace("T", " ")[:16]


def differences(then: Mapping[str, str], now: Mapping[str, str] | None) -> list[str]:
    """The names of the facts that aren't as they were told; all of what is gone is `gone`."""
    if now is None:
        return ["gone"]
    return [name for name in dict.fromkeys((*then, *now)) if then.get(name, "") != now.get(name, "")]
