"""The urgent notice on pages, in frames on other sites and behind printed addresses: there, marked, and escaped."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.channels import permalinks, site
from campaign.channels.site.embeds import embeds
from campaign.core.context import BuildContext
from campaign.core.language import Lent
from campaign.kinds import urls
from campaign.kinds.notice import NoticeFile
from campaign.paper import book
from campaign.paper.ledger import Ledger
from campaign.read import read_campaign
from looking import some
from projects import GOOD

CONTEXT = BuildContext(today=date(2025, 3, 22), site_address="https://water.example.org/week-2025/")
EVENT, OTHER = "north-home-check", "south-village-drip"
ENDS = datetime(2025, 3, 23, 18)


@pytest.fixture(scope="module")
def small():
    return read_campaign(GOOD / "small")


def _with(campaign, text=None, **fields):
    words = Lent(text or {"zh": "停水", "en": "No water"}, campaign.languages)
    return replace(campaign, notice=NoticeFile(text=words, ends=ENDS, **fields))


def _header(campaign, path, language="en"):
    made = site.chrome(site.frame(campaign, CONTEXT, language), path=path, title="x", description="y")
    return LexborHTMLParser(made.header)


def test_a_notice_about_nothing_stands_on_every_page(small):
    """Hand-written ones too, as an alert with its words, its times in words, and its end for the device."""
    for path in some(["", "programme/", "learn/", urls.page("event", OTHER)]):
        (found,) = _header(_with(small), path).css("[role=alert]")
        assert found.css_first(".urgent-text").text() == "No water"
        assert "until Sunday 23 March, 18:00" in found.text()
        assert found.attributes["data-ends"] == "2025-03-23T18:00+08:00"
    assert _header(small, "").css("[role=alert], script") == []


def test_a_notice_about_an_event_stands_where_people_look_for_it(small):
    """Home, programme and exhibition, the event's county, with a link to it, and the event's own page without one."""
    told = _with(small, about=(EVENT,))
    own = _header(told, urls.page("event", EVENT)).css_first(".urgent")
    assert own and not own.css("a")
    for path in some(["", "programme/", "exhibition/", "counties/northbank/"]):
        link = _header(told, path).css_first(".urgent a")
        assert link.attributes["href"].endswith(f"events/{EVENT}/")
    for path in some([urls.page("event", OTHER), "learn/", "counties/southbank/"]):
        assert _header(told, path).css(".urgent") == []


@pytest.mark.parametrize(
    ("about", "en", "zh"),
    [
        ((EVENT,), ["See the event"], ["查看活动"]),
        (("northbank",), ["See local events"], ["查看当地活动"]),
        ((EVENT, OTHER), None, None),
    ],
)
def test_the_way_to_one_event_doesn_t_say_its_title_again(small, about, en, zh):
    """The words above it just did; of several each has its title."""
    for language, expected in (("en", en), ("zh", zh)):
        links = [one.text() for one in _header(_with(small, about=about), "", language).css(".urgent a")]
        assert links == (expected or [small.record("event", one).title[language] for one in about])


def test_words_of_another_language_are_marked(small):
    """Chinese on the English page has its language and a line in English that says so; on the Chinese page neither."""
    told = _with(small, {"zh": "停水"})
    foreign, own = _header(told, "").css_first(".urgent"), _header(told, "", "zh").css_first(".urgent")

    assert foreign.css_first(".urgent-text").attributes["lang"] == "zh-CN"
    assert "in Chinese for now" in foreign.css_first(".small").text()
    assert "lang" not in own.css_first(".urgent-text").attributes and own.css(".small") == []


def test_its_words_are_text(small):
    """Whatever they are made of."""
    text = '<b onclick="x">&'
    (found,) = _header(_with(small, {"zh": text, "en": text}), "").css(".urgent-text")

    assert found.text() == text and found.css("b") == []


def test_other_sites_show_it_where_it_concerns_what_they_frame(small):
    """The whole programme always, a county's where it is concerned; the script is found from each depth."""
    told = {one.path: one.content.decode() for one in embeds(_with(small, about=(EVENT,)), release=False)}

    whole, county = told[urls.embedded("en")], told[urls.embedded("en", "northbank")]
    assert 'role="alert"' in whole and 'src="../assets/urgent.js"' in whole
    assert 'role="alert"' in county and 'src="../../assets/urgent.js"' in county
    assert "urgent" not in told[urls.embedded("en", "southbank")]


def test_printed_addresses_of_what_is_concerned_show_it_in_every_language(small):
    """Each language in its own words; nothing on the others."""
    told = _with(small, about=(EVENT,))
    known = book(told, CONTEXT, Ledger())
    pages = {(one.source.kind, one.source.id): one.content.decode() for one in permalinks.pages(told, CONTEXT, known)}

    tree = LexborHTMLParser(pages["event", EVENT])
    assert [one.css("p")[1].text() for one in tree.css("[role=alert]")] == ["No water", "停水"]
    assert "urgent" not in pages["event", OTHER]


def _body(campaign, path, language="en"):
    (page,) = [page for page in site.render(campaign, CONTEXT, language) if page.path == path]
    return LexborHTMLParser(page.body)


def _marked(tree):
    """The links of the lines that lead to the notice."""
    return {line.css_first("a").attributes["href"] for line in tree.css("li:has([data-urgent])")}


@pytest.mark.parametrize(("language", "said"), [("en", "See the urgent notice"), ("zh", "见紧急通知")])
def test_what_a_notice_is_about_isn_t_called_planned(small, language, said):
    """Its page says where to look, by the notice's own times, before the word that gives way; other pages don't."""
    told = _with(small, about=(EVENT,), starts=datetime(2025, 3, 22, 8))
    page = _body(told, urls.page("event", EVENT), language)
    (mark,) = page.css(".event-marks [data-urgent]")

    assert mark.text() == said and page.css_first(".mark-urgent ~ .mark-planned")
    assert mark.attributes["data-starts"] == "2025-03-22T08:00+08:00"
    assert mark.attributes["data-ends"] == "2025-03-23T18:00+08:00"
    assert _body(told, urls.page("event", OTHER), language).css(".event-marks [data-urgent]") == []
    assert _body(small, urls.page("event", EVENT), language).css("[data-urgent]") == []


def test_lists_lead_to_the_notice_wherever_they_name_what_it_is_about(small):
    """On pages without the notice too, which have its script; a county's own events, the exhibition alone."""
    one = _with(small, about=(EVENT,))
    own = {f"../events/{event.id}/" for event in some(small.events) if small.county_of[event.id].id == "northbank"}

    assert _marked(_body(one, "programme/")) == {f"../events/{EVENT}/"}
    assert _marked(_body(_with(small, about=("northbank",)), "programme/")) == own
    assert _marked(_body(_with(small, about=("exhibition",)), "programme/")) == {"../exhibition/"}
    assert len(own) > 1 and _marked(_body(small, "programme/")) == set()
    assert _header(one, urls.page("event", OTHER)).css_first("script").attributes["src"].endswith("urgent.js")


def test_a_notice_about_nothing_is_about_every_event(small):
    """Rain on all of them."""
    assert len(_marked(_body(_with(small), "programme/"))) > len(small.events)


def test_frames_on_other_sites_lead_to_the_notice_too(small):
    """At the event alone."""
    told = {one.path: one.content.decode() for one in embeds(_with(small, about=(EVENT,)), release=False)}
    tree = LexborHTMLParser(told[urls.embedded("en")])

    assert {href.split("events/")[1] for href in _marked(tree)} == {f"{EVENT}/"}


def test_without_a_notice_nothing_of_it_is_there(small):
    """No mark, no script."""
    pages = [page.body for page in site.render(small, CONTEXT, "en")]
    frames = [one.content.decode() for one in embeds(small, release=False) if one.path.endswith(".html")]

    assert not any("urgent" in text for text in some([*pages, *frames]))
