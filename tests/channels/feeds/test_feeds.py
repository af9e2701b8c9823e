"""Feeds: calendars, changes and data, read back by readers that aren't ours."""

import json
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from xml.dom import minidom
from xml.etree import ElementTree

import jsonschema
import pytest
from icalendar import Calendar

from campaign.channels import feeds
from campaign.core.context import BuildContext
from campaign.core.language import Localized
from campaign.kinds import Record, files, urls
from campaign.kinds.event import REGISTRATION
from campaign.kinds.notice import NoticeFile
from campaign.kinds.printed import PermalinksFile
from campaign.kinds.publication import PublishTarget
from campaign.kinds.status import Status
from campaign.read import read_campaign
from campaign.say.words import words
from looking import some
from weeks import with_event

TOP = Path(__file__).parents[3]
CONTEXT = BuildContext(today=date(2024, 4, 22), site_address="https://ip.example.org/")
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def campaign():
    return read_campaign(TOP / "campaign_data")


@pytest.fixture(scope="module")
def made(campaign):
    return _made(campaign)


def _made(campaign, context=CONTEXT):
    return {one.path: one.content for one in feeds.render(campaign, context)}


def _events(content):
    return {str(one["UID"]): one for one in Calendar.from_ical(content).walk("VEVENT")}


def _with_event(campaign, **changes):
    event = campaign.events[0].model_copy(update=changes)
    files = tuple(
        file.model_copy(update={"events": tuple(event if one.id == event.id else one for one in file.events)})
        for file in campaign.outreach
    )
    return replace(campaign, outreach=files), event


def _one(campaign, event, language="zh"):
    found = _events(_made(campaign)[urls.calendar(language, "event", event.id)])
    assert len(found) == 1
    return next(iter(found.values()))


def test_paths_are_known_without_making_anything(campaign, made):
    """What pages may link to is exactly what is made."""
    assert feeds.paths(campaign) == set(made)


def test_the_whole_calendar_has_every_event_at_its_time(campaign, made):
    """Each event stands once, at the same instant the page gives, in the campaign's own time zone."""
    for language in some(campaign.languages):
        found = _events(made[urls.calendar(language)])
        for event in some(campaign.events):
            one = found[f"event-{event.id}@{campaign.campaign.id}"]
            assert one.decoded("DTSTART").astimezone(UTC) == event.starts.replace(tzinfo=UTC) - timedelta(hours=8)
            assert one.decoded("DTEND").utcoffset() == timedelta(hours=8)
            assert one["DTSTART"].params["TZID"] == "Asia/Shanghai"
            assert event.title[language] in one["SUMMARY"]


def test_each_part_is_the_part_it_says(campaign, made):
    """The calendars of the counties share out the events; so do those of the kinds of place.

    The county where the exhibition stands has its days, too.
    """
    plaza = f"exhibition-2024-04-26@{campaign.campaign.id}"
    assert plaza in _events(made[urls.calendar("zh", "county", campaign.exhibition.county)])
    for kind, ids in (("county", campaign.counties.counties), ("place_kind", campaign.six_entries.place_kinds)):
        parts = [set(_events(made[urls.calendar("zh", kind, one.id)])) - {plaza} for one in ids]
        assert sum(map(len, parts)) == len(campaign.events)
        assert set().union(*parts) == {f"event-{event.id}@{campaign.campaign.id}" for event in campaign.events}


def test_days_without_hours_end_on_the_day_after(campaign, made):
    """An activity of whole days ends, as RFC 5545 has it, on the day after its last."""
    found = _events(made[urls.calendar("zh")])
    whole = [(one.id, n, dates) for one in campaign.activities.activities for n, dates in enumerate(one.dates, 1)]
    for activity_id, number, dates in some(whole):
        one = found[f"activity-{activity_id}-{number}@{campaign.campaign.id}"]
        assert one.decoded("DTSTART") == dates.starts
        assert one.decoded("DTEND") == dates.ends + timedelta(days=1)


def test_hours_of_several_days_are_those_of_each_day(campaign):
    """22 to 26 April, nine to five, is an event of one day that comes five times, not a hundred hours on end."""
    changed, event = _with_event(campaign, starts=datetime(2024, 4, 22, 9), ends=datetime(2024, 4, 26, 17))
    one = _one(changed, event)

    assert one.decoded("DTEND") - one.decoded("DTSTART") == timedelta(hours=8)
    assert one["RRULE"] == {"FREQ": ["DAILY"], "COUNT": [5]}


def test_one_night_is_one_event(campaign):
    """From ten in the evening to half past one isn't repeated."""
    changed, event = _with_event(campaign, starts=datetime(2024, 4, 22, 22), ends=datetime(2024, 4, 23, 1, 30))
    one = _one(changed, event)

    assert one.decoded("DTEND") - one.decoded("DTSTART") == timedelta(hours=3, minutes=30)
    assert "RRULE" not in one


def test_files_are_as_the_standard_wants_them(made):
    """CRLF, no line over 75 octets, every TZID with its VTIMEZONE, all UTF-8."""
    calendars = [content for path, content in made.items() if path.endswith(".ics")]
    assert len(calendars) > 100
    for content in calendars:
        lines = content.split(b"\r\n")
        assert lines[-1] == b"" and b"\n" not in content.replace(b"\r\n", b"")
        assert max(map(len, lines)) <= 75
        assert content.count(b"BEGIN:VTIMEZONE") == 1
        assert content.index(b"BEGIN:VTIMEZONE") < (content + b"BEGIN:VEVENT").index(b"BEGIN:VEVENT")
        content.decode()


@pytest.mark.parametrize(
    ("status", "ical"),
    [("planned", "CONFIRMED"), ("moved", "CONFIRMED"), ("postponed", "TENTATIVE"), ("cancelled", "CANCELLED")],
)
def test_a_state_is_in_the_status_and_in_the_title(campaign, status, ical):
    """Phones that don't show STATUS show the title: a change is said there and in the description."""
    changed, event = _with_event(campaign, status=Status(status), change=campaign.theme.official, sample=False)
    one = _one(changed, event)

    assert one["STATUS"] == ical
    assert ("【" in one["SUMMARY"]) == (status != "planned")
    assert campaign.theme.official["zh"] in one["DESCRIPTION"]


def test_a_change_keeps_the_uid_and_raises_the_sequence(campaign):
    """What a phone has is replaced, not doubled: one UID for good, a later day a higher SEQUENCE and DTSTAMP."""
    days = (None, date(2024, 4, 21), date(2024, 4, 23))
    ones = [_one(*_with_event(campaign, changed_on=day)) for day in days]

    assert len({one["UID"] for one in ones}) == 1
    assert sorted({one["SEQUENCE"] for one in ones}) == [one["SEQUENCE"] for one in ones]
    assert ones[2].decoded("DTSTAMP") == datetime(2024, 4, 23, tzinfo=UTC)


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.PLANNED])
def test_whatever_is_not_as_planned_replaces_what_phones_have(campaign, status):
    """Without a day of the change, or with one before the plan was issued, the SEQUENCE is still above the first."""
    text = campaign.theme.official
    first = _one(*_with_event(campaign, status=Status.PLANNED, change=None, changed_on=None))
    for day in (None, date(2024, 1, 1), date(2024, 4, 23)):
        one = _one(*_with_event(campaign, status=status, change=text, changed_on=day))
        assert one["SEQUENCE"] > first["SEQUENCE"] == 0


def test_a_changed_time_is_told_with_the_former_one(campaign):
    """The calendar's note says when the event was to start before."""
    before = datetime(2024, 4, 21, 19, 0)
    one = _one(*_with_event(campaign, status=Status.CHANGED, change=campaign.theme.official, previously=before))

    assert "原定时间：4月21日 星期日 19:00" in one["DESCRIPTION"]


def test_an_entry_says_where_and_how_to_get_in(campaign):
    """The address beside the venue, the way, whether one must register and how; of what is off the place alone."""
    ways = {"zh": ("红园路 1 号", "坐 5 路车", "打 12345"), "en": ("1 Hongyuan Road", "Bus 5", "Dial 12345")}
    address, way, how = (Localized({tag: ways[tag][n] for tag in ways}) for n in range(3))
    cases = [("none", True), ("required", True), ("invitation", True), (None, True), ("required", False)]
    changed = campaign
    for event, (registration, on) in zip(campaign.events, cases, strict=False):
        told = {"address": address, "getting_there": way, "registration": registration, "change": None if on else how}
        told |= {"register_how": how if registration == "required" else None}
        changed = with_event(changed, event.id, status=Status.PLANNED if on else Status.CANCELLED, **told)
    made = _made(changed)

    for language, joiner in (("zh", "、"), ("en", ", ")):
        for event, (registration, on) in zip(campaign.events, cases, strict=False):
            one = next(iter(_events(made[urls.calendar(language, "event", event.id)]).values()))
            lines = str(one["DESCRIPTION"]).split("\n")
            rules = {name: words(language).say(f"registration_{name}", how=how[language]) for name in REGISTRATION}
            said = [name for name in rules if rules[name] in lines]
            assert one["LOCATION"] == f"{event.venue[language]}{joiner}{address[language]}"
            assert (way[language] in lines) is on
            assert said == ([registration] if on and registration else [])


def test_the_uid_outlives_a_change_of_address(campaign):
    """Another host changes the address of the page, never who the event is."""
    real = {"site_address_sample": False}
    ones = []
    for address in ("https://a.example.cn/", "https://b.example.cn/x/"):
        head = campaign.campaign.model_copy(update={**real, "site_address": address})
        moved = replace(campaign, campaign=head)
        ones.append(_one(moved, moved.events[0], "en"))

    assert ones[0]["UID"] == ones[1]["UID"]
    assert ones[1]["URL"] == f"https://b.example.cn/x/en/events/{campaign.events[0].id}/"


def test_a_placeholder_address_is_given_to_nobody(made):
    """While the address is an example no calendar names it."""
    calendars = [content for path, content in made.items() if path.endswith(".ics")]

    assert not any(b"example.org/events" in content for content in some(calendars))


def test_special_signs_come_back_as_typed(campaign):
    """Commas, semicolons, backslashes, line breaks of folding and rare characters survive."""
    title = "逗号,分号;反斜\\n 𠮷" * 12
    changed, event = _with_event(campaign, title=Localized.same(title, campaign.languages), sample=False)

    assert _one(changed, event)["SUMMARY"] == title


def test_changes_are_news_the_latest_first(campaign, made):
    """The feed holds what isn't as planned and nothing else, newest first, each with a lasting id."""
    feed = ElementTree.fromstring(made[urls.changes("en")])
    entries = feed.findall("a:entry", ATOM)
    changed = [event for event in campaign.events if event.status is not Status.PLANNED]
    days = [entry.find("a:updated", ATOM).text for entry in entries]

    assert len(changed) == len(entries) > 0
    assert days == sorted(days, reverse=True)
    assert feed.find("a:updated", ATOM).text == days[0]
    ids = [entry.find("a:id", ATOM).text for entry in entries]
    assert len(set(ids)) == len(ids) and all(one.startswith("urn:uuid:") for one in ids)
    titles = {entry.find("a:title", ATOM).text for entry in entries}
    assert all(any(event.title["en"] in title for title in titles) for event in changed)


def _with_address(campaign, address="https://ip.linxia.example/zt/"):
    head = campaign.campaign.model_copy(update={"site_address": address, "site_address_sample": False})
    return replace(campaign, campaign=head)


def _rss(campaign, language="zh"):
    """The RSS feed's channel, read by a parser that had no part in writing it."""
    document = minidom.parseString(_made(campaign)[urls.rss(language)])
    assert document.documentElement.tagName == "rss" and document.documentElement.getAttribute("version") == "2.0"
    (channel,) = document.getElementsByTagName("channel")
    return channel


def _said(node, name):
    (child,) = [one for one in node.childNodes if one.nodeName == name]
    return "".join(part.data for part in child.childNodes)


def test_rss_says_what_atom_says(campaign):
    """The same changes in the same order under the same titles, each with the page it is told on and its day."""
    known = _with_address(campaign)
    for language in some(campaign.languages):
        channel, entries = _rss(known, language), ElementTree.fromstring(_made(known)[urls.changes(language)])
        items = channel.getElementsByTagName("item")
        atoms = entries.findall("a:entry", ATOM)

        assert len(items) == len(atoms) > 0
        for item, entry in zip(items, atoms, strict=True):
            assert _said(item, "title") == entry.find("a:title", ATOM).text
            assert _said(item, "description") == entry.find("a:summary", ATOM).text
            assert _said(item, "link") == entry.find("a:link", ATOM).attrib["href"]
            assert parsedate_to_datetime(_said(item, "pubDate")) == datetime.fromisoformat(
                entry.find("a:updated", ATOM).text
            )
        assert parsedate_to_datetime(_said(channel, "lastBuildDate")) == max(
            parsedate_to_datetime(_said(item, "pubDate")) for item in items
        )
        for name in ("title", "link", "description", "language"):
            assert _said(channel, name)


def test_rss_knows_its_own_address_and_gives_each_change_one(campaign):
    """The feed's own address stands in it (RSS Best Practices Profile); a guid opens the change it is of."""
    known = _with_address(campaign)
    channel = _rss(known, "en")
    (own,) = [one for one in channel.childNodes if one.nodeName == "atom:link"]
    guids = [item.getElementsByTagName("guid")[0] for item in channel.getElementsByTagName("item")]

    assert own.namespaceURI == ATOM["a"] and own.getAttribute("rel") == "self"
    assert own.getAttribute("href") == f"https://ip.linxia.example/zt/{urls.rss('en')}"
    assert own.getAttribute("type") == "application/rss+xml"
    assert all(guid.getAttribute("isPermaLink") == "true" for guid in guids)
    pages = {f"https://ip.linxia.example/zt/en/{urls.page('event', event.id)}" for event in campaign.events}
    assert {guid.firstChild.data.partition("#")[0] for guid in guids} <= pages


def test_a_second_change_of_an_event_is_news_again(campaign):
    """Moved on one day and cancelled on the next, an event is two items to a reader, though its page is one."""
    text = campaign.theme.official
    guids = []
    for status, day in (("moved", 21), ("cancelled", 21), ("cancelled", 22)):
        changed, event = _with_event(
            _with_address(campaign), status=Status(status), change=text, changed_on=date(2024, 4, day)
        )
        guids += [
            _said(item, "guid")
            for item in _rss(changed).getElementsByTagName("item")
            if event.title["zh"] in _said(item, "title")
        ]

    assert len(set(guids)) == len(guids) == 3


def test_while_the_address_is_an_example_no_guid_claims_to_be_one(campaign):
    """An item keeps a lasting name that isn't a link, though RSS has no other links than absolute ones."""
    links = [_said(item, "link") for item in _rss(campaign).getElementsByTagName("item")]
    guids = [item.getElementsByTagName("guid")[0] for item in _rss(campaign).getElementsByTagName("item")]

    assert guids and all(guid.getAttribute("isPermaLink") == "false" for guid in guids)
    assert all(guid.firstChild.data.startswith("urn:uuid:") for guid in guids)
    assert all(link.startswith(f"{campaign.campaign.site_address}events/") for link in some(links))
    assert campaign.campaign.site_address.encode() not in _made(campaign)[urls.changes("zh")]


def test_no_text_leaves_its_element(campaign):
    """Markup, CDATA ends and quotes in a title come back as typed, in both forms."""
    nasty = '</title><x y="1">&amp; ]]> \' 𠮷'
    known = _with_address(campaign)
    title = Localized.same(nasty, campaign.languages)
    changed, _ = _with_event(known, title=title, change=title, status=Status.MOVED, changed_on=date(2024, 4, 26))
    item = _rss(changed).getElementsByTagName("item")[0]
    entry = ElementTree.fromstring(_made(changed)[urls.changes("zh")]).find("a:entry", ATOM)

    assert _said(item, "title").endswith(nasty) and _said(item, "description") == nasty
    assert entry.find("a:title", ATOM).text.endswith(nasty)


def test_a_quiet_week_has_an_empty_feed(campaign):
    """Nothing changed: still a whole feed, so that a reader can subscribe before."""
    calm = tuple(
        file.model_copy(
            update={"events": tuple(one.model_copy(update={"status": Status.PLANNED}) for one in file.events)}
        )
        for file in campaign.outreach
    )
    feed = ElementTree.fromstring(_made(replace(campaign, outreach=calm))[urls.changes("zh")])

    assert not feed.findall("a:entry", ATOM)
    assert not _rss(replace(campaign, outreach=calm)).getElementsByTagName("item")
    assert feed.find("a:updated", ATOM).text == f"{campaign.campaign.week.starts}T00:00:00Z"


def test_the_data_is_what_its_schema_says(made):
    """The schema is a schema, and the data passes it."""
    schema, data = json.loads(made[urls.DATA_SCHEMA]), json.loads(made[urls.DATA])
    jsonschema.Draft202012Validator.check_schema(schema)

    jsonschema.Draft202012Validator(schema).validate(data)


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("outreach", 0, "events", 0, "starts"), "2024-04-22 09:00"),
        (("outreach", 0, "events", 0, "title"), {"zh": "只有中文"}),
        (("outreach", 0, "events", 0, "status"), "gone"),
        (("outreach", 0, "events", 0, "extra"), 1),
        (("counties", "counties", 0, "name"), "text"),
        (("preview",), "yes"),
    ],
)
def test_the_schema_refuses_what_is_wrong(made, path, wrong):
    """A schema that lets everything pass would say nothing."""
    schema, data = json.loads(made[urls.DATA_SCHEMA]), json.loads(made[urls.DATA])
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = wrong

    assert list(jsonschema.Draft202012Validator(schema).iter_errors(data))


def _complete(campaign):
    """The campaign with every part there can be, so that none is left out for being empty."""
    notice = NoticeFile.model_validate({"text": {"zh": "停电", "en": "No power"}, "ends": "2024-04-23 12:00"})
    complete = replace(campaign, notice=notice, permalinks=PermalinksFile())
    assert [one.name for one in fields(complete) if getattr(complete, one.name) in (None, ())] == []
    return complete


def test_the_data_holds_every_part_of_the_model(campaign):
    """Each part of the campaign is in the JSON and in its schema; only the notes on printed addresses, the plan of
    messages and the words to search by are kept back."""
    made = _made(_complete(campaign))
    schema, data = json.loads(made[urls.DATA_SCHEMA]), json.loads(made[urls.DATA])
    wanted = {one.name for one in files().values()} - {"permalinks", "messages", "search"}

    assert set(data) - {"$schema", "preview"} == wanted
    assert set(schema["properties"]) - {"$schema", "preview"} == wanted
    jsonschema.Draft202012Validator(schema).validate(data)


def test_no_field_of_a_record_is_left_out(campaign):
    """Every key the model knows is a key of its definition; what an office left empty is all that the data lacks."""
    made = _made(_complete(campaign))
    definitions = json.loads(made[urls.DATA_SCHEMA])["$defs"]
    data = json.loads(made[urls.DATA])
    pairs = [(getattr(campaign, part), data[part]) for part in ("quiz", "faq", "terms", "exhibition", "outreach")]
    seen = set()
    while pairs:
        record, given = pairs.pop()
        if isinstance(record, (tuple, list)):
            assert len(record) == len(given)
            pairs += zip(record, given, strict=True)
        elif isinstance(record, Record):
            names = set(type(record).model_fields)
            assert set(definitions[type(record).__name__]["properties"]) == names
            assert set(given) == {name for name in names if getattr(record, name) is not None}
            seen.add(type(record).__name__)
            pairs += [(getattr(record, name), given[name]) for name in given]

    assert seen >= {"QuizQuestion", "FaqItem", "Term", "Law", "Booth", "OutreachEvent"}


def test_the_data_holds_every_event_in_every_language(campaign, made):
    """Times with their offset, texts by language, in the order of the offices' files."""
    data = json.loads(made[urls.DATA])
    found = {one["id"]: one for file in data["outreach"] for one in file["events"]}

    assert set(found) == {event.id for event in campaign.events}
    for event in campaign.events:
        assert datetime.fromisoformat(found[event.id]["starts"]).replace(tzinfo=None) == event.starts
        assert found[event.id]["title"] == dict(event.title)
    assert "permalinks" not in data


def test_the_same_data_gives_the_same_bytes_on_any_day(campaign, made):
    """No clock in any feed."""
    assert _made(campaign, replace(CONTEXT, today=date(2031, 1, 1))) == made


def test_a_release_has_no_mark(campaign):
    """Cleared for the public, no title bears the sample mark; a preview's does."""
    preview, release = (_made(campaign, replace(CONTEXT, release=flag)) for flag in (False, True))
    sample = next(event for event in campaign.events if event.sample)
    path = urls.calendar("zh", "event", sample.id)

    assert "示例】" in next(iter(_events(preview[path]).values()))["SUMMARY"]
    assert "示例】" not in next(iter(_events(release[path]).values()))["SUMMARY"]


def test_where_the_site_is_published_is_told_to_nobody(campaign):
    """Servers, users and folders stand in campaign.yml and in nothing that is given away, nor does their schema."""
    target = PublishTarget(name="官网", kind="ssh", host="inner.server", user="web", folder="/srv/secret")
    head = campaign.campaign.model_copy(update={"targets": (target,)})

    made = _made(replace(campaign, campaign=head))

    for content in some(made.values()):
        assert not any(word in content for word in (b"inner.server", b"/srv/secret", b"PublishTarget", b'"targets"'))
