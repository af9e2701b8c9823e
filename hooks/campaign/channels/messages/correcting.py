"""Correcting: the notice that puts right what a sent message told, on the same channel and within its limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from campaign.channels import Commission
from campaign.channels.messages import layouts, saying
from campaign.channels.messages.checking import too_long
from campaign.channels.messages.composing import letter_of
from campaign.channels.messages.facts import brief_of
from campaign.channels.messages.gathering import PROGRAMME
from campaign.channels.messages.happening import happening
from campaign.channels.messages.job import Composed
from campaign.channels.messages.limits import LIMITS, characters
from campaign.channels.messages.stale import Change, Sent
from campaign.channels.messages.telling import HOME, Telling
from campaign.channels.messages.words import words
from campaign.core.artifact import Source
from campaign.kinds.brief import Brief, Key
from campaign.kinds.message import NOTICE, Message, MessagesFile, Sender, in_order, sender_of
from campaign.say.dates import dates

TIME_AND_PLACE = {frozenset({"when"}): "time", frozenset({"where"}): "place", frozenset({"when", "where"}): "both"}
"""Which of the two changed, as the keys of words end."""
MARKS = 24
"""So many characters of a film's title go to its marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _News:
    """What is put right of one subject.

    title: what it is called; head: what changed, in a clause; lead: in sentences, as it stands now; spoken: as read.
    """

    title: str
    head: str
    lead: str
    spoken: str
    mark: str = ""
    link: Key = HOME
    sample: bool = False


def correction(
    commission: Commission, plan: MessagesFile, sent: Sent, changes: Sequence[Change], now: datetime
) -> Composed | None:
    """The notice that corrects a message; None where all of it is over, or its sender is none any more."""
    sender = sender_of(plan, sent.county or None)
    message = _message(sent, now)
    found = [news for one in changes if (news := _news(commission, message, sent.language, one))]
    if sender is None or not found:
        return None
    known = next((one for one in in_order(commission.campaign) if one.id == sent.id), None)
    sample = sent.sample or sender.sample or bool(known and known.sample) or any(one.sample for one in found)
    ways = [replace(one, sample=sample) for one in _tellings(sent, found)]
    made = [_composed(commission, plan, message, sender, one, sent.language) for one in ways]
    return next((one for one in made if not any(too_long(one, plan))), made[-1])


def _message(sent: Sent, now: datetime) -> Message:
    """The message as it would be sent now; the plan may have lost it."""
    kind, record_id = sent.about
    return Message.model_construct(
        id=f"{sent.id}-correction",
        at=now.replace(second=0, microsecond=0),
        channel=sent.channel,
        county=sent.county or None,
        subject=kind,
        record=record_id or None,
        languages=(sent.language,),
    )


def _news(commission: Commission, message: Message, language: str, change: Change) -> _News | None:
    brief = None if change.key[0] == NOTICE else brief_of(commission.campaign, change.key)
    if brief is None:
        return _without(change, language)
    if not brief.state.planned:
        told = happening(commission.campaign, brief, message, language)
        if told is None:
            return None
        return _News(
            title=told.head,
            head=told.head,
            lead=told.lead,
            spoken=told.spoken,
            mark=told.mark,
            link=told.link,
            sample=told.sample,
        )
    return _arranged(change, brief, language)


def _without(change: Change, language: str) -> _News:
    """News of what has left the campaign, and of the notice."""
    said = words(language)
    if change.key[0] == NOTICE:
        text = change.now.get("text") or said.notice_withdrawn_said
        head = said.notice if change.now else said.notice_withdrawn
        return _News(title=str(head), head=str(head), lead=saying.ended(text, language), spoken=text)
    title = change.then.get("title", "")
    head = said.say("corrected_gone", title=saying.called(title, language))
    told = saying.ended(head, language)
    return _News(title=title, head=head, lead=told, spoken=told, link=PROGRAMME)


def _arranged(change: Change, brief: Brief, language: str) -> _News:
    """News of what takes place, but not when, where or as what it was told."""
    said, title = words(language), brief.title[language]
    named = saying.called(title, language)
    moved = TIME_AND_PLACE.get(frozenset(change.names) & {"when", "where"})
    if moved:
        head = said.say(f"corrected_{moved}", title=named)
    elif "title" in change.names:
        head = said.say("corrected_name", old=saying.called(change.then.get("title", ""), language), title=named)
    else:
        head = said.say("corrected_other", title=named)
    place = saying.place(brief.where, language)
    now = "now_at" if place else "now"
    written, spoken = (
        saying.joined((saying.ended(head, language), said.say(now, when=when, place=place) if when else ""), language)
        for when in (saying.when(brief.when, language), saying.spoken(brief.when, language))
    )
    return _News(title=title, head=head, lead=written, spoken=spoken, link=brief.link or HOME, sample=brief.sample)


def _tellings(sent: Sent, found: Sequence[_News]) -> list[Telling]:
    """The correction in ways that say less and less: all of it, without its last line, its heads alone."""
    said, language = words(sent.language), sent.language
    one = found[0]
    opening = said.say("corrects", day=saying.day(sent.at.date(), language))
    aloud = said.say("corrects_spoken", day=dates(language).short(sent.at.date()))
    head = _head(sent, one) if len(found) == 1 else said.say("corrected_many", n=len(found))
    leads = [news.lead for news in found]
    short = saying.joined((opening, *leads), language)
    least = saying.joined((opening, saying.ended(head, language)), language)
    spoken = saying.joined((aloud, *(news.spoken for news in found)), language)
    whole = saying.joined((opening, *leads, said.corrects_end), language)
    mark = one.mark if len(found) == 1 and one.mark else str(said.correction_mark)
    link = one.link if len(found) == 1 else PROGRAMME

    def telling(lead: str, brief: str) -> Telling:
        return Telling(
            head=head, mark=mark, lead=lead, short=brief, shortest=brief, spoken=spoken, link=link, happening=True
        )

    return [telling(whole, short), telling(short, short), telling(least, least)]


def _head(sent: Sent, news: _News) -> str:
    """What changed in a clause; on a film, whose title would be cut, what it is that did."""
    room = LIMITS["douyin"].title - MARKS
    return news.title if sent.channel == "douyin" and characters(news.head) > room else news.head


def _composed(
    commission: Commission, plan: MessagesFile, message: Message, sender: Sender, told: Telling, language: str
) -> Composed:
    letter = letter_of(commission, plan, message, sender, told.link, language)
    said = layouts.laid_out(message.channel, told, letter)
    return Composed(
        id=message.id,
        at=message.at,
        channel=message.channel,
        language=language,
        county=message.county or "",
        sender=letter.sender,
        subject=told.head,
        title=said.title,
        summary=said.summary,
        text=said.text,
        link=letter.link,
        url=letter.url,
        sample=told.sample,
        source=Source(kind="message", id=message.id),
    )
