"""Updates: whatever an office does between two publishings, a phone that merges by UID ends with what the feeds say."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from campaign import history
from campaign.channels import feeds, site
from campaign.channels.feeds import making
from campaign.core.context import BuildContext
from campaign.core.language import Lent, Localized
from campaign.history import History
from campaign.kinds import urls
from campaign.kinds.notice import NoticeFile
from campaign.kinds.printed import PermalinksFile
from campaign.kinds.status import Status
from campaign.say.words import words
from looking import some
from on_paper import small, with_events

EDITS = 200
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MORNING = datetime(2025, 3, 19, 9, 0)
CALLED_OFF = ("postponed", "cancelled", "removed")
HOME_CHECK = "north-home-check"
WHEN = ("DTSTART", "DTEND", "RRULE", "TRANSP")


def text(words_of):
    return Localized.same(words_of, small().languages)


def addressed(campaign, *, sample=False):
    """The campaign with an address that is its own, or only an example."""
    return replace(campaign, campaign=campaign.campaign.model_copy(update={"site_address_sample": sample}))


@dataclass(eq=False)
class Site:
    """What one publishing put online."""

    campaign: object
    files: dict

    @cache  # noqa: B019
    def entries(self, path):
        return {str(one["UID"]): one for one in Calendar.from_ical(self.files[path]).walk("VEVENT")}

    def whole(self, language="en"):
        return self.entries(urls.calendar(language))

    def event(self, name, language="en"):
        return self.whole(language)[f"event-{name}@{small().campaign.id}"]

    def atom(self, language="en"):
        """Each entry of the feed: title, summary, moment, by its id."""
        feed = ElementTree.fromstring(self.files[urls.changes(language)])
        parts = ("title", "summary", "updated")
        return {
            one.find("a:id", ATOM).text: tuple(one.find(f"a:{part}", ATOM).text for part in parts)
            for one in feed.findall("a:entry", ATOM)
        }

    def guids(self, language="en"):
        items = ElementTree.fromstring(self.files[urls.rss(language)]).iter("item")
        return [one.find("guid").text for one in items]


class Office:
    """An office with a campaign, a clock and a folder; what it publishes is remembered there."""

    def __init__(self, folder, campaign=None):
        self.folder = folder
        self.site_folder = folder.parent / "site"
        folder.mkdir()
        self.events = {event.id: event for event in (campaign or small()).events}
        self.head = addressed(campaign or small())
        self.renamed = []
        self.now = MORNING

    def campaign(self):
        declared = PermalinksFile.model_validate({"renamed": self.renamed})
        return replace(with_events(self.head, self.events.values()), permalinks=declared)

    def edit(self, name=HOME_CHECK, **changes):
        self.events[name] = self.events[name].model_copy(update=changes)

    def call_off(self, name=HOME_CHECK, status=Status.CANCELLED, day=None):
        self.edit(name, status=status, change=text("the hall is shut"), changed_on=day)

    def as_planned(self, name=HOME_CHECK):
        self.edit(name, status=Status.PLANNED, change=None, changed_on=None, previously=None)

    def preview(self, known=None):
        """A site that nobody is given."""
        known = history.load(self.folder, sites=[self.site_folder]) if known is None else known
        told = history.told(self.campaign(), known, self.now)
        self.context = BuildContext(today=self.now.date(), site_address=told.campaign.site_address)
        made = feeds.render(told, self.context, history=known, now=self.now)
        return Site(told, {one.path: one.content for one in made})

    def publish(self, known=None, minutes=30):
        self.now += timedelta(minutes=minutes)
        site = self.preview(known)
        copy = self.site_folder / urls.PUBLISHED
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(site.files[urls.PUBLISHED])
        history.take(self.folder, self.site_folder, public=not self.head.campaign.site_address_sample)
        return site


@pytest.fixture(autouse=True)
def _without_the_data(monkeypatch):
    """The data and its schema are most of the feeds' work, and nothing here looks at them."""
    for name in ("data_json", "schema_json"):
        monkeypatch.setattr(making, name, lambda *_: b"{}")


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path / "campaign_data")


def rank(one):
    return one["SEQUENCE"], one.decoded("DTSTAMP")


def shown(one):
    """All that an entry shows; not which revision it is."""
    return sorted((name, str(value)) for name, value in one.items() if name not in ("SEQUENCE", "DTSTAMP"))


def assert_rising(sites):
    ranks = [rank(site.event(HOME_CHECK)) for site in some(sites)]
    for before, after in zip(ranks, ranks[1:], strict=False):
        assert after[0] > before[0] and after[1] > before[1], ranks


def test_each_of_several_changes_on_one_day_outranks_the_one_before(office):
    """Postponed, moved, cancelled and on after all within minutes of one day, then another hour: each time newer."""
    sites = [office.publish()]
    for status in (Status.POSTPONED, Status.MOVED, Status.CANCELLED):
        office.call_off(status=status, day=office.now.date())
        sites.append(office.publish(minutes=0))
    office.as_planned()
    sites.append(office.publish(minutes=0))
    office.edit(starts=office.events[HOME_CHECK].starts + timedelta(hours=1))
    sites.append(office.publish(minutes=0))

    assert_rising(sites)


@pytest.mark.parametrize("days", [(1, 2), (9, 10), (-400, -300)])
def test_days_before_the_week_are_told_apart_by_the_data_alone(office, days):
    """Without any history a later day of change outranks an earlier one, however long before the week."""
    office.head = addressed(office.head, sample=True)
    sites = []
    for day in days:
        office.call_off(day=MORNING.date() - timedelta(days=20 - day))
        sites.append(office.preview(known=History()))

    assert_rising(sites)


def test_what_is_back_on_the_day_it_was_cancelled_outranks_it_by_the_data_alone(office):
    """The office says that it takes place after all, on the same day: newer, though nothing remembers the first."""
    office.head = addressed(office.head, sample=True)
    sites = []
    for status in (Status.CANCELLED, Status.REINSTATED):
        office.call_off(status=status, day=MORNING.date())
        sites.append(office.preview(known=History()))

    assert_rising(sites)


@pytest.mark.parametrize(
    "changes",
    [
        {"title": text("another title")},
        {"venue": text("another hall")},
        {"address": text("another street")},
        {"audience": text("others")},
        {"summary": text("said in other words")},
        {"ends": datetime(2025, 3, 23, 12, 34)},
        {"place_kind": "school"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_whatever_an_entry_shows_raises_it(office, changes):
    """No status, no day of change: a word that a phone shows is enough; what it doesn't show is not."""
    first = office.publish()
    office.edit(**changes)
    second = office.publish()

    assert shown(first.event(HOME_CHECK)) != shown(second.event(HOME_CHECK))
    assert_rising([first, second])


def test_what_no_phone_shows_changes_nothing(office):
    """A picture's description, and another event's change, leave an entry as it was published."""
    first = office.publish()
    office.edit(image_alt=text("a tap"))
    office.call_off("north-school-class")

    assert rank(office.publish().event(HOME_CHECK)) == rank(first.event(HOME_CHECK))


@pytest.mark.parametrize("language", small().languages)
def test_a_change_in_one_language_is_one_in_all(office, language):
    """Every language's calendar has one UID: whoever has taken any is given the same revision of all."""
    first = office.publish()
    office.edit(title=Localized({**office.events[HOME_CHECK].title, language: "New in one alone"}))
    site = office.publish()

    assert_rising([first, site])
    assert len({rank(site.event(HOME_CHECK, one)) for one in small().languages}) == 1


def test_a_preview_and_a_second_publishing_of_the_same_change_nothing(office):
    """Published again as it is, at any later hour, each file is the same to the byte; a preview leaves no trace."""
    office.call_off()
    first = office.publish()
    before = (office.folder / history.FILE).read_bytes()
    office.as_planned()
    office.preview()
    office.call_off()

    assert (office.folder / history.FILE).read_bytes() == before
    assert office.publish(minutes=5000).files == first.files


@pytest.mark.parametrize("off", CALLED_OFF)
def test_what_was_called_off_and_is_back_says_so(office, off):
    """Deleting the lines is enough: title, note and status in the calendar, both feeds and the page say it, and since
    when; it is news to feed readers, under the same Atom id."""
    event = office.events[HOME_CHECK]
    office.publish()
    if off == "removed":
        del office.events[HOME_CHECK]
    else:
        office.call_off(status=Status(off))
    away = office.publish()
    office.events[HOME_CHECK] = event
    back, again = office.publish(), office.publish(minutes=2 * 24 * 60)

    for language in some(small().languages):
        said, one = words(language), back.event(HOME_CHECK, language)
        assert said.status_reinstated in one["SUMMARY"] and said.reinstated_said in one["DESCRIPTION"]
        assert one["STATUS"] == "CONFIRMED"
        (name,) = [name for name in back.atom(language) if name in away.atom(language) and _is_of(back, name, event)]
        title, summary, moment = back.atom(language)[name]
        assert title.startswith(said.bracketed.format(mark=said.status_reinstated))
        assert summary == said.reinstated_said
        assert moment > away.atom(language)[name][2]
        assert len(set(back.guids(language)) - set(away.guids(language))) == 1
        assert back.atom(language) == again.atom(language) and back.guids(language) == again.guids(language)
    page = next(one for one in again.campaign.events if one.id == HOME_CHECK)
    assert (page.status, page.changed_on) == (Status.REINSTATED, (MORNING + timedelta(minutes=90)).date())


def _is_of(site, name, event):
    return any(event.title[language] in site.atom(language).get(name, ("",))[0] for language in small().languages)


def test_the_office_s_own_words_for_it_come_first(office):
    """Where the office writes that it takes place after all, and why, that is what is told."""
    office.call_off()
    office.publish()
    office.edit(status=Status.REINSTATED, change=text("the water is back"))

    assert "the water is back" in office.publish().event(HOME_CHECK)["DESCRIPTION"]


def test_cancelled_again_on_the_same_day_is_news_again(office):
    """A reader that has seen the first cancellation is given another guid for the second, which then stays."""
    guids = []
    for _ in range(2):
        office.call_off(day=MORNING.date())
        guids.append(next(one for one in office.publish(minutes=1).guids() if HOME_CHECK in one))
        assert next(one for one in office.publish(minutes=1).guids() if HOME_CHECK in one) == guids[-1]
        office.as_planned()
        office.publish(minutes=1)

    assert len(set(guids)) == 2


def test_what_is_taken_out_is_cancelled_on_phones(office):
    """An event, a day of the exhibition or a date of an activity that was published and is gone stands in its
    calendars as cancelled; nothing vanishes from a phone's subscription."""
    office.head = replace(office.head, activities=None, exhibition=office.head.exhibition)
    first = office.publish()
    event = office.events.pop(HOME_CHECK)
    exhibition = office.head.exhibition
    gone_day = exhibition.openings[0].day
    kept = exhibition.model_copy(update={"openings": exhibition.openings[1:]})
    office.head = replace(office.head, exhibition=kept)
    site = office.publish()

    assert set(site.whole()) == set(first.whole())
    one = site.event(HOME_CHECK)
    assert one["STATUS"] == "CANCELLED" and event.title["en"] in one["SUMMARY"]
    assert one.decoded("DTSTART") == first.event(HOME_CHECK).decoded("DTSTART")
    assert site.whole()[f"exhibition-{gone_day}@{small().campaign.id}"]["STATUS"] == "CANCELLED"
    county = small().county_of[HOME_CHECK].id
    for kind, name in (("county", county), ("place_kind", event.place_kind), ("event", HOME_CHECK)):
        assert f"event-{HOME_CHECK}@{small().campaign.id}" in site.entries(urls.calendar("en", kind, name))
    assert any(said.removed_said in one for one in site.atom().values() for said in [words("en")])
    assert feeds.paths(site.campaign, history.load(office.folder)) == set(site.files)
    assert_rising([first, site])


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (datetime(2025, 3, 23, 9), datetime(2025, 3, 25, 17)),
        (datetime(2025, 3, 23, 19), datetime(2025, 3, 24, 1)),
        (datetime(2025, 3, 23, 19), datetime(2025, 3, 25, 6)),
        (date(2025, 3, 23), date(2025, 3, 25)),
    ],
    ids=["daily", "a night", "without a break", "whole days"],
)
def test_what_is_taken_out_is_cancelled_on_all_its_days(office, starts, ends):
    """The cancelled entry stands when the published one stood, on each of its days, and keeps busy whom that did."""
    office.edit(starts=starts, ends=ends)
    first = office.publish().event(HOME_CHECK)
    del office.events[HOME_CHECK]

    for again in (office.publish(), office.publish()):
        one = again.event(HOME_CHECK)
        assert one["STATUS"] == "CANCELLED"
        assert [one.get(name) for name in WHEN] == [first.get(name) for name in WHEN]
    assert ("RRULE" in first) == (starts.hour == 9 if isinstance(starts, datetime) else False)


def test_a_line_without_its_days_is_completed(office):
    """What an earlier version published says one day alone: the next site's lines say how many, under the same number,
    and only once."""
    office.edit(starts=datetime(2025, 3, 23, 9), ends=datetime(2025, 3, 25, 17))
    first = office.publish()
    lines = tuple(replace(line, days=1) for line in history.load(office.folder).lines)
    (office.folder / history.FILE).write_bytes(history.copy_of(lines))

    second, third = office.publish(), office.publish()

    known = history.load(office.folder)
    assert known.last[f"event-{HOME_CHECK}@{small().campaign.id}"].days == 3
    assert len(known.lines) == len(lines) + 1
    assert rank(first.event(HOME_CHECK)) == rank(second.event(HOME_CHECK))
    assert second.files == third.files


def test_two_openings_of_one_day_are_two_entries(office):
    """A day's first opening keeps the name it always had; those after it are told apart, and none is lost."""
    exhibition = office.head.exhibition
    morning = exhibition.openings[0].model_copy(update={"opens": time(9), "closes": time(11)})
    evening = morning.model_copy(update={"opens": time(19), "closes": time(21)})
    openings = (morning, evening, *exhibition.openings[1:])
    alone, both = (
        replace(office.head, exhibition=exhibition.model_copy(update={"openings": chosen}))
        for chosen in (exhibition.openings, openings)
    )
    office.head = alone
    before = office.publish()
    office.head = both
    site = office.publish()

    new = set(site.whole()) - set(before.whole())
    assert new == {f"exhibition-{morning.day}-2@{small().campaign.id}"}
    days = site.entries(urls.calendar("en", "exhibition", "days"))
    starts = sorted(one.decoded("DTSTART").replace(tzinfo=None) for one in days.values())
    assert starts == sorted(datetime.combine(one.day, one.opens) for one in openings)


def test_an_activity_renamed_in_permalinks_keeps_all_its_dates(office):
    """Each of its dates is the entry it was: none is cancelled, none added."""
    activity = next(one for one in office.head.activities.activities if one.dates)
    again = activity.model_copy(update={"dates": (*activity.dates, *activity.dates)})
    first = _with_activity(office, activity, again).publish()
    _with_activity(office, activity, again.model_copy(update={"id": "renamed"}))
    office.renamed = [{"kind": "activity", "former": activity.id, "now": "renamed", "reason": "shorter"}]
    second = office.publish()
    office.renamed = []

    assert f"activity-{activity.id}-2@{small().campaign.id}" in first.whole()
    assert set(first.whole()) == set(second.whole()) == set(office.publish().whole())
    assert not [one for one in some(second.whole().values()) if one.get("STATUS") == "CANCELLED"]


def _with_activity(office, former, now):
    file = office.head.activities
    others = tuple(now if one.id in (former.id, now.id) else one for one in file.activities)
    office.head = replace(office.head, activities=file.model_copy(update={"activities": others}))
    return office


@pytest.mark.parametrize("language", small().languages)
def test_a_guid_opens_the_change_on_the_page(office, language):
    """Also of what was cancelled, is back, and is cancelled again: the page bears the anchor that the feed names."""
    for _ in range(2):
        office.as_planned()
        office.publish()
        office.call_off(day=MORNING.date())
        known = history.load(office.folder)
        made = office.publish()

        pages = site.render(made.campaign, office.context, language, files=(), history=known)
        page = next(one.body for one in pages if one.path == urls.page("event", HOME_CHECK))
        (guid,) = [one for one in made.guids(language) if HOME_CHECK in one]
        assert f'id="{guid.partition("#")[2]}"' in page
    assert guid.endswith("-2")


def test_only_a_guid_that_can_be_opened_says_so(office):
    """What was taken out has no page that could tell it; taken out, put back and taken out again is news again."""
    event, guids = office.events[HOME_CHECK], []
    office.call_off("north-school-class")
    office.publish()
    for _ in range(2):
        del office.events[HOME_CHECK]
        made = office.publish()
        items = ElementTree.fromstring(made.files[urls.rss("en")]).iter("guid")
        found = {one.text: one.get("isPermaLink") for one in items}
        guids += [one for one in found if HOME_CHECK in one]
        assert sorted(found.values()) == ["false", "true"] and found[guids[-1]] == "false"
        office.events[HOME_CHECK] = event
        office.publish()

    assert len(set(guids)) == 2


def test_a_record_renamed_in_permalinks_is_the_same_on_phones(office):
    """Its UID is that of its first published id, also once the note in permalinks.yml is gone."""
    first = office.publish()
    event = office.events.pop(HOME_CHECK)
    office.events["north-check"] = event.model_copy(update={"id": "north-check"})
    office.renamed = [{"kind": "event", "former": HOME_CHECK, "now": "north-check", "reason": "shorter"}]
    second = office.publish()
    office.renamed = []

    assert set(first.whole()) == set(second.whole()) == set(office.publish().whole())
    assert second.event(HOME_CHECK)["STATUS"] == "CONFIRMED"


def test_while_the_address_is_an_example_only_the_site_remembers(office):
    """Nothing is written beside the campaign's data, yet the next site outranks the one built before."""
    office.head = addressed(office.head, sample=True)
    first = office.publish()
    office.call_off(day=MORNING.date())
    second = office.publish()
    office.as_planned()
    third = office.publish()

    assert not (office.folder / history.FILE).exists()
    assert first.event(HOME_CHECK)["SEQUENCE"] == 0
    assert_rising([first, second, third])
    assert words("en").status_reinstated in third.event(HOME_CHECK)["SUMMARY"]


def test_an_example_s_feeds_know_no_clock(office):
    """Nothing published yet and no address: the data alone says which revision each entry is, at whatever hour."""
    office.head = addressed(office.head, sample=True)
    first = office.preview()
    office.now += timedelta(days=700)

    assert office.preview().files == first.files


def test_a_former_campaign_s_lines_are_nobody_s(office):
    """Another campaign put into the same folder has nothing to cancel for the former one."""
    office.publish()
    head = office.head.campaign.model_copy(update={"id": "another-week"})
    office.head = replace(office.head, campaign=head)

    found = office.publish().whole()

    assert found and all(name.endswith("@another-week") for name in found)


# --- two hundred random edits


class Phone:
    """A calendar that merges by UID: the higher SEQUENCE wins, the later DTSTAMP where they are the same."""

    def __init__(self):
        self.has = {}

    def merge(self, entries):
        for name, one in entries.items():
            own = self.has.get(name)
            if own is None or rank(one) > rank(own):
                self.has[name] = one
            else:
                assert rank(one) == rank(own), f"{name} went back from {rank(own)} to {rank(one)}"


class Careless(Office):
    """An office that edits at random, forgets, publishes twice a minute, from another computer, or without its file."""

    def __init__(self, folder, dice):
        super().__init__(folder)
        self.dice, self.seen, self.away = dice, Counter(), {}
        self.phone, self.published, self.former, self.lost = Phone(), None, History(), set()

    def edit_something(self):
        change = self.dice.choice(
            ({"title": self._text()}, {"venue": self._text()}, {"summary": self._text()}, {"audience": self._text()})
        )
        self.edit(self._any(), **change)

    def set_a_status(self):
        status = self.dice.choice([one for one in Status if one is not Status.PLANNED])
        day = self.dice.choice([None, *(self.now.date() - timedelta(days=n) for n in (0, 1, 30))])
        self.call_off(self._any(), status, day)

    def delete_the_status(self):
        self.as_planned(self._any())

    def shift(self):
        event = self.events[self._any()]
        later = timedelta(minutes=self.dice.choice((-15, 15)))
        self.edit(event.id, starts=event.starts + later, ends=event.ends + later)

    def take_out(self):
        if len(self.events) > 1:
            event = self.events.pop(self._any())
            self.away[event.id] = event

    def put_back(self):
        if self.away:
            name = self.dice.choice(sorted(self.away))
            self.events[name] = self.away.pop(name)

    def rename(self):
        former = self._any()
        now = f"r{self.now:%d%H%M}"
        if now not in self.events:
            self.events[now] = self.events.pop(former).model_copy(update={"id": now})
            self.renamed.append({"kind": "event", "former": former, "now": now, "reason": "why not"})

    def look(self):
        self.preview()

    def publish_it(self):
        self._give(self.publish(minutes=self.dice.choice((0, 0, 1, 60))))

    def publish_from_another_computer(self):
        """Its history ends earlier, and what it adds is merged afterwards."""
        self.now += timedelta(hours=2)
        own = (self.folder / history.FILE).read_bytes() if (self.folder / history.FILE).exists() else b""
        missed = {line.uid for line in history.load(self.folder).lines} - {line.uid for line in self.former.lines}
        site = self.publish(known=self.former)
        self.lost |= missed
        self._give(site)
        more = [line for line in site.files[urls.PUBLISHED].splitlines() if line not in own.splitlines()]
        (self.folder / history.FILE).write_bytes(own + b"".join(line + b"\n" for line in more))

    def lose_the_file(self):
        for path in (self.folder / history.FILE, self.site_folder / urls.PUBLISHED):
            path.unlink(missing_ok=True)
        self.now += timedelta(hours=2)
        self.lost |= set(self.phone.has)
        self.former, self.published = History(), None

    def _give(self, site):
        """What a phone that asks now is given, and what must hold then."""
        found = site.whole()
        self.phone.merge(found)
        for name, one in found.items():
            assert shown(self.phone.has[name]) == shown(one), f"{name} is stuck on the phone"
        vanished = {name for name in self.phone.has if name not in found}
        assert vanished <= self.lost, "nothing vanishes that the office knew of"
        self._look_at(site, found)
        self.published, self.seen["published"] = site, self.seen["published"] + 1
        if self.dice.random() < 0.3:
            self.former = history.load(self.folder)

    def _look_at(self, site, found):
        off = [name for name, one in found.items() if one.get("STATUS") in ("CANCELLED", "TENTATIVE")]
        told = {title for title, _, _ in site.atom().values()}
        for name in off:
            assert name.startswith("exhibition-") or str(found[name]["SUMMARY"]) in told
        if self.published and self.published.whole().keys() <= found.keys():
            for name, one in self.published.whole().items():
                if one.get("STATUS") in ("CANCELLED", "TENTATIVE") and found[name].get("STATUS") == "CONFIRMED":
                    assert re.match(r"\[", str(found[name]["SUMMARY"])), "what is back says so, or what is new of it"
                    assert str(found[name]["SUMMARY"]) in told
                    self.seen["back"] += 1
        assert len(set(site.guids())) == len(site.guids())
        assert list(site.atom()) == list(dict.fromkeys(site.atom()))
        self.seen["off"] += len(off)

    def _any(self):
        return self.dice.choice(sorted(self.events))

    def _text(self):
        return text(f"text {self.dice.randrange(10**6)}")


WEIGHTS = {
    "edit_something": 4,
    "set_a_status": 5,
    "delete_the_status": 5,
    "shift": 2,
    "take_out": 1,
    "put_back": 2,
    "rename": 1,
    "look": 2,
    "publish_it": 12,
    "publish_from_another_computer": 1,
    "lose_the_file": 0.3,
}


@pytest.mark.parametrize("seed", range(2))
def test_two_hundred_edits(tmp_path, seed):
    """After each publishing the phone has exactly what the calendar says, every update having outranked the last."""
    dice = Random(seed)
    office = Careless(tmp_path / "campaign_data", dice)
    for _ in range(EDITS):
        (what,) = dice.choices(list(WEIGHTS), weights=list(WEIGHTS.values()))
        getattr(office, what)()
        office.seen[what] += 1

    office.publish_it()
    assert office.seen["published"] > 40 and office.seen["back"] > 3 and office.seen["off"] > 20, office.seen


def put_up(office, words_of="stay at home", ends=MORNING + timedelta(hours=9), **fields):
    said = text(words_of) if isinstance(words_of, str) else words_of
    notice = NoticeFile(text=said, ends=ends, **fields)
    office.head = replace(office.head, notice=notice)
    return office.publish()


def notices(site, language="en"):
    return [one for uid, one in site.whole(language).items() if uid.startswith("notice-")]


def told_of(site, word):
    return [title for title, *_ in site.atom().values() if word in title]


def test_an_urgent_notice_is_news_and_stands_in_the_calendar(office):
    """In each feed with its end, in the whole calendar and that of the county it is about, keeping nobody busy."""
    site = put_up(office, about=(HOME_CHECK,))
    (one,) = notices(site)

    assert str(one["SUMMARY"]) == "[Urgent notice] stay at home" and str(one["TRANSP"]) == "TRANSPARENT"
    assert one.decoded("DTEND").replace(tzinfo=None) == MORNING + timedelta(hours=9)
    assert str(one["UID"]) in site.entries(urls.calendar("en", "county", "northbank"))
    assert str(one["UID"]) not in site.entries(urls.calendar("en", "county", "southbank"))
    assert told_of(site, "Urgent") == ["[Urgent notice] stay at home"]
    assert any("18:00" in summary for _, summary, _ in site.atom().values())


def test_a_notice_taken_back_is_told_as_taken_back_until_its_end(office):
    """Phones take it back, readers of the feed hear of it; after its end nobody needs to."""
    before = put_up(office)
    office.head = replace(office.head, notice=None)
    after = office.publish()

    (was,), (now,) = notices(before), notices(after)
    assert was["UID"] == now["UID"] and rank(now) > rank(was)
    assert str(now["STATUS"]) == "CANCELLED" and "withdrawn" in str(now["SUMMARY"])
    assert told_of(after, "withdrawn") and not told_of(after, "Urgent")
    assert set(after.guids()) - set(before.guids())
    later = office.publish(minutes=24 * 60)
    assert not notices(later) and not told_of(later, "withdrawn")


def test_other_words_are_another_notice(office):
    """The one before is withdrawn, the new one is news of its own."""
    before = put_up(office)
    after = put_up(office, "go on as planned")

    assert len(notices(before)) == 1 and len(notices(after)) == 2
    assert told_of(after, "withdrawn") == ["[Notice withdrawn] stay at home"]
    assert told_of(after, "Urgent") == ["[Urgent notice] go on as planned"]


@pytest.mark.parametrize("first", ["zh", "en"])
def test_a_notice_translated_later_is_the_same_notice(office, first):
    """Whichever language it was given in: its entry stays, and nobody is told that it was withdrawn."""
    both = {"en": "stay at home", "zh": "请留在家里"}
    before = put_up(office, Lent({first: both[first]}, small().languages))
    after = put_up(office, Lent(both, small().languages))

    (was,), (now,) = notices(before), notices(after)
    assert was["UID"] == now["UID"] and str(now["SUMMARY"]) == "[Urgent notice] stay at home"
    assert told_of(after, "Urgent") and not told_of(after, "withdrawn")
    other = put_up(office, Lent({**both, first: "!"}, small().languages))
    assert len(notices(other)) == 2 and told_of(other, "withdrawn")


def test_a_notice_that_stays_is_no_news(office):
    """Published again it has the same revision; a later end is an update of the same entry."""
    first, again = put_up(office), office.publish()
    longer = put_up(office, ends=MORNING + timedelta(hours=12))

    (one,), (two,), (three,) = notices(first), notices(again), notices(longer)
    assert rank(one) == rank(two) < rank(three) and one["UID"] == three["UID"]
