"""Limits: how long a message is as its channel counts it, and what the channel takes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

GSM_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""The default alphabet of text messages (3GPP TS 23.038, 6.2.1): a septet each."""
GSM_EXTENSION = frozenset("\f^{}\\[~]|€")
"""Its extension table (6.2.1.1): an escape and a septet, so two."""
GSM_ALONE, GSM_JOINED = 160, 153
UCS2_ALONE, UCS2_JOINED = 70, 67
"""What a part holds: alone, and beside others, where six octets say which it is (3GPP TS 23.040, 9.2.3.24.1)."""
TO_GSM = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\u00a0": " "})
"""Signs that would make a whole Latin message UCS-2, as its alphabet has them."""


@dataclass(frozen=True, slots=True)
class Sms:
    """How a text message is charged. units: septets of GSM-7, 16-bit units of UCS-2; part: what one part holds."""

    gsm: bool
    units: int
    parts: int
    part: int


def sms(text: str) -> Sms:
    """A text message, signature and all, as it goes over the air; an empty one is one part."""
    gsm = all(one in GSM_BASIC or one in GSM_EXTENSION for one in text)
    alone, joined = (GSM_ALONE, GSM_JOINED) if gsm else (UCS2_ALONE, UCS2_JOINED)
    costs = [2 if (one in GSM_EXTENSION if gsm else ord(one) > 0xFFFF) else 1 for one in text]
    units = sum(costs)
    if units <= alone:
        return Sms(gsm, units, 1, alone)
    return Sms(gsm, units, _parts(costs, joined), joined)


def _parts(costs: Iterable[int], room: int) -> int:
    """How many parts hold characters of these costs, none of them split over two."""
    parts, used = 1, 0
    for cost in costs:
        if used + cost > room:
            parts, used = parts + 1, 0
        used += cost
    return parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most characters that a channel takes, 0 where nothing is known; folded: after how many it hides the rest;
    lines: after how many lines on a phone."""

    title: int = 0
    summary: int = 0
    text: int = 0
    folded: int = 0
    lines: int = 0


LIMITS = {
    "wechat-article": Limits(title=64, summary=120, text=20_000),
    "moments": Limits(text=1_500, lines=6),
    "weibo": Limits(text=2_000, folded=140),
    "douyin": Limits(title=55),
    "group-notice": Limits(text=1_000),
}
"""By channel; what isn't here has none of these. Text messages are counted by parts."""
PHONE_LINE = 22
"""Han characters in a line of Moments on a common phone, about."""
SPOKEN_A_MINUTE = 180
"""Characters that a loudspeaker's announcer says in a minute."""
WORDS_A_MINUTE = 130
"""Likewise words, of a language that has spaces between them."""


def characters(text: str) -> int:
    """Characters as people count them, each as one: a service that counts Latin letters half takes no less."""
    return len(text)


def phone_lines(text: str) -> int:
    """How many lines a text takes on a phone; an empty line is one."""
    return sum(max(1, -(-_width(line) // (PHONE_LINE * 2))) for line in text.splitlines())


def _width(line: str) -> int:
    """In half Han characters."""
    return sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in line)


def seconds(text: str, *, han: bool) -> int:
    """How long an announcement lasts, read at an even pace; han: in a language written in Han characters."""
    if han:
        return round(sum(one.isalnum() for one in text) * 60 / SPOKEN_A_MINUTE)
    return round(len(text.split()) * 60 / WORDS_A_MINUTE)
