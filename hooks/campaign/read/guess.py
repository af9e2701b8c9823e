"""What a mistyped date, time, number or name was probably meant to be; empty where nobody can tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType

from campaign.model.fields import TO_ASCII

Guess = Callable[[str], str]
"""What was meant by a value as typed."""
DAY = r"(?P<y>\d{4})\s*[-/.年]\s*(?P<mo>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})\s*[日号]?"
CLOCK = (
    r"(?P<half>上午|早上|中午|下午|晚上|am|pm)?\s*(?P<h>\d{1,2})\s*(?:[:.时点h]\s*(?P<mi>\d{1,2})?|(?P<hm>\d{2}))"
    r"\s*分?(?::\d{2})?\s*(?P<half2>am|pm)?"
)
MOMENT = re.compile(rf"(?:{DAY})?[\sT]*(?:{CLOCK})?", re.IGNORECASE)

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "是": "true",
        "有": "true",
        "对": "true",
        "yes": "true",
        "on": "true",
        "1": "true",
        "y": "true",
        "否": "false",
        "不是": "false",
        "无": "false",
        "no": "false",
        "off": "false",
        "0": "false",
        "n": "false",
        "计划": "planned",
        "正常": "planned",
        "按计划": "planned",
        "变更": "changed",
        "有变": "changed",
        "改期": "changed",
        "改地点": "moved",
        "换地点": "moved",
        "延期": "postponed",
        "推迟": "postponed",
        "取消": "cancelled",
        "canceled": "cancelled",
        "入口": "entrance",
        "舞台": "stage",
        "厕所": "toilet",
        "卫生间": "toilet",
        "医疗点": "first-aid",
        "咨询台": "information",
        "主题": "theme",
        "标语": "slogans",
        "今日活动": "events-today",
    }
)
"""Values as people say them, and as the model knows them."""


def plain_signs(value: str) -> str:
    """The value with full-width signs as ASCII and no white space around it."""
    return value.translate(TO_ASCII).strip()


def moment(value: str) -> str:
    """A day, a clock time or both, as the model wants them: `2024年4月2日 下午3点` is `2024-04-02 15:00`."""
    found = MOMENT.fullmatch(plain_signs(value))
    if not found or not (found["y"] or found["h"]):
        return ""
    day = "{y}-{mo:0>2}-{d:0>2}".format(**found.groupdict()) if found["y"] else ""
    clock = f"{_hour(found):02}:{found['mi'] or found['hm'] or '0':0>2}" if found["h"] else ""
    return " ".join(filter(None, (day, clock))) if _exists(day, clock) else ""


def _hour(found: re.Match[str]) -> int:
    hour = int(found["h"])
    half = (found["half"] or found["half2"] or "").lower()
    return hour + 12 if half in ("下午", "晚上", "pm") and hour < 12 else hour


def _exists(day: str, clock: str) -> bool:
    try:
        datetime.fromisoformat(f"{day or '2000-01-01'} {clock or '00:00'}")
    except ValueError:
        return False
    return True


def number(value: str) -> str:
    """The figure at the head of a value with a unit or thousands commas."""
    found = re.fullmatch(r"(-?\d{1,3}(?:,\d{3})+|-?\d+)(\.\d+)?\D*", plain_signs(value))
    return (found[1].replace(",", "") + (found[2] or "")) if found else ""


def count(value: str) -> str:
    """A whole number, likewise."""
    found = number(value)
    return re.sub(r"\.0+$", "", found) if re.fullmatch(r"\d+(\.0+)?", found) else ""


def colour(value: str) -> str:
    """A colour with its sign and six digits."""
    digits = plain_signs(value).removeprefix("#")
    if re.fullmatch("[0-9A-Fa-f]{3}", digits):
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits.upper()}" if re.fullmatch("[0-9A-Fa-f]{6}", digits) else ""


def phone(value: str) -> str:
    """A number with its area code and one dash."""
    digits = re.sub(r"[^\d]", "", plain_signs(value))
    found = re.fullmatch(r"(0(?:10|2\d|[3-9]\d\d))(\d{7,8})", digits)
    return f"{found[1]}-{found[2]}" if found else ""


def word(value: str) -> str:
    """A word of the model for one of everyday speech."""
    return WORDS.get(value.strip().lower(), "")
