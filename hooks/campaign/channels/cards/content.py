"""What a share card says: what it is about, in the page's language with another in support, and a fact or two."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from campaign.core.artifact import Source
from campaign.core.context import BuildContext
from campaign.core.language import Localized, html_lang
from campaign.kinds import Campaign
from campaign.kinds.exhibition import Booth
from campaign.kinds.outreach import County, OutreachEvent, PlaceKind, Status
from campaign.kinds.plan import Activity, Priority
from campaign.kinds.screens import Display
from campaign.say.dates import Dates
from campaign.say.words import Words, words

DOT = " · "


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The words of one card.

    title: what it is about, lines where the office broke it itself; label: what kind of page it is; facts: the first
    stands out; notice: what has changed; official: the title is official wording; look: as `looks.scheme` has it.
    """

    title: str
    lines: tuple[str, ...] = ()
    support: str | None = None
    label: str = ""
    facts: tuple[str, ...] = ()
    notice: str = ""
    official: bool = False
    sample: bool = False
    look: str = "red"
    tint: str = ""
    pictogram: str = ""


@dataclass(frozen=True)
class Voice:
    """A campaign as one language's cards tell it."""

    campaign: Campaign
    context: BuildContext
    language: str

    @cached_property
    def words(self) -> Words:
        """Our own words."""
        return words(self.language)

    @cached_property
    def dates(self) -> Dates:
        """Days and hours."""
        return Dates(self.words, self.campaign.campaign.time_zone)

    @property
    def second(self) -> str | None:
        """The language in support: the first of the site's that isn't this one."""
        return next((tag for tag in self.campaign.languages if tag != self.language), None)

    def both(self, text: Localized) -> tuple[str, str | None]:
        """A text in this language and in support; no support where it says the same."""
        lead, support = text[self.language], text[self.second] if self.second else None
        return lead, (None if support == lead else support)

    @property
    def week(self) -> str:
        """The campaign's days."""
        week = self.campaign.campaign.week
        return self.dates.full_span(week.starts, week.ends)

    def events(self, count: int) -> tuple[str, ...]:
        """How many events, where there are any."""
        return (self.words.count("events", count),) if count else ()


def lang(tag: str) -> str:
    """What Typst takes as `lang`: two or three letters."""
    return html_lang(tag).split("-")[0]


def sample_mark(voice: Voice) -> str:
    """The sample mark in both languages."""
    tags = (voice.language, *([voice.second] if voice.second else []))
    return " ".join(dict.fromkeys(words(tag).sample for tag in tags))


def record_content(voice: Voice, source: Source) -> Content | None:
    """What the card of a record's page says; None for a kind nobody composed."""
    composed = RECORDS.get(source.kind)
    return composed(voice, source.id) if composed else None


def single_content(voice: Voice, name: str, titles: Mapping[str, str]) -> Content:
    """What the card of a page says that there is one of; titles: the page's own title in each language."""
    composed = SINGLES.get(name)
    title, support = voice.both(Localized(titles))
    if composed:
        return composed(voice, title)
    return Content(title=title, support=support, facts=(voice.week,), look=LOOKS.get(name, "red"))


def written_content(voice: Voice, title: str, *, learn: str = "") -> Content:
    """What the card of a hand-written page says; learn: the title of the pages it belongs to."""
    return Content(title=title, label="" if learn == title else learn, look="paper")


def _event(voice: Voice, record_id: str) -> Content:
    event: OutreachEvent = voice.campaign.record("event", record_id)  # type: ignore[assignment]
    kind, county = voice.campaign.place_kind(event.place_kind), voice.campaign.county_of[event.id]
    title, support = voice.both(event.title)
    where = DOT.join((county.short_name[voice.language], event.venue[voice.language]))
    return Content(
        title=title,
        support=support,
        label=kind.entry[voice.language],
        facts=(voice.dates.when(event.starts, event.ends), where),
        notice="" if event.status is Status.PLANNED else getattr(voice.words, f"status_{event.status.value}"),
        sample=event.sample,
        look="tint",
        tint=kind.tint,
        pictogram=kind.pictogram,
    )


def _booth(voice: Voice, record_id: str) -> Content:
    booth: Booth = voice.campaign.record("booth", record_id)  # type: ignore[assignment]
    exhibitor, zone = voice.campaign.exhibitor(booth.exhibitor), voice.campaign.zone(booth.zone)
    title, support = voice.both(exhibitor.name)
    venue = voice.campaign.exhibition.venue[voice.language] if voice.campaign.exhibition else ""
    return Content(
        title=title,
        support=support,
        label=f"{voice.words.booth} {booth.number}",
        facts=(booth.ask[voice.language], DOT.join((zone.name[voice.language], venue))),
        sample=booth.sample or exhibitor.sample or zone.sample,
        look="tint",
        tint=zone.tint,
    )


def _priority(voice: Voice, record_id: str) -> Content:
    record: Priority = voice.campaign.priority(record_id)
    title, support = voice.both(record.name)
    count = sum(record_id in event.priorities for event in voice.campaign.events)
    return Content(
        title=title,
        support=support,
        label=voice.words.poster_priority,
        facts=voice.events(count),
        sample=record.sample,
        look="paper",
    )


def _activity(voice: Voice, record_id: str) -> Content:
    record: Activity = voice.campaign.activity(record_id)
    title, support = voice.both(record.name)
    first = record.dates[0] if record.dates else None
    facts = [voice.dates.span(first.starts, first.ends)] if first else []
    facts += [record.place[voice.language]] if record.place else []
    return Content(
        title=title,
        support=support,
        label=voice.words.poster_activity,
        facts=tuple(facts),
        sample=record.sample,
        look="ochre",
    )


def _place_kind(voice: Voice, record_id: str) -> Content:
    record: PlaceKind = voice.campaign.place_kind(record_id)
    title, support = voice.both(record.entry)
    count = sum(event.place_kind == record_id for event in voice.campaign.events)
    return Content(
        title=title,
        support=support,
        label=voice.campaign.six_entries.name[voice.language],
        facts=(*voice.events(count), voice.week),
        sample=record.sample,
        look="tint",
        tint=record.tint,
        pictogram=record.pictogram,
    )


def _county(voice: Voice, record_id: str) -> Content:
    record: County = voice.campaign.county(record_id)
    title, support = voice.both(record.name)
    count = sum(file.county == record_id and len(file.events) for file in voice.campaign.outreach)
    return Content(
        title=title,
        support=support,
        label=voice.words.programme,
        facts=(*voice.events(count), voice.week),
        sample=record.sample,
    )


def _display(voice: Voice, record_id: str) -> Content:
    record: Display = voice.campaign.record("display", record_id)  # type: ignore[assignment]
    title, support = voice.both(record.name)
    facts = (record.place[voice.language],)
    return Content(title=title, support=support, label=voice.words.screens, facts=facts, sample=record.sample)


def _theme(voice: Voice, title: str) -> Content:
    """The official theme in the office's own lines."""
    theme = voice.campaign.theme
    official, support = voice.both(theme.official)
    return Content(
        title=official,
        lines=theme.lines.get(voice.language, ()),
        support=support,
        label=title,
        facts=(voice.week,),
        official=True,
    )


def _home(voice: Voice, _: str) -> Content:
    return _theme(voice, "")


def _exhibition(voice: Voice, title: str) -> Content:
    plaza = voice.campaign.exhibition
    if plaza is None:
        raise KeyError("no exhibition")
    support = voice.both(plaza.name)[1]
    opening = plaza.openings[0] if plaza.openings else None
    when = [voice.dates.day(opening.day) + f" {opening.opens:%H:%M}–{opening.closes:%H:%M}"] if opening else []
    return Content(
        title=title,
        support=support,
        facts=(*when, plaza.venue[voice.language]),
        sample=plaza.sample or bool(opening and opening.sample),
        look="teal",
    )


RECORDS: Mapping[str, Callable[[Voice, str], Content]] = MappingProxyType(
    {
        "event": _event,
        "booth": _booth,
        "priority": _priority,
        "activity": _activity,
        "place_kind": _place_kind,
        "county": _county,
        "display": _display,
    }
)
"""How the card of each kind of record is composed."""

SINGLES: Mapping[str, Callable[[Voice, str], Content]] = MappingProxyType(
    {"home": _home, "theme": _theme, "exhibition": _exhibition}
)
"""How the cards are composed of pages with a message of their own; every other one says its title and the days."""

LOOKS: Mapping[str, str] = MappingProxyType(
    {"priorities": "paper", "quiz": "paper", "faq": "paper", "activities": "ochre", "coverage": "teal"}
)
"""The look of those others: as the pages below them."""
