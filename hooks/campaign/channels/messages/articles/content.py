"""Content: all that an article is made from, as plain values, and the pictures it shows, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from campaign.channels import Commission
from campaign.channels.messages.articles.shown import CODE, HERO, Shown
from campaign.channels.messages.job import Composed
from campaign.channels.messages.outline import Outline, listed_row, outline
from campaign.channels.messages.words import words
from campaign.core.language import html_lang
from campaign.kinds.vignette import SUBJECTS
from campaign.say.dates import dates


def content(commission: Commission, one: Composed) -> dict[str, Any]:
    """What the article of a composed message is made from, JSON-able."""
    said, word = outline(commission, one), words(one.language)
    return {
        "language": one.language,
        "lang": html_lang(one.language),
        "campaign": commission.campaign.campaign.short_name[one.language],
        "title": one.title,
        "summary": one.summary,
        "text": one.text,
        "sender": one.sender,
        "link": one.link,
        "day": one.at.date().isoformat(),
        "dated": dates(one.language).full(one.at.date()),
        "sample": one.sample,
        "fonts": commission.campaign.campaign.document_fonts.model_dump(),
        "words": {key: str(getattr(word, key)) for key in WORDS},
        "both": _both(),
        "pictures": [asdict(shown) for shown in _shown(commission, one, said)],
        **_parts(said),
    }


WORDS = (
    "article_official",
    "article_events",
    "article_call",
    "article_ask",
    "article_scan",
    "article_scan_for",
    "article_original",
    "article_sample",
    "when",
    "where",
    "column_what",
)
"""What the article says by itself."""
AROUND = ("page_copy", "page_copied", "page_selected", "page_how", "page_title", "page_summary", "page_preview")
"""What the page around it says to staff, in both languages."""


def _both() -> dict[str, list[str]]:
    return {key: [str(getattr(words(tag), key)) for tag in ("zh", "en")] for key in AROUND}


def _parts(said: Outline) -> dict[str, Any]:
    found = asdict(said)
    rows = [list(listed_row(event)) for event in said.events]
    return {
        **found,
        "table": rows,
        "about": [list(part) for part in said.about],
        "facts": [list(fact) for fact in said.facts],
    }


def _shown(commission: Commission, one: Composed, said: Outline) -> Iterator[Shown]:
    """The pictures in the order they stand in: at the head, of each kind of event, the code at the end."""
    word = words(one.language)
    name = commission.campaign.campaign.short_name[one.language]
    head = word.say("article_hero", name=name, picture=_subject(said.vignette, one.language))
    yield Shown(key=HERO, name="01-head.png", alt=head if said.vignette else name)
    found = list(dict.fromkeys(event.vignette for event in said.events if event.vignette))
    for number, vignette in enumerate(found, 2):
        yield Shown(key=vignette, name=f"{number:02}-{vignette}.png", alt=_subject(vignette, one.language))
    if said.payload:
        alt = word.say("article_code", link=one.link)
        yield Shown(key=CODE, name=f"{len(found) + 2:02}-code.png", alt=alt)


def _subject(vignette: str, language: str) -> str:
    """What a vignette shows, in a language that our words are in."""
    said = SUBJECTS.get(vignette)
    return "" if said is None else said.zh if language.startswith("zh") else said.en
