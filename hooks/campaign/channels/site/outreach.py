"""Outreach: the kinds of place and the forms of work, and a page for each event."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from campaign.channels.site.cards import Cards, EventCard, grouped
from campaign.channels.site.edition import Edition
from campaign.channels.site.maps import map_links, map_searches
from campaign.core.artifact import Page, Source
from campaign.kinds import urls
from campaign.kinds.contact import Contact
from campaign.kinds.event import action, entry
from campaign.kinds.status import Status
from campaign.say.text import plain

NEIGHBOURS = 4
"""How many other events of the same day and county an event's page names."""


def pages(edition: Edition) -> Iterator[Page]:
    """The kinds of place and each of them; each event."""
    six = edition.campaign.six_entries
    yield edition.page(
        urls.page("six-entries"),
        "six-entries",
        title=edition.text(six.name),
        description=edition.text(six.lead),
        source=Source(kind="six-entries"),
        edit_path="six_entries.yml",
    )
    for kind in six.place_kinds:
        yield edition.page(
            urls.page("place_kind", kind.id),
            "place-kind",
            title=edition.text(kind.entry),
            description=plain(edition.text(kind.meaning)),
            source=Source(kind="place_kind", id=kind.id),
            edit_path="six_entries.yml",
            kind=kind,
        )
    yield from map(_Events(edition).page, edition.cards)


class _Events:
    """Writes the events' pages; holds what all of them need."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        on_days = (card for cards in edition.by_day.values() for card in cards)
        self.place_of = {
            card.id: (group, at)
            for group in grouped(((card.day, card.county.id), card) for card in on_days).values()
            for at, card in enumerate(group)
            if card.part.begins
        }

    def page(self, card: EventCard) -> Page:
        """One event's page."""
        edition, event = self.edition, card.event
        when = edition.dates.when(event.starts, event.ends)
        return edition.page(
            card.path,
            "event",
            title=card.title,
            description=f"{when} {card.venue} {plain(edition.text(event.summary), longest=90)}",
            source=Source(kind="event", id=event.id),
            edit_path=f"outreach/{card.county.id}.yml",
            card=card,
            event=event,
            when=edition.when(event.starts, event.ends),
            priorities=[edition.campaign.priority(one) for one in dict.fromkeys(event.priorities)],
            contacts=self._contacts(card),
            neighbours=self._neighbours(card),
            maps=self._maps(card),
            action=self._action(card),
            registration=self._registration(card),
            previously=edition.dates.moment(event.previously) if event.previously and card.state.holds else "",
            planned=Status.PLANNED.said(edition.words),
            another=another(card, edition.cards),
        )

    def _contacts(self, card: EventCard) -> tuple[Contact, ...]:
        """Whom to ask: the one the event names, else those of its county."""
        campaign, named = self.edition.campaign, card.event.contact
        return (campaign.contact(named),) if named else campaign.contacts_of(card.county.id)

    def _maps(self, card: EventCard) -> tuple[tuple[str, str], ...]:
        """Links to the map services; none where it has no place, isn't on, or comes to people itself."""
        event, edition = card.event, self.edition
        if not event.route or not card.form.public:
            return ()
        address = edition.text(event.address) if event.address else ""
        if event.coordinates is None:
            first, county = edition.campaign.languages[0], card.county
            if event.address is None:
                return ()
            return map_searches(event.address[first], county.name[first], edition.words, short=county.short_name[first])
        return map_links(event.coordinates, card.venue, address, edition.words)

    def _action(self, card: EventCard) -> str:
        """What it asks of people, if anything."""
        asked = action(self.edition.campaign, card.event)
        return self.edition.text(asked) if asked else ""

    def _registration(self, card: EventCard) -> str:
        """Whether one must register, in a sentence; nothing where that isn't known, or nobody can come."""
        said = entry(self.edition.campaign, card.event)
        return self.edition.text(said) if said else ""

    def _neighbours(self, card: EventCard) -> Cards:
        """The events around this one on its first day in the same county, itself left out."""
        group, at = self.place_of[card.id]
        first = max(0, min(at - NEIGHBOURS // 2, len(group) - NEIGHBOURS - 1))
        return tuple(one for one in group[first : first + NEIGHBOURS + 1] if one.id != card.id)


def another(card: EventCard, cards: Cards) -> str:
    """What the programme is asked, to find another event: still to come, as near this one as there is another.

    In the same county and kind of place, else in the county, else in the kind of place, else anywhere. Whether one is
    over only the device knows.
    """
    others = [one for one in cards if one.id != card.id and one.state.holds]
    county, kind = ("county", card.county.id), ("kind", card.kind.id)
    for asked, fits in (
        ((county, kind), lambda one: one.county.id == card.county.id and one.kind.id == card.kind.id),
        ((county,), lambda one: one.county.id == card.county.id),
        ((kind,), lambda one: one.kind.id == card.kind.id),
    ):
        if any(map(fits, others)):
            return "?" + urlencode((("coming", "1"), *asked))
    return "?coming=1"
