"""Campaign: everything the folder says, complete and consistent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from functools import cached_property

from campaign.core.times import Period, begins_and_ends, periods
from campaign.kinds.activity import ActivitiesFile, Activity
from campaign.kinds.board import DisplayBoard
from campaign.kinds.booth import Booth, Exhibitor
from campaign.kinds.contact import Contact, ContactsFile
from campaign.kinds.county import CountiesFile, County
from campaign.kinds.display import Display, ScreensFile
from campaign.kinds.event import OutreachEvent, OutreachFile
from campaign.kinds.exhibition import ExhibitionFile, Zone
from campaign.kinds.faq import FaqFile
from campaign.kinds.fields import Record
from campaign.kinds.head import CampaignFile
from campaign.kinds.notice import NoticeFile
from campaign.kinds.place_kind import Form, PlaceKind, SixEntriesFile
from campaign.kinds.plan import PlanFile
from campaign.kinds.poster import PostersFile
from campaign.kinds.printed import PermalinksFile
from campaign.kinds.priority import PrioritiesFile, Priority
from campaign.kinds.quiz import QuizFile
from campaign.kinds.registry import kinds
from campaign.kinds.search import SearchFile
from campaign.kinds.term import TermsFile
from campaign.kinds.theme import ThemeFile
from campaign.kinds.timeline import Days, timeline
from campaign.say.length import length


@dataclass(frozen=True, kw_only=True)
class Campaign:
    """A whole campaign: every language complete, every reference leading somewhere, records in the office's order.

    more: files of kinds that nothing here asks for by name, by theirs.
    """

    campaign: CampaignFile
    plan: PlanFile | None = None
    theme: ThemeFile
    priorities: PrioritiesFile
    activities: ActivitiesFile | None = None
    six_entries: SixEntriesFile
    counties: CountiesFile
    exhibition: ExhibitionFile | None = None
    contacts: ContactsFile
    posters: PostersFile | None = None
    screens: ScreensFile | None = None
    notice: NoticeFile | None = None
    permalinks: PermalinksFile | None = None
    quiz: QuizFile | None = None
    faq: FaqFile | None = None
    terms: TermsFile | None = None
    search: SearchFile | None = None
    outreach: tuple[OutreachFile, ...] = ()
    more: Mapping[str, Record] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        """The site's language tags; the first is the one at the root."""
        return self.campaign.languages

    @property
    def issued(self) -> date:
        """The day the data speaks from: the same on every day of building."""
        first = self.campaign.week.starts
        return min(self.plan.issued, first) if self.plan and self.plan.issued else first

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Every day of the week, in order."""
        week = self.campaign.week
        return tuple(week.starts + timedelta(days=n) for n in range((week.ends - week.starts).days + 1))

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The same days as they are shown whole: one by one, or folded into weeks or months where they are many."""
        return periods(self.days)

    @property
    def length(self) -> str:
        """What people call so many days, as the keys of words end: `day`, `week`, `month` or `campaign`."""
        return length(len(self.days))

    @cached_property
    def events(self) -> tuple[OutreachEvent, ...]:
        """Every outreach event, by start, then end, then id."""
        found = (event for file in self.outreach for event in file.events)
        return tuple(sorted(found, key=lambda event: (*begins_and_ends(event.starts, event.ends), event.id)))

    @cached_property
    def timeline(self) -> Days:
        """What there is on each day of the week: events, dated activities, the exhibition; every day has its key."""
        return timeline(self)

    @cached_property
    def county_of(self) -> Mapping[str, County]:
        """The county of each event, by the event's id."""
        return {event.id: self.county(file.county) for file in self.outreach for event in file.events}

    @cached_property
    def _by_id(self) -> Mapping[tuple[str, str], Record]:
        return {(kind, record.id): record for kind in kinds() for record in self.records(kind)}  # type: ignore[attr-defined]

    def records(self, kind: str) -> Iterator[Record]:
        """Every record of a kind, in the order the files give."""
        found = kinds()[kind]
        return (record for source in self.of_file(found.file) for record in getattr(source, found.key))

    def of_file(self, name: str) -> tuple[Record, ...]:
        """What a file says, or each file of a folder; nothing where the campaign has none."""
        source = getattr(self, name) if name in _OWN else self.more.get(name)
        return source if isinstance(source, tuple) else () if source is None else (source,)

    def record(self, kind: str, record_id: str) -> Record:
        """One record; KeyError where there is none, which reading rules out for every reference."""
        return self._by_id[kind, record_id]

    def priority(self, record_id: str) -> Priority:
        """One publicity priority."""
        return self._by_id["priority", record_id]  # type: ignore[return-value]

    def activity(self, record_id: str) -> Activity:
        """One activity of the plan."""
        return self._by_id["activity", record_id]  # type: ignore[return-value]

    def place_kind(self, record_id: str) -> PlaceKind:
        """One kind of place."""
        return self._by_id["place_kind", record_id]  # type: ignore[return-value]

    def event(self, record_id: str) -> OutreachEvent:
        """One outreach event."""
        return self._by_id["event", record_id]  # type: ignore[return-value]

    def form(self, record_id: str) -> Form:
        """One form of work."""
        return self._by_id["form", record_id]  # type: ignore[return-value]

    def county(self, record_id: str) -> County:
        """One county."""
        return self._by_id["county", record_id]  # type: ignore[return-value]

    def contacts_of(self, county: str | None) -> tuple[Contact, ...]:
        """The contacts of one county by its id, in the file's order; None: those of the whole campaign."""
        return tuple(one for one in self.contacts.contacts if one.county == county)

    def contacts_for(self, county: str, *, named: str | None) -> tuple[Contact, ...]:
        """Whom to ask in a county: the contact that is named, then the county's own."""
        first = (self.contact(named),) if named else ()
        return tuple(dict.fromkeys((*first, *self.contacts_of(county))))

    def contact(self, record_id: str) -> Contact:
        """One contact."""
        return self._by_id["contact", record_id]  # type: ignore[return-value]

    def zone(self, record_id: str) -> Zone:
        """One zone of the exhibition."""
        return self._by_id["zone", record_id]  # type: ignore[return-value]

    def exhibitor(self, record_id: str) -> Exhibitor:
        """One exhibitor."""
        return self._by_id["exhibitor", record_id]  # type: ignore[return-value]

    @property
    def booths(self) -> tuple[Booth, ...]:
        """Every booth; none where there is no exhibition."""
        return self.exhibition.booths if self.exhibition else ()

    @property
    def boards(self) -> tuple[DisplayBoard, ...]:
        """Every display board."""
        return self.exhibition.boards if self.exhibition else ()

    @property
    def displays(self) -> tuple[Display, ...]:
        """Every outdoor display."""
        return self.screens.displays if self.screens else ()


_OWN = frozenset(one.name for one in fields(Campaign))
"""The files that code asks for by name."""
