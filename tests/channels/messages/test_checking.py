"""What a channel would refuse, what the office forbids and what the record knows otherwise is told at its line."""

import shutil
from datetime import date, time

import pytest

from campaign.channels.messages import plan
from campaign.channels.messages.dated import days, hours
from campaign.core.language import Localized
from campaign.core.problems import CampaignDataError
from campaign.kinds.status import Status
from campaign.read import read_folder
from plans import commission, event, shipped, told, with_messages
from projects import GOOD

EVENT = {"subject": "event", "record": "yj-market-gi-labels"}


def _own(text, **more):
    return told({**EVENT, "text": {"zh": text}, **more})


def _english(text, **more):
    return told({**EVENT, "text": {"en": text}, **more})


def test_a_problem_stands_where_it_was_typed(tmp_path):
    """The file and the line of the own words, in both languages, with what to do."""
    folder = tmp_path / "campaign_data"
    shutil.copytree(GOOD / "small", folder)
    (folder / "messages.yml").write_text(PLAN, encoding="utf-8")
    reading = read_folder(folder, shown_as="campaign_data")

    with pytest.raises(CampaignDataError) as raised:
        plan(commission(reading.campaign, places=reading.places))

    (problem,) = raised.value.problems
    assert (problem.place.path, problem.place.line) == ("campaign_data/messages.yml", 12)
    assert "Number One" in problem.source
    assert "number one" in problem.what.zh
    assert problem.hint


PLAN = """\
opt_out: {zh: 拒收请回复R, en: Reply R to opt out}
senders:
  - name: {zh: 潮津区水务局, en: Tideford District Water Bureau}
    signature: {zh: 潮津水务, en: Tideford Water}
forbidden: [{word: number one}]
messages:
  - id: one
    at: 2025-03-22 07:00
    channel: sms
    subject: event
    record: north-home-check
    text: {en: Number One in taps}
"""


@pytest.mark.parametrize("typed", ["在｛where｝集合。", "在{where集合。", "在{ where }集合。", "在where}集合。"])
def test_braces_that_fill_in_nothing_are_told(typed):
    """Full-width ones, as a Chinese keyboard gives them, one alone, and spaces within."""
    assert any("原样发出去" in problem for problem in map(str, _own(typed)))


@pytest.mark.parametrize(
    ("channel", "most"),
    [("weibo", 2_000), ("moments", 1_500), ("group-notice", 1_000), ("wechat-article", 20_000)],
)
def test_a_text_at_its_limit_passes_and_one_more_is_told_with_the_count(channel, most):
    """The mark of a sample counts, as it is sent; the problem says how many are too many."""
    fitting = "权" * (most - len("（示例）"))

    assert _own(fitting, channel=channel) == []
    if most < 20_000:
        (sentence,) = _own(fitting + "权", channel=channel)
        assert f"正文有{most + 1}个字，最多{most}个" in sentence


@pytest.mark.parametrize(("channel", "most"), [("douyin", 55), ("wechat-article", 64)])
def test_a_title_at_its_limit_passes_and_one_more_is_told(channel, most):
    """A title of one's own is counted with its mark."""
    fitting = "权" * (most - len("（示例）"))

    assert _own("正文", channel=channel, title={"zh": fitting}) == []
    (sentence,) = _own("正文", channel=channel, title={"zh": fitting + "权"})
    assert f"标题有{most + 1}个字，最多{most}个" in sentence


def test_a_text_message_is_counted_with_signature_and_opt_out():
    """What is charged is the whole of it: 【州局】, the mark, the words, a space and the opt-out."""
    around = len("【州局】（示例） 拒收请回复R")
    for parts in (1, 2, 3):
        fitting = "权" * ((70 if parts == 1 else 67 * parts) - around)
        more = {"sms_parts": parts}
        message = {**EVENT, "channel": "sms", "text": {"zh": fitting}}
        assert told(message, **more) == []
        (sentence,) = told({**message, "text": {"zh": fitting + "权"}}, **more)
        assert f"要按{parts + 1}条计费，最多{parts}条" in sentence


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("全国最佳体验", "最佳"),
        ("BEST in town", "Best"),
        ("我们排第一", "第一"),
    ],
)
def test_forbidden_words_are_told(text, said):
    """In own words, whatever their case; a wording that is right is let through."""
    forbidden = [{"word": "最佳"}, {"word": "Best"}, {"word": "第一", "but": ["第一件", "第一课"]}]

    (sentence,) = told({**EVENT, "text": {"zh": f"{text}。"}}, forbidden=forbidden)
    assert said in sentence
    assert told({**EVENT, "text": {"zh": "第一件专利的第一课。"}}, forbidden=forbidden) == []


def test_a_forbidden_word_of_a_record_is_told_too():
    """A message that is written from a record says what that says."""
    title = Localized({"zh": "国家级展览", "en": "An exhibition"})
    campaign = event(EVENT["record"], title=title)

    (sentence,) = told(EVENT, campaign=campaign, forbidden=[{"word": "国家级"}])
    assert "国家级" in sentence


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("请看 https://ip.example.org/events/", "https://ip.example.org/events/"),
        ("请看 www.example.cn", "www.example.cn"),
        ("请看 ip.example.org/q/abcde", "ip.example.org/q/abcde"),
        ("时间{time}", "{time}"),
        ("地理标识怎么认", "地理标志"),
        ("主题是“创新引领未来”", "创新引领未来"),
        ("4月22日见", "4月22日"),
        ("4月21日（周六）见", "4月21日（周六"),
        ("4月20日至22日见", "4月20日至22日"),
        ("2024-04-22见", "2024-04-22"),
        ("上午10点见", "上午10点"),
        ("14:00见", "14:00"),
        ("下午9点见", "下午9点"),
    ],
)
def test_own_words_that_are_wrong_are_told(text, said):
    """Addresses typed by hand, facts nobody knows, wordings ruled out, false quotations, days and hours."""
    found = _own(f"{text}。")

    assert found
    assert any(said in sentence for sentence in found)


@pytest.mark.parametrize(
    "text",
    [
        "{title}：{when}，{where}，{link}",
        "4月21日（周日）上午9点到11点半，太极湖农贸市场见",
        "4月21日星期日 9:00—11:30",
        "2024年4月21日09:00",
        "主题是“知识产权转化运用促进高质量发展”",
        "到时候3个时间段都有人，拨打12345",
        "版本 2.0，共 26 题",
    ],
)
def test_own_words_that_are_right_pass(text):
    """Days and hours as the record has them however they are written, its facts by name, the theme word for word."""
    assert _own(f"{text}。") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Come on 22 April", "22 April"),
        ("Come on April 22, 2024", "April 22"),
        ("Saturday 21 April", "Saturday 21 April"),
        ("at 10:00", "10:00"),
    ],
)
def test_english_days_are_compared_too(text, said):
    """In the order of either side of the Atlantic."""
    assert any(said in sentence for sentence in _english(f"{text}."))
    assert _english("Sunday 21 April, 9:00 to 11:30.") == []
    assert _english("On April 21 from 9:00.") == []


def test_news_may_name_the_day_it_was_to_be():
    """The old day and hour that the record gives with its change are no contradiction."""
    change = Localized({"zh": "原定4月20日 15:00，改期。", "en": "It was to be on 20 April at 15:00."})
    campaign = event(EVENT["record"], status=Status.CHANGED, change=change)
    message = {**EVENT, "text": {"zh": "不是4月20日15:00了，改到4月21日9:00。"}}

    assert told(message, campaign=campaign) == []
    assert len(told(message)) == 2


def test_what_was_sent_is_no_more_compared():
    """A record that changes afterwards doesn't make a sent message a mistake; the limits still hold."""
    assert _own("4月22日见。", sent="true") == []
    assert _own("权" * 2_001, sent="true")


def test_brackets_of_a_signature_stand_in_no_text_message():
    """Operators would take them for a second signature."""
    assert any("【】" in sentence for sentence in _own("【通知】来吧。", channel="sms"))
    assert _own("【通知】来吧。") == []


def test_an_articles_own_words_have_no_link():
    """Not even the short one: the editor refuses it on saving."""
    assert any("{link}" in sentence for sentence in _own("{link}", channel="wechat-article"))


def test_a_day_in_words_about_a_day_is_that_day():
    """Words about what is on today name no other day."""
    (sentence,) = told({"subject": "today", "text": {"zh": "4月23日的活动都在这里。"}})
    assert "04-20" in sentence


def test_the_shipped_plan_has_no_faults():
    """All of it is sound as shipped."""
    assert plan(commission(places=shipped().places))
    assert plan(commission(with_messages())) == []


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("4月20日至26日", "zh", [date(2024, 4, 20), date(2024, 4, 26)]),
        ("2023年12月31号", "zh", [date(2023, 12, 31)]),
        ("13月1日、2月30日", "zh", []),
        ("20–26 April", "en", [date(2024, 4, 20), date(2024, 4, 26)]),
        ("Friday, 26 April 2025", "en", [date(2025, 4, 26)]),
        ("April 9:30", "en", []),
    ],
)
def test_days_as_people_write_them(text, language, named):
    """Both ends of a span, the year where one is written, nothing that no calendar has."""
    assert [one.day for one in days(text, language, year=2024)] == named


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("9点半", {time(9, 30), time(21, 30)}),
        ("上午9点", {time(9)}),
        ("晚上7点30分", {time(19, 30)}),
        ("中午12点", {time(12)}),
        ("3 p.m.", set()),
        ("3:00 pm", {time(15)}),
        ("14:30", {time(14, 30)}),
        ("1小时，4点建议", set()),
        ("到时间", set()),
    ],
)
def test_hours_as_people_write_them(text, may_be):
    """An hour of twelve may be either; a part of the day says which."""
    found = [one.may_be for one in hours(text)]
    assert (found[0] if found else set()) == may_be


@pytest.mark.parametrize(
    ("sent", "words", "told_day"),
    [
        ("2024-04-20 09:00", "明天上午来农贸市场。", None),
        ("2024-04-21 08:00", "今天上午来农贸市场。", None),
        ("2024-04-19 09:00", "明天上午来农贸市场。", "04-21"),
        ("2024-04-19 09:00", "后天上午来农贸市场。", None),
        ("2024-04-20 09:00", "今晚来农贸市场。", "04-21"),
    ],
)
def test_a_day_counted_from_the_hour_of_sending_is_the_record_s(sent, words, told_day):
    """Moved to another day a message that says tomorrow would send people on the wrong one."""
    found = [problem for problem in _own(words, at=sent) if "和资料不一致" in problem]
    assert [told_day in one for one in found] == ([True] if told_day else [])
