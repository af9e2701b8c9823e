"""Happening: something that takes place, or was to: when and where, for whom, and what became of it."""

from __future__ import annotations

from campaign.channels.messages import saying
from campaign.channels.messages.telling import HOME, Telling, about, gist, key, over, text
from campaign.channels.messages.words import words
from campaign.kinds import Campaign
from campaign.kinds.brief import Brief
from campaign.kinds.message import Message, file_of, sender_of
from campaign.kinds.status import badge
from campaign.say.text import clause

SHORT_TITLE_EMS = 16
NAMING = frozenset({"press-release", "broadcast"})
"""Channels whose first words say whom the message is from."""


def happening(campaign: Campaign, brief: Brief, message: Message, language: str) -> Telling | None:
    """An event, a dated activity, the exhibition; None where it is over before the message is sent."""
    if over(brief, message):
        return None
    word, title = words(language), brief.title[language]
    by = (
        "" if message.channel in NAMING and _of_sender(campaign, brief, message, language) else text(brief.by, language)
    )
    when, where = saying.when(brief.when, language), saying.place(brief.where, language)
    change, going = _change(brief, when, where, language), _called(brief, language)
    beside = {"when": when, "title": going, "by": by, "place": saying.place(brief.where, language, by=by)}
    fewer = clause(title, most_ems=SHORT_TITLE_EMS)
    calling = (text(brief.action, language), text(brief.entry, language)) if brief.state.holds else ()
    audience = text(brief.audience, language) if brief.open and brief.state.holds else ""
    return Telling(
        head=title,
        mark=badge(brief.state, word, short=True),
        lead=change or word.say(key("announce", ("by", by), ("at", where)), **beside),
        short=change or _short(title, when, where, language),
        shortest=_change(brief, when, "", language, told=False) or _short(fewer, when, where, language),
        spoken=_spoken(brief, {**beside, "when": saying.spoken(brief.when, language)}, language),
        about=about(brief, language) or campaign.campaign.summary[language] if brief.state.holds else "",
        gist=gist(text(brief.about, language)) if brief.state.holds else "",
        call=saying.joined((saying.ended(one, language) for one in calling), language),
        facts=_facts((word.when, when), (word.where, where), (word.audience, audience)),
        when=when,
        where=where,
        link=brief.link or HOME,
        happening=True,
        sample=brief.sample,
    )


def _of_sender(campaign: Campaign, brief: Brief, message: Message, language: str) -> bool:
    """True where the office behind it is the one that the message is from, which its first words name."""
    plan = file_of(campaign)
    sender = sender_of(plan, message.county) if plan else None
    return bool(sender and brief.by and sender.name[language] == brief.by[language])


def _short(title: str, when: str, where: str, language: str) -> str:
    named = saying.called(title, language, key="announced")
    return words(language).say(key("short", ("at", where)), when=when, place=where, title=named)


def _spoken(brief: Brief, beside: dict[str, str], language: str) -> str:
    keys = ("by", beside["by"]), ("at", beside["place"])
    change = _change(brief, beside["when"], saying.place(brief.where, language), language)
    return change or words(language).say(key("announce", *keys), **beside)


def _called(brief: Brief, language: str) -> str:
    """What it is called in a sentence: what takes place at its one time, where the record says that."""
    what = brief.when[0].what if len(brief.when) == 1 else None
    if what is None:
        return saying.called(brief.title[language], language, key="announced")
    return saying.called(what[language], language, key="announced", noun=False)


def _change(brief: Brief, when: str, where: str, language: str, *, told: bool = True) -> str:
    """What became of it and how it stands now; empty while all is as planned. told: with the reason."""
    if brief.state.planned:
        return ""
    word = words(language)
    named = saying.called(brief.title[language], language)
    change = text(brief.state.change, language) if told else badge(brief.state, word)
    news = word.say(f"changed_{brief.state.word}" if told else "changed", title=named, change=change)
    stands = word.say(key("now" if brief.state.holds else "was", ("at", where)), when=when, place=where)
    return saying.joined((saying.ended(news, language), stands), language)


def _facts(*facts: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((label, value) for label, value in facts if value)
