"""The home page: theme, week, what is near, priorities, plaza, what you can do, downloads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from campaign.channels.site.cards import Beside
from campaign.channels.site.edition import Edition
from campaign.channels.site.sizes import side_by_side
from campaign.channels.site.tiles import tiles
from campaign.core.artifact import Page, Source
from campaign.core.times import Part
from campaign.kinds import urls
from campaign.kinds.place_kind import PlaceKind


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
        kinds=_kinds(edition),
        notes=_notes(edition),
        week_title=edition.words.say(f"home_{edition.campaign.length}"),
        side_by_side=side_by_side,
        deeds=[*_deeds(edition)],
    )


@dataclass(frozen=True, slots=True)
class Deed:
    """Something a reader can do: what it is about, a sentence on it, and where it begins (from the language's root).

    about: the page it leads to where that may be called off, nothing else.
    """

    title: str
    text: str
    path: str
    label: str
    about: str = ""


def _deeds(edition: Edition) -> Iterator[Deed]:
    """What a reader can do, each only where its page is there: come, ask, defend, report, apply, try oneself."""
    said, campaign = edition.words, edition.campaign
    yield Deed(said.home_act_attend, said.home_act_attend_text, urls.page("programme"), said.home_programme)
    if campaign.exhibition:
        ask = (said.home_act_ask, said.home_act_ask_text, urls.page("exhibition"), said.home_plaza_open)
        yield Deed(*ask, about="exhibition")
    for name, *texts in (
        ("infringed", said.home_act_infringed, said.home_act_infringed_text, said.home_act_infringed_open),
        ("report", said.home_act_report, said.home_act_report_text, said.home_act_report_open),
        ("apply", said.home_act_apply, said.home_act_apply_text, said.home_act_apply_open),
    ):
        path = f"{urls.LEARN}{name}/"
        if path in edition.context.written:
            yield Deed(texts[0], texts[1], path, texts[2])
    for name, title, file in (("quiz", said.home_act_try, campaign.quiz), ("faq", said.home_act_wonder, campaign.faq)):
        if file:
            yield Deed(title, edition.text(file.lead), urls.page(name), edition.text(file.name))


def _kinds(edition: Edition) -> dict[date, list[PlaceKind]]:
    """The kinds of place that have an event on each day, in the campaign's order."""
    present = {day: {card.kind.id for card in cards} for day, cards in edition.by_day.items()}
    kinds = edition.campaign.six_entries.place_kinds
    return {day: [kind for kind in kinds if kind.id in ids] for day, ids in present.items()}


def _notes(edition: Edition) -> dict[date, list[str]]:
    """What else there is on each day, by day: dated activities, the plaza's opening; the short name of what lasts."""
    return {day: [_note(edition, one) for one in found] for day, found in edition.beside.items()}


def _note(edition: Edition, one: Beside) -> str:
    mark = edition.words.say("bracketed", mark=one.status_word) if one.status_word else ""
    return mark + _named(edition, one)


def _named(edition: Edition, one: Beside) -> str:
    if not one.lasting:
        return one.title
    return (
        str(edition.words.home_going.format(name=one.name))
        if one.part is Part.CONTINUES
        else f"{one.name} · {one.lasting}"
    )
