"""Calendars: the campaign's events for the calendar of a phone (RFC 5545, RFC 7986)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from functools import cached_property
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vText

from campaign.channels.feeds.addresses import NOTICE, calendars, gone, gone_notices, notice_name
from campaign.channels.feeds.entries import Entry, entry, marked
from campaign.core.context import BuildContext
from campaign.core.language import said_in
from campaign.core.times import DAY, daily, days_of, hours_on
from campaign.history import REMOVED, History, Line, Revision, named_on, uid
from campaign.kinds import Campaign, urls
from campaign.kinds.brief import Brief, Span
from campaign.kinds.event import OutreachEvent, registration
from campaign.kinds.notice import bulletin, concerned
from campaign.kinds.status import Status
from campaign.kinds.timeline import Stretch, named
from campaign.paper.outdated import NONE, Outdated
from campaign.say.dates import dates
from campaign.say.text import plain
from campaign.say.words import words
from campaign.workshop.time_zones import rules

STATUS = {Status.CANCELLED: "CANCELLED", Status.POSTPONED: "TENTATIVE"}
"""RFC 5545 3.8.1.11; every other state is CONFIRMED."""
END = b"END:VCALENDAR\r\n"


class Calendars:
    """The calendars of one language. Each event is written once and put into every file it belongs to."""

    def __init__(
        self,
        campaign: Campaign,
        context: BuildContext,
        language: str,
        history: History,
        now: datetime | None = None,
        paper: Outdated = NONE,
    ) -> None:
        self.campaign, self.context, self.language, self.history = campaign, context, language, history
        self._now = now or datetime.combine(context.today, time())
        self._paper = paper
        self._words = words(language)
        self._zone = ZoneInfo(campaign.campaign.time_zone)
        self._name = campaign.campaign.name[language]
        self._heads: dict[str, bytes] = {}

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Everything the whole calendar holds, by UID, in its order: events, what else stands in the timeline, and
        what was published and has left the campaign."""
        made = [*self._notice(), *self._events(), *self._others()]
        return {one.uid: one for one in [*made, *self._removed(frozenset(one.uid for one in made))]}

    def files(self, revisions: Mapping[str, Revision]) -> Iterator[tuple[tuple[str, str], bytes]]:
        """Each calendar by its kind and id, the whole one first, by none; revisions: of each entry, by UID."""
        written = {one.uid: one.as_of(revisions[one.uid]) for one in self.entries.values()}
        yield ("", ""), self._file(self._name, written.values())
        parts: dict[str, list[bytes]] = {}
        for one in self.entries.values():
            for part in one.parts:
                parts.setdefault(part, []).append(written[one.uid])
        for kind, name in calendars(self.campaign, self.history):
            yield (kind, name), self._file(self._named(kind, name), parts.get(f"{kind}/{name}", ()))

    def _named(self, kind: str, record_id: str) -> str:
        """What a calendar is called: an event's as the whole, every other by what its events share."""
        if kind == "exhibition" and self.campaign.exhibition:
            return self.campaign.exhibition.name[self.language]
        if kind == "event":
            return self._name
        record = self.campaign.record(kind, record_id)
        name = record.name[self.language]  # type: ignore[attr-defined]
        return f"{name}{self._words.title_join}{self._name}"

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
        return rules(zone, week.starts.year - 1, week.ends.year + 2)

    def _notice(self) -> Iterator[Entry]:
        """The urgent notice as long as it holds; one that says no beginning begins with its last day."""
        notice, said = self.campaign.notice, bulletin(self.campaign, self.language)
        if notice is None or said is None:
            return
        name = notice_name(self.campaign, self.history)
        starts = notice.starts or datetime.combine(notice.ends.date(), time())
        made = self._begun(NOTICE, name)
        made.add("summary", self._words.say("bracketed", mark=said.title) + self._marked(said.text, sample=said.sample))
        self._set(made, starts, notice.ends)
        made.add("transp", "TRANSPARENT")
        made.add("description", "\n".join(filter(None, (said.when, said.lent))))
        self._address(made, urls.page("home"))
        counties = sorted(name for kind, name in concerned(self.campaign) or () if kind == "county")
        yield entry(
            made,
            f"{NOTICE}/{name}",
            title=said.text,
            named=named_on(self.campaign.issued, changed=starts.date()),
            parts=tuple(f"county/{county}" for county in counties),
            sample=notice.sample,
        )

    def _events(self) -> Iterator[Entry]:
        return map(self._event, self.campaign.events)

    def _event(self, event: OutreachEvent) -> Entry:
        """One outreach event; its state stands in the title too, because many phones don't show STATUS."""
        made, language = self._begun("event", event.id), self.language
        made.add("summary", self._marked(event.title[language], event.status, sample=event.sample))
        self._time(made, Span(starts=event.starts, ends=event.ends))
        place = [event.venue, event.address] if event.address else [event.venue]
        made.add("location", self._words.joiner.join(one[language] for one in place))
        made.add("description", "\n".join(self._said(event)))
        made.add("status", STATUS.get(event.status, "CONFIRMED"))
        made.add("categories", [self.campaign.place_kind(event.place_kind).name[language]])
        self._address(made, urls.page("event", event.id))
        county = self.campaign.county_of[event.id].id
        return entry(
            made,
            f"event/{event.id}",
            title=event.title[language],
            named=named_on(self.campaign.issued, status=event.status, changed=event.changed_on),
            state=event.status.value,
            parts=(f"county/{county}", f"place_kind/{event.place_kind}", f"event/{event.id}"),
            sample=event.sample,
        )

    def _marked(self, title: str, state: Status = Status.PLANNED, *, sample: bool) -> str:
        """A title after its marks; a release has none of sample data."""
        return marked(title, state, self._words, sample=sample and not self.context.release)

    def _said(self, event: OutreachEvent) -> Iterator[str]:
        """What the event's page says first: what changed, for whom, what it is."""
        said, language = self._words, self.language
        if event.change:
            yield f"{said.event_change}{said.colon}{event.change[language]}"
        if event.previously:
            yield f"{said.event_previously}{said.colon}{dates(language).moment(event.previously)}"
        yield from self._paper.get(("event", event.id), ())
        yield f"{said.audience}{said.colon}{event.audience[language]}"
        if event.status.holds:
            yield from self._way(event)
        yield plain(event.summary[language], longest=500)

    def _way(self, event: OutreachEvent) -> Iterator[str]:
        """How one gets there, and whether one must register."""
        if event.getting_there:
            yield event.getting_there[self.language]
        if said := registration(self.campaign, event):
            yield said[self.language]

    def _others(self) -> Iterator[Entry]:
        """All that stands in the timeline besides events: the exhibition's hours first, then what has days alone."""
        return (self._other(*one) for one in named(self.campaign) if one[0].brief.kind != "event")

    def _other(self, one: Stretch, name: str, which: str) -> Entry:
        """One of a record's times: its hours, or whole days; name, which: what tells it from others of its kind."""
        brief, span, language = one.brief, one.span, self.language
        title = brief.title[language] + (f"{self._words.colon}{span.what[language]}" if span.what else "")
        status = Status(brief.state.word)
        made = self._begun(brief.kind, name, which)
        made.add("summary", self._marked(title, status, sample=one.sample))
        self._time(made, span)
        if brief.where.venue:
            made.add("location", brief.where.venue[language])
        if said := [*self._changed(brief)]:
            made.add("description", "\n".join(said))
        if status is not Status.PLANNED:
            made.add("status", STATUS.get(status, "CONFIRMED"))
        if brief.link:
            self._address(made, urls.page(*brief.link))
        parts = ["exhibition/days"] if brief.kind == "exhibition" else []
        parts += [f"county/{brief.county}"] if brief.county else []
        return entry(
            made,
            f"{brief.kind}/{name}{which}",
            title=title,
            named=named_on(self.campaign.issued, status=status, changed=brief.state.since),
            state=status.value,
            parts=tuple(parts),
            sample=one.sample,
        )

    def _changed(self, brief: Brief) -> Iterator[str]:
        """What changed, and what paper says that isn't so any more."""
        if brief.state.change:
            yield f"{self._words.event_change}{self._words.colon}{brief.state.change[self.language]}"
        yield from self._paper.get((brief.kind, brief.id), ())

    def _time(self, made: Event, span: Span) -> None:
        """Its hours, of several days every day anew; of whole days the end is the day after (RFC 5545 3.6.1)."""
        starts, ends = span.starts, span.ends
        if not isinstance(starts, datetime) or not isinstance(ends, datetime):
            self._set(made, starts, ends + DAY)
        elif daily(starts, ends):
            self._set(made, starts, hours_on(starts.date(), starts, ends)[1], days=len(list(days_of(starts, ends))))
        else:
            self._set(made, starts, ends)

    def _set(self, made: Event, starts: date, ends: date, *, days: int = 1) -> None:
        """Both ends as a calendar has them, and on how many days; whole days keep nobody busy (RFC 5545 3.8.2.7)."""
        made.add("dtstart", self._zoned(starts))
        made.add("dtend", self._zoned(ends))
        if not isinstance(starts, datetime):
            made.add("transp", "TRANSPARENT")
        if days > 1:
            made.add("rrule", {"freq": "daily", "count": days})

    def _removed(self, there: frozenset[str]) -> Iterator[Entry]:
        """What phones have and the campaign hasn't any more: cancelled, for what is left out they keep for ever."""
        withdrawn = {line.uid for line in gone_notices(self.campaign, self.history, self._now)}
        for line in gone(self.campaign, self.history, there):
            if line.record.startswith(f"{NOTICE}/") and line.uid not in withdrawn:
                continue
            title = said_in(line.title, self.language)
            made = Event()
            made.add("uid", line.uid)
            made.add("summary", self._gone(title, line))
            self._set(made, _moment(line.starts), _moment(line.ends), days=line.days)
            said = self._words.notice_withdrawn_said if line.uid in withdrawn else self._words.removed_said
            made.add("description", said)
            made.add("status", STATUS[Status.CANCELLED])
            yield entry(
                made,
                line.record,
                title=title,
                named=named_on(self.campaign.issued),
                state=REMOVED,
                parts=line.parts,
                sample=line.sample,
            )

    def _gone(self, title: str, line: Line) -> str:
        """The title of what has left the campaign, after its mark."""
        if not line.record.startswith(f"{NOTICE}/"):
            return self._marked(title, Status.CANCELLED, sample=line.sample)
        return self._words.say("bracketed", mark=self._words.notice_withdrawn) + self._marked(title, sample=line.sample)

    def _zoned(self, moment: date) -> date:
        """A wall-clock moment with the campaign's time zone; a day has none."""
        return moment.replace(tzinfo=self._zone) if isinstance(moment, datetime) else moment

    def _begun(self, kind: str, name: str, which: str = "") -> Event:
        """An event with what identifies it: a UID that outlives every edit."""
        made = Event()
        made.add("uid", uid(self.campaign, self.history, kind, name, which))
        return made

    def _address(self, made: Event, path: str) -> None:
        """The page's address; none while the site's own is only an example."""
        head = self.campaign.campaign
        if not head.site_address_sample:
            made.add("url", head.site_address + urls.language_root(self.language, self.campaign.languages) + path)


def _moment(text: str) -> date | datetime:
    """A day or a wall-clock moment as the history has it."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
