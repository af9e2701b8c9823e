"""Story: what a message's pictures say, idea by idea, from its subject; any set of pictures takes as many as it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from campaign.channels import Commission
from campaign.channels.messages import layouts, saying
from campaign.channels.messages.job import Composed
from campaign.channels.messages.subjects import telling
from campaign.channels.messages.telling import HOME, Telling, text
from campaign.channels.messages.words import words
from campaign.kinds import Campaign, scheme
from campaign.kinds.brief import Brief, Key
from campaign.kinds.message import Message, day_county, in_order, told
from campaign.kinds.registry import kinds, pages
from campaign.kinds.status import badge
from campaign.paper import Imprint
from campaign.say.dates import dates
from campaign.say.lines import units
from campaign.say.numerals import numeral
from campaign.say.script import is_han

SENTENCE = re.compile(r"(?<=[。！？])(?![”’」』）])|(?<=[.!?])\s+")
TOGETHER = 30.0
"""Sentences stand together up to this width, in Han characters."""
MOST_SENTENCES = 3
"""So much of what a record says of itself is told in pictures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """One idea, for one picture. label: what it is of; title: in large type, lines where the office broke it itself;
    body: a sentence; facts: under the title; vignette: the picture that says it; ending: it leads on to the page."""

    label: str = ""
    title: str = ""
    lines: tuple[str, ...] = ()
    body: str = ""
    facts: tuple[str, ...] = ()
    vignette: str = ""
    ending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """All of a message's pictures.

    headline: the idea that stands alone; ideas: the subject's others; more: the campaign's own, where pictures are left
    over; events: those it gathers, from its day on; by_day: on more than that day; notice: what has changed; marks:
    what must be said of all of it.
    """

    language: str
    kicker: str
    notice: str
    marks: tuple[str, ...]
    look: str
    tint: str
    headline: Idea
    ideas: tuple[Idea, ...]
    more: tuple[Idea, ...]
    events: frozenset[Key]
    day: date
    by_day: bool
    imprint: Imprint

    @property
    def facts(self) -> tuple[str, ...]:
        """When and where, for a picture that says all in one; of a gathering how much there is; of news the news."""
        if self.notice or self.headline.facts:
            return self.headline.facts or tuple(idea.body for idea in self.ideas[:1])
        return tuple(idea.title for idea in self.ideas if idea.label and idea.title and not idea.vignette)[:2]


def story(commission: Commission, one: Composed) -> Story | None:
    """What can be shown of a message; None where there is nothing to say of its subject, or no address to lead to."""
    campaign = commission.campaign
    message = next(found for found in in_order(campaign) if found.id == one.id)
    brief, said = told(campaign, message), telling(campaign, message, one.language)
    imprint = commission.imprints.get(said.link if said else HOME) or commission.imprints.get(HOME)
    if said is None or imprint is None:
        return None
    head = _headline(campaign, brief, said, one, message)
    ideas = tuple(_ideas(campaign, brief, said, message, one.language))
    own = _official(campaign, brief, one.language)
    return Story(
        language=one.language,
        kicker=campaign.campaign.short_name[one.language],
        notice=badge(brief.state, words(one.language)) if brief else "",
        marks=tuple(_marks(campaign, brief, one)),
        look=scheme(brief) if brief else "red",
        tint=brief.tint if brief else "",
        headline=head,
        ideas=ideas,
        more=() if said.mark else tuple(found for found in own if found.title != head.title),
        events=frozenset(("event", found) for found in said.events),
        day=one.at.date(),
        by_day=brief is not None,
        imprint=imprint,
    )


def _marks(campaign: Campaign, brief: Brief | None, one: Composed) -> Iterator[str]:
    if one.sample:
        yield str(words(one.language).sample)
    translated = one.language != campaign.campaign.official_language
    if translated and brief and brief.official and brief.official.leads:
        yield str(words(one.language).translation)


def _headline(campaign: Campaign, brief: Brief | None, said: Telling, one: Composed, message: Message) -> Idea:
    """What the message is about: the office's own title, the official wording whole, or the record's headline."""
    own = one.title.removeprefix(layouts.mark_of(one.language)) if message.own("title", one.language) else ""
    vignette = _picture(campaign, brief, said)
    if brief is None or (said.events and not _leads(brief)):
        return replace(_gathered(campaign, brief, said, message, one.language), vignette=vignette)
    label = _label(brief, one.language)
    if own:
        return Idea(label=label, title=own, vignette=vignette)
    return Idea(
        label=label, title=brief.title[one.language], lines=brief.lines.get(one.language, ()), vignette=vignette
    )


def _leads(brief: Brief) -> bool:
    return brief.official is not None and brief.official.leads


def _gathered(campaign: Campaign, brief: Brief | None, said: Telling, message: Message, language: str) -> Idea:
    """What gathers events: a county, a day; and how many there are."""
    counted = (words(language).count("events", len(said.events)),) if said.events else ()
    if brief:
        return Idea(label=_label(brief, language), title=brief.title[language], facts=counted)
    if not said.events:
        return Idea(title=said.head)
    where = (day_county(campaign, message) or campaign.campaign).short_name[language]
    return Idea(label=where, title=saying.day(message.at.date(), language), facts=counted)


def _label(brief: Brief, language: str) -> str:
    """What kind of thing it is; of official wording which of how many."""
    kicker = text(brief.kicker, language)
    if not kicker or not (brief.place and brief.official and brief.official.leads):
        return kicker
    return words(language).say("numbered", kicker=kicker, number=numeral(words(language), brief.place))


def _picture(campaign: Campaign, brief: Brief | None, said: Telling) -> str:
    """The subject's own picture, else that of the first event it gathers, else of the first priority it serves."""
    if brief and brief.vignette:
        return brief.vignette
    found = [_brief(campaign, "event", one) for one in said.events[:1]]
    found += [_brief(campaign, "priority", one) for one in (brief.serves[:1] if brief else ())]
    return next((one.vignette for one in found if one), "")


def _brief(campaign: Campaign, kind: str, record_id: str) -> Brief | None:
    tell = kinds()[kind].brief
    return tell(campaign, campaign.record(kind, record_id)) if tell else None


def _ideas(campaign: Campaign, brief: Brief | None, said: Telling, message: Message, language: str) -> Iterator[Idea]:
    """When, where, for whom; what it is; the events it gathers; what people are asked to do."""
    if said.mark:
        yield Idea(body=said.lead)
        return
    for label, value in said.facts:
        yield Idea(label=label, title=value, lines=_day_and_hours(brief, value, language) if brief else ())
    for sentence in _sentences(said.about):
        yield Idea(body=sentence)
    for event in said.events:
        found = _brief(campaign, "event", event)
        if found:
            yield _event(found, language)
    for sentence in _sentences(said.call):
        yield Idea(label=words(language).picture_call, body=sentence)


def _day_and_hours(brief: Brief, said: str, language: str) -> tuple[str, ...]:
    """When something is on one day, its hours under the day; nothing for any other fact."""
    span = brief.when[0] if len(brief.when) == 1 else None
    if span is None or not isinstance(span.starts, datetime) or not isinstance(span.ends, datetime):
        return ()
    lines = saying.day(span.starts.date(), language), dates(language).clock(span.starts, span.ends)
    return lines if span.starts.date() == span.ends.date() and said == saying.when(brief.when, language) else ()


def _sentences(said: str) -> list[str]:
    """A text by its sentences, short ones together."""
    found: list[str] = []
    for one in (part.strip() for part in SENTENCE.split(said) if part and part.strip()):
        if found and units(found[-1] + one) <= TOGETHER:
            found[-1] += one if is_han(one[:1]) else f" {one}"
        else:
            found.append(one)
    return found[:MOST_SENTENCES]


def _event(brief: Brief, language: str) -> Idea:
    where = saying.place(brief.where, language)
    return Idea(
        label=saying.start(brief.when[0], language),
        title=brief.title[language],
        facts=(where,) if where else (),
        vignette=brief.vignette,
    )


def _official(campaign: Campaign, brief: Brief | None, language: str) -> Iterator[Idea]:
    """What the campaign says whatever the message is about: its theme and days, then its priorities, whole; those that
    the subject serves first."""
    theme, own = pages()["theme"].brief, language == campaign.campaign.official_language
    briefs = [theme(campaign)] if theme else []
    serves = brief.serves if brief else ()
    every = sorted(campaign.priorities.priorities, key=lambda one: one.id not in serves)
    briefs += [found for found in (_brief(campaign, "priority", one.id) for one in every) if found]
    for found in briefs:
        title = found.title[language]
        idea = Idea(label=_label(found, language), title=title, lines=found.lines.get(language, ()))
        idea = idea if own else replace(idea, title=words(language).say("unofficial", text=title), lines=())
        yield replace(idea, vignette=found.vignette)
