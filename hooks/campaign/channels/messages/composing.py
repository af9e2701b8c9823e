"""Composing: each message of the plan as it is sent, in each of its languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from campaign.channels import Commission
from campaign.channels.messages import layouts
from campaign.channels.messages.facts import facts
from campaign.channels.messages.job import Composed
from campaign.channels.messages.layouts import Letter, Text
from campaign.channels.messages.subjects import telling
from campaign.channels.messages.telling import HOME, Telling
from campaign.core.artifact import Source
from campaign.kinds import Campaign
from campaign.kinds.brief import Key
from campaign.kinds.message import Message, MessagesFile, Sender, sender_of, subject_key

QUOTED = re.compile(r"\{(\w+)\}")
"""A fact that own words take from the record."""
FACTS = ("title", "when", "where", "link")
"""What own words may take."""


def composed(commission: Commission, plan: MessagesFile, message: Message) -> Iterator[Composed]:
    """A message in each of its languages; nothing in one where neither we nor the office has anything to say.

    Its sender must be among those of the plan: KeyError else.
    """
    campaign, sender = commission.campaign, sender_of(plan, message.county)
    if sender is None:
        raise KeyError(message.county)
    for language in message.sent_in(campaign):
        told, own = telling(campaign, message, language), message.own("text", language)
        if told is None and not own:
            continue
        told = told and replace(told, sample=_sample(message, sender, told))
        letter = letter_of(commission, plan, message, sender, told.link if told else HOME, language)
        sample = _sample(message, sender, told)
        said = _own(message, told, letter, sample=sample) if own else told and _composed(message, told, letter)
        if said:
            yield _value(campaign, message, sender, told, letter, said)


def _composed(message: Message, told: Telling, letter: Letter) -> Text:
    """Our words, under the office's own title where it has one."""
    said = layouts.laid_out(message.channel, told, letter)
    title = filled(message.own("title", letter.language), told, letter, tapped=False)
    if not title or not said.title:
        return said
    title = (layouts.mark_of(letter.language) if told.sample else "") + title
    return replace(said, title=title, text=title if message.channel == "douyin" else said.text)


def _value(
    campaign: Campaign, message: Message, sender: Sender, told: Telling | None, letter: Letter, said: Text
) -> Composed:
    words = "\n".join((said.title, said.summary, said.text))
    return Composed(
        id=message.id,
        at=message.at,
        channel=message.channel,
        language=letter.language,
        county=message.county or "",
        sender=letter.sender,
        subject=told.head if told else "",
        title=said.title,
        summary=said.summary,
        text=said.text,
        link=letter.link,
        url=letter.url,
        own=bool(message.own("text", letter.language)),
        sample=_sample(message, sender, told),
        source=Source(kind="message", id=message.id),
        about=subject_key(message),
        facts=facts(campaign, message, words, letter.language),
    )


def _sample(message: Message, sender: Sender, told: Telling | None) -> bool:
    """True where any of what it says isn't the office's own."""
    return message.sample or sender.sample or bool(told and told.sample)


def letter_of(
    commission: Commission, plan: MessagesFile, message: Message, sender: Sender, link: Key, language: str
) -> Letter:
    """What a layout needs besides the telling; link: the record whose printed address leads on."""
    campaign = commission.campaign
    imprint = commission.imprints.get(link) or commission.imprints.get(HOME)
    return Letter(
        language=language,
        at=message.at,
        sender=sender.name[language],
        signature=sender.signature[language],
        opt_out=plan.opt_out[language],
        topic=campaign.campaign.short_name[language],
        link=imprint.shown if imprint else "",
        url=imprint.payload if imprint else "",
        phone=phone(campaign, message.county),
    )


def phone(campaign: Campaign, county: str | None) -> str:
    """Whom people may ring about a message: the sender's own contact, else the campaign's; empty where none is."""
    contacts = (*campaign.contacts_of(county), *campaign.contacts_of(None))
    return next((one.phone for one in contacts if one.phone), "")


def _own(message: Message, told: Telling | None, letter: Letter, *, sample: bool) -> Text:
    """The office's own words, with the facts that they take from the record, in the channel's envelope."""
    text = filled(message.own("text", letter.language), told, letter, tapped=message.channel != "sms")
    title = filled(message.own("title", letter.language), told, letter, tapped=False)
    mark = layouts.mark_of(letter.language) if sample else ""
    if message.channel == "sms":
        return Text(text=layouts.enveloped(text, letter, sample=sample))
    if message.channel == "douyin":
        return Text(title=mark + (title or text), text=mark + (title or text))
    composed = layouts.laid_out(message.channel, told, letter) if told else Text(text="")
    return Text(text=mark + text, title=mark + title if title else composed.title, summary=composed.summary)


def filled(text: str, told: Telling | None, letter: Letter, *, tapped: bool) -> str:
    """Own words with their facts filled in; what isn't known stays as it was typed, and is told by checking."""
    facts = {"link": letter.url if tapped else letter.link}
    if told:
        facts |= {"title": told.head, "when": told.when, "where": told.where}
    return QUOTED.sub(lambda found: facts.get(found[1]) or found[0], text)
