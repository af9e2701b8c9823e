"""The sentences for messages: one entry for each kind of refusal of their models."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

MESSAGES: Mapping[str, tuple[str, str] | tuple[str, str, str, str]] = MappingProxyType(
    {
        "campaign.message_far": (
            "“{key}”离宣传周（{starts} 至 {ends}）太远，日期写错了吧",
            "{key} is too far from the week ({starts} to {ends}): a slip in the date?",
        ),
        "campaign.message_led": (
            "大屏放什么由 screens.yml 的播放单定：channel: led 只配 subject: display，别的渠道不用 display",
            "screens.yml says what displays show: channel: led goes with subject: display, and no other channel does",
        ),
        "campaign.message_led_text": (
            "大屏上的字写在 screens.yml 的播放单里，这里不写“{key}”",
            "words on displays stand in the playlists of screens.yml: no {key} here",
        ),
        "campaign.message_signature": (
            "“{key}”不要带括号，发短信时会自动加上【】",
            "{key} has no brackets: they are put around it when it is sent",
        ),
        "campaign.message_record_missing": (
            "说的是哪一条？加上“record: {called}编号”",
            "which {in_en}? Add `record: ` and its id",
        ),
        "campaign.message_record_needless": (
            "“subject: {subject}”只有一个，不用写“{key}”",
            "there is only one {subject}: it takes no {key}",
        ),
        "campaign.message_language": (
            "网站没有这种语言，只有 {allowed}",
            "the site has no such language, only {allowed}",
        ),
    }
)
