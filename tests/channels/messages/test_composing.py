"""Messages are written from records: complete on every channel, and never another day, place or state than theirs."""

import re
from dataclasses import replace
from functools import cache

import pytest

from campaign.channels.messages import plan, unsaid
from campaign.channels.messages.limits import LIMITS, phone_lines, sms
from campaign.core.language import Localized
from campaign.core.places import ByName
from campaign.kinds import kinds, pages
from campaign.kinds.message import CHANNELS, file_of, subjects
from campaign.kinds.notice import NoticeFile
from campaign.kinds.status import Status
from looking import some
from plans import commission, composed, event, shipped, told, with_messages

EVENT = "yj-market-gi-labels"
TEXTS = tuple(one for one in CHANNELS if one != "led")
TIMED = tuple(one for one in TEXTS if one != "douyin")
"""A film's title has no time."""


def _about(subject, record=None, **more):
    return {"subject": subject, **({"record": record} if record else {}), "languages": ["zh", "en"], **more}


def _every_subject():
    campaign = shipped().campaign
    for name in subjects():
        if name in kinds() and name != "display":
            yield from ((name, one.id) for one in some(list(kinds()[name].records(campaign))))
        elif name in pages() or name == "today":
            yield name, None


@cache
def _everything(channel):
    """Every subject on a channel in either language, composed once."""
    return composed(*(_about(*one, channel=channel) for one in _every_subject()), sms_parts=8)


@pytest.mark.parametrize("channel", TEXTS)
def test_every_record_is_told_whole_on_every_channel(channel):
    """Any subject in either language: no hole, no mark of a template, no double stop, none of the other language."""
    found = _everything(channel)

    assert len(found) > 250
    for one in some(found):
        for _, text in some(one.texts):
            assert not re.search(r"[{}]|None|：。|。。|，，|  |“”|（）|\(\)|: \.|\n\n\n|：\n\n*$", text), text
            assert text == text.strip()
        assert one.language == "zh" or not re.search(r"[\u4e00-\u9fff]", one.text), one.text


def _outgrown(one):
    """True where a message is longer than its channel shows or the office pays for; news may be folded on Weibo."""
    limits = LIMITS.get(one.channel)
    if one.channel == "sms":
        return sms(one.text).parts > 3
    if limits and limits.lines:
        return phone_lines(one.text) > limits.lines
    return bool(limits and limits.folded) and "【" not in one.text and len(one.text) > limits.folded


@pytest.mark.parametrize("channel", TEXTS)
def test_channels_keep_their_limits(channel):
    """Whatever a record says, its Chinese fits; Moments isn't folded, nor is Weibo but for news."""
    for one in some(_everything(channel)):
        assert one.language != "zh" or not _outgrown(one), one.text


@pytest.mark.parametrize("channel", TIMED)
def test_a_message_says_when_and_where(channel):
    """Day, hour and place of an event stand in it, in the office's words, and how to get in."""
    zh, en = composed(_about("event", EVENT, channel=channel))

    assert "4月21日" in zh.text
    assert "太极湖农贸市场" in zh.text
    assert re.search("09:00|上午9点", zh.text)
    assert "21 April" in en.text
    assert "Taiji Lake farmers' market" in en.text.replace("’", "'")


def test_no_two_channels_say_the_same():
    """Each channel has its own way of telling one event."""
    found = [composed({"subject": "event", "record": EVENT, "channel": channel})[0].text for channel in TEXTS]

    assert len(set(found)) == len(TEXTS)


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.PLANNED])
@pytest.mark.parametrize("channel", TIMED)
def test_what_became_of_an_event_is_said(channel, status):
    """A change, a move, a cancellation is the news; what doesn't take place invites nobody."""
    change = Localized({"zh": "因降雨调整。", "en": "Because of rain."})
    campaign = event(EVENT, status=status, change=change)
    zh, en = composed(_about("event", EVENT, channel=channel), campaign=campaign)

    assert "因降雨调整" in zh.text
    assert "Because of rain" in en.text
    assert ("到现场看一看" in zh.text) <= status.holds
    assert ("原定" in zh.text) is not status.holds


def test_a_long_reason_never_makes_news_unsendable():
    """Where the reason is too long for a text message the news goes without it, and the page tells the rest."""
    change = Localized({"zh": "因为" + "场地检修" * 60 + "。", "en": "Because of " + "repairs " * 60 + "."})
    campaign = event(EVENT, status=Status.CANCELLED, change=change)
    (found,) = composed({"subject": "event", "record": EVENT, "channel": "sms"}, campaign=campaign)

    assert sms(found.text).parts <= 3
    assert "已取消" in found.text
    assert "4月21日" in found.text


def test_a_text_message_has_its_signature_and_opt_out_and_the_short_address():
    """【签名】 first, the opt-out last, between them one address and that the printed one; Latin letters stay GSM-7."""
    zh, en = composed(_about("event", EVENT, channel="sms", county="yongjing"))

    assert zh.text.startswith("【永靖监管】（示例）")
    assert zh.text.endswith("拒收请回复R")
    assert re.findall(r"\S*/q/\S*", zh.text) == [zh.link]
    assert en.text.startswith("[Yongjing] (Sample)")
    assert sms(en.text).gsm


def test_an_article_has_no_link():
    """The editor refuses links: an article leads on by "read the original" and by its picture."""
    for one in some(_everything("wechat-article")):
        assert "://" not in one.text
        assert "/q/" not in one.text


def test_a_translation_of_official_wording_says_so():
    """The theme and the priorities are quoted word for word; in English they are marked as unofficial."""
    campaign = shipped().campaign
    for priority in some(campaign.priorities.priorities):
        zh, en = composed(_about("priority", priority.id, channel="press-release"))
        assert priority.headline["zh"] in zh.text
        assert "(unofficial translation)" in en.text
    zh, en = composed(_about("theme", channel="weibo"))
    assert campaign.theme.official["zh"] in zh.text
    assert "(unofficial translation)" in en.text


def test_a_day_and_a_county_list_what_anybody_may_go_to():
    """What is over, called off or by invitation isn't listed; a list says how many there are."""
    (day,) = composed({"subject": "today", "channel": "group-notice", "at": "2024-04-21 12:00"})
    (county,) = composed({"subject": "county", "record": "linxia-county", "channel": "group-notice"})

    assert "3场活动" in day.text
    assert "地理标志怎么用" not in day.text
    assert "送展进校" not in county.text
    assert "党政干部" not in county.text
    assert "农资市场看标签" in county.text


def test_a_broadcast_is_for_ears():
    """Hours are spoken, addresses aren't, the news comes twice and a number at the end."""
    (found,) = composed({"subject": "event", "record": EVENT, "channel": "broadcast"})

    assert found.text.count("上午9点到11点半") == 2
    assert "http" not in found.text
    assert "0930-6213897" in found.text


def test_the_notice_in_force_is_sent_as_it_stands():
    """`subject: notice` is the notice that the site and the displays show; without one there is nothing to say."""
    text = Localized({"zh": "今天下午停水", "en": "No water this afternoon"})
    campaign = with_messages({"subject": "notice", "channel": "sms"})
    notice = NoticeFile.model_construct(text=text, sample=False, about=())

    assert plan(commission(campaign)) == []
    (found,) = plan(commission(replace(campaign, notice=notice)))
    assert "今天下午停水。" in found.text
    assert len(list(unsaid(campaign, ByName()))) == 1


def test_what_is_over_is_mentioned_and_never_in_the_way():
    """A message after its event has nothing to say: it is mentioned, but a change of a record never waits for it."""
    late = {"subject": "event", "record": EVENT, "at": "2024-04-22 08:00"}
    campaign = with_messages(late, {**late, "sent": "true"}, {**late, "text": "来过的请说说看。", "languages": ["zh"]})

    assert [one.own for one in plan(commission(campaign))] == [True]
    (mention,) = unsaid(campaign, ByName())
    assert "m1" in str(mention.what)


def test_own_words_take_their_facts_from_the_record():
    """{when}, {where}, {title} and {link} follow the record; a text message gets its envelope, anything its mark."""
    own = {"zh": "{title}：{when}，{where}。{link}"}
    (sent,) = composed({"subject": "event", "record": EVENT, "channel": "sms", "text": own})
    (post,) = composed({"subject": "event", "record": EVENT, "text": own})

    said = "（示例）地理标志怎么用：进市场认标识：4月21日（周日）09:00–11:30，永靖太极湖农贸市场。"
    assert sent.text == f"【州局】{said}{sent.link} 拒收请回复R"
    assert post.text == f"{said}https://{post.link}/"
    assert sent.own


def test_own_words_go_out_in_their_own_languages():
    """Words in one language are sent in that; a language that is asked for and has none is written."""
    english = {"subject": "theme", "text": {"en": "Ideas at work."}}

    assert [(one.language, one.own) for one in composed(english)] == [("en", True)]
    both = composed({**english, "languages": ["zh", "en"]})
    assert [(one.language, one.own) for one in both] == [("zh", False), ("en", True)]


def test_the_shipped_plan_covers_the_week():
    """At least thirty messages over 19 to 27 April, each channel, priority and county; all samples, none unsaid."""
    campaign = shipped().campaign
    listed, found = file_of(campaign).messages, plan(commission(places=shipped().places))

    assert len(listed) >= 30
    assert {one.channel for one in listed} == set(CHANNELS)
    assert {one.record for one in listed if one.subject == "priority"} == {
        one.id for one in campaign.priorities.priorities
    }
    assert {one.county for one in listed} == {None, *(one.id for one in campaign.counties.counties)}
    assert {one.at.day for one in listed} == set(range(19, 28))
    assert {one.id for one in found} == {one.id for one in listed}
    assert all("示例" in one.text or "(Sample)" in one.text for one in some(found))
    assert not list(unsaid(campaign, shipped().places))


def test_a_sender_nobody_names_is_told():
    """A county that sends needs its signature."""
    assert told({"subject": "theme", "county": "kangle"}) == [
        "message m1：没有写“kangle”的落款和短信签名 · message m1: nobody says how kangle signs"
    ]
