"""Cards: an outreach event as lists show it, in one language; and cards put together by what they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from campaign.core.times import Part, begins_and_ends, daily, day_of, days_of, hours_on
from campaign.kinds import Campaign, urls
from campaign.kinds.brief import State
from campaign.kinds.county import County
from campaign.kinds.event import OutreachEvent
from campaign.kinds.notice import Bulletin, bulletin_on
from campaign.kinds.place_kind import Form, PlaceKind
from campaign.kinds.status import badge, state
from campaign.kinds.timeline import Appearance
from campaign.say.dates import dates, machine
from campaign.say.words import Words


@dataclass(frozen=True, slots=True)
class EventCard:
    """An outreach event as lists show it: every text in the edition's language.

    day, clock, starts, ends: its own, or those of one of its days; part, lasting: what that day is to it, and in words;
    times: where its hours are those of each of several days, each from start to end (ISO 8601 intervals); carried: True
    where it has been going on since the day before; state, badge: where it stands, and what says so beside its name;
    urgent: the urgent notice where it is about this event.
    """

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
    state: State
    badge: str
    times: str = ""
    part: Part = Part.ONLY
    lasting: str = ""
    carried: bool = False
    urgent: Bulletin | None = None

    @property
    def id(self) -> str:
        """The event's id."""
        return self.event.id

    @property
    def sample(self) -> bool:
        """True where the facts aren't the office's own."""
        return self.event.sample

    @property
    def timed(self) -> bool:
        """True where its hours are known."""
        return isinstance(self.event.starts, datetime)

    @property
    def stamp(self) -> str:
        """When it starts, for `<time datetime>`: the moment, or the day where no hour is known."""
        return self.starts if self.timed else self.day.isoformat()


Cards = tuple[EventCard, ...]
Key = TypeVar("Key")


def event_card(campaign: Campaign, event: OutreachEvent, words: Words) -> EventCard:
    """The card of one event in the language of the words."""
    language, zone = words.language, campaign.campaign.time_zone
    county = campaign.county_of[event.id]
    starts, ends = begins_and_ends(event.starts, event.ends)
    kind, form = campaign.place_kind(event.place_kind), campaign.form(event.form)
    return EventCard(
        event=event,
        path=urls.page("event", event.id),
        title=event.title[language],
        day=day_of(event.starts),
        clock=dates(language).clock(event.starts, event.ends),
        starts=machine(starts, zone),
        ends=machine(ends, zone),
        venue=event.venue[language],
        county=county,
        county_name=county.short_name[language],
        kind=kind,
        kind_name=kind.name[language],
        form=form,
        form_name=form.name[language],
        state=(told := state(event)),
        badge=badge(told, words),
        times=" ".join(_times(event, zone)),
        urgent=bulletin_on(campaign, ("event", event.id), language),
    )


def _times(event: OutreachEvent, zone: str) -> Iterator[str]:
    if daily(event.starts, event.ends):
        for day in days_of(event.starts, event.ends):
            yield "/".join(machine(moment, zone) for moment in hours_on(day, event.starts, event.ends))


def card_on(card: EventCard, one: Appearance, words: Words, zone: str) -> EventCard:
    """The card of an event on one of its days; the card itself where it has no other."""
    if one.part is Part.ONLY:
        return card
    said, span = dates(words.language), one.stretch.span
    return replace(
        card,
        day=one.day,
        clock=said.on(one.day, span.starts, span.ends),
        starts=machine(one.starts, zone),
        ends=machine(one.ends, zone),
        part=one.part,
        lasting=said.lasting(one.part, span.starts, span.ends),
        carried=one.carried,
    )


def cards_by_day(campaign: Campaign, cards: Iterable[EventCard], words: Words) -> dict[date, Cards]:
    """Each day of the campaign with those of the cards that it covers, by their hours on it."""
    whole, zone = {card.id: card for card in cards}, campaign.campaign.time_zone
    return {
        day: tuple(
            card_on(whole[one.stretch.brief.id], one, words, zone)
            for one in found
            if one.stretch.brief.kind == "event" and one.stretch.brief.id in whole
        )
        for day, found in campaign.timeline.items()
    }


def counted(words: Words, cards: Cards) -> str:
    """How many events take place on a day, and how many of them began before."""
    found = held(cards)
    return words.count_on("events", len(found), continuing=[one.lasting for one in found if not one.part.begins])


def held(cards: Iterable[EventCard]) -> Cards:
    """Those of the cards whose events take place: what is counted wherever events are."""
    return tuple(card for card in cards if card.state.holds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What else there is on a day, as lists show it: a dated activity, the exhibition.

    key: of its stretch of time; title: what takes place; name: the same in short; kind: what it is, and what it belongs
    to; when: its hours, or its days; part, lasting: what the day is to it, and in words; carried, urgent: as an
    event's; state, badge: where it stands, and what says so beside its name.
    """

    key: tuple[str, str, int]
    title: str
    name: str
    kind: str
    path: str
    when: str
    day: date
    part: Part
    lasting: str
    carried: bool
    starts: str
    ends: str
    venue: str
    county: str
    timed: bool
    sample: bool
    urgent: Bulletin | None
    state: State
    badge: str


def beside(campaign: Campaign, one: Appearance, words: Words) -> Beside:
    """An appearance of anything but an outreach event, in the language of the words."""
    language, brief, span = words.language, one.stretch.brief, one.stretch.span
    said, zone = dates(language), campaign.campaign.time_zone
    kinds = [brief.kicker, brief.title if span.what else None]
    return Beside(
        key=one.stretch.key,
        county=brief.county,
        title=(span.what or brief.title)[language],
        name=((span.what if len(brief.when) > 1 else None) or brief.title)[language],
        kind=" · ".join(part[language] for part in kinds if part),
        path=urls.page(*brief.link) if brief.link else "",
        when=said.on(one.day, span.starts, span.ends),
        day=one.day,
        part=one.part,
        lasting=said.lasting(one.part, span.starts, span.ends),
        carried=one.carried,
        starts=machine(one.starts, zone),
        ends=machine(one.ends, zone),
        venue=brief.where.venue[language] if brief.where.venue else "",
        timed=one.stretch.timed,
        sample=one.stretch.sample,
        urgent=bulletin_on(campaign, (brief.kind, brief.id), language),
        state=brief.state,
        badge=badge(brief.state, words),
    )


def grouped(pairs: Iterable[tuple[Key, EventCard]]) -> dict[Key, Cards]:
    """The cards of each key, in the order they come."""
    groups: defaultdict[Key, list[EventCard]] = defaultdict(list)
    for key, card in pairs:
        groups[key].append(card)
    return {key: tuple(cards) for key, cards in groups.items()}
