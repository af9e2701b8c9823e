"""How pages cite the law, read back: which law, which articles, in Chinese and in English."""

import re
from itertools import pairwise

DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九")}
CITE = re.compile(r"<cite>(.*?)</cite>", re.DOTALL)
CHINESE = re.compile(r"(《[^》]+》)第(.+)条")
ENGLISH = re.compile(r"(.+), (arts?)\. (\d[\d, ]*)")


def number(text):
    """第一百二十三条 as 123: what stands between 第 and 条."""
    total, digit = 0, 0
    for sign in text:
        if sign in "千百十":
            total += (digit or 1) * {"千": 1000, "百": 100, "十": 10}[sign]
            digit = 0
        else:
            digit = DIGITS[sign]
    return total + digit


def chinese(cite):
    """《甲法》第一条、第二条；《乙法》第三条 as [(《甲法》, [1, 2]), (《乙法》, [3])], else ValueError."""
    found = []
    for part in cite.split("；"):
        shape = CHINESE.fullmatch(part)
        articles = re.split("条、第", shape[2]) if shape else [""]
        if not all(re.fullmatch("[零一二三四五六七八九十百千]+", one) for one in articles):
            raise ValueError(f"法律要写成《简称》第几条：{cite}")
        found.append((shape[1], _rising([number(one) for one in articles], cite)))
    return found


def english(cite):
    """A Law, arts. 1, 2; B Law, art. 3 as [("A Law", [1, 2]), ("B Law", [3])]; ValueError if it isn't so written."""
    found = []
    for part in cite.split("; "):
        shape = ENGLISH.fullmatch(part)
        if not shape:
            raise ValueError(f"a law is cited as “Short Name, art. 1”: {cite}")
        articles = _rising([int(one) for one in shape[3].split(", ")], cite)
        if (shape[2] == "arts") != (len(articles) > 1):
            raise ValueError(f"“art.” is for one article, “arts.” for several: {cite}")
        found.append((shape[1], articles))
    return found


def _rising(articles, cite):
    if not all(before < after for before, after in pairwise([0, *articles])):
        raise ValueError(f"articles stand in order, each once: {cite}")
    return articles
