"""The home page: theme and today, what is near, quick tasks, the days, plaza, priorities, downloads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from campaign.channels.site.assets import SCENES
from campaign.channels.site.cards import Beside, held
from campaign.channels.site.edition import Edition
from campaign.channels.site.lives import headline, lives
from campaign.channels.site.sizes import side_by_side
from campaign.channels.site.tiles import tiles
from campaign.core.artifact import Page, Source
from campaign.core.times import Part
from campaign.kinds import urls


def pages(edition: Edition) -> Iterator[Page]:
    """The one page at the language's root."""
    campaign = edition.campaign.campaign
    yield edition.page(
        urls.page("home"),
        "home",
        title=edition.text(campaign.name),
        description=edition.text(campaign.summary),
        source=Source(kind="home"),
        edit_path="campaign.yml",
        tiles=tiles(edition),
        lives=lives(edition),
        days={day: _told(edition, day) for day in edition.campaign.days},
        meanwhile=_meanwhile(edition),
        week_title=edition.words.say(f"home_{edition.campaign.length}"),
        side_by_side=side_by_side,
        tasks=[*_tasks(edition)],
        scenes=SCENES,
    )


@dataclass(frozen=True, slots=True)
class Task:
    """Something a reader came to do: what it is, a sentence on it, and where it begins (from the language's root)."""

    title: str
    text: str
    path: str


def _tasks(edition: Edition) -> Iterator[Task]:
    """What a reader comes to do at any time, each only where its page is there."""
    said, campaign = edition.words, edition.campaign
    for name, title, text in (
        ("report", said.home_act_report, said.home_act_report_text),
        ("infringed", said.home_act_infringed, said.home_act_infringed_text),
        ("apply", said.home_act_apply, said.home_act_apply_text),
    ):
        path = f"{urls.LEARN}{name}/"
        if path in edition.context.written:
            yield Task(title, text, path)
    for name, title, file in (("faq", said.home_act_wonder, campaign.faq), ("quiz", said.home_act_try, campaign.quiz)):
        if file:
            yield Task(title, edition.text(file.lead), urls.page(name))


@dataclass(frozen=True, slots=True)
class Told:
    """A day as the home page tells it: its headline, its events in number, and what else is on that day."""

    headline: str
    count: str
    notes: tuple[str, ...]


def _told(edition: Edition, day: date) -> Told:
    found, heading, lasting = edition.beside[day], headline(edition, day), _lasting(edition)
    cards = held(edition.by_day[day])
    name, key = heading or ("", None)
    notes = tuple(_note(edition, one) for one in found if one.key != key and one.key not in lasting)
    return Told(headline=name, count=edition.count(cards) if cards else "", notes=notes)


def _lasting(edition: Edition) -> dict[tuple[str, str, int], Beside]:
    """What goes on beside the days' own for more than two of them."""
    return {one.key: one for found in edition.beside.values() for one in found if one.part is Part.CONTINUES}


def _meanwhile(edition: Edition) -> str:
    """The same in a line, once for all days: each with its own days."""
    named = (f"{_marked(edition, one)}{one.name} {one.when}" for one in _lasting(edition).values())
    return str(edition.words.clause_joiner).join(named)


def _note(edition: Edition, one: Beside) -> str:
    return _marked(edition, one) + (f"{one.name} · {one.lasting}" if one.lasting else one.title)


def _marked(edition: Edition, one: Beside) -> str:
    """What stands before the name of what isn't as planned."""
    return edition.words.say("bracketed", mark=one.badge) if one.badge else ""
