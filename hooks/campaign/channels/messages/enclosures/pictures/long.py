"""Long: all that a message tells as one tall picture, with the events it gathers by day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from campaign.channels import Commission
from campaign.channels.messages.enclosures.pictures.setting import colours, title_lines
from campaign.channels.messages.enclosures.pictures.story import Idea, Story
from campaign.channels.messages.words import words
from campaign.core.language import primary_subtag
from campaign.kinds import Campaign
from campaign.say import phrases
from campaign.say.wording import Wording
from campaign.workshop.fonts import FAMILIES
from campaign.workshop.programme import TEMPLATE, WIDTH_PX, Rows, of_days, palette, told

MOST_ROWS = 24
"""Rows on one picture: more would make it taller than chats show sharp."""


def long_picture(commission: Commission, story: Story, *, code: bool) -> dict[str, Any]:
    """What the template sets; code: its end is a symbol to be held, else the address alone."""
    campaign, said, wording = commission.campaign, words(story.language), Wording(story.language)
    every = _rows(campaign, story)
    rows = every[:MOST_ROWS]
    found, _ = palette(rows, look=story.look, tint=story.tint)
    return {
        "template": TEMPLATE,
        "font": FAMILIES,
        "lang": primary_subtag(story.language),
        "support-lang": primary_subtag(story.language),
        "keep": phrases.kept_together(story.language),
        "joined": True,
        "palette": {**found, **colours(story.look, story.tint)},
        "width": WIDTH_PX,
        "kicker": story.kicker,
        "title": story.headline.title,
        "title-parts": list(title_lines(story.headline, story.language)),
        "support": None,
        "small": [story.notice] if story.notice else list(story.headline.facts),
        "part": None,
        "sample": " · ".join(story.marks) or None,
        "vignette": story.headline.vignette,
        "lead": list(_lead(story)),
        "days": told(campaign, wording, rows, by_day=story.by_day),
        "more": said.say("more_rows", n=len(every)) if len(every) > len(rows) else None,
        "payload": story.imprint.payload if code else None,
        "address": story.imprint.shown,
        "address-parts": phrases.address_parts(story.imprint.shown),
        "scan": str(said.picture_hold if code else said.picture_open),
        "foot": [one.name[story.language] for one in campaign.campaign.organisers],
    }


def _rows(campaign: Campaign, story: Story) -> Rows:
    """The events that it gathers, each on the first of its days that are still to come."""
    days = (day for day in campaign.days if day >= story.day)
    return tuple(one for one in of_days(campaign, days) if one.stretch.key[:2] in story.events)


def _lead(story: Story) -> Iterator[dict[str, str]]:
    """All but the events, which are listed."""
    for idea in story.ideas:
        if not _event(idea):
            yield {"label": idea.label, "body": idea.title or idea.body}


def _event(idea: Idea) -> bool:
    return bool(idea.title and idea.vignette)


def long_alt(story: Story) -> str:
    """What it says, in words."""
    head = story.headline
    return " · ".join(part for part in (story.notice, head.label, head.title, *head.facts) if part)
