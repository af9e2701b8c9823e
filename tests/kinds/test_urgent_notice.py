"""An urgent notice: what it concerns, how long it stands, and words for a language nobody had time to write."""

import pickle
from dataclasses import replace
from datetime import datetime

import pytest

from campaign.core.language import Lent
from campaign.kinds import kinds
from campaign.kinds.notice import ALWAYS, NoticeFile, bulletin, concerned, standing, subject, times
from campaign.kinds.ready import PRESETS, preset, ready
from campaign.read import read_campaign
from looking import some
from projects import GOOD, TOP

ENDS = datetime(2025, 3, 23, 18)
NOW = datetime(2025, 3, 22, 12)


@pytest.fixture(scope="module")
def small():
    return read_campaign(GOOD / "small")


def _with(campaign, **fields):
    text = fields.pop("text", Lent({"zh": "停水", "en": "No water"}, campaign.languages))
    return replace(campaign, notice=NoticeFile(text=text, ends=ENDS, **fields))


def test_one_language_lends_its_words_to_the_others():
    """A text in Chinese alone is complete, says which language it is really in, and is the same after pickling."""
    text = Lent({"zh": "停水"}, ["en", "zh"])

    for one in some([text, pickle.loads(pickle.dumps(text))]):
        assert dict(one) == {"en": "停水", "zh": "停水"}
        assert (one.spoken("en"), one.spoken("zh")) == ("zh", "zh")


def test_a_bulletin_says_which_language_it_is_in(small):
    """The English page marks the Chinese words and says so in a line of its own; the Chinese page doesn't."""
    told = _with(small, text=Lent({"zh": "停水"}, small.languages))
    foreign, own = bulletin(told, "en"), bulletin(told, "zh")

    assert (foreign.text, foreign.lang, "Chinese" in foreign.lent) == ("停水", "zh-CN", True)
    assert (own.text, own.lang, own.lent) == ("停水", "", "")
    assert bulletin(_with(small), "en").lang == ""


def test_without_a_subject_it_stands_everywhere(small):
    """None means every page; no notice means none."""
    assert concerned(_with(small)) is None
    assert concerned(small) == frozenset()


def test_with_a_subject_it_stands_there_and_on_its_county(small):
    """On an event's page, its county's, and those that everybody comes by; a county has its events, the plaza its
    booths."""
    event = concerned(_with(small, about=("north-home-check",)))
    county = concerned(_with(small, about=("northbank",)))
    plaza = concerned(_with(small, about=("exhibition",)))

    assert event == {*ALWAYS, ("event", "north-home-check"), ("county", "northbank")}
    assert county >= {("event", "north-home-check"), ("event", "north-school-class"), ("county", "northbank")}
    assert ("event", "south-village-drip") not in county
    assert plaza >= {("booth", one.id) for one in some(small.booths)}


def test_it_is_over_at_its_end(small):
    """Not a minute before; where nobody knows the time it stands."""
    told = _with(small)

    assert standing(told, datetime(2025, 3, 23, 17, 59)).notice
    assert standing(told, ENDS).notice is None
    assert standing(told, None).notice


def test_its_times_are_said_in_words(small):
    """For people without a script: until when, and from when where it begins later."""
    assert times(_with(small), "zh") == "到3月23日 星期日 18:00为止"
    assert times(_with(small, starts=datetime(2025, 3, 23, 8)), "en") == (
        "from Sunday 23 March, 08:00 until Sunday 23 March, 18:00"
    )


@pytest.mark.parametrize("which", PRESETS, ids=lambda one: one.name)
@pytest.mark.parametrize("campaign", ["small", "shipped"])
def test_ready_words_are_whole_sentences(small, which, campaign):
    """In each language, of an event, of a county and of the exhibition: named, with nothing left to fill in, ended."""
    told = small if campaign == "small" else read_campaign(TOP / "campaign_data")
    to = Lent({"zh": "县体育馆", "en": "County Gymnasium"}, told.languages) if which.to else None
    for name in (told.events[0].id, told.counties.counties[0].id, "exhibition"):
        about = subject(told, name)
        made = ready(told, which, about, to, now=NOW, fits=lambda text, tag: True)
        for tag in some(told.languages):
            text = made.text[tag]
            assert text.endswith("。" if tag == "zh" else ".") and "{" not in text
            assert about.title[tag].translate({0x201C: "‘", 0x201D: "’"})[:4] in text
            assert made.short[tag] and len(made.short[tag]) < len(text)


def test_a_line_for_displays_names_as_much_as_one_shows(small):
    """The whole title where it fits, in quotation marks where it holds a colon; else what stands before that; else
    nothing: its county is not the event."""
    title = Lent({"en": "At home: tap by tap", "zh": "入户：逐个看"}, small.languages)
    about = replace(subject(small, "north-home-check"), title=title)

    def line(most):
        made = ready(small, preset("取消"), about, None, now=NOW, fits=lambda text, tag: len(text) <= most)
        return made.short.get("en")

    assert line(99) == 'Cancelled: "At home: tap by tap"'
    assert line(20) == "Cancelled: At home"
    assert line(17) is None


def test_a_line_for_displays_says_that_it_is_about_all_of_a_place(small):
    """No county is cancelled, nor a week."""
    county, everything = subject(small, "northbank"), None

    def line(about, tag):
        return ready(small, preset("雨"), about, None, now=NOW, fits=lambda text, tag: True).short[tag]

    assert line(county, "en") == f"On hold for rain: all events of {county.title['en']}"
    assert line(county, "zh") == f"因雨暂停：{county.title['zh']}的各场活动"
    assert line(everything, "zh").endswith("的各场活动")


def test_a_place_in_chinese_alone_makes_no_english_sentence(small):
    """English then has the Chinese words, marked as such, as whatever is written in haste."""
    to = Lent({"zh": "县体育馆"}, small.languages)
    made = ready(small, preset("moved"), subject(small, "north-home-check"), to, now=NOW, fits=lambda text, tag: True)

    assert set(made.text) == set(made.short) == {"zh"} and "县体育馆" in made.text["zh"]


@pytest.mark.parametrize("typed", ["rain", "雨", " RAIN "])
def test_a_set_has_two_names(typed):
    """English and Chinese."""
    assert preset(typed).name == "rain"
    assert preset("下雪") is None


def test_whatever_has_a_page_can_be_named(small):
    """Each kind with pages of its own, no other."""
    found = [kind.name for kind in kinds().values() if kind.folder and kind.brief and list(kind.records(small))]
    for name in some(found):
        assert subject(small, next(iter(kinds()[name].records(small))).id)
    assert subject(small, "nowhere") is None
