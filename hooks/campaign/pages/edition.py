"""An edition: the campaign in one language, with everything its pages look up worked out once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from markupsafe import Markup

from campaign import urls
from campaign.artifact import Page, Source
from campaign.context import BuildContext
from campaign.language import Localized, html_lang
from campaign.model import Campaign
from campaign.model.outreach import County, Form, OutreachEvent, PlaceKind, Status
from campaign.pages import numerals
from campaign.pages.dates import Dates
from campaign.pages.press import template
from campaign.pages.text import paragraphs, rich
from campaign.pages.ways import Way
from campaign.words import words


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


class Edition:
    """One language's site: texts, dates, cards and lookups for its pages."""

    def __init__(self, campaign: Campaign, context: BuildContext, language: str) -> None:
        self.campaign = campaign
        self.context = context
        self.language = language
        self.words = words(language)
        self.dates = Dates(self.words, campaign.campaign.time_zone)
        self.official_language = campaign.campaign.official_language
        self.is_official = language == self.official_language
        self.single = singles(campaign)

    def text(self, localized: Localized) -> str:
        """A text in this language."""
        return localized[self.language]

    def rich(self, localized: Localized) -> Markup:
        """A rich text in this language, as safe HTML."""
        return rich(localized[self.language])

    def paragraphs(self, localized: Localized) -> Markup:
        """A plain text in this language, one paragraph per line."""
        return paragraphs(localized[self.language])

    def numbered(self, localized: Localized, number: int) -> Markup:
        """A plain text as paragraphs, the first of them beginning with its official number."""
        return paragraphs(self.item(number) + localized[self.language])

    def original(self, localized: Localized) -> str:
        """The official wording where this language only translates it; else nothing."""
        text = localized.get(self.official_language, "")
        return "" if self.is_official or text == localized[self.language] else text

    @property
    def official_lang(self) -> str:
        """The `lang` attribute of the official wording."""
        return html_lang(self.official_language)

    def item(self, number: int) -> str:
        """（一） / (1) ."""
        return numerals.item(self.words, number)

    @cached_property
    def cards(self) -> Cards:
        """Every event, in order of time."""
        return tuple(self._card(event) for event in self.campaign.events)

    def _card(self, event: OutreachEvent) -> EventCard:
        county = self.campaign.county_of[event.id]
        kind, form = self.campaign.place_kind(event.place_kind), self.campaign.form(event.form)
        return EventCard(
            event=event,
            path=urls.page("event", event.id),
            title=self.text(event.title),
            day=event.starts.date(),
            clock=self.dates.clock(event.starts, event.ends),
            starts=self.dates.machine(event.starts),
            ends=self.dates.machine(event.ends),
            venue=self.text(event.venue),
            county=county,
            county_name=self.text(county.short_name),
            kind=kind,
            kind_name=self.text(kind.name),
            form=form,
            form_name=self.text(form.name),
            status=event.status.value,
            status_word=getattr(self.words, f"status_{event.status.value}"),
        )

    @cached_property
    def by_day(self) -> Mapping[date, Cards]:
        """The events that start on each day of the week; every day has its key."""
        groups = _grouped((card.day, card) for card in self.cards)
        return {day: groups.get(day, ()) for day in self.campaign.days}

    @cached_property
    def by_county(self) -> Mapping[str, Cards]:
        """The events of each county, by its id."""
        groups = _grouped((card.county.id, card) for card in self.cards)
        return {county.id: groups.get(county.id, ()) for county in self.campaign.counties.counties}

    @cached_property
    def by_place_kind(self) -> Mapping[str, Cards]:
        """The events of each kind of place, by its id."""
        groups = _grouped((card.kind.id, card) for card in self.cards)
        return {kind.id: groups.get(kind.id, ()) for kind in self.campaign.six_entries.place_kinds}

    @cached_property
    def by_priority(self) -> Mapping[str, Cards]:
        """The events that serve each priority, by its id."""
        pairs = ((priority, card) for card in self.cards for priority in dict.fromkeys(card.event.priorities))
        groups = _grouped(pairs)
        return {one.id: groups.get(one.id, ()) for one in self.campaign.priorities.priorities}

    @cached_property
    def by_day_and_county(self) -> Mapping[tuple[date, str], Cards]:
        """The events of one day in one county."""
        return _grouped(((card.day, card.county.id), card) for card in self.cards)

    @cached_property
    def ordinals(self) -> Mapping[str, str]:
        """The official number of each priority and activity, by kind and id: `priority:x` is （一）."""
        kinds = ("priority", "activity")
        return {
            f"{kind}:{record.id}": self.item(number).strip()  # type: ignore[attr-defined]
            for kind in kinds
            for number, record in enumerate(_records(self.campaign, kind), 1)
        }

    def page(
        self,
        path: str,
        name: str,
        /,
        *,
        title: str,
        description: str,
        source: Source,
        edit_path: str,
        searchable: bool = True,
        **values: object,
    ) -> Page:
        """A page from the template of this name; the values are what the template shows."""
        way = Way.from_page(path, self.language, self.campaign.languages)
        body = template(f"{name}.j2.html").render(e=self, w=self.words, c=self.campaign, way=way, title=title, **values)
        return Page(
            path=path,
            language=self.language,
            title=title,
            description=description,
            body=body,
            source=source,
            edit_path=edit_path,
            searchable=searchable,
        )


def _records(campaign: Campaign, kind: str) -> Iterable[object]:
    if kind == "activity" and campaign.activities is None:
        return ()
    return campaign.records(kind)


def _grouped(pairs: Iterable[tuple[Key, EventCard]]) -> dict[Key, Cards]:
    groups: defaultdict[Key, list[EventCard]] = defaultdict(list)
    for key, card in pairs:
        groups[key].append(card)
    return {key: tuple(cards) for key, cards in groups.items()}


def singles(campaign: Campaign) -> frozenset[str]:
    """The pages there is one of that this campaign has: what it has no data for is left out, and nothing links to it."""
    missing = {
        "activities": campaign.activities is None,
        "exhibition": campaign.exhibition is None,
        "plan": campaign.plan is None,
        "downloads": campaign.posters is None and campaign.screens is None,
    }
    return frozenset(name for name in urls.SINGLE if not missing.get(name, False))
