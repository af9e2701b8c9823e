"""What a mistyped date, time, number or name was probably meant to be; empty where nobody can tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from types import MappingProxyType

from campaign.kinds.fields import TO_ASCII
from campaign.kinds.message import CHANNELS
from campaign.kinds.vignette import SUBJECTS
from campaign.say.numerals import chinese
from campaign.say.script import is_han

Guess = Callable[[str], str]
"""What was meant by a value as typed."""
DAY = (
    r"(?:(?P<y>\d{4}|\d{2}(?=-))\s*[-/.年]\s*)?(?P<mo>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})(?:\s*[日号])?"
    r"|(?P<y8>20\d\d)(?P<mo8>\d\d)(?P<d8>\d\d)"
)
CLOCK = (
    r"(?P<half>上午|早上|中午|下午|晚上|am|pm)?\s*(?P<h>\d{1,2})\s*(?:[:;.时点h]\s*(?P<mi>\d{1,2})?\s*分?(?::\d{2})?|(?P<hm>\d{2}))"
    r"\s*(?P<half2>am|pm)?"
)
MOMENT = re.compile(rf"(?:{DAY})?(?P<gap>[\sT]*)(?:{CLOCK})?", re.IGNORECASE)
ONLY_CLOCK = re.compile(rf"(?:{DAY}(?!))?(?P<gap>){CLOCK}", re.IGNORECASE)
NUMBERS = {chinese(number): str(number) for number in range(1, 100)}
NUMERAL = re.compile("[一二三四五六七八九十]+")
HOST = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}"
AROUND = "“”‘’\"' ,，。;；、"
"""Signs that stray around a date."""
UNITS = {
    "mm": ("mm", "毫米"),
    "m": ("m", "米"),
    "px": ("px", "像素"),
    "seconds": ("s", "秒", "秒钟"),
    "copies": ("份", "张", "个"),
    "rows": ("行", "排"),
}
UNITS |= {"columns": ("列",), "column": ("列",), "row": ("行", "排")}
"""The units that say what the end of a key says already."""

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "true": "true",
        "false": "false",
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
        "恢复": "reinstated",
        "恢复举办": "reinstated",
        "照常举行": "reinstated",
        "入口": "entrance",
        "舞台": "stage",
        "厕所": "toilet",
        "卫生间": "toilet",
        "医疗点": "first-aid",
        "咨询台": "information",
        "印刷店": "shop",
        "打印店": "shop",
        "印刷厂": "shop",
        "自己印": "office",
        "自己打印": "office",
        "主题": "theme",
        "标语": "slogans",
        "今日活动": "events-today",
        "举报": "report",
        "投诉": "report",
        "维权": "infringed",
        "侵权": "infringed",
        "申请": "apply",
        **{called.zh: name for named in (CHANNELS, SUBJECTS) for name, called in named.items()},
    }
)
"""Values as people say them, and as the model knows them."""


def with_meanings(values: Sequence[str]) -> list[str]:
    """Choices with what people say for each, `shop（印刷店）`; as they are where one of them has no word."""
    said = {value: spoken for spoken, value in reversed([*WORDS.items()]) if is_han(spoken)}
    return [f"{one}（{said[one]}）" for one in values] if all(one in said for one in values) else list(values)


def plain_signs(value: str) -> str:
    """The value with full-width signs as ASCII and no white space around it."""
    return value.translate(TO_ASCII).strip()


def moment(value: str, year: str = "") -> str:
    """A day, a clock time or both, as the model wants them: `2024年4月2日 下午3点` is `2024-04-02 15:00`.

    Midnight at the end of a day is that of the next one; of a time alone, which has no next day, the minute before.
    year: the campaign's, for a day without one.
    """
    plain = _in_digits(plain_signs(value).strip(AROUND))
    found = MOMENT.fullmatch(plain)
    if found and found["d"] and not (found["y"] or found["h"] or "月" in value):
        found = ONLY_CLOCK.fullmatch(plain)
    if not found or not (found["d"] or found["d8"] or found["h"]):
        return ""
    day = _day(found, year)
    if (found["d"] and not day) or (day and found["h"] and not found["gap"] and "日" not in value):
        return ""
    clock = f"{_hour(found):02}:{found['mi'] or found['hm'] or '0':0>2}" if found["h"] else ""
    if clock == "24:00":
        day, clock = (_day_after(day), "00:00") if day else ("", "23:59")
    return " ".join(filter(None, (day, clock))) if _exists(day, clock) else ""


def _in_digits(value: str) -> str:
    """`下午两点半` as `下午2点30分`."""
    spoken = value.replace("两点", "二点").replace("点半", "点30分").replace("点零", "点")
    return NUMERAL.sub(lambda found: NUMBERS.get(found[0], found[0]), spoken)


def _day(found: re.Match[str], year: str) -> str:
    """The day of a match; empty where nobody knows its year."""
    if found["d8"]:
        return f"{found['y8']}-{found['mo8']}-{found['d8']}"
    typed = found["y"] or year
    if not found["d"] or not typed or (len(typed) == 2 and typed != year[2:]):
        return ""
    return f"{year if len(typed) == 2 else typed}-{found['mo']:0>2}-{found['d']:0>2}"


def _day_after(day: str) -> str:
    """The next day; the same where there is no such day, which is told of."""
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except ValueError:
        return day


def _hour(found: re.Match[str]) -> int:
    hour = int(found["h"])
    half = (found["half"] or found["half2"] or "").lower()
    if hour == 12 and half in ("晚上", "am"):
        return 24 if half == "晚上" else 0
    return hour + 12 if half in ("下午", "晚上", "pm") and hour < 12 else hour


def _exists(day: str, clock: str) -> bool:
    try:
        datetime.fromisoformat(f"{day or '2000-01-01'} {clock or '00:00'}")
    except ValueError:
        return False
    return True


def measured(value: str, key: str, *, whole: bool) -> str:
    """The figure of a value with thousands commas or a unit, in the unit the key names; empty for any other unit."""
    plain = _in_digits(plain_signs(value).replace("两", "二"))
    found = re.fullmatch(r"(-?\d{1,3}(?:,\d{3})+|-?\d+)(\.\d+)?\s*([^\d\s]*)", plain)
    if not found:
        return ""
    figure, unit = found[1].replace(",", "") + (found[2] or ""), found[3].lower()
    ending = key.rsplit("_", 1)[-1]
    if ending == "mm" and unit in ("cm", "厘米", "公分"):
        figure = f"{float(figure) * 10:.6f}".rstrip("0").rstrip(".")
    elif unit and unit not in UNITS.get(ending, ()):
        return ""
    return (re.sub(r"\.0+$", "", figure) if re.fullmatch(r"\d+(\.0+)?", figure) else "") if whole else figure


def colour(value: str) -> str:
    """A colour with its sign and six digits."""
    digits = plain_signs(value).removeprefix("#")
    if re.fullmatch("[0-9A-Fa-f]{3}", digits):
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits.upper()}" if re.fullmatch("[0-9A-Fa-f]{6}", digits) else ""


def address(value: str, ends: str = "") -> str:
    """A web address with its scheme, and without the quotes, blanks and full stops of a Chinese keyboard.

    ends: what it must end with; empty where it still isn't one.
    """
    plain = re.sub(r"\s", "", plain_signs(value).strip(AROUND + "《》<>")).replace("。", ".")
    found = re.fullmatch(rf"(?:https?://)?(?P<rest>{HOST}(?:/[!-~]*)?)", plain, re.IGNORECASE)
    if not found or (ends and re.search("[?#]", plain)):
        return ""
    return "https://" + (f"{found['rest'].rstrip('/')}{ends}" if ends else found["rest"])


def phone(value: str) -> str:
    """A number with its area code and one dash, and its extension after another."""
    plain = plain_signs(value)
    found = re.fullmatch(r"(.*\d)\s*(?:转|分机|ext\.?|[x#*])\s*(\d{1,6})\s*", plain, re.IGNORECASE)
    plain, extension = (found[1], f"-{found[2]}") if found else (plain, "")
    if not re.fullmatch(r"[（(]?\d+[)）]?[\s-]*[\d\s-]+", plain) or len(re.findall(r"\d{7,}", plain)) > 1:
        return ""
    found = re.fullmatch(r"(0(?:10|2\d|[3-9]\d\d))(\d{7,8})", re.sub(r"[^\d]", "", plain))
    return f"{found[1]}-{found[2]}{extension}" if found else ""


def several_phones(value: str) -> bool:
    """True where a value holds more than one number."""
    return (
        len(re.findall(r"\d{7,}", re.sub("[-‐－ ]", "", re.sub(r"[/、,，;；和或]", "/", plain_signs(value))))) > 1
        or len(re.findall(r"\d{7,8}(?!\d)", plain_signs(value))) > 1
    )


def word(value: str) -> str:
    """A word of the model for one of everyday speech."""
    return WORDS.get(value.strip().lower(), "")
