"""Setting: an idea on a sheet as the JSON its template sets: words with their largest and least sizes, colours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from campaign.channels.messages.enclosures.pictures.sheets import Sheet
from campaign.channels.messages.enclosures.pictures.story import Idea, Story
from campaign.channels.messages.words import words
from campaign.core.language import primary_subtag
from campaign.kinds.vignette import SUBJECTS
from campaign.say import phrases
from campaign.say.lines import broken, units
from campaign.say.script import is_han, written_in_han
from campaign.workshop.art.tokens import contrast, mix, tokens
from campaign.workshop.fonts import FAMILIES
from campaign.workshop.looks import looks

LINES = ((7.5, 1), (6.5, 2), (7.5, 3), (8.5, 4), (10.0, 5), (12.0, 6))
"""How a title is broken: into as few lines as hold it, each so wide at most, in Han characters."""
SENTENCE_LINES = ((11.0, 2), (11.0, 3), (12.0, 4), (13.0, 5))
"""Likewise a sentence."""
OWN_UNITS, OWN_LINES = 12.0, 5
"""The office's own lines stand where they are no wider and no more."""
SENSE_UNITS = 11.0
"""A title is rather broken after its own pauses, where none of the parts is wider."""
FAINT, MOST_FROM_GROUND = (0.5, 0.35, 0.2, 0.12, 0.06), 1.2
"""How strong the whorl behind words may be: the first of these shares that is no further from its ground."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where on a ground a picture is. art: as `Sheet.art` has it, `only` for the vignette alone, empty for none;
    backdrop: centre and radius of the whorl behind it, in pixels; kicker: it says whose campaign it is; code: its end
    is a symbol to be held, else an address to be typed."""

    art: str = ""
    backdrop: tuple[float, float, float] | None = None
    kicker: bool = True
    marked: bool = True
    code: bool = False
    look: str = ""


def ending(story: Story) -> Idea:
    """The last idea: how to come to the page."""
    return Idea(ending=True)


def picture(story: Story, idea: Idea, sheet: Sheet, place: Place) -> dict[str, Any]:
    """What the template sets, but the drawings, which are made last."""
    small, chip = (4.0, 4.6) if sheet.width_px < 2 * sheet.height_px else (5.6, 6.0)
    palette = colours(place.look or story.look, story.tint)
    return {
        "font": FAMILIES,
        "lang": primary_subtag(story.language),
        "keep": phrases.kept_together(story.language),
        "joined": True,
        "width": sheet.width_px,
        "height": sheet.height_px,
        "free": sheet.free.model_dump(),
        "palette": palette,
        "kicker": story.kicker if place.kicker else None,
        "mark": " · ".join(story.marks) if place.marked and story.marks else None,
        "small": small,
        "chip": chip,
        "chips": list(_chips(story, idea)),
        "title": _title(story, idea),
        "pieces": list(_pieces(story, idea, place)),
        "art": place.art,
        "vignette": idea.vignette if place.art else "",
        "backdrop": dict(zip(("x", "y", "radius"), place.backdrop, strict=True)) if place.backdrop else None,
        "way": list(_way(story, place, share=0.8)) if idea.ending and idea.title and place.code else [],
        "payload": story.imprint.payload if idea.ending and place.code else None,
    }


def colours(look: str, tint: str) -> Mapping[str, str]:
    """A look's colours by role; `faint`: of the whorl behind words."""
    found, fixed = looks(look, tint=tint), tokens().colours
    faint = (mix(found["ground"], found["stroke"], share) for share in FAINT)
    quiet = (one for one in faint if contrast(found["ground"], one) <= MOST_FROM_GROUND)
    return {
        **found,
        "faint": next(quiet, found["ground"]),
        **{name: fixed[name] for name in ("paper", "white", "ink")},
    }


def _chips(story: Story, idea: Idea) -> Iterator[dict[str, str]]:
    """What it is of, and what has changed."""
    if idea.label:
        yield {"body": idea.label, "fill": "label", "on": "on-label"}
    if story.notice and idea is story.headline:
        yield {"body": story.notice, "fill": "notice", "on": "on-notice"}


def _title(story: Story, idea: Idea) -> dict[str, Any] | None:
    if idea.title:
        most = 17.0 if is_han(idea.title) else 13.0
        return {"lines": list(title_lines(idea, story.language)), "most": most, "least": 5.4, "weight": 900}
    if idea.body:
        return {"lines": _sentence(idea.body, story.language), "most": 9.4, "least": 4.6, "weight": 700}
    return None


def title_lines(idea: Idea, language: str) -> Sequence[str]:
    """The office's own lines; those between a title's pauses; the first way that breaks it; or all of it."""
    own, sense = idea.lines, phrases.sense_parts(idea.title)
    if own and len(own) <= OWN_LINES and max(map(units, own)) <= OWN_UNITS:
        return own
    if sense and max(map(units, sense)) <= SENSE_UNITS:
        return sense
    ways = (broken(idea.title, language, most_units=most, most_lines=count) for most, count in LINES)
    return next((way for way in ways if way), (idea.title,))


def _sentence(text: str, language: str) -> list[str]:
    """A sentence broken rather after its pauses, or all of it."""
    ways = (broken(text, language, most_units=most, most_lines=count) for most, count in SENTENCE_LINES)
    return list(next((way for way in ways if way), (text,)))


def _pieces(story: Story, idea: Idea, place: Place) -> Iterator[dict[str, Any]]:
    for at, fact in enumerate(idea.facts):
        yield {"body": fact, "most": 6.4, "least": 4.2, "weight": 500, "gap": 3.4 if at else 5.4, "spare": True}
    if idea.ending and not (idea.title and place.code):
        yield from _way(story, place, share=1.0 if place.code else 1.4 if not idea.title else 0.9)


def _way(story: Story, place: Place, *, share: float) -> Iterator[dict[str, Any]]:
    """How to come to the page: what to do, and the address."""
    said = words(story.language)
    do = said.picture_hold if place.code else said.picture_open
    yield {"body": str(do), "most": 7.6 * share, "least": 3.6, "weight": 900, "gap": 5.4, "spare": False}
    address = story.imprint.shown
    yield {"body": address, "most": 5.8 * share, "least": 2.2, "weight": 700, "gap": 3.0, "spare": False}


def alt(story: Story, idea: Idea) -> str:
    """What a picture says, in words."""
    said = words(story.language)
    end = (said.picture_hold, story.imprint.shown) if idea.ending else ()
    notice = story.notice if idea is story.headline else ""
    parts = (notice, idea.label, idea.title, idea.body, *idea.facts, *end)
    return " · ".join(str(part) for part in parts if part) or _shown(story, idea)


def _shown(story: Story, idea: Idea) -> str:
    """What a vignette without words shows."""
    drawn = SUBJECTS[idea.vignette]
    return f"{story.headline.title} · {drawn.zh if written_in_han(story.language) else drawn.en}"
