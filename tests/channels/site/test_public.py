"""What a page offers beyond reading: filters, maps, calendars to take, structured data, embeds."""

import json
import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.channels import feeds, site
from campaign.channels.site.edition import Edition
from campaign.channels.site.embeds import BANNERS
from campaign.channels.site.outreach import another
from campaign.channels.site.words import words
from campaign.core.context import BuildContext
from campaign.core.language import Localized
from campaign.kinds import urls
from campaign.kinds.event import Coordinates
from campaign.kinds.status import Status
from campaign.read import read_campaign
from campaign.say.text import ems
from looking import some

TOP = Path(__file__).parents[3]
ADDRESS = "https://gov.example.cn/zt/ip/"
CONTEXT = BuildContext(today=date(2024, 4, 22), site_address=ADDRESS)
NASTY = "</script><script>alert('1')</script>&amp; \u2028"


@pytest.fixture(scope="module")
def campaign():
    return read_campaign(TOP / "campaign_data")


def _with_event(campaign, **changes):
    """The campaign with its first event changed, and that event."""
    event = campaign.events[0].model_copy(update=changes)
    files = tuple(
        file.model_copy(update={"events": tuple(event if one.id == event.id else one for one in file.events)})
        for file in campaign.outreach
    )
    return replace(campaign, outreach=files), event


def _open_event(campaign, **changes):
    """The same, and anybody may go to it."""
    return _with_event(campaign, **{"form": "lecture", **changes})


def _body(campaign, path, language="zh", **offers):
    made = site.render(campaign, CONTEXT, language, **offers)
    return LexborHTMLParser(next(page.body for page in made if page.path == path))


def _structured(campaign, event, language="zh"):
    frame = site.frame(campaign, CONTEXT, language)
    head = site.chrome(frame, path=urls.page("event", event.id), title="x", description="x").head
    found = LexborHTMLParser(head).css("script[type='application/ld+json']")
    assert len(found) == 1
    return found[0].text()


def test_the_programme_can_be_filtered_by_what_occurs(campaign):
    """County, place, form, status: each choice is one some event has, in the office's order; rows carry the values."""
    page = _body(campaign, "programme/")
    rows = page.css("[data-item]:not([data-again])")

    assert len(rows) == len(campaign.events)
    for name in ("county", "kind", "form", "status"):
        offered = [one.attributes["value"] for one in page.css(f"input[name={name}]")][1:]
        assert set(offered) == {row.attributes[f"data-{name}"] for row in rows}
    assert offered == [status.value for status in Status if status.value in offered]


def test_nothing_about_now_is_baked_in(campaign):
    """Built on any day the pages are the same: only the device knows what is on."""
    other = BuildContext(today=date(2024, 4, 26), site_address=ADDRESS)

    assert list(site.render(campaign, CONTEXT, "zh")) == list(site.render(campaign, other, "zh"))


def test_map_links_name_the_place_in_gcj_02(campaign):
    """With coordinates three services are offered, each told that they are GCJ-02, in its own syntax."""
    where = Coordinates(lat=35.601, lon=103.21)
    venue = Localized.same("广场:东;门|&", campaign.languages)
    changed, event = _open_event(campaign, coordinates=where, venue=venue)
    links = [a.attributes["href"] for a in _body(changed, urls.page("event", event.id)).css(".maps a")]
    asked = {urlsplit(link).hostname: parse_qs(urlsplit(link).query) for link in links}

    assert asked["uri.amap.com"]["position"] == ["103.210000,35.601000"]
    assert asked["uri.amap.com"]["coordinate"] == ["gaode"]
    marker = asked["apis.map.qq.com"]["marker"][0]
    assert marker.count(":") == 3 and marker.count(";") == 2 and "|" not in marker
    assert marker.startswith("coord:35.601000,103.210000;")
    assert asked["api.map.baidu.com"]["location"] == ["35.601000,103.210000"]
    assert asked["api.map.baidu.com"]["coord_type"] == ["gcj02"]
    assert asked["api.map.baidu.com"]["title"] == ["广场:东;门|&"]
    without, event = _open_event(campaign, coordinates=None, address=None)
    assert not _body(without, urls.page("event", event.id)).css(".maps")


@pytest.mark.parametrize("point", [Coordinates(lat=35.601, lon=103.21), None])
def test_each_map_service_is_told_what_it_requires(campaign, point):
    """The parameters that its documentation calls required or asks for, none of them empty."""
    required = {
        "uri.amap.com/marker": {"position", "src"},
        "uri.amap.com/search": {"keyword", "src"},
        "apis.map.qq.com/uri/v1/marker": {"marker", "referer"},
        "apis.map.qq.com/uri/v1/search": {"keyword", "referer"},
        "api.map.baidu.com/marker": {"location", "title", "content", "output", "src"},
        "api.map.baidu.com/place/search": {"query", "region", "output", "src"},
    }
    changed, event = _open_event(campaign, coordinates=point, address=Localized.same("东街 1 号", campaign.languages))
    links = [urlsplit(a.attributes["href"]) for a in _body(changed, urls.page("event", event.id)).css(".maps a")]
    asked = {f"{link.hostname}{link.path}": parse_qs(link.query) for link in links}

    assert len(asked) == 3
    assert all(required[service] <= set(asked[service]) for service in some(asked))
    baidu = next(asked[service] for service in asked if "baidu" in service)
    assert baidu["output"] == ["html"] and re.fullmatch(r"webapp\.\w+\.[\w-]+", baidu["src"][0])


def test_what_comes_to_people_shows_no_way_there(campaign):
    """A visit has its place, and no map: nobody is to go there; the same place of a lecture has three."""
    where = Coordinates(lat=35.601, lon=103.21)
    visit, event = _with_event(campaign, form="visit", coordinates=where)
    page = _body(visit, urls.page("event", event.id))
    lecture, _ = _open_event(campaign, coordinates=where)

    assert not page.css(".maps") and event.venue["zh"] in page.css_first(".ticket").text()
    assert len(_body(lecture, urls.page("event", event.id)).css(".maps a")) == 3


def test_an_address_without_coordinates_is_looked_for_in_its_region(campaign):
    """Three searches for the whole address, with its region, once; what doesn't take place has no way to show."""
    street = Localized({"zh": "人民路 12 号", "en": "12 Renmin Road"})
    changed, event = _open_event(campaign, coordinates=None, address=street)
    page = _body(changed, urls.page("event", event.id))
    links = [a.attributes["href"] for a in page.css(".maps a")]
    asked = {urlsplit(link).hostname: parse_qs(urlsplit(link).query) for link in links}
    region = campaign.county_of[event.id].name["zh"]

    whole = [f"{region}人民路 12 号"]
    assert asked["uri.amap.com"]["keyword"] == asked["apis.map.qq.com"]["keyword"] == whole
    assert asked["api.map.baidu.com"]["query"] == whole
    assert [asked[host].get("region", asked[host].get("city")) for host in some(asked)] == [[region]] * 3
    assert page.css_first("[data-copy-text='address']") and page.css_first("#address").text() == "人民路 12 号"
    named, _ = _open_event(campaign, coordinates=None, address=Localized.same(whole[0], campaign.languages))
    again = _body(named, urls.page("event", event.id)).css_first(".maps a").attributes["href"]
    assert parse_qs(urlsplit(again).query)["keyword"] == whole
    off = {"status": Status.CANCELLED, "change": Localized.same("下雨", campaign.languages)}
    cancelled, event = _open_event(campaign, address=street, **off)
    assert not _body(cancelled, urls.page("event", event.id)).css(".maps")


@pytest.mark.parametrize(
    ("registration", "how", "said"),
    [
        ("none", None, "无需报名，到场就行。"),
        ("required", "打 12345", "请先报名：打 12345"),
        ("invitation", None, "只请收到邀请的人参加，不对外开放。"),
    ],
)
def test_a_page_says_whether_one_must_register(campaign, registration, how, said):
    """Beside what the event's form asks of people, of those who may come; how to register stands word for word."""
    more = {"register_how": Localized.same(how, campaign.languages) if how else None}
    changed, event = _with_event(campaign, registration=registration, **more)
    text = _body(changed, urls.page("event", event.id)).css_first(".ticket").text()

    assert said in text
    assert (campaign.form(event.form).action["zh"] in text) is (registration != "invitation")


def test_calendars_are_offered_where_they_are(campaign):
    """With feeds each list and event has its file; without, no page links to one."""
    files = feeds.paths(campaign)
    event, county = campaign.events[0], campaign.counties.counties[0]
    for path, wanted in (
        ("programme/", urls.calendar("zh")),
        (urls.page("county", county.id), urls.calendar("zh", "county", county.id)),
        (urls.page("event", event.id), urls.calendar("zh", "event", event.id)),
        ("downloads/", urls.DATA),
    ):
        hrefs = [a.attributes["href"] for a in _body(campaign, path, files=files).css("a[download]")]
        assert [href for href in hrefs if href.endswith(wanted)], path
        assert not _body(campaign, path).css("a[href$='.ics'],a[href$='.json']")


def test_both_forms_of_the_changes_are_offered(campaign):
    """In the head of every page and on programme and downloads, each feed the site has and no other."""
    files = feeds.paths(campaign)
    for language, up in (("zh", "../"), ("en", "../../")):
        wanted = [up + urls.changes(language), up + urls.rss(language)]
        frame = site.frame(campaign, CONTEXT, language, files)
        head = LexborHTMLParser(site.chrome(frame, path="about/", title="x", description="x").head)
        links = {a.attributes["href"]: a.attributes for a in head.css("link[rel=alternate]")}
        assert [*links] == wanted
        assert [links[href]["type"] for href in wanted] == ["application/atom+xml", "application/rss+xml"]
        assert len({one["title"] for one in links.values()}) == len(links)
        for path in ("programme/", "downloads/"):
            offered = [a.attributes["href"] for a in _body(campaign, path, language, files=files).css("a")]
            assert [href for href in offered if href in wanted] == wanted, path
        without = site.frame(campaign, CONTEXT, language, ())
        assert "alternate" not in site.chrome(without, path="about/", title="x", description="x").head


def test_a_feed_leads_to_the_change_itself(campaign):
    """The anchor a feed's item names is an id on the event's page."""
    changed, event = _with_event(
        campaign, status=Status.MOVED, change=campaign.theme.official, changed_on=date(2024, 4, 22)
    )
    anchor = urls.change_anchor("moved", "2024-04-22")

    assert _body(changed, urls.page("event", event.id)).css(f"section.notice[id='{anchor}']")


def test_subscribing_waits_for_the_real_address(campaign):
    """A webcal address stands there only once the site has its own."""
    files = feeds.paths(campaign)
    sample = {"site_address": ADDRESS, "site_address_sample": True}
    real = {**sample, "site_address_sample": False}
    for head, wanted in ((sample, []), (real, ["webcal://gov.example.cn/zt/ip/calendar/zh/all.ics"])):
        changed = replace(campaign, campaign=campaign.campaign.model_copy(update=head))
        links = _body(changed, "programme/", files=files).css("a[href^='webcal:']")
        assert [a.attributes["href"] for a in links] == wanted


BEFORE = datetime(2024, 4, 19, 19, 0)
STATES = [
    ("planned", {}, "EventScheduled", None),
    ("changed", {}, "EventScheduled", None),
    ("changed", {"previously": BEFORE}, "EventRescheduled", "2024-04-19T19:00+08:00"),
    ("moved", {}, "EventScheduled", None),
    ("moved", {"previously": BEFORE}, "EventRescheduled", "2024-04-19T19:00+08:00"),
    ("moved", {"online": "https://live.example.org/x", "address": None}, "EventMovedOnline", None),
    ("postponed", {}, "EventPostponed", "starts"),
    ("postponed", {"previously": BEFORE}, "EventPostponed", "2024-04-19T19:00+08:00"),
    ("cancelled", {}, "EventCancelled", None),
    ("cancelled", {"previously": BEFORE}, "EventCancelled", "2024-04-19T19:00+08:00"),
]


def test_another_event_is_really_another(campaign):
    """What a called-off event leads to has one that takes place and isn't itself: near first, anywhere at last."""
    cards = Edition(campaign, CONTEXT, "zh").cards
    card = next(one for one in cards if not one.state.holds)
    holding = [one for one in cards if one.id != card.id and one.state.holds]
    near = next(one for one in holding if one.county == card.county and one.kind != card.kind)
    alike = next(one for one in holding if one.county != card.county and one.kind == card.kind)
    other = next(one for one in holding if one.county != card.county and one.kind != card.kind)
    twin = replace(near, kind=card.kind)

    county, kind = f"county={card.county.id}", f"kind={card.kind.id}"
    assert another(card, (card, other, alike, near, twin)) == f"?coming=1&{county}&{kind}"
    assert another(card, (card, other, alike, near)) == f"?coming=1&{county}"
    assert another(card, (card, other, alike)) == f"?coming=1&{kind}"
    assert another(card, (card, other)) == another(card, (card,)) == "?coming=1"


@pytest.mark.parametrize(("status", "more", "state", "former"), STATES)
def test_a_state_is_in_words_in_colour_and_in_structured_data(campaign, status, more, state, former):
    """Page, list and JSON-LD say the same of each state, with what changed and when it was to be before."""
    planned = status == "planned"
    text = None if planned else Localized.same("改了：地点换成二楼", campaign.languages)
    changed, event = _with_event(campaign, status=Status(status), coordinates=None, change=text, **more)
    data = json.loads(_structured(changed, event))
    page, programme = _body(changed, urls.page("event", event.id)), _body(changed, "programme/")
    row = next(one for one in programme.css("[data-item]") if event.id in one.html)
    word = getattr(words("zh"), f"status_{status}")

    assert data["eventStatus"] == f"https://schema.org/{state}"
    assert data["description"].startswith("改了：地点换成二楼 ") is not planned
    assert data.get("previousStartDate") == (data["startDate"] if former == "starts" else former)
    assert page.css_first(f".event-marks .mark-{status}").text() == word
    assert ["改了：地点换成二楼" in one.text() for one in page.css(".notice")] == ([] if planned else [True])
    held = status not in ("postponed", "cancelled")
    assert bool(page.css(".ticket .small s")) == ("previously" in more and held), "what doesn't hold is struck once"
    assert bool(page.css(".ticket time s")) == bool(row.css("time s")) == (not held), (
        "a time that holds no more is struck"
    )
    other = page.css_first(".keep-row .button[href*='programme']").attributes
    assert other["href"] == f"../../programme/?coming=1&county={row.attributes['data-county']}"
    assert ("once-over" in other["class"]) is held, "another event is offered at once, or once this one is over"
    assert len(page.css(".event-marks .mark:not(.mark-sample)")) == 1
    assert bool(page.css(".event-marks .mark[hidden]")) == planned, "time falsifies it"
    assert bool(page.css(".event-marks [data-starts]")) == ("data-starts" in row.attributes) == held, "or never is on"
    assert [mark.text() for mark in row.css(f".mark-{status}")] == ([] if status == "planned" else [word])
    assert row.attributes["data-status"] == status


def test_every_state_has_a_colour_of_its_own():
    """The style sheet knows each state's mark; none falls back to plain text."""
    css = (TOP / "hooks/theme/assets/campaign.css").read_text("utf-8")

    for status in Status:
        assert f".mark-{status.value}" in css, status


@pytest.mark.parametrize("language", ["zh", "en"])
def test_home_leads_to_what_one_can_do(campaign, language):
    """Report, defend, apply, questions and quiz are each one tap from home; what isn't there isn't offered."""
    learn = ["learn/report/", "learn/infringed/", "learn/apply/"]
    ways = [*learn, "learn/faq/", "learn/quiz/"]
    for written, known in ((frozenset(learn), campaign), (frozenset(), replace(campaign, quiz=None, faq=None))):
        context = replace(CONTEXT, written=written)
        home = next(one for one in site.render(known, context, language) if one.path == "")
        hrefs = [a.attributes["href"] for a in LexborHTMLParser(home.body).css(".tasks a")]
        assert hrefs == [f"./{path}" for path in (ways if written else ())]


@pytest.mark.parametrize(
    ("status", "said"),
    [("planned", "EventScheduled"), ("postponed", "EventPostponed"), ("cancelled", "EventCancelled")],
)
def test_structured_data_says_what_the_page_says(campaign, status, said):
    """Name in both languages, start with offset, place, state: as schema.org has them."""
    changed, event = _with_event(campaign, status=Status(status), change=campaign.theme.official)
    data = json.loads(_structured(changed, event, "en"))

    assert data["name"] == event.title["en"] and data["alternateName"] == [event.title["zh"]]
    assert data["startDate"].endswith("+08:00")
    assert data["eventStatus"] == f"https://schema.org/{said}"
    assert data["inLanguage"] == "en"


def test_attendance_follows_the_data(campaign):
    """An online page alone is online, with a street address it is mixed, without one it is offline."""
    street = campaign.theme.official
    for online, address, mode in (
        ("https://live.example.org/x", None, "Online"),
        ("https://live.example.org/x", street, "Mixed"),
        (None, street, "Offline"),
    ):
        changed, event = _with_event(campaign, online=online, address=address, coordinates=None)
        data = json.loads(_structured(changed, event))
        assert data["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"


def test_structured_data_can_not_leave_its_element(campaign):
    """Whatever a title holds, the script element ends where ours does, and the text comes back as typed."""
    changed, event = _with_event(campaign, title=Localized.same(NASTY, campaign.languages))
    frame = site.frame(changed, CONTEXT, "zh")
    head = site.chrome(frame, path=urls.page("event", event.id), title="x", description="x").head

    assert "alert('1')" not in head
    assert json.loads(_structured(changed, event))["name"] == NASTY


def test_snippets_are_shown_and_never_run(campaign):
    """The code to copy stands as text in fields; it carries the site's absolute address."""
    page = _body(campaign, "downloads/")
    codes = [box.text() for box in page.css("textarea[readonly]")]

    assert len(codes) == 2 + len(BANNERS)
    assert not page.css("iframe")
    assert f'src="{ADDRESS}embed/programme.zh.html"' in codes[0]
    assert all(ADDRESS in code for code in codes)


def test_embeds_stand_by_themselves(campaign):
    """Each framed programme lists every event, links back to the site, and fetches its style sheet and icon alone."""
    made = {one.path: one.content.decode() for one in site.assets(campaign, CONTEXT)}
    for language, root in (("zh", "../"), ("en", "../en/")):
        tree = LexborHTMLParser(made[urls.embedded(language)])
        hrefs = [a.attributes["href"] for a in tree.css("li a")]
        assert hrefs == [f"{root}events/{event.id}/" for event in campaign.events]
        assert tree.css_first("base").attributes["target"] == "_blank"
        assert not tree.css("script,img")
        assert [one.attributes["href"] for one in tree.css("link")] == [
            "../assets/favicon.svg",
            f"../{urls.EMBED_SHEET}",
        ]
        assert {"assets/favicon.svg", urls.EMBED_SHEET} <= made.keys()


@pytest.mark.parametrize("size", BANNERS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_banners_can_be_read(campaign, size):
    """No line of the campaign's own words is set smaller than 11 px, and none is wider than the banner."""
    made = {one.path: one.content for one in site.assets(campaign, CONTEXT)}
    for language in some(campaign.languages):
        svg = ElementTree.fromstring(made[urls.banner(language, f"{size[0]}x{size[1]}")])
        groups = [g for g in svg.iter("{http://www.w3.org/2000/svg}g") if "font-size" in g.attrib]
        assert len(groups) == 2
        for group in groups:
            assert float(group.attrib["font-size"]) >= 11, language
            for line in group:
                assert float(line.attrib["x"]) + ems(line.text) * float(group.attrib["font-size"]) <= size[0]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_county_can_take_its_own_events(campaign, language):
    """A county's page has the code of its events, framed and plain; the frame's file lists those and no others."""
    made = {one.path: one.content.decode() for one in site.assets(campaign, CONTEXT)}
    pages = {page.path: page.body for page in site.render(campaign, CONTEXT, language)}
    root = ADDRESS if language == "zh" else f"{ADDRESS}en/"
    for county in some(campaign.counties.counties):
        own = [event for event in campaign.events if campaign.county_of[event.id] is county]
        boxes = LexborHTMLParser(pages[urls.page("county", county.id)]).css("textarea[readonly]")
        framed, plain = (LexborHTMLParser(box.text()) for box in boxes)
        path = framed.css_first("iframe").attributes["src"].removeprefix(ADDRESS)
        frame = LexborHTMLParser(made[path])
        up = "../../" if language == "zh" else "../../en/"

        assert [a.attributes["href"] for a in frame.css("li a")] == [f"{up}events/{event.id}/" for event in own]
        assert [a.attributes["href"] for a in plain.css("li a")] == [f"{root}events/{event.id}/" for event in own]
        assert county.name[language] in frame.css_first("h1").text()
        assert [a.text() for a in plain.css("li a")] == [event.title[language] for event in own]


def test_a_state_goes_with_the_plain_links(campaign):
    """Copied to another site, a cancelled event is still called cancelled; samples are called so once, or one by one
    where the office's own stand among them."""
    text = campaign.theme.official
    changed, event = _with_event(campaign, status=Status.CANCELLED, change=text)
    county = campaign.county_of[event.id].id
    among, _ = _with_event(changed, sample=False)
    for one, said, at_rows in ((changed, 1, False), (among, 0, True)):
        plain = LexborHTMLParser(_body(one, urls.page("county", county)).css("textarea[readonly]")[1].text())
        rows = {row.css_first("a").text(): row.text() for row in plain.css("li")}
        assert len(rows) > 1 and plain.css_first("p").text().count("【示例】") == said
        assert "【已取消】" in rows[event.title["zh"]] and "【示例】" not in rows.pop(event.title["zh"])
        assert {"【示例】" in row for row in rows.values()} == {at_rows}


def test_nothing_in_a_snippet_leaves_its_code(campaign):
    """Markup in a title is text in the code, and text again on the page that the code is pasted into."""
    changed, event = _with_event(campaign, title=Localized.same(NASTY, campaign.languages))
    county = campaign.county_of[event.id].id
    boxes = _body(changed, urls.page("county", county)).css("textarea[readonly]")
    pasted = LexborHTMLParser(boxes[1].text())

    assert not pasted.css("script")
    assert NASTY in [a.text() for a in pasted.css("li a")]


@pytest.mark.parametrize("size", BANNERS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_banners_hold_their_words(campaign, size):
    """A banner has its size, every line inside it, and the campaign's own words, escaped."""
    width, height = size
    title = Localized.same("<&>" + "很长的名称" * 6, campaign.languages)
    changed = replace(campaign, campaign=campaign.campaign.model_copy(update={"name": title}))
    made = {one.path: one.content for one in site.assets(changed, CONTEXT)}
    for language in campaign.languages:
        svg = ElementTree.fromstring(made[urls.banner(language, f"{width}x{height}")])
        texts = list(svg.iter("{http://www.w3.org/2000/svg}text"))
        assert svg.attrib["viewBox"] == f"0 0 {width} {height}"
        assert title[language] in [text.text for text in texts]
        assert all(0 <= float(t.attrib["x"]) < width and 0 < float(t.attrib["y"]) <= height for t in texts)


def test_a_release_embeds_no_sample_mark(campaign):
    """Cleared for the public, the frame bears no mark; a preview does, once; each sample among the office's own."""
    release = replace(CONTEXT, release=True)
    path = urls.embedded("zh")

    marked, clean = (
        next(one.content.decode() for one in site.assets(campaign, context) if one.path == path)
        for context in (CONTEXT, release)
    )
    assert marked.count("示例</mark>") == LexborHTMLParser(marked).css_first("h1").text().count("示例") == 1
    assert "示例</mark>" not in clean
    among, event = _with_event(campaign, sample=False)
    mixed = next(one.content.decode() for one in site.assets(among, CONTEXT) if one.path == path)
    assert mixed.count("示例</mark>") == len(campaign.events) - 1 == mixed.count("</li>") - 1
