"""The letter around a plan: letterhead, number, title, whom it is to, its text, who signed it and when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from campaign.read.plan.dates import dates
from campaign.read.plan.facts import Plan
from campaign.read.plan.outline import Outline
from campaign.read.plan.signs import closed, half
from campaign.read.plan.text import DAY_LINE, LABEL, Paragraph

NUMBER = re.compile(r"[^\s，。；：《》]{2,24}[〔\[［（(【{]\s*(?:20)\d{2}\s*[〕\]］）)】}]\s*第?\s*\d{1,4}\s*号")
TITLE = re.compile(r"(?:[^，。；：]{2,30})?关于[^，。；]*(?:通知|函|意见|公告|通告)$")
PUBLIC = re.compile(r"[（(][^（）()]{0,6}公开[^（）()]{0,4}[）)]")
HEAD = re.compile(r"[^，。；：\d]{4,40}文件$")
META = re.compile(r"(?:发布|发文|成文)(?:时间|日期)|来源[：:]|浏览|索引号|作者[：:]")
"""What a web site puts below a title."""
ANNEX = re.compile(r"附\s*件")


def find_letter(plan: Plan, outline: Outline) -> None:
    """Fill in the letter's parts; a letter that is the plan itself has no other title."""
    lines = list(outline.letter)
    around = [*lines, *([outline.title] if outline.title else []), *outline.preamble[:3]]
    plan.issuer_head = next((closed(one.text) for one in lines[:8] if HEAD.fullmatch(one.text)), "")
    plan.number = _number(around)
    plan.publicity = next((found[0] for one in [*lines, *outline.closing] if (found := PUBLIC.fullmatch(one.text))), "")
    _signed(plan, outline)
    if _is_letter(outline):
        _addressed_plan(plan, outline)
        return
    at, plan.title = _title(lines)
    to = next((n for n, one in enumerate(lines) if n > at and _addressed(one.text)), None)
    plan.addressees = lines[to].text if to is not None else ""
    if not plan.addressees:
        _addressed_plan(plan, outline)
    if to is not None:
        plan.notice = "\n".join(_notice(lines[to + 1 :], plan))


def _is_letter(outline: Outline) -> bool:
    return bool(outline.title and TITLE.fullmatch(outline.title.text))


def _addressed_plan(plan: Plan, outline: Outline) -> None:
    """Of a plan without a letter before it: whom it is to stands before the preamble, below what a site adds."""
    while outline.preamble and (META.match(outline.preamble[0].text) or outline.preamble[0].text == plan.number):
        outline.preamble.pop(0)
    if outline.preamble and _addressed(outline.preamble[0].text):
        plan.addressees = outline.preamble.pop(0).text


def _number(lines: Sequence[Paragraph]) -> str:
    """The number that stands alone on its line; those within sentences are of other offices."""
    for one in lines[:14]:
        text = re.sub(r"^(?:发文字号|文号|文\s*号)[：:\s]*", "", one.text)
        if len(text) <= 40 and NUMBER.fullmatch(half(text).strip()):
            return text.strip()
        if len(text) <= 60 and (found := re.fullmatch(rf"({NUMBER.pattern})\s*签发人.*", half(text))):
            return text[: found.end(1)]
    return ""


def _title(lines: Sequence[Paragraph]) -> tuple[int, str]:
    for at, one in enumerate(lines):
        for width in (1, 2, 3):
            text = closed("".join(line.text for line in lines[at : at + width]))
            if TITLE.fullmatch(text) and ("关于" in one.text or width > 1) and not NUMBER.match(half(one.text)):
                begins = next((n for n in range(at, at + width) if "关于" in lines[n].text), at)
                return at + width - 1, closed("".join(line.text for line in lines[begins : at + width]))
    return -1, ""


def _addressed(text: str) -> bool:
    return text.endswith(("：", ":")) and len(text) <= 200 and "。" not in text and not LABEL.match(text)


def _notice(lines: Sequence[Paragraph], plan: Plan) -> list[str]:
    found = []
    for one in lines:
        text = one.text
        if (
            DAY_LINE.match(text)
            or text == plan.issuer
            or PUBLIC.fullmatch(text)
            or ANNEX.match(text)
            or LABEL.match(text)
        ):
            continue
        found.append(text)
    return [text for text in found if re.search("[。，]", text)]


def _signed(plan: Plan, outline: Outline) -> None:
    """Who signed and when: the line before a day alone on its line, in the letter, else at the very end."""
    for lines in (outline.letter, outline.closing):
        for at, one in enumerate(lines):
            if DAY_LINE.match(one.text) and (found := dates(one.text, year=None)) and found[0].starts:
                plan.issued = found[0].starts
                before = lines[at - 1].text if at else ""
                if before and not re.search("[，。；：《》]", before) and not ANNEX.match(before) and len(before) <= 40:
                    plan.issuer = closed(before)
                return
    if plan.issuer_head and not plan.issuer:
        plan.issuer = plan.issuer_head.removesuffix("文件")
