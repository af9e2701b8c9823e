"""Calendars: the campaign's events for the calendar of a phone (RFC 5545, RFC 7986)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from functools import cached_property
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vText

from campaign.core.context import BuildContext
from campaign.core.times import DAY, daily, days_of, hours_on
from campaign.kinds import Campaign, urls
from campaign.kinds.brief import Span
from campaign.kinds.event import OutreachEvent, Status
from campaign.kinds.timeline import Stretch, stretches
from campaign.say.dates import dates
from campaign.say.text import plain
from campaign.say.words import words

STATUS = {Status.CANCELLED: "CANCELLED", Status.POSTPONED: "TENTATIVE"}
"""RFC 5545 3.8.1.11; every other state is CONFIRMED."""
END = b"END:VCALENDAR\r\n"


class Calendars:
    """The calendars of one language. Each event is written once and put into every file it belongs to."""

    def __init__(self, campaign: Campaign, context: BuildContext, language: str) -> None:
        self.campaign, self.context, self.language = campaign, context, language
        self._words = words(language)
        self._zone = ZoneInfo(campaign.campaign.time_zone)
        self._name = campaign.campaign.name[language]
        self._heads: dict[str, bytes] = {}

    def whole(self) -> bytes:
        """All that stands in the timeline: every event, the exhibition's hours, the plan's dated activities."""
        return self._file(self._name, [*self._events.values(), *(part for _, part in self._others)])

    def exhibition(self) -> bytes:
        """The exhibition's hours."""
        name = self.campaign.exhibition.name[self.language] if self.campaign.exhibition else self._name
        return self._file(name, [part for one, part in self._others if one.brief.kind == "exhibition"])

    def of(self, kind: str, record_id: str) -> bytes:
        """The events of one county, and what else takes place there, or of one place kind, or one event alone."""
        if kind == "event":
            return self._file(self._name, [self._events[record_id]])
        county = self.campaign.county_of
        chosen = [
            one.id
            for one in self.campaign.events
            if record_id == (county[one.id].id if kind == "county" else one.place_kind)
        ]
        record = self.campaign.record(kind, record_id)
        name = record.name[self.language]  # type: ignore[attr-defined]
        beside = [part for one, part in self._others if kind == "county" and one.brief.county == record_id]
        return self._file(
            f"{name}{self._words.title_join}{self._name}", [*(self._events[one] for one in chosen), *beside]
        )

    def _file(self, name: str, parts: Iterable[bytes]) -> bytes:
        """One calendar: its head and time zone, then the events as written before."""
        if name not in self._heads:
            self._heads[name] = self._head(name)
        return b"".join([self._heads[name], *parts, END])

    def _head(self, name: str) -> bytes:
        head = Calendar()
        head.add("prodid", f"-//campaign press//{self.campaign.campaign.id}//{self.language.upper()}")
        head.add("version", "2.0")
        head.add("name", name)
        head.add("x-wr-calname", name)
        head.add("x-wr-timezone", self.campaign.campaign.time_zone)
        head["refresh-interval"] = vText("PT12H")
        head["refresh-interval"].params["VALUE"] = "DURATION"
        return bytes(head.to_ical().removesuffix(END) + self._time_zone)

    @cached_property
    def _time_zone(self) -> bytes:
        """The rules of the campaign's time zone in the campaign's years."""
        week, zone = self.campaign.campaign.week, self.campaign.campaign.time_zone
        first, last = date(week.starts.year - 1, 1, 1), date(week.ends.year + 2, 1, 1)
        return bytes(Timezone.from_tzid(zone, first_date=first, last_date=last).to_ical())

    @cached_property
    def _events(self) -> dict[str, bytes]:
        return {event.id: self._event(event) for event in self.campaign.events}

    def _event(self, event: OutreachEvent) -> bytes:
        """One outreach event; its state stands in the title too, because many phones don't show STATUS."""
        least = int(event.status is not Status.PLANNED)
        made, language = self._begun("event", event.id, changed=event.changed_on, least=least), self.language
        made.add("summary", self._title(event))
        self._time(made, Span(starts=event.starts, ends=event.ends))
        place = [event.venue, event.address] if event.address else [event.venue]
        made.add("location", self._words.joiner.join(one[language] for one in place))
        made.add("description", "\n".join(self._said(event)))
        made.add("status", STATUS.get(event.status, "CONFIRMED"))
        made.add("categories", [self.campaign.place_kind(event.place_kind).name[language]])
        self._address(made, urls.page("event", event.id))
        return bytes(made.to_ical())

    def _title(self, event: OutreachEvent) -> str:
        said = self._words
        marks = [] if event.status is Status.PLANNED else [getattr(said, f"status_{event.status.value}")]
        marks += [said.sample] if event.sample and not self.context.release else []
        return "".join(said.bracketed.format(mark=mark) for mark in marks) + event.title[self.language]

    def _said(self, event: OutreachEvent) -> Iterator[str]:
        """What the event's page says first: what changed, for whom, what it is."""
        said, language = self._words, self.language
        if event.change:
            yield f"{said.event_change}{said.colon}{event.change[language]}"
        if event.previously:
            yield f"{said.event_previously}{said.colon}{dates(language).moment(event.previously)}"
        yield f"{said.audience}{said.colon}{event.audience[language]}"
        yield plain(event.summary[language], longest=500)

    @cached_property
    def _others(self) -> list[tuple[Stretch, bytes]]:
        """All that stands in the timeline besides events: the exhibition's hours first, then what has days alone."""
        found = [one for one in stretches(self.campaign) if one.brief.kind != "event"]
        return [(one, self._other(one)) for one in sorted(found, key=lambda one: not one.timed)]

    def _other(self, one: Stretch) -> bytes:
        """One of a record's times: its hours; or whole days, which keep nobody busy."""
        brief, span, language = one.brief, one.span, self.language
        made = self._begun(brief.kind, f"{brief.id}-{one.number}" if brief.id else one.first.isoformat())
        mark = self._words.bracketed.format(mark=self._words.sample) if one.sample and not self.context.release else ""
        what = f"{self._words.colon}{span.what[language]}" if span.what else ""
        made.add("summary", mark + brief.title[language] + what)
        self._time(made, span)
        if brief.where.venue:
            made.add("location", brief.where.venue[language])
        if not one.timed:
            made.add("transp", "TRANSPARENT")
        if brief.link:
            self._address(made, urls.page(*brief.link))
        return bytes(made.to_ical())

    def _time(self, made: Event, span: Span) -> None:
        """Its hours, of several days every day anew; of whole days the end is the day after (RFC 5545 3.6.1)."""
        starts, ends = span.starts, span.ends
        if not isinstance(starts, datetime) or not isinstance(ends, datetime):
            made.add("dtstart", starts)
            made.add("dtend", ends + DAY)
            return
        stops = hours_on(starts.date(), starts, ends)[1] if daily(starts, ends) else ends
        made.add("dtstart", starts.replace(tzinfo=self._zone))
        made.add("dtend", stops.replace(tzinfo=self._zone))
        if daily(starts, ends):
            made.add("rrule", {"freq": "daily", "count": len(list(days_of(starts, ends)))})

    def _begun(self, kind: str, name: str, *, changed: date | None = None, least: int = 0) -> Event:
        """An event with what identifies it: a UID that outlives every edit, and when it was last written about.

        least: its SEQUENCE at least, 1 where it isn't as planned though nobody wrote on which day it changed.
        """
        made, first = Event(), self._issued
        made.add("uid", f"{kind}-{name}@{self.campaign.campaign.id}")
        made.add("dtstamp", datetime.combine(changed or first, time(), UTC))
        made.add("sequence", max(least, (changed - first).days + 1) if changed else least)
        return made

    @cached_property
    def _issued(self) -> date:
        """The day the data speaks from: the same on every day of building."""
        plan = self.campaign.plan
        return min(plan.issued, self.campaign.campaign.week.starts) if plan else self.campaign.campaign.week.starts

    def _address(self, made: Event, path: str) -> None:
        """The page's address; none while the site's own is only an example."""
        head = self.campaign.campaign
        if not head.site_address_sample:
            made.add("url", head.site_address + urls.language_root(self.language, self.campaign.languages) + path)
