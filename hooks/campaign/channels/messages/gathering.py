"""Gathering: what has events: a priority with those to come, a county's week, a day."""

from __future__ import annotations

from collections.abc import Iterable

from campaign.channels.messages import saying
from campaign.channels.messages.telling import ABOUT, HOME, Telling, about, gist, key, over, text
from campaign.channels.messages.words import words
from campaign.core.times import part_of
from campaign.kinds import Campaign
from campaign.kinds.brief import Brief, Key
from campaign.kinds.message import Message, day_county
from campaign.kinds.registry import kinds
from campaign.say.numerals import numeral
from campaign.say.text import plain

PROGRAMME: Key = ("programme", "")
MOST_ROWS, NEXT_ROWS = 6, 3
"""The most events that one message lists where they are what it is about, and where they are beside it."""


def official(campaign: Campaign, brief: Brief, message: Message, language: str) -> Telling | None:
    """Official wording as such, then what it means; a translation says that it is none of the office's."""
    word, own = words(language), language == campaign.campaign.official_language
    title = brief.title[language] if own else word.say("unofficial", text=brief.title[language])
    kicker = text(brief.kicker, language)
    if brief.place:
        kicker = word.say("numbered", kicker=kicker, number=numeral(word, brief.place))
    lead = saying.ended(word.say("official", kicker=kicker, title=title), language)
    short = brief.label[language] if brief.label else brief.title[language]
    meaning = text(brief.about, language) or campaign.theme.meaning[language]
    coming = ahead(campaign, brief.events or (), message)[:NEXT_ROWS]
    rows = tuple(_row(one, _starts(one, message, language), language) for one in coming)
    return Telling.of(
        short,
        lead,
        about=plain(meaning, longest=ABOUT),
        gist=gist(meaning),
        rows=(str(word.rows_head), *rows) if rows else (),
        events=tuple(one.id for one in coming),
        link=brief.link or HOME,
        sample=brief.sample or any(one.sample for one in coming),
    )


def gathering(campaign: Campaign, brief: Brief, message: Message, language: str) -> Telling | None:
    """A county's week, a kind of place: the events ahead that anybody may go to; None where none is left."""
    coming = ahead(campaign, brief.events or (), message)
    rows = tuple(_row(one, _starts(one, message, language), language) for one in coming)
    if not rows:
        return None
    name, whole = campaign.campaign.short_name[language], not brief.county or _untouched(campaign, brief, message)
    intro = _counted("gathered", len(rows), language, title=brief.title[language], name=name)
    return Telling.of(
        intro,
        saying.ended(intro, language),
        about=about(brief, language) if whole else "",
        gist=gist(text(brief.about, language)) if whole else "",
        rows=_cut(rows, language),
        events=tuple(one.id for one in coming),
        link=brief.link or HOME,
        sample=brief.sample or any(one.sample for one in coming),
    )


def _untouched(campaign: Campaign, brief: Brief, message: Message) -> bool:
    """True while what a county says of its week holds: none of its events is past or called off."""
    tell, wanted = kinds()["event"].brief, frozenset(brief.events or ())
    briefs = [tell(campaign, one) for one in campaign.events if tell and one.id in wanted]
    return all(one.state.holds and not over(one, message) for one in briefs)


def day(campaign: Campaign, message: Message, language: str) -> Telling | None:
    """What is on that day, in a county or everywhere; None where nothing is left of it."""
    county, today = day_county(campaign, message), message.at.date()
    found = on_day(campaign, message)
    if not found:
        return None
    name = (county or campaign.campaign).short_name[language]
    intro = _counted("day", len(found), language, day=saying.day(today, language), name=name)
    hour = saying.spoken_start if message.channel == "broadcast" else saying.hour
    rows = tuple(_row(one, hour(one.when[0], language), language) for one in found)
    return Telling.of(
        intro,
        saying.ended(intro, language),
        rows=_cut(rows, language),
        events=tuple(one.id for one in found),
        link=("county", county.id) if county else PROGRAMME,
        sample=any(one.sample for one in found),
    )


def _counted(key: str, number: int, language: str, **figures: str) -> str:
    return words(language).say(f"{key}_one" if number == 1 else f"{key}_other", n=number, **figures)


def on_day(campaign: Campaign, message: Message) -> list[Brief]:
    """The events of its day that a message tells, in its county or everywhere, by their time."""
    county, today = day_county(campaign, message), message.at.date()
    every = (one.id for one in campaign.events if county in (None, campaign.county_of[one.id]))
    return [
        one
        for one in ahead(campaign, every, message)
        if any(part_of(today, span.starts, span.ends) for span in one.when)
    ]


def ahead(campaign: Campaign, ids: Iterable[str], message: Message) -> list[Brief]:
    """Events that take place, aren't over when the message is sent and are open to anybody, by their time."""
    wanted, tell = frozenset(ids), kinds()["event"].brief
    briefs = [tell(campaign, one) for one in campaign.events if tell and one.id in wanted]
    return [one for one in briefs if one.open and one.state.holds and not over(one, message)]


def _starts(brief: Brief, message: Message, language: str) -> str:
    """When an event of a list starts, written or spoken."""
    say = saying.spoken_start if message.channel == "broadcast" else saying.start
    return say(brief.when[0], language)


def _row(brief: Brief, when: str, language: str) -> str:
    where = saying.place(brief.where, language)
    return words(language).say(key("row", ("at", where)), when=when, title=brief.title[language], place=where)


def _cut(rows: tuple[str, ...], language: str) -> tuple[str, ...]:
    """A list no longer than one message's, which says how many there are in all."""
    if len(rows) <= MOST_ROWS:
        return rows
    return (*rows[: MOST_ROWS - 1], words(language).say("more_rows", n=len(rows)))
