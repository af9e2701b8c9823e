"""The signs of official Chinese: spaces nobody meant, digits of either width, the numbers before headings and items."""

from __future__ import annotations

import re
from dataclasses import dataclass

from campaign.read.repair.lookalikes import lookalikes, ordinary
from campaign.say import script

HAN = script.HAN + "○"
SIGN = "[，。、；：？！“”‘’（）《》〈〉【】〔〕—…]"
WIDE = rf"[{HAN}，。、；：？！“”‘’（）《》〈〉【】〔〕—…]"
HALF = str.maketrans(
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, ord("—"): 0x2D, ord("–"): 0x2D}
)
NUMERALS = "一二三四五六七八九十"
CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
SECTION, PART, DIGIT, DIGIT_PART, CIRCLE = "section", "part", "digit", "digit part", "circle"
"""一、 （一） 1. (1) ①, whatever width or stop they are written with."""
MARKS = (
    (SECTION, re.compile(rf"(?:第)?([{NUMERALS}]{{1,3}})(?:\s*[、.．，,]|[章部节](?:分)?[\s、]*)\s*")),
    (PART, re.compile(rf"[（(〔【\[]\s*([{NUMERALS}]{{1,3}})\s*[）)〕】\]][、.．]?\s*")),
    (DIGIT, re.compile(r"([0-9０-９]{1,2})\s*(?:[、．]|\.(?:(?![0-9０-９])|(?=[0-9０-９]{1,2}月[0-9０-９])))\s*")),
    (DIGIT_PART, re.compile(r"(?:[（(]\s*([0-9０-９]{1,2})\s*[）)]|([0-9０-９]{1,2})[）)])[、.．]?\s*")),
    (CIRCLE, re.compile(rf"([{CIRCLES}])\s*")),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """The number before a heading or item: which kind, which number, and how many characters it takes."""

    kind: str
    number: int
    width: int


def mark_of(text: str) -> Mark | None:
    """The number a paragraph begins with; None where it begins with words, a date or a title."""
    for kind, pattern in MARKS:
        if found := pattern.match(text):
            numeral = next(one for one in found.groups() if one)
            return Mark(kind, number(numeral), found.end())
    return None


def number(numeral: str) -> int:
    """1 of 一, １ or ①, 23 of 二十三."""
    if numeral in CIRCLES:
        return CIRCLES.index(numeral) + 1
    if numeral[0] not in NUMERALS:
        return int(numeral.translate(HALF))
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return NUMERALS.index(numeral[0]) + 1
    return (NUMERALS.index(tens[0]) + 1 if tens else 1) * 10 + (NUMERALS.index(ones[0]) + 1 if ones else 0)


def tidy(text: str) -> str:
    """A text without the spaces of layout: those between single characters, and beside signs. One that parts the halves
    of a theme stays, as do those beside figures and letters. Figures and letters get their ordinary width."""
    text = re.sub(r"[\s\u00a0\u200b\ufeff]+", " ", text.replace("\u3000", " ")).strip()
    text = ordinary(text, [one for one in lookalikes(text, ()) if one.known and not one.space])
    text = re.sub(rf"(?<={SIGN}) +(?={WIDE})|(?<={WIDE}) +(?={SIGN})", "", text)
    text = re.sub(
        rf"(?:(?<![{HAN}])|(?<=[：:]))[{HAN}](?: [{HAN}])+(?![{HAN}])", lambda found: found[0].replace(" ", ""), text
    )
    return re.sub(rf"(?<![{HAN}])(?![年月日号])([{HAN}]) (?=[{HAN}])|(?<=[{HAN}]) ([{HAN}])(?![{HAN}])", r"\1\2", text)


def closed(text: str) -> str:
    """A title or heading without any space between Chinese characters."""
    return re.sub(rf"(?<={WIDE})\s+(?={WIDE})", "", tidy(text))


def bare(text: str) -> str:
    """A text without any white space: what two copies of one sentence have in common."""
    return re.sub(r"[\s\u00a0\u200b\ufeff\u3000]+", "", text)


def half(text: str) -> str:
    """The same with figures, letters and signs of half width, character for character."""
    return text.translate(HALF)
