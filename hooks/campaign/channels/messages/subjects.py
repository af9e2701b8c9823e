"""Subjects: which way a message's subject is told, by what its Brief has."""

from __future__ import annotations

from collections.abc import Callable

from campaign.channels.messages import saying
from campaign.channels.messages.gathering import day, gathering, official
from campaign.channels.messages.happening import happening
from campaign.channels.messages.telling import HOME, Telling, about, gist, text
from campaign.channels.messages.words import words
from campaign.kinds import Campaign
from campaign.kinds.brief import Brief
from campaign.kinds.message import DISPLAY, NOTICE, TODAY, Message, told


def telling(campaign: Campaign, message: Message, language: str) -> Telling | None:
    """What a message can say of its subject in a language; None where there is nothing left to say of it, as where its
    subject is over before it is sent."""
    if message.subject == TODAY:
        return day(campaign, message, language)
    if message.subject == NOTICE:
        return _notice(campaign, language)
    brief = told(campaign, message)
    if brief is None:
        return None
    return _shape(brief)(campaign, brief, message, language)


Teller = Callable[[Campaign, Brief, Message, str], Telling | None]


def _shape(brief: Brief) -> Teller:
    """How a record is told, by what its Brief has: a display is set up, an event takes place, a county gathers."""
    if brief.kind == DISPLAY:
        return _display
    if brief.official and brief.official.leads:
        return official
    if brief.events is not None:
        return gathering
    return happening if brief.when and brief.kind != HOME[0] else _statement


def _notice(campaign: Campaign, language: str) -> Telling | None:
    notice = campaign.notice
    if notice is None:
        return None
    title = str(words(language).notice)
    return Telling.of(title, saying.ended(notice.text[language], language), mark=title, sample=notice.sample)


def _statement(campaign: Campaign, brief: Brief, message: Message, language: str) -> Telling | None:
    """What has no time: its words, what it is about, and until the week is over what the week is."""
    title = brief.title[language]
    said = _quoted_official(campaign, brief, language) or title
    week_over = message.at.date() > campaign.campaign.week.ends
    return Telling.of(
        title,
        saying.ended(said, language),
        about=about(brief, language) if brief.about else "" if week_over else campaign.campaign.summary[language],
        gist=gist(text(brief.about, language)),
        link=brief.link or HOME,
        sample=brief.sample,
    )


def _quoted_official(campaign: Campaign, brief: Brief, language: str) -> str:
    """The official wording that it quotes, a translation marked as such; nothing where it quotes none."""
    if brief.official is None:
        return ""
    wording = brief.official.text[language]
    own = language == campaign.campaign.official_language
    return wording if own else words(language).say("unofficial", text=wording)


def _display(campaign: Campaign, brief: Brief, message: Message, language: str) -> Telling | None:
    """What whoever looks after a display does that day; what it shows stands in its playlist."""
    where = saying.place(brief.where, language)
    said = words(language).say("led_text_at" if where else "led_text", title=brief.title[language], place=where)
    return Telling.of(brief.title[language], said, where=where, sample=brief.sample)
