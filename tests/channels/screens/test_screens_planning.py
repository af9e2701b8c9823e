"""The plan says which frames a display needs and when each is shown, and refuses what no display can show."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from campaign.channels.screens.job import Window
from campaign.channels.screens.planning import film_entries
from campaign.core.language import Localized
from campaign.core.problems import CampaignDataError
from displays import CONTEXT, STRIP, THEME, job, jobs, shipped, small, with_displays
from looking import some
from weeks import with_event

EVENTS = {"shows": "events-today", "seconds": "6"}


def _names(one):
    return [entry.name for entry in one.entries]


def test_languages_alternate_or_stand_together():
    """Alternating, each item is shown in one language after the other; together, in one frame."""
    alternate = job(THEME, languages=["zh", "en"])
    together = job(THEME, languages=["zh", "en"], bilingual="together")

    assert _names(alternate) == ["theme-zh", "theme-en"]
    assert _names(together) == ["theme-zh-en"]
    assert any(block["field"] == "support" for block in together.frames[0].data["blocks"])


def test_each_look_has_every_frame():
    """Day and night show the same frames."""
    one = job(THEME, EVENTS, looks=["day", "night"])

    assert {f.name for f in one.frames if f.look == "day"} == {f.name for f in one.frames if f.look == "night"}


def test_todays_events_are_each_shown_on_their_own_day():
    """Every event of the display's county has a frame, due on its day alone."""
    one = job(EVENTS, county="yongjing")
    events = [event for event in shipped().events if shipped().county_of[event.id].id == "yongjing"]

    assert [(e.window.starts, e.window.ends) for e in one.entries if not e.window.rest] == [
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
    assert [(entry.name, entry.window.rest) for entry in film_entries(never)] == [("theme-zh", True)]


def test_dated_items_alone_rest_on_the_theme():
    """Where an item is always due there is no need; hours and days of the week leave gaps as well as dates do."""
    for window in ({"ends": "2024-04-20"}, {"opens": "09:00"}, {"weekdays": ["mon"]}):
        assert [entry.window.rest for entry in job({**THEME, **window}).entries] == [False, True]
    assert [entry.window.rest for entry in job(THEME, EVENTS).entries].count(True) == 0


def test_a_theme_no_breaking_brings_into_its_lines_is_not_rested_on():
    """Nobody asked for it, so no problem is told; where nothing is due there is nothing for a film."""
    said = Localized({"zh": "一" * 60, "en": "short"})
    long = replace(shipped(), theme=shipped().theme.model_copy(update={"official": said, "lines": {}}))
    dated = {"shows": "slogans", "record": "no-fakes", "seconds": "3", "starts": "2024-04-22"}
    (one,) = jobs({"playlist": [dated]}, campaign=long)

    assert _names(one) == ["slogan-no-fakes-zh"] and one.film_day == date(2024, 4, 21) and film_entries(one) == []


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

    assert [entry.window.rest for entry in one.loop] == [False] and len(one.entries) == 2


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
