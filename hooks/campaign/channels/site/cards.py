"""Cards: an outreach event as lists show it, in one language; and cards put together by what they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from campaign.kinds import Campaign, urls
from campaign.kinds.county import County
from campaign.kinds.event import OutreachEvent, Status
from campaign.kinds.place_kind import Form, PlaceKind
from campaign.say.dates import dates, machine
from campaign.say.words import Words


@dataclass(frozen=True, slots=True)
class EventCard:
    """An outreach event as lists show it: every text in the edition's language."""

    event: OutreachEvent
    path: str
    title: str
    day: date
    clock: str
    starts: str
    ends: str
    venue: str
    county: County
    county_name: str
    kind: PlaceKind
    kind_name: str
    form: Form
    form_name: str
    status: str
    status_word: str

    @property
    def id(self) -> str:
        """The event's id."""
        return self.event.id

    @property
    def sample(self) -> bool:
        """True where the facts aren't the office's own."""
        return self.event.sample

    @property
    def as_planned(self) -> bool:
        """True where nothing needs saying about its state."""
        return self.event.status is Status.PLANNED


Cards = tuple[EventCard, ...]
Key = TypeVar("Key")


def event_card(campaign: Campaign, event: OutreachEvent, words: Words) -> EventCard:
    """The card of one event in the language of the words."""
    language, zone = words.language, campaign.campaign.time_zone
    county = campaign.county_of[event.id]
    kind, form = campaign.place_kind(event.place_kind), campaign.form(event.form)
    return EventCard(
        event=event,
        path=urls.page("event", event.id),
        title=event.title[language],
        day=event.starts.date(),
        clock=dates(language).clock(event.starts, event.ends),
        starts=machine(event.starts, zone),
        ends=machine(event.ends, zone),
        venue=event.venue[language],
        county=county,
        county_name=county.short_name[language],
        kind=kind,
        kind_name=kind.name[language],
        form=form,
        form_name=form.name[language],
        status=event.status.value,
        status_word=getattr(words, f"status_{event.status.value}"),
    )


def grouped(pairs: Iterable[tuple[Key, EventCard]]) -> dict[Key, Cards]:
    """The cards of each key, in the order they come."""
    groups: defaultdict[Key, list[EventCard]] = defaultdict(list)
    for key, card in pairs:
        groups[key].append(card)
    return {key: tuple(cards) for key, cards in groups.items()}
