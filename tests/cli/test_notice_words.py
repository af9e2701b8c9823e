"""What a notice is made of at the command: words, subjects and times, and mistakes told in options."""

import shutil
from argparse import Namespace
from dataclasses import replace
from datetime import datetime

import pytest

from campaign.channels import screens
from campaign.cli import main
from campaign.cli.notice_mistakes import of_options
from campaign.cli.notice_words import by_language, listed, meant, wanted
from campaign.core.language import Localized
from campaign.core.problems import CampaignDataError, Message, Place, Problem
from campaign.kinds.ready import PRESETS
from campaign.read import read_campaign
from looking import some
from projects import GOOD
from weeks import with_event

NOW = datetime(2025, 3, 22, 12)
EVENT = "north-home-check"


@pytest.fixture(scope="module")
def small():
    return read_campaign(GOOD / "small")


def _options(**given):
    nothing = {"text": [], "short": [], "about": [], "to": [], "preset": None, "until": "", "since": ""}
    return Namespace(**{**nothing, **given})


def test_chinese_alone_is_for_chinese_alone():
    """Words in Chinese without a tag stand for no other language: its page says that they are Chinese."""
    assert by_language(["停水"], ["zh", "en"]) == {"zh": "停水"}
    assert by_language(["12345"], ["zh", "en"]) == {"zh": "12345", "en": "12345"}


@pytest.mark.parametrize(
    "typed", [EVENT, f"https://water.example.org/events/{EVENT}/", f"events/{EVENT}/index.html#x", f"“{EVENT}”"]
)
def test_an_event_may_be_typed_as_its_id_or_its_address(small, typed):
    """As the office has it at hand."""
    assert meant(small, typed) == EVENT


def test_a_title_or_an_unmistakable_part_will_do(small):
    """In any language; a part that several have is refused with what is like it."""
    title = small.record("event", EVENT).title

    assert meant(small, title["zh"]) == meant(small, title["en"]) == EVENT
    with pytest.raises(CampaignDataError) as several:
        meant(small, "North")
    assert "--about" in str(several.value) and "northbank" in str(several.value)
    with pytest.raises(CampaignDataError):
        meant(small, "nowhere at all")


def test_ready_words_end_with_what_they_are_about(small):
    """Without --until a cancellation goes when the event would have ended."""
    made = wanted(small, _options(preset="取消", about=[EVENT]), NOW)

    assert made.ends == small.record("event", EVENT).ends
    assert made.about == (EVENT,)
    assert set(made.text) == set(made.short) == set(small.languages)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"preset": "moved"}, "--about 和 --to"),
        ({"preset": "moved", "about": [EVENT]}, "还要写 --to"),
        ({"preset": "crowd"}, "还要写 --about"),
        ({"preset": "snow"}, "rain（雨）"),
        ({"preset": "moved", "about": ["northbank"], "to": ["体育馆"]}, "--to 只用于"),
        ({"preset": "crowd", "about": [EVENT], "to": ["体育馆"]}, "不用写 --to"),
        ({"preset": "rain"}, "“雨”还要写 --until"),
        ({"text": ["x"]}, "还要写 --until"),
        ({"until": "18:00"}, "还没有写通知的话"),
        ({"text": ["x"], "until": "soon"}, "campaign notice --until"),
        ({"text": ["x"], "until": "11:00"}, "campaign notice --until"),
        ({"text": ["x"], "until": "18:00", "since": "now"}, "campaign notice --from"),
        ({"text": ["zh=a", "zh=b"], "until": "18:00"}, "campaign notice --text"),
    ],
)
def test_what_is_lacking_is_named_by_its_option(small, given, told):
    """Never by a key of a file that nobody wrote."""
    with pytest.raises(CampaignDataError) as refused:
        wanted(small, _options(**given), NOW)

    assert told in str(refused.value) and "notice.yml" not in str(refused.value)


def test_a_place_moves_and_a_time_shifts(small):
    """`--to` is a time where it reads as one, in words; else a place."""
    place = wanted(small, _options(preset="moved", about=[EVENT], to=["zh=礼堂", "en=the hall"]), NOW).text
    later = wanted(small, _options(preset="moved", about=[EVENT], to=["2025-03-24 09:00"]), NOW).text

    assert "改在礼堂举行，时间不变" in place["zh"] and "held at the hall" in place["en"]
    assert "改到3月24日星期一 09:00举行，地点不变" in later["zh"]


def test_a_title_too_long_for_displays_asks_for_fewer_words(small):
    """In the languages that have none, by the option; given, they stand beside the ready ones of the others."""
    long = with_event(small, EVENT, title=Localized({"zh": "入户检漏", "en": "A tap in every house of the bank " * 4}))
    asked = {"preset": "cancelled", "about": [EVENT]}

    with pytest.raises(CampaignDataError) as refused:
        wanted(long, _options(**asked), NOW)
    assert '--short "en=…"' in str(refused.value) and "zh=…" not in str(refused.value)
    made = wanted(long, _options(**asked, short=["en=Off: taps"]), NOW)
    assert made.short == {"zh": "取消：入户检漏", "en": "Off: taps"}
    assert set(wanted(replace(long, screens=None), _options(**asked), NOW).short) == {"zh"}, "no display, no need"


@pytest.mark.parametrize(
    "typed",
    [
        "2025-03-23 14：00",
        "２０２５—03—23　14:00",
        "3月23日 14:00",
        "3月23日下午两点",
        "明天 14点",
        "zh=3月23日 14：00",
    ],
)
def test_a_time_of_a_chinese_keyboard_is_no_place(small, typed):
    """One meant as a time is never made public as the place where something is held."""
    to, until = (
        wanted(small, _options(preset="moved", about=[EVENT], to=[typed]), NOW).text,
        wanted(small, _options(text=["停水"], until=typed.removeprefix("zh=")), NOW).ends,
    )

    assert "改到3月23日星期日 14:00举行" in to["zh"]
    assert until == datetime(2025, 3, 23, 14)


@pytest.mark.parametrize(
    "typed", ["2025-02-30 14:00", "3月23日", "下午", "25:00", "周日下午2点左右", "体育馆 14：00", "14"]
)
def test_what_looks_like_a_time_is_read_or_refused(small, typed):
    """With how a time and a place are written."""
    with pytest.raises(CampaignDataError) as refused:
        wanted(small, _options(preset="moved", about=[EVENT], to=[typed]), NOW)

    assert "campaign notice --to" in str(refused.value) and "县体育馆" in str(refused.value)


@pytest.mark.parametrize("typed", ["3号楼2层", "五一广场", "第一中学", "101教室", "二月河文学馆", "7号宣传点位"])
def test_a_place_with_a_number_is_a_place(small, typed):
    """Halls and squares are called so."""
    made = wanted(small, _options(preset="moved", about=[EVENT], to=[typed]), NOW)

    assert f"改在{typed}举行" in made.text["zh"]


@pytest.mark.parametrize("typed", ["18：00", "18点", "下午6点", "下午六点", "6:00 pm", "今天18点", "18时00分"])
def test_an_hour_is_of_today(small, typed):
    """However it is said."""
    assert wanted(small, _options(text=["停水"], until=typed), NOW).ends == datetime(2025, 3, 22, 18)


def test_an_end_that_is_over_is_told_as_it_was_understood(small):
    """With the time it is now and what to write instead."""
    with pytest.raises(CampaignDataError) as refused:
        wanted(small, _options(text=["停水"], until="6点"), NOW)

    told = str(refused.value)
    assert "2025-03-22 06:00 已经过了，现在是 2025-03-22 12:00" in told and "下午六点写成 18:00" in told


def test_own_words_stand_before_ready_ones(small):
    """With --text the set gives only what it is about and its end, and no line for displays in other words."""
    made = wanted(small, _options(preset="rain", about=[EVENT], text=["zh=雨大"]), NOW)

    assert made.text == {"zh": "雨大"} and made.short == {}


def test_the_list_shows_each_set_with_its_words(small):
    """Of the next event, in every language."""
    lines = list(listed(small, _options(), NOW))

    for one in some(PRESETS):
        (head,) = [line for line in lines if line.startswith(f"--preset {one.name} ")]
        assert one.called in head
    assert len(lines) == len(PRESETS) * (1 + len(small.languages))


def test_problems_of_the_file_are_told_at_the_options():
    """Its lines and keys are the command's business; what is wrong elsewhere stays where it is."""
    written = "text:\n  zh: x\nends: 2025-03-23 18:00\n"
    late = Problem(
        Place("d/notice.yml", 3, 7), Message("“ends”在开始之前", "ends is not after the start"), source="ends: x"
    )
    other = Problem(Place("d/theme.yml", 1, 1), Message("“ends”", "ends"))

    told = of_options(CampaignDataError([late, other]), path="d/notice.yml", written=written)

    mine, theirs = sorted(told.problems, key=lambda one: one.place.path)
    assert (mine.place, mine.what.zh, mine.what.en) == (
        Place("campaign notice --until"),
        "--until 在开始之前",
        "--until is not after the start",
    )
    assert theirs == other


def test_ready_words_can_be_read_back(small, tmp_path):
    """Every set, of a time and of a place: what the command writes is a notice with nothing wrong in it."""
    folder = shutil.copytree(GOOD / "small", tmp_path / "data")
    for one in some(PRESETS):
        for to in some([["zh=礼堂", "en=the hall"], ["2025-03-24 09:00"]] if one.shifts else [[]]):
            made = wanted(small, _options(preset=one.name, about=[EVENT], to=to), NOW)
            written = screens.notice_text(made.text, short=made.short, about=made.about, ends=made.ends)
            (folder / screens.NOTICE_FILE).write_text(written, "utf-8")
            notice = read_campaign(folder).notice
            assert dict(notice.text) == made.text and dict(notice.short) == made.short


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """The small campaign's data without displays and posters, on a day of its week; a notice is put up in it."""
    data = shutil.copytree(GOOD / "small", tmp_path / "campaign_data")
    for name in ("screens.yml", "posters.yml"):
        (data / name).unlink()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1742600000")

    def notice(*arguments):
        return main(["notice", *arguments, "--no-build", "--data", str(data)])

    return notice


def test_own_words_beside_ready_ones_are_said_to_be_taken(desk, capsys):
    """Nobody has to guess which of the two stands on the site."""
    asked = ("--preset", "雨", "--about", EVENT, "--until", "2025-03-23 18:00")

    assert desk(*asked, "--text", "zh=雨大", "--text", "en=Rain") == 0
    assert "用的是 --text 写的话；现成的话“雨”没有用" in capsys.readouterr().out
    assert desk(*asked) == 0
    assert "--text" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("about", "file"),
    [(EVENT, "outreach/northbank.yml"), ("exhibition", "exhibition.yml"), ("harbour-day", "activities.yml")],
)
def test_what_is_called_off_by_a_notice_is_still_in_the_programme(desk, capsys, about, file):
    """Whatever its kind, the file is named in which to say so."""
    assert desk("--preset", "取消", "--about", about, "--until", "2025-03-23 18:00") == 0

    assert f"在 {file} 里给 {about} 写上 status: cancelled 和 change" in capsys.readouterr().out


def test_words_in_english_alone_are_refused(desk, capsys):
    """Most who must hear of it read Chinese; Chinese alone is taken."""
    assert desk("--text", "en=No water", "--until", "2025-03-23 18:00") == 1
    assert "--text 缺少中文" in capsys.readouterr().err
    assert desk("--text", "zh=停水", "--until", "2025-03-23 18:00") == 0
