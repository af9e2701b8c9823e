"""An edition: the campaign in one language, with everything its pages look up worked out once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property

from markupsafe import Markup, escape

from campaign.channels.site.cards import (
    Beside,
    Cards,
    EventCard,
    beside,
    cards_by_day,
    counted,
    event_card,
    grouped,
    held,
)
from campaign.channels.site.changed import Change, change
from campaign.channels.site.gallery import Design, Gallery
from campaign.channels.site.links import Links
from campaign.channels.site.menus import staff_paths
from campaign.channels.site.offers import BARE, Offers
from campaign.channels.site.parts import Parts
from campaign.channels.site.presence import singles
from campaign.channels.site.samples import in_place, note, settled
from campaign.channels.site.sharing import Picture
from campaign.channels.site.templating import template
from campaign.channels.site.words import words
from campaign.core.artifact import Page, Source
from campaign.core.context import BuildContext
from campaign.core.language import Localized, html_lang
from campaign.kinds import Campaign, Record, kinds, urls
from campaign.kinds.brief import Span
from campaign.kinds.exhibition import Opening
from campaign.paper import Imprint
from campaign.say import numerals
from campaign.say.dates import dates
from campaign.say.text import paragraphs, rich
from campaign.workshop.pictures import Rendition


class Edition:
    """One language's site: texts, dates, cards and lookups for its pages."""

    def __init__(self, campaign: Campaign, context: BuildContext, language: str, *, offers: Offers = BARE) -> None:
        self.campaign = campaign
        self.context = context
        self.language = language
        self.words = words(language)
        self.dates = dates(language)
        self.official_language = campaign.campaign.official_language
        self.is_official = language == self.official_language
        self.single = singles(campaign)
        self.gallery = Gallery(campaign, self.words, offers.prints)
        self.packs, self.messages, self.senders = offers.packs, offers.messages, offers.senders
        self.reports = {report.display.id: report for report in offers.reports}
        self._imprints = offers.imprints or {}
        self._files = frozenset(offers.files)
        self._pictures = offers.pictures
        self._saved, self.history, self.paper = offers.saved, offers.history, offers.paper
        self._row, self._beside = template("_row.j2.html"), template("_beside.j2.html")
        self._rows: dict[tuple[str, date, str, bool], Markup] = {}

    def is_sample(self, record: Record) -> bool:
        """True where a record's facts aren't the office's own, by its kind's rule."""
        kind = kinds().get(getattr(record, "kind", ""))
        return kind.sample(self.campaign, record) if kind else bool(getattr(record, "sample", False))

    def sample_note(self, record: Record) -> Markup:
        """What a record leaves on its page about being a sample; nothing in a release."""
        kind = getattr(record, "kind", type(record).__name__.lower())
        return self.noted(kind, sample=self.is_sample(record))

    def noted(self, kind: str, *, sample: bool) -> Markup:
        """The same of what is made from records, by its kind."""
        return Markup() if self.context.release else note(kind, sample=sample)

    def _noted(self, html: str, kind: str, *, sample: bool) -> Markup:
        """A line that bears the mark, with a note in its place; an office's own gets one too."""
        return Markup(html) if self.context.release else in_place(html, self.words, kind, sample=sample)

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

    def when(self, starts: date, ends: date) -> Markup:
        """The days and the hours of something, neither broken by the end of a line, nor parted from its comma."""
        pattern, parts = self.dates.when_parts(starts, ends)
        whole = (
            Markup('<span class="nb">{}</span>').format(escape(piece.format(**parts))) for piece in pattern.split()
        )
        return Markup(" ").join(whole)

    def span(self, span: Span) -> str:
        """A span with its hours where it has any, else its days."""
        if isinstance(span.starts, datetime) and isinstance(span.ends, datetime):
            return self.dates.when(span.starts, span.ends)
        return self.dates.full_span(span.starts, span.ends)

    def hours(self, opening: Opening) -> Markup:
        """One day's opening hours."""
        return self.when(datetime.combine(opening.day, opening.opens), datetime.combine(opening.day, opening.closes))

    @property
    def months(self) -> bool:
        """True where a day's number alone doesn't say which it is: the campaign lasts from one month into another."""
        week = self.campaign.campaign.week
        return (week.starts.year, week.starts.month) != (week.ends.year, week.ends.month)

    @property
    def has_original(self) -> bool:
        """True where the plan can be read on this site in the language it was issued in, and this isn't it."""
        return not self.is_official and self.official_language in self.campaign.languages and "plan" in self.single

    @property
    def official_lang(self) -> str:
        """The `lang` attribute of the official wording."""
        return html_lang(self.official_language)

    def item(self, number: int) -> str:
        """（一） / (1) ."""
        return numerals.item(self.words, number)

    def change(self, kind: str, record_id: str = "") -> Change | None:
        """What isn't as planned of a record or a page, or isn't as paper says; None where all is."""
        return change(self.campaign, self.history, self.paper, (kind, record_id), self.words)

    def prints(self, kind: str, record_id: str = "") -> Sequence[Design]:
        """The posters of one record."""
        return self.gallery.of(kind, record_id)

    def imprint(self, kind: str, record_id: str = "") -> Imprint | None:
        """The printed address of one record, where it has one."""
        return self._imprints.get((kind, record_id))

    def picture(self, event_id: str) -> Sequence[Rendition]:
        """An event's photo in its sizes, smallest first; empty where it has none."""
        return self._pictures.get(event_id, ())

    def saved(self, about: str) -> Sequence[Picture]:
        """The pictures of the programme of a day (ISO) or a county, part by part."""
        return self._saved.get(about, ())

    def calendar(self, kind: str = "", record_id: str = "") -> str:
        """The path of a calendar file from the site's root; "" where the site has none."""
        return self.offered(urls.calendar(self.language, kind, record_id))

    def offered(self, path: str) -> str:
        """The path itself where the site has that file, else nothing."""
        return path if path in self._files else ""

    @property
    def placeholder(self) -> bool:
        """True while the site's address is only an example."""
        head = self.campaign.campaign
        return head.site_address_sample and self.context.site_address == head.site_address

    def subscription(self, path: str) -> str:
        """The webcal address of a calendar file; "" while the site's address is only an example."""
        return "" if self.placeholder or not path else "webcal:" + self.context.site_address.partition(":")[2] + path

    @cached_property
    def cards(self) -> Cards:
        """Every event, in order of time."""
        return tuple(event_card(self.campaign, event, self.words) for event in self.campaign.events)

    def row(self, card: EventCard, *, up: str, named: bool) -> Markup:
        """An event as a line of a list, made once for each depth of page; named: with the county's name."""
        key = (card.id, card.day, up, named)
        if key not in self._rows:
            sample = card.sample and not self.context.release
            html = self._row.render(card=card, up=up, named=named, sample=sample, w=self.words)
            self._rows[key] = self._noted(html, "event", sample=card.sample)
        return self._rows[key]

    @cached_property
    def by_day(self) -> Mapping[date, Cards]:
        """The events on each day of the week, whichever day they began on; every day has its key."""
        return self.on_days(self.cards)

    def on_days(self, cards: Cards) -> Mapping[date, Cards]:
        """Those of the cards that each day of the week has; every day has its key."""
        return cards_by_day(self.campaign, cards, self.words)

    @cached_property
    def beside(self) -> Mapping[date, tuple[Beside, ...]]:
        """What else there is on each day of the week: dated activities, the exhibition."""
        return {
            day: tuple(beside(self.campaign, one, self.words) for one in found if one.stretch.brief.kind != "event")
            for day, found in self.campaign.timeline.items()
        }

    @cached_property
    def parts(self) -> Parts:
        """The same days as they are shown whole: one by one, by the week or by the month."""
        return Parts(self.campaign.periods, self.by_day, self.beside, self.words)

    def count(self, cards: Cards) -> str:
        """How many events of a day take place, and how many of them began before."""
        return counted(self.words, cards)

    def many(self, cards: Cards) -> str:
        """How many of these events take place."""
        return self.words.count("events", len(held(cards)))

    def days(self, cards: Cards, *, county: str, up: str, named: bool) -> Iterator[tuple[date, Cards, list[Markup]]]:
        """The days of those of the cards, and of what else a county has: each with its events and all its lines."""
        for day, found in self.on_days(cards).items():
            others = [one for one in self.beside[day] if county and one.county == county]
            if found or others:
                yield day, found, list(self.rows(day, found, others, up=up, named=named))

    def rows(self, day: date, cards: Cards, others: Sequence[Beside], *, up: str, named: bool) -> Iterator[Markup]:
        """What of a day is to be shown, as lines: the whole campaign's own first, then events by their hours."""
        keys = [one.stretch.key for one in self.campaign.timeline[day]]
        own, events = {one.key: one for one in others}, {("event", card.id, 1): card for card in cards}
        yield from (self._line(own[key], up) for key in keys if key in own)
        yield from (self.row(events[key], up=up, named=named) for key in keys if key in events)

    def _line(self, one: Beside, up: str) -> Markup:
        """A line of anything but an event."""
        sample = one.sample and not self.context.release
        html = self._beside.render(one=one, up=up, sample=sample, w=self.words)
        return self._noted(html, one.key[0], sample=one.sample)

    @cached_property
    def by_county(self) -> Mapping[str, Cards]:
        """The events of each county, by its id."""
        groups = grouped((card.county.id, card) for card in self.cards)
        return {county.id: groups.get(county.id, ()) for county in self.campaign.counties.counties}

    @cached_property
    def by_place_kind(self) -> Mapping[str, Cards]:
        """The events of each kind of place, by its id."""
        groups = grouped((card.kind.id, card) for card in self.cards)
        return {kind.id: groups.get(kind.id, ()) for kind in self.campaign.six_entries.place_kinds}

    @cached_property
    def by_priority(self) -> Mapping[str, Cards]:
        """The events that serve each priority, by its id."""
        pairs = ((priority, card) for card in self.cards for priority in dict.fromkeys(card.event.priorities))
        groups = grouped(pairs)
        return {one.id: groups.get(one.id, ()) for one in self.campaign.priorities.priorities}

    @cached_property
    def ordinals(self) -> Mapping[str, str]:
        """The official number of each record that the plan numbers, by kind and id: `priority:x` is （一）."""
        return {
            f"{kind.name}:{record.id}": self.item(number).strip()
            for kind in kinds().values()
            for number, record in enumerate(kind.records(self.campaign) if kind.numbered else (), 1)
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
        way = Links.from_page(path, self.language, self.campaign.languages)
        body = template(f"{name}.j2.html").render(e=self, w=self.words, c=self.campaign, way=way, title=title, **values)
        return Page(
            path=path,
            language=self.language,
            title=title,
            description=description,
            body=settled(body, self.words),
            source=source,
            edit_path=edit_path,
            searchable=searchable and not path.startswith(staff_paths()),
        )
