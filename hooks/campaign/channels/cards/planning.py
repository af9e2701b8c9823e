"""Which pages get a share card, and the figures and words each is set from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from campaign.channels import Commission
from campaign.channels.cards.content import (
    DOT,
    Content,
    Voice,
    record_content,
    single_content,
    written_content,
)
from campaign.channels.cards.job import PictureJob
from campaign.channels.cards.kit import kit
from campaign.channels.cards.timetable import programme
from campaign.core.artifact import WRITTEN, Source
from campaign.core.language import primary_subtag
from campaign.kinds import Campaign, kinds, pages, urls
from campaign.say import phrases
from campaign.say.script import is_han
from campaign.say.text import ems
from campaign.workshop.fonts import FAMILIES
from campaign.workshop.looks import CARD_PAIRS, looks, shades

WIDTH_PX, HEIGHT_PX = 1200, 630
"""What link previews show whole; WeChat cuts out the square in its middle."""
LINE_EMS = 12.0
"""Lines broken after punctuation stay lines up to this width."""


def plan(commission: Commission) -> list[PictureJob]:
    """Every picture of the campaign: the share cards, the programme to save, the kit; each language by language.

    A hand-written page at a generated page's path gets no card: who publishes the pages reports the clash.
    """
    return [*share_cards(commission), *programme(commission), *kit(commission)]


def share_cards(commission: Commission) -> Iterator[PictureJob]:
    """Every share card."""
    campaign = commission.campaign
    if campaign.campaign.share_cards == "none":
        return
    for language in campaign.languages:
        voice = Voice(campaign, commission.context, language)
        generated = [*_generated(voice)]
        yield from generated
        taken = {job.path for job in generated}
        yield from (job for job in _written(voice, commission.written.get(language, {})) if job.path not in taken)


def _generated(voice: Voice) -> Iterator[PictureJob]:
    for page in pages().values():
        if page.there(voice.campaign):
            yield _job(voice, single_content(voice, page.name), page.path, Source(kind=page.name))
    for source in _records(voice.campaign):
        content = record_content(voice, source)
        if content:
            yield _job(voice, content, urls.page(source.kind, source.id), source)


def _written(voice: Voice, pages: Mapping[str, str]) -> Iterator[PictureJob]:
    for path, title in pages.items():
        learn = pages.get(urls.LEARN, "") if path.startswith(urls.LEARN) else ""
        source = Source(kind=WRITTEN, id=f"{voice.language}/{path}")
        yield _job(voice, written_content(voice, title, learn=learn), path, source)


def _records(campaign: Campaign) -> Iterator[Source]:
    """Every record with a page of its own that is to have a card."""
    every = campaign.campaign.share_cards == "all"
    for kind in kinds().values():
        if kind.folder and (every or not kind.many):
            yield from (Source(kind=kind.name, id=record.id) for record in kind.records(campaign))


def _job(voice: Voice, content: Content, page: str, source: Source) -> PictureJob:
    palette = looks(content.look, tint=content.tint)
    return PictureJob(
        path=urls.card(voice.language, page),
        template="channels/cards/templates/card.typ",
        data=_data(voice, content, palette),
        colours=shades(palette, CARD_PAIRS),
        language=voice.language,
        page=page,
        alt=DOT.join(part for part in (content.notice, content.title, *content.facts, content.call) if part),
        source=source,
        title=content.title,
    )


def _data(voice: Voice, content: Content, palette: Mapping[str, str]) -> dict[str, Any]:
    """What the template sets, but the drawings, which are the same on many cards and made last."""
    return {
        "font": FAMILIES,
        "lang": primary_subtag(voice.language),
        "support-lang": primary_subtag(voice.second or voice.language),
        "keep": phrases.kept_together(voice.language),
        "joined": True,
        "palette": dict(palette),
        "kicker": voice.campaign.campaign.short_name[voice.language],
        "label": content.label or None,
        "pictogram": content.pictogram or None,
        "notice": content.notice or None,
        "lines": list(_lines(content)),
        "support": content.support,
        "facts": list(_facts(content)),
        "marks": list(marks(voice, content)),
        "most": _largest(content),
        "least": 30,
    }


def _largest(content: Content) -> int:
    """The title's largest size in points: a long sentence in many lines is small, and as light as any other title."""
    if len(content.lines) > 2:
        return 44 if is_han(content.title) else 34
    return 96 if ems(content.title) <= 5 else 66 if is_han(content.title) else 56


def _lines(content: Content) -> tuple[str, ...]:
    """The office's own lines; or those between pauses where none is too wide; or one text to be broken."""
    if content.lines:
        return content.lines
    parts = tuple(phrases.sense_parts(content.title))
    return parts if parts and max(map(ems, parts)) <= LINE_EMS else (content.title,)


def _facts(content: Content) -> Iterator[dict[str, Any]]:
    """Each fact, the first larger; then what one is asked to do, which goes first where there is no room."""
    for at, body in enumerate(content.facts):
        yield {"body": body, "size": 24 if at else 29, "weight": 500 if at else 900, "spare": False}
    if content.call:
        yield {"body": content.call, "size": 24, "weight": 500, "spare": True}


def marks(voice: Voice, content: Content) -> Iterator[str]:
    """What must be said of it in the card's language: sample data; an unofficial translation of official wording."""
    if content.sample and not voice.context.release:
        yield voice.words.sample
    if content.official and not voice.leads_officially:
        yield voice.words.translation
