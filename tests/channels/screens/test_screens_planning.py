"""The plan says which frames a display needs and when each is shown, and refuses what no display can show."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from campaign.channels.screens.job import Window
from campaign.channels.screens.planning import film_entries
from campaign.core.language import Localized
from campaign.core.problems import CampaignDataError
from campaign.kinds import kinds
from campaign.say.lines import units
from displays import CONTEXT, STRIP, THEME, frame, job, jobs, shipped, small, with_displays
from looking import some
from weeks import with_event

EVENTS = {"shows": "events-today", "seconds": "6"}
NOTICED = {"shows": "notice", "seconds": "8"}
EVENT = {"shows": "event", "record": "yj-market-gi-labels", "seconds": "8"}


def _names(one):
    """The messages of a loop."""
    return [entry.name for entry in one.entries if not entry.code]


def test_languages_alternate_or_stand_together():
    """Alternating, each item is shown in one language after the other; together, in one frame."""
    alternate = job(THEME, languages=["zh", "en"])
    together = job(THEME, languages=["zh", "en"], bilingual="together")

    assert _names(alternate) == ["theme-zh", "theme-en"]
    assert _names(together) == ["theme-zh-en"]
    assert any(block["field"] == "support" for block in together.frames[0].data["blocks"])


def test_messages_and_codes_take_turns():
    """A message has no code; its code follows it, once for all its languages, in the same days and hours."""
    window = {"starts": "2024-04-21", "opens": "08:00"}
    one = job({**THEME, **window}, {"shows": "slogans", "record": "respect", "seconds": "4"}, languages=["zh", "en"])
    loop = [entry for entry in one.entries if not entry.window.rest]
    payloads = {frame.name: frame.payload for frame in one.frames}

    assert [entry.name for entry in loop][:3] == ["theme-zh", "theme-en", "code-theme-zh-en"]
    assert [bool(payloads[entry.name]) for entry in loop] == [entry.code for entry in loop]
    assert [entry.code for entry in loop] == [False, False, True, False, False]
    assert len({entry.window for entry in loop[:3]}) == 1


@pytest.mark.parametrize("seconds, code_s", [("2", 6), ("7", 7), ("60", 8)])
def test_a_code_stands_long_enough_and_no_longer(seconds, code_s):
    """As long as its message, but within what a phone needs: a loop grows by seconds, whatever its messages take."""
    assert [entry.seconds for entry in job({**THEME, "seconds": seconds}).entries] == [int(seconds), code_s]


@pytest.mark.parametrize("tag", ["zh", "en"])
@pytest.mark.parametrize("shows", ["theme", "priorities", "event", "events-today", "exhibition", "booths"])
def test_a_code_has_eight_characters_at_most(shows, tag):
    """With it stand its address and a word of what it opens; no date, no place, no organiser."""
    record = {"record": "yj-market-gi-labels"} if shows == "event" else {}
    one = job({"shows": shows, "seconds": "8", **record}, languages=[tag], county="yongjing")
    for coded in some([made for made in one.frames if made.payload]):
        (call,) = (block["lines"] for block in coded.data["blocks"])
        assert units(call[0]) <= (8 if tag == "zh" else 11) and coded.data["address"]
        assert not {"foot", "pictogram", "picture"} & coded.data.keys()


def test_the_way_is_promised_only_where_the_page_shows_it():
    """Of an event that anybody may come to, at a place that maps know; of any other the details."""
    codes = [one for one in job(EVENTS, county="yongjing").frames if one.payload and one.source.kind == "event"]
    titles = {one.source.id: one.title for one in codes}
    events = {event.id: event for event in shipped().events}
    promised = {key for key, title in titles.items() if title.startswith("扫码看路线")}
    routes = {key for key in titles if kinds()["event"].brief(shipped(), events[key]).where.route}

    assert promised == routes != set() and set(titles) - routes


def test_a_message_is_known_by_its_record_s_picture():
    """As on paper; a slogan has what it names, and the theme and what names none the mark; a notice has no ornament."""
    pictures = {
        slide["shows"]: frame(slide, county="yongjing").data["picture"]
        for slide in (EVENT, THEME, {"shows": "exhibition", "seconds": "8"}, {**NOTICED, "text": NOTICE["text"]})
    }
    slogans = [one.data["picture"] for one in job({"shows": "slogans", "seconds": "8"}).frames]

    assert pictures == {"event": "geographical-indication", "theme": "", "exhibition": "market", "notice": None}
    assert "" in slogans and {"checking", "copyright"} <= set(slogans)


def test_both_languages_say_when_and_where():
    """Where they stand together the date, the place and whose frame it is are in both."""
    data = frame(EVENT, width_px="1920", height_px="1080", languages=["zh", "en"], bilingual="together").data
    support = [line for block in data["blocks"] if block["field"] == "support" for line in block["lines"]]

    assert {"Sunday 21 April, 09:00–11:30", "Taiji Lake farmers' market"} <= set(" · ".join(support).split(" · "))
    assert "Linxia Prefecture" in data["foot"]["choices"][0] and data["foot"]["choices"][1] == data["foot"]["text"]


@pytest.mark.parametrize("slide", [THEME, {"shows": "priorities", "seconds": "8"}], ids=["theme", "priorities"])
def test_official_wording_in_english_is_marked(slide):
    """In the official language it needs no mark; an office's own shorter words are no translation of it."""
    zh, en = (frame(slide, languages=[tag]).data["blocks"][1]["tail"] for tag in ("zh", "en"))
    both = frame(slide, languages=["zh", "en"], bilingual="together").data["blocks"]
    short = frame({**THEME, "text": {"zh": "来", "en": "Come"}}, languages=["en"]).data["blocks"][1]["tail"]

    assert zh is None and short is None and en["text"] == "Unofficial translation"
    assert [block["tail"]["text"] for block in both if block.get("tail")] == ["Unofficial translation"]


def test_each_look_has_every_frame():
    """Day and night show the same frames."""
    one = job(THEME, EVENTS, looks=["day", "night"])

    assert {f.name for f in one.frames if f.look == "day"} == {f.name for f in one.frames if f.look == "night"}


def test_todays_events_are_each_shown_on_their_own_day():
    """Every event of the display's county has a frame, due on its day alone."""
    one = job(EVENTS, county="yongjing")
    events = [event for event in shipped().events if shipped().county_of[event.id].id == "yongjing"]

    assert [(e.window.starts, e.window.ends) for e in one.entries if not e.window.rest and not e.code] == [
        (e.starts.date(),) * 2 for e in events
    ]


def test_an_event_isn_t_announced_when_it_is_over():
    """Its window closes with its last day, whatever the playlist says."""
    one = job({"shows": "event", "record": "yj-market-gi-labels", "seconds": "8", "ends": "2024-04-26"})

    assert one.entries[0].window.ends == date(2024, 4, 21)


def test_order_comes_before_the_place_in_the_list():
    """Smaller numbers first, then the rest as listed."""
    slogan = {"shows": "slogans", "record": "no-fakes", "seconds": "4"}
    one = job(THEME, {**slogan, "order": "2"}, {**slogan, "record": "respect", "order": "1"})

    assert _names(one) == ["slogan-respect-zh", "slogan-no-fakes-zh", "theme-zh"]


@pytest.mark.parametrize(
    "window, day, shown",
    [
        (Window(), date(2024, 4, 22), True),
        (Window(starts=date(2024, 4, 23)), date(2024, 4, 22), False),
        (Window(ends=date(2024, 4, 22)), date(2024, 4, 22), True),
        (Window(ends=date(2024, 4, 21)), date(2024, 4, 22), False),
        (Window(weekdays=(0,)), date(2024, 4, 22), True),
        (Window(weekdays=(1, 2)), date(2024, 4, 22), False),
    ],
)
def test_a_window_knows_its_days(window, day, shown):
    """First and last day count in; Monday is 0."""
    assert window.on(day) is shown


def test_hours_are_kept_for_the_kiosk():
    """From seven to ten at night."""
    one = job({**THEME, "opens": "07:00", "closes": "22:00"})

    assert (one.entries[0].window.opens, one.entries[0].window.closes) == (time(7), time(22))


def test_the_film_shows_what_is_due_on_its_day():
    """An event of another day isn't in the film of this one; where nothing is due the theme is, which holds any day."""
    one = job(THEME, EVENTS, county="yongjing")
    never = job({**EVENTS, "ends": "2024-04-20"}, county="yongjing")

    shown = {entry.name for entry in film_entries(one)}
    assert "theme-zh" in shown and len(shown) < len(one.entries)
    resting = [("theme-zh", True), ("code-theme-zh", True)]
    assert [(entry.name, entry.window.rest) for entry in film_entries(never)] == resting


def test_dated_items_alone_rest_on_the_theme():
    """Where an item is always due there is no need; hours and days of the week leave gaps as well as dates do."""
    for window in ({"ends": "2024-04-20"}, {"opens": "09:00"}, {"weekdays": ["mon"]}):
        assert [entry.window.rest for entry in job({**THEME, **window}).entries] == [False, False, True, True]
    assert [entry.window.rest for entry in job(THEME, EVENTS).entries].count(True) == 0


def test_a_theme_no_breaking_brings_into_its_lines_is_not_rested_on():
    """Nobody asked for it, so no problem is told; where nothing is due a film has only its code, which fits."""
    said = Localized({"zh": "一" * 60, "en": "short"})
    long = replace(shipped(), theme=shipped().theme.model_copy(update={"official": said, "lines": {}}))
    dated = {"shows": "slogans", "record": "no-fakes", "seconds": "3", "starts": "2024-04-22"}
    (one,) = jobs({"playlist": [dated]}, campaign=long)

    assert _names(one) == ["slogan-no-fakes-zh"] and one.film_day == date(2024, 4, 21)
    assert [entry.name for entry in film_entries(one)] == ["code-theme-zh"]


def test_an_event_of_several_days_is_announced_on_each():
    """From its first day to its last, and the frame says the hours of each day."""
    event = next(e for e in shipped().events if e.id == "yj-market-gi-labels")
    spanning = with_event(shipped(), event.id, starts=datetime(2024, 4, 21, 9), ends=datetime(2024, 4, 24, 17))
    (one,) = jobs({"county": "yongjing", "playlist": [EVENTS]}, campaign=spanning)
    entry = next(entry for entry in one.entries if entry.name.startswith(f"today-{event.id}"))
    frame = next(frame for frame in one.frames if frame.name == entry.name)
    facts = "".join(line for block in frame.data["blocks"] if block["field"] == "facts" for line in block["lines"])

    assert (entry.window.starts, entry.window.ends) == (date(2024, 4, 21), date(2024, 4, 24))
    assert "4月21日至24日" in facts and "每天 09:00–17:00" in facts


def test_an_item_is_never_shown_outside_its_own_dates():
    """Today's events of a playlist that ends on the 21st are those until then."""
    one = job({**EVENTS, "starts": "2024-04-21", "ends": "2024-04-21"}, county="yongjing")
    every = [event for event in shipped().events if shipped().county_of[event.id].id == "yongjing"]

    assert {(e.window.starts, e.window.ends) for e in one.entries if not e.window.rest} == {(date(2024, 4, 21),) * 2}
    assert 0 < len(one.entries) - 1 < len(every)


def test_a_kiosk_knows_the_plan_s_own_dates():
    """What is on: the county's events and what concerns all counties, that without hours last and with its last day."""
    (one,) = jobs({"county": "yongjing"})
    whole = [happening for happening in one.happenings if happening.whole]

    assert "能力提升线上培训班" in " ".join(happening.title for happening in whole)
    assert one.happenings[-len(whole) :] == tuple(whole)
    assert {"延续，至4月26日", "最后一天", ""} <= {happening.till for happening in whole}
    assert not any("知识产权宣传日" in happening.title for happening in one.happenings)


@pytest.mark.parametrize(
    "starts, ends, tills",
    [
        (datetime(2024, 4, 21, 19), datetime(2024, 4, 23, 12), ["至4月23日", "延续，至4月23日", "– 12:00"]),
        (datetime(2024, 4, 21, 19), datetime(2024, 4, 23), ["至4月22日", "– 24:00"]),
        (datetime(2024, 4, 21, 19), datetime(2024, 4, 22), ["– 24:00"]),
        (datetime(2024, 4, 21, 22), datetime(2024, 4, 22, 1, 30), ["– 4月22日 01:30"]),
        (datetime(2024, 4, 21, 9), datetime(2024, 4, 22, 17), ["– 17:00", "– 17:00"]),
    ],
)
def test_a_kiosk_knows_until_when_it_lasts(starts, ends, tills):
    """What goes on past midnight ends on its last day, not at 00:00; what has hours is still announced by them."""
    lasting = with_event(shipped(), "yj-market-gi-labels", starts=starts, ends=ends)
    (one,) = jobs({"county": "yongjing"}, campaign=lasting)
    title = next(e for e in lasting.events if e.id == "yj-market-gi-labels").title["zh"]
    found = [happening for happening in one.happenings if title in happening.title]

    assert [happening.till for happening in found] == tills
    assert not any(happening.whole for happening in found)


def test_no_clock_before_the_data_is_right():
    """The latest change that the data tells of before the week."""
    assert job(THEME).told_on == date(2024, 4, 19)


@pytest.mark.parametrize("today, film_day", [("2024-03-01", "2024-04-20"), ("2024-05-01", "2024-04-26")])
def test_before_and_after_the_week_the_film_is_of_its_nearest_day(today, film_day):
    """A pack made in March is for the first day."""
    (one,) = jobs({}, context=replace(CONTEXT, today=date.fromisoformat(today)))

    assert str(one.film_day) == film_day


NOTICE = {"text": {"zh": "今天下午停水", "en": "No water today"}, "ends": "2024-04-21 18:00"}


def test_a_notice_is_on_top_of_every_playlist():
    """It comes first on every display, large, until its end."""
    one, two = jobs({"id": "a", "languages": ["zh", "en"]}, {**STRIP, "playlist": [THEME]}, notice=NOTICE)

    for each in (one, two):
        assert each.entries[0].notice and each.entries[0].window.until == datetime(2024, 4, 21, 18)
    title = next(block for block in one.frames[0].data["blocks"] if block["field"] == "title")
    assert title["least"] >= 0.06 * 360


def test_a_notice_goes_by_itself():
    """At its end nothing of it is left, and no one had to take it back."""
    (before,) = jobs({}, notice=NOTICE, now=datetime(2024, 4, 21, 17, 59))
    (after,) = jobs({}, notice=NOTICE, now=datetime(2024, 4, 21, 18))

    assert before.entries[0].notice and not any(entry.notice for entry in after.entries)


def test_a_notice_may_be_for_some_displays():
    """The others don't show it."""
    one, two = jobs({"id": "a"}, {"id": "b"}, notice={**NOTICE, "displays": ["b"]})

    assert [any(entry.notice for entry in each.entries) for each in (one, two)] == [False, True]


def test_a_text_of_too_many_characters_is_told_at_its_slide():
    """The problem stands at the item, names record and field, and says what to write."""
    text = {"zh": "一" * 30, "en": "short"}
    with pytest.raises(CampaignDataError) as raised:
        jobs({"playlist": [THEME, {"shows": "notice", "seconds": "5", "text": text}]})

    (problem,) = raised.value.problems
    assert problem.place.path == "screens/displays/0/playlist/1/shows"
    assert "标题太长" in problem.what.zh and "wall" in problem.what.zh and "text" in problem.hint.zh


def test_a_loop_of_hours_is_refused():
    """Nobody stands there so long."""
    with pytest.raises(CampaignDataError) as raised:
        jobs({"playlist": [{"shows": "booths", "seconds": "120"}]})

    assert "播放单一圈要" in raised.value.problems[0].what.zh


def test_what_a_display_rests_on_takes_no_time_of_its_loop(monkeypatch):
    """It is never played in turn: a dated loop that is just short enough stays so."""
    monkeypatch.setattr("campaign.channels.screens.planning.LONGEST_LOOP_S", 2)
    one = job({**THEME, "ends": "2024-04-22"})

    assert [entry.window.rest for entry in one.loop] == [False, False] and len(one.entries) == 4


def test_another_campaign_plans_as_well():
    """Other counts, other places, English first."""
    assert [
        len(one.frames) > 2
        for one in jobs(
            {"county": "northbank", "playlist": [THEME, {"shows": "priorities", "seconds": "5"}]}, campaign=small()
        )
    ] == [True]


def test_a_campaign_without_displays_has_no_jobs():
    """Nothing is planned where nothing is asked for."""
    assert jobs(campaign=replace(with_displays(), screens=None)) == []


def test_names_are_ascii(tmp_path):
    """Whatever the titles say."""
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.png").write_bytes(b"")
    image = {"shows": "image", "file": "images/a.png", "seconds": "3"}
    (one,) = jobs({"playlist": [THEME, EVENTS, image], "languages": ["zh", "en"]}, folder=tmp_path)

    assert all(frame.name.isascii() for frame in some(one.frames))
