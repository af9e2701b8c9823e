"""Calendars: the campaign's events for the calendar of a phone (RFC 5545, RFC 7986)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vText

from campaign.core.context import BuildContext
from campaign.kinds import Campaign, urls
from campaign.kinds.activity import Activity
from campaign.kinds.event import OutreachEvent, Status
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
        """Every event, the exhibition's hours, and the plan's dated activities."""
        return self._file(self._name, [*self._events.values(), *self._openings, *self._activities()])

    def exhibition(self) -> bytes:
        """The exhibition's hours."""
        name = self.campaign.exhibition.name[self.language] if self.campaign.exhibition else self._name
        return self._file(name, self._openings)

    def of(self, kind: str, record_id: str) -> bytes:
        """The events of one county or place kind, or one event alone."""
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
        return self._file(f"{name}{self._words.title_join}{self._name}", [self._events[one] for one in chosen])

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
        made.add("dtstart", event.starts.replace(tzinfo=self._zone))
        made.add("dtend", event.ends.replace(tzinfo=self._zone))
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
    def _openings(self) -> list[bytes]:
        return list(self._exhibition_days())

    def _exhibition_days(self) -> Iterator[bytes]:
        file = self.campaign.exhibition
        for opening in file.openings if file else ():
            made = self._begun("exhibition", opening.day.isoformat())
            sample = file is not None and (opening.sample or file.sample) and not self.context.release
            mark = self._words.bracketed.format(mark=self._words.sample) if sample else ""
            made.add("summary", mark + file.name[self.language])  # type: ignore[union-attr]
            made.add("dtstart", datetime.combine(opening.day, opening.opens, self._zone))
            made.add("dtend", datetime.combine(opening.day, opening.closes, self._zone))
            made.add("location", file.venue[self.language])  # type: ignore[union-attr]
            self._address(made, urls.page("exhibition"))
            yield bytes(made.to_ical())

    def _activities(self) -> Iterator[bytes]:
        file = self.campaign.activities
        for activity in file.activities if file else ():
            yield from (self._activity(activity, number) for number in range(len(activity.dates)))

    def _activity(self, activity: Activity, number: int) -> bytes:
        """A dated part of an activity, whole days: the end of an all-day event is the day after (RFC 5545 3.6.1)."""
        dates, made = activity.dates[number], self._begun("activity", f"{activity.id}-{number + 1}")
        made.add("summary", f"{activity.name[self.language]}{self._words.colon}{dates.what[self.language]}")
        made.add("dtstart", dates.starts)
        made.add("dtend", dates.ends + timedelta(days=1))
        made.add("transp", "TRANSPARENT")
        self._address(made, urls.page("activity", activity.id))
        return bytes(made.to_ical())

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
