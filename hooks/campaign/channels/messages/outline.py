"""Outline: what a longer message says, part by part, before an article or a document sets it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from campaign.channels import Commission
from campaign.channels.messages import layouts, saying
from campaign.channels.messages.composing import phone
from campaign.channels.messages.job import Composed
from campaign.channels.messages.subjects import telling
from campaign.channels.messages.telling import HOME, Telling, text
from campaign.channels.messages.words import words
from campaign.core.times import day_of
from campaign.kinds import Campaign
from campaign.kinds.brief import Brief, Key
from campaign.kinds.message import Message, in_order, told
from campaign.kinds.registry import kinds
from campaign.kinds.status import badge
from campaign.say.dates import dates
from campaign.say.text import rich

BLOCK = re.compile(r"<(p|li)>(.*?)</\1>", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An event of a list. day, weekday: of its first day; clock: its hours, or how long it lasts; mark: that something
    changed; vignette: its picture."""

    day: str
    weekday: str
    clock: str
    title: str
    place: str
    mark: str = ""
    vignette: str = ""


def listed_row(event: Listed) -> tuple[str, str, str]:
    """An event as a row of a table: when, what, where."""
    when = f"{event.day} {event.weekday}\n{event.clock}".strip()
    return when, f"[{event.mark}] {event.title}" if event.mark else event.title, event.place


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What can be told of a message's subject, each part whole or empty.

    kicker: what kind of thing it is about; mark: how it stands, where something changed; lead: the first sentence;
    official: the office's wording where it is quoted beside it; about: what the record says of itself, paragraphs and
    items of lists (True); facts: labels and values; head: what stands over the events; call: what people are asked to
    do; phone: whom to ask; payload: what the printed symbol of `link` holds; vignette: the picture it is known by.
    """

    kicker: str = ""
    mark: str = ""
    lead: str = ""
    official: str = ""
    about: tuple[tuple[str, bool], ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    rows: tuple[str, ...] = ()
    events: tuple[Listed, ...] = ()
    call: str = ""
    phone: str = ""
    payload: str = ""
    vignette: str = ""


def outline(commission: Commission, one: Composed) -> Outline:
    """A composed message's parts; of the office's own words only what stands around them."""
    campaign, message = commission.campaign, message_of(commission.campaign, one)
    brief, said = told(campaign, message), telling(campaign, message, one.language)
    listed = tuple(_listed(campaign, said, one.language)) if said else ()
    common: dict[str, Any] = {
        "kicker": _kicker(brief, said, one.language),
        "phone": phone(campaign, message.county),
        "payload": _payload(commission, said.link if said else HOME),
        "vignette": _vignette(brief, listed),
    }
    if one.own or said is None:
        return Outline(about=tuple((part, False) for part in _own_parts(one)), **common)
    return Outline(
        mark=said.mark,
        lead=_lead(said, one.language),
        official=_official(campaign, brief, said, one.language),
        about=tuple(_about(brief, said, one.language)),
        facts=() if said.mark else said.facts,
        rows=said.rows,
        events=listed,
        call=said.call,
        **common,
    )


def message_of(campaign: Campaign, one: Composed) -> Message:
    """The message of the plan that was composed; KeyError where the campaign has none of that id."""
    found = next((message for message in in_order(campaign) if message.id == one.id), None)
    if found is None:
        raise KeyError(one.id)
    return found


def _payload(commission: Commission, link: Key) -> str:
    imprint = commission.imprints.get(link) or commission.imprints.get(HOME)
    return imprint.payload if imprint else ""


def _kicker(brief: Brief | None, said: Telling | None, language: str) -> str:
    """What kind of thing it is, where the first sentence doesn't begin with it."""
    kicker = text(brief.kicker, language) if brief else ""
    return "" if said and said.lead.startswith(kicker) else kicker


def _lead(said: Telling, language: str) -> str:
    """The first sentence, where it says more than the title over it."""
    return "" if said.lead == saying.ended(said.head, language) else said.lead


def _vignette(brief: Brief | None, listed: tuple[Listed, ...]) -> str:
    """The subject's own picture, else that of its first event."""
    if brief and brief.vignette:
        return brief.vignette
    return next((one.vignette for one in listed if one.vignette), "")


def _own_parts(one: Composed) -> Iterator[str]:
    mark = layouts.mark_of(one.language) if one.sample else ""
    yield from (part.strip() for part in one.text.removeprefix(mark).split("\n") if part.strip())


def _official(campaign: Campaign, brief: Brief | None, said: Telling, language: str) -> str:
    """The wording that stands beside a headline of our own; nothing where it is the headline, or the lead says it."""
    if brief is None or brief.official is None:
        return ""
    wording = brief.official.text[language]
    if wording in said.lead or wording in said.head:
        return ""
    own = language == campaign.campaign.official_language
    return wording if own else words(language).say("unofficial", text=wording)


def _about(brief: Brief | None, said: Telling, language: str) -> Iterator[tuple[str, bool]]:
    """What the record says of itself, in full; of what won't take place nothing."""
    whole = text(brief.about, language) if brief and said.about else ""
    if said.about and not whole:
        yield said.about, False
    for tag, inner in BLOCK.findall(str(rich(whole))):
        bare = html.unescape(re.sub(r"<[^>]+>", "", inner)).strip()
        if bare:
            yield bare, tag == "li"


def _listed(campaign: Campaign, said: Telling, language: str) -> Iterator[Listed]:
    tell = kinds()["event"].brief
    for event_id in said.events if tell else ():
        brief = tell(campaign, campaign.event(event_id))  # type: ignore[misc]
        first = brief.when[0]
        day = day_of(first.starts)
        yield Listed(
            day=dates(language).short(day),
            weekday=dates(language).weekday(day),
            clock=_clock(brief, language),
            title=brief.title[language],
            place=saying.place(brief.where, language),
            mark=badge(brief.state, words(language), short=True) if not brief.state.planned else "",
            vignette=brief.vignette,
        )


def _clock(brief: Brief, language: str) -> str:
    first = brief.when[0]
    if not isinstance(first.starts, datetime) or not isinstance(first.ends, datetime):
        return "" if first.starts == first.ends else dates(language).span(day_of(first.starts), day_of(first.ends))
    if first.starts.date() != first.ends.date():
        return saying.when((first,), language)
    return dates(language).clock(first.starts, first.ends)
