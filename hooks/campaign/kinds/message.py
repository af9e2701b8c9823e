"""The week's messages: what goes out, when, on which channel, whom it is from, and what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from campaign.core.language import Localized
from campaign.core.problems import Message as Told
from campaign.kinds.brief import Brief, Key
from campaign.kinds.fields import (
    Count,
    Flag,
    Id,
    LanguageTag,
    Line,
    Moment,
    OwnText,
    Record,
    Sample,
    Spelled,
    choice,
    ref,
    refuse,
    surroundings,
)
from campaign.kinds.kind import DataFile, Kind, Menu, Page, said
from campaign.kinds.registry import kinds, pages
from campaign.kinds.slide import FAR

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign
    from campaign.kinds.county import County

CHANNELS: Mapping[str, Told] = MappingProxyType(
    {
        "sms": Told("短信", "text message"),
        "wechat-article": Told("公众号文章", "WeChat article"),
        "moments": Told("朋友圈", "WeChat Moments"),
        "weibo": Told("微博", "Weibo"),
        "douyin": Told("抖音", "Douyin"),
        "group-notice": Told("群通知", "group notice"),
        "press-release": Told("新闻稿", "press release"),
        "broadcast": Told("广播", "loudspeaker"),
        "led": Told("大屏", "LED display"),
    }
)
"""Where a message goes out, and what people call it."""
MINUTE = "%Y-%m-%d %H:%M"
"""How the hour of a message is written."""
TODAY, NOTICE, DISPLAY = "today", "notice", "display"
"""Subjects that are no record: what is on that day, the notice in force; and the display that `led` refers to."""


def subjects() -> tuple[str, ...]:
    """What a message can be about: every kind of record and every page that is told as a Brief, and the day."""
    records = (kind.name for kind in kinds().values() if kind.brief)
    return (*records, *(page.name for page in pages().values() if page.brief), TODAY, NOTICE)


class Sender(Record):
    """An office that sends messages: a county's, or without one that of the whole campaign."""

    county: ref("county") | None = None  # type: ignore[valid-type]
    name: Line = Field(description="落款 · the office as it signs")
    signature: Line = Field(description="短信签名，不带【】 · what stands in the brackets of a text message")
    sample: Sample = False

    @field_validator("signature")
    @classmethod
    def _without_brackets(cls, signature: Localized) -> Localized:
        if any(sign in text for text in signature.values() for sign in "【】[]"):
            raise refuse("message_signature")
        return signature


class Forbidden(Record):
    """A word that no message may use."""

    word: Spelled
    but: tuple[Spelled, ...] = Field((), description="可以用的说法，如“第一课” · wordings with it that are right")
    why: Line | None = Field(None, description="为什么不能用 · why")


class Message(Record):
    """One message: a day and an hour, a channel, a sender, a subject, and the office's own words where it has some."""

    kind: ClassVar[str] = "message"
    id: Id
    at: Moment = Field(description="什么时候发 · when it is sent")
    channel: choice(tuple(CHANNELS), about="发在哪里 where: ")  # type: ignore[valid-type]
    county: ref("county") | None = Field(  # type: ignore[valid-type]
        None, description="哪个县（市）发；不填就是全州 · the sender's; else the whole campaign's"
    )
    subject: choice(subjects) = Field(description="说什么：资料的种类、today、notice · what it is about")  # type: ignore[valid-type]
    record: Id | None = Field(None, validate_default=True, description="哪一条资料的编号 · the id of the record")
    languages: tuple[LanguageTag, ...] = Field(
        (), description="用哪几种语言发；不填就是网站的第一种 · languages it is sent in; else the site's first"
    )
    title: OwnText | None = Field(None, description="自拟的标题 · a title of your own")
    text: OwnText | None = Field(None, description="自拟的正文；不填就自动写 · your own words; else it is written")
    sent: Flag = Field(
        False, description="已经发出：编号和文字不再改，资料变了也不再核对 · gone out: no more held to the record"
    )
    sample: Sample = False

    @field_validator("at")
    @classmethod
    def _near_the_week(cls, at: datetime, info: ValidationInfo) -> datetime:
        week = surroundings(info).week
        if week and not week[0] - FAR <= at.date() <= week[1] + FAR:
            raise refuse("message_far", starts=str(week[0]), ends=str(week[1]))
        return at

    @field_validator("subject")
    @classmethod
    def _subject_of_channel(cls, subject: str, info: ValidationInfo) -> str:
        channel = info.data.get("channel")
        if channel and (channel == "led") is not (subject == DISPLAY):
            raise refuse("message_led")
        return subject

    @field_validator("record")
    @classmethod
    def _record_of_subject(cls, record: str | None, info: ValidationInfo) -> str | None:
        subject = info.data.get("subject")
        if subject is None:
            return record
        kind = "county" if subject == TODAY else subject if subject in kinds() else ""
        if record is None and kind and subject != TODAY:
            called = kinds()[kind].called
            raise refuse("message_record_missing", subject=subject, called=called.zh, in_en=called.en)
        if record is not None and not kind:
            raise refuse("message_record_needless", subject=subject)
        ids = surroundings(info).ids.get(kind)
        if record is not None and ids is not None and record not in ids:
            raise refuse("reference", kind=kind, allowed=", ".join(sorted(ids)))
        return record

    @field_validator("languages")
    @classmethod
    def _spoken_here(cls, languages: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        known = surroundings(info).languages
        if len(set(languages)) < len(languages):
            raise refuse("twice_in_list")
        if known and not set(languages) <= set(known):
            raise refuse("message_language", allowed=", ".join(known))
        return languages

    @field_validator("text")
    @classmethod
    def _words_of_channel(cls, text: Any, info: ValidationInfo) -> Any:
        if text is not None and info.data.get("channel") == "led":
            raise refuse("message_led_text")
        return text

    def own(self, name: str, language: str) -> str:
        """The office's own `title` or `text` in a language; empty where it left that to us."""
        said: Localized | None = getattr(self, name)
        return said.get(language, "") if said else ""

    def sent_in(self, campaign: Campaign) -> tuple[str, ...]:
        """The languages it goes out in: those it names, else those it has own words in, else the site's first."""
        worded = tuple(tag for tag in campaign.languages if self.own("text", tag))
        return self.languages or worded or campaign.languages[:1]


class SafeArea(Record):
    """How much of a short film's edges stays free of words, in pixels of 1080 x 1920: the app's own lie over them."""

    top: Count = 250
    bottom: Count = 400
    left: Count = 60
    right: Count = 140

    @field_validator("top", "bottom", "left", "right")
    @classmethod
    def _leaves_room(cls, edge: int, info: ValidationInfo) -> int:
        most = MOST_EDGE[str(info.field_name)]
        if not 0 <= edge <= most:
            raise refuse("figure_range", least="0", most=str(most))
        return edge


MOST_EDGE = {"top": 600, "bottom": 600, "left": 240, "right": 240}
"""Beyond these there is no room left for large characters."""


class MessagesFile(Record):
    """messages.yml: the plan of what is sent, and by whom."""

    opt_out: Line = Field(description="短信末尾的退订说明 · how to stop text messages, at their end")
    sms_parts: Count = Field(3, description="一条短信最多按几条计费 · how many parts a text message may be charged as")
    safe_area: SafeArea = Field(
        SafeArea(), description="抖音封面和短视频四边不放字的宽度，像素 · edges of short films without words, in pixels"
    )
    senders: tuple[Sender, ...] = Field(min_length=1)
    forbidden: tuple[Forbidden, ...] = Field((), description="禁用词 · words no message may use")
    messages: tuple[Message, ...] = ()

    @field_validator("sms_parts")
    @classmethod
    def _some_parts(cls, parts: int) -> int:
        if not 1 <= parts <= MOST_PARTS:
            raise refuse("figure_range", least="1", most=str(MOST_PARTS))
        return parts


MOST_PARTS = 8
"""No operator joins more parts reliably."""


def file_of(campaign: Campaign) -> MessagesFile | None:
    """The campaign's messages.yml; None where it has none."""
    found = next(iter(campaign.of_file("messages")), None)
    return found if isinstance(found, MessagesFile) else None


def sender_of(plan: MessagesFile, county: str | None) -> Sender | None:
    """The office of a county by its id, of the whole campaign without one; None where nobody says."""
    return next((one for one in plan.senders if one.county == county), None)


def subject_key(message: Message) -> Key:
    """The kind and id of what a message is about; the id is empty for a page, for the notice, and for all counties."""
    return message.subject, message.record or ""


def told(campaign: Campaign, message: Message) -> Brief | None:
    """Its subject as any channel may tell it; None for what is no record, or isn't there."""
    kind, page = kinds().get(message.subject), pages().get(message.subject)
    if kind and kind.brief and message.record:
        return kind.brief(campaign, campaign.record(kind.name, message.record))
    return page.brief(campaign) if page and page.brief and page.there(campaign) else None


def day_county(campaign: Campaign, message: Message) -> County | None:
    """Whose events a message about its day tells: the county it names, else its sender's, None for all."""
    found = message.record or message.county
    return campaign.county(found) if found else None


def in_order(campaign: Campaign) -> Iterator[Message]:
    """Every message by the time it is sent, then by its id."""
    plan = file_of(campaign)
    yield from sorted(plan.messages if plan else (), key=lambda one: (one.at, one.id))


def _name(campaign: Campaign, message: Message) -> Localized:
    """What tells it from the others in a list: its channel and its hour."""
    return Localized.same(f"{message.channel} {message.at:%m-%d %H:%M}", campaign.languages)


PAGES = (
    Page(
        name="staff-messages",
        place=152,
        path="staff/messages/",
        title=lambda campaign: said(campaign, "staff_messages"),
        there=lambda campaign: any(in_order(campaign)),
        menu=Menu("staff", 0),
        staff=True,
    ),
)
FILES = (DataFile(name="messages", place=19, model=MessagesFile, public=False),)
KINDS = (
    Kind(
        name="message",
        place=99,
        model=Message,
        file="messages",
        key="messages",
        called=Told("消息", "message"),
        titled=_name,
    ),
)
