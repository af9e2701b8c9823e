"""A plan's order: letter, title, sections by what their headings say, and their items, however they are numbered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from campaign.read.plan.signs import PART, SECTION, Mark, bare, closed, mark_of
from campaign.read.plan.text import DAY_LINE, LABEL, Paragraph

GUIDING, WEEK, THEME, WEEK_AND_THEME = "guiding-thought", "week", "theme", "week-theme"
PRIORITIES, ACTIVITIES, REQUIREMENTS, ORGANISERS, PLACE = (
    "priorities",
    "activities",
    "requirements",
    "organisers",
    "place",
)
ROLES = (
    (WEEK_AND_THEME, r".*时间.{0,3}主题|.*主题.{0,3}时间.*"),
    (THEME, r"(?:活动|宣传|本次|宣传周)*主题(?:口号)?"),
    (WEEK, r"(?:(?:活动|宣传|举办|宣传周|实施|集中宣传)*时间(?:安排|[及和与、]地点)?|时间[及和与、]?地点)"),
    (PRIORITIES, r"(?:活动)?(?:宣传|工作)重点(?:内容)?|宣传(?:主要)?内容|重点宣传内容|重点内容"),
    (
        ACTIVITIES,
        r"(?:具体|主要|重点|宣传|系列)*活动(?:开展)?(?:内容|安排|项目|形式|方式|任务|载体|举措)?(?:[及和与、].*)?|(?:主要|工作|具体|重点)(?:内容|安排|任务|措施)"
        r"(?:[及和与、].*)?|(?:宣传|活动)(?:形式|方式)(?:[及和与、].*)?|(?:活动|工作)?(?:实施|活动)步骤|安排[及和与].*|方法步骤|内容(?:安排)?(?:[及和与、].*)?",
    ),
    (
        REQUIREMENTS,
        r"(?:工作|活动|有关|相关|几点|具体|保障)?(?:要求|措施)|组织保障|保障措施|组织实施(?:[及和与].*)?|"
        r"(?:工作|有关)要求.*",
    ),
    (GUIDING, r"指导思想|总体(?:要求|目标|思路)|(?:活动|工作)?(?:目的|目标|意义|背景)(?:[及和与、].*)?"),
    (ORGANISERS, r"组织(?:机构|领导|单位)|(?:主办|承办|参与|参加).{0,4}单位|活动(?:单位|对象|范围)"),
    (PLACE, r"(?:活动|举办|宣传)?地点"),
)
TITLE_END = r"(?:方案|计划|安排|意见|通知|函)"
LONGEST_HEADING = 24


@dataclass
class Item:
    """A numbered item. heading: its first paragraph without the number; more: those after it, deeper ones too."""

    mark: Mark
    heading: Paragraph
    more: list[Paragraph] = field(default_factory=list)

    @property
    def paragraphs(self) -> list[Paragraph]:
        """All it says."""
        return [self.heading, *self.more]

    @property
    def text(self) -> str:
        """The same as one text."""
        return "\n".join(one.text for one in self.paragraphs)


@dataclass
class Section:
    """A section. heading: with its number, as printed; role: what it is about, empty where its name doesn't say;
    lead: its paragraphs before the first item; rows: of a table."""

    heading: Paragraph
    role: str
    name: str
    lead: list[Paragraph] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    rows: list[Paragraph] = field(default_factory=list)

    @property
    def paragraphs(self) -> list[Paragraph]:
        """All it says below its heading."""
        return [*self.lead, *(one for item in self.items for one in item.paragraphs), *self.rows]


@dataclass
class Outline:
    """letter: what comes before the plan's title; title; preamble; sections; closing: contact lines, signature."""

    letter: list[Paragraph]
    title: Paragraph | None
    preamble: list[Paragraph]
    sections: list[Section]
    closing: list[Paragraph]

    def of(self, role: str) -> Section | None:
        """The first section about something."""
        return next((one for one in self.sections if one.role == role), None)


def outlined(paragraphs: Sequence[Paragraph]) -> Outline:
    """A document in its order."""
    at, width = _title_at(paragraphs)
    letter = list(paragraphs[:at])
    said = closed("".join(one.text for one in paragraphs[at : at + width]))
    title = Paragraph(said, paragraphs[at].line) if width else None
    body, closing = _closed(list(paragraphs[at + width :]))
    starts = _section_starts(body)
    preamble = body[: starts[0]] if starts else body
    ends = [*starts[1:], len(body)]
    sections = [_section(body[first:last]) for first, last in zip(starts, ends, strict=True)]
    return Outline(letter, title, preamble, sections, closing)


def _title_at(paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
    """Where the plan's own title stands and over how many lines; the letter's, where the letter is the plan."""
    for name in _named(paragraphs):
        for width in (1, 2, 3):
            for at in range(len(paragraphs) - width + 1):
                if bare("".join(one.text for one in paragraphs[at : at + width])) == bare(name):
                    return at, width
    early = [at for at, one in enumerate(paragraphs[:40]) if _titled(one.text)]
    for at in [one for one in early if not re.search("关于|通知", paragraphs[one].text)] or early:
        width = 1
        while at >= width and width < 3 and _begins_title(paragraphs[at - width].text, paragraphs[at - width + 1].text):
            width += 1
        return at - width + 1, width
    return 0, 0


def _named(paragraphs: Sequence[Paragraph]) -> list[str]:
    """What a letter calls the plan that it hands on."""
    head = "\n".join(one.text for one in paragraphs[:30])
    quoted = re.findall(rf"(?:现将|印发|下发|制定了?|附件[：:]?\s*(?:\d[.、．])?)\s*《([^》]+{TITLE_END})》", head)
    return [*dict.fromkeys(quoted), *re.findall(rf"关于印发(?!《)([^\n]+?{TITLE_END})的通知", head)]


def _titled(text: str) -> bool:
    return bool(
        len(text) <= 60
        and re.search(rf"{TITLE_END}(?:[（(].{{1,6}}[)）])?$", text)
        and not re.search("[。，；：]|^附件|印发|^（|转发", text)
        and not mark_of(text)
    )


def _begins_title(text: str, rest: str) -> bool:
    """True for the first line of a title that goes on in the next: it is no letterhead, number or sentence."""
    short = len(bare(rest)) <= 14 or text.startswith("关于")
    return short and len(text) <= 40 and not re.search(r"[。；：，]|文件$|号$|^附件|局$|委员会$|办公室$|公开|日$", text)


def _closed(body: list[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """The body, and what closes it: the contact, the signature, attachments and all that they hold."""
    at = next((at for at, one in enumerate(body) if at and ANNEX.match(one.text)), len(body))
    while at and _closes(body, at - 1):
        at -= 1
    return body[:at], body[at:]


ANNEX = re.compile(r"附\s*[件表]\s*[0-9０-９一二三]?\s*(?:[：:]|$)")
"""The list of attachments, or the head of the first."""


def _closes(body: Sequence[Paragraph], at: int) -> bool:
    text = body[at].text
    if LABEL.match(text) or DAY_LINE.match(text):
        return True
    signature = at + 1 < len(body) and DAY_LINE.match(body[at + 1].text)
    return bool(signature and len(text) <= 40 and not re.search("[，。；]", text) and not mark_of(text))


def _section_starts(body: Sequence[Paragraph]) -> list[int]:
    """The paragraphs that begin a section: numbered alike, or named alone on their lines."""
    marks = [mark_of(one.text) for one in body]
    named = [at for at, one in enumerate(body) if _role(*_heading(one.text, marks[at])) and not one.cells]
    kinds = [mark.kind for at in named if (mark := marks[at])]
    top = SECTION if SECTION in kinds else next(iter(kinds), "")
    if not top:
        top = SECTION if sum(1 for mark in marks if mark and mark.kind == SECTION) >= 2 else ""
    if top:
        return [at for at, mark in enumerate(marks) if mark and mark.kind == top and _follows(marks, at, top)]
    return [at for at in named if marks[at] is None]


def _follows(marks: Sequence[Mark | None], at: int, kind: str) -> bool:
    """A number goes on from the one before of its kind, or repeats or skips one as typists do; it never goes back."""
    mark = marks[at]
    before = [one.number for one in marks[:at] if one and one.kind == kind]
    return mark is not None and (kind == SECTION or not before or mark.number >= before[-1])


def _heading(text: str, mark: Mark | None) -> tuple[str, str]:
    """A heading's name, and what stands behind it on its line."""
    rest = text[mark.width :] if mark else text
    name, sign, more = re.match(r"([^：:。 ]*)([：:。 ]?)(.*)", rest, re.DOTALL).groups()  # type: ignore[union-attr]
    if not mark and sign not in ("：", ":", ""):
        return "", ""
    return name, more.strip()


def _role(name: str, more: str = "") -> str:
    if not name or len(name) > LONGEST_HEADING:
        return ""
    return next((role for role, pattern in ROLES if re.fullmatch(pattern, name)), "")


def _section(body: Sequence[Paragraph]) -> Section:
    first = body[0]
    mark = mark_of(first.text)
    name, more = _heading(first.text, mark)
    role = _role(name)
    if role and more:
        at = first.text.index(more, (mark.width if mark else 0) + len(name))
        heading = Paragraph(first.text[:at].rstrip("：: "), first.line)
        rest = [Paragraph(more, first.line), *body[1:]]
    else:
        at = first.text.find("。") + 1
        cut = at if 0 < at < len(first.text) else len(first.text)
        heading = Paragraph(first.text[:cut].rstrip("：:"), first.line)
        rest = [*([Paragraph(first.text[cut:].strip(), first.line)] if cut < len(first.text) else []), *body[1:]]
    section = Section(heading, role, name)
    _fill(section, rest)
    return section


def _fill(section: Section, body: Sequence[Paragraph]) -> None:
    """The items of a section are what its first numbered paragraph is of; deeper numbers are theirs."""
    section.rows = [one for one in body if one.cells]
    body = [one for one in body if not one.cells]
    kind = next((mark.kind for one in body if (mark := mark_of(one.text))), "")
    for one in body:
        mark = mark_of(one.text)
        if mark and mark.kind == kind and (not section.items or mark.number > section.items[-1].mark.number):
            section.items.append(Item(mark, Paragraph(one.text[mark.width :].strip(), one.line)))
        elif section.items:
            section.items[-1].more.append(one)
        else:
            section.lead.append(one)


def deeper(items: Sequence[Item]) -> list[Item]:
    """The items one level down, where every item is only a heading for numbered ones; else none."""
    found: list[Item] = []
    for item in items:
        inner = Section(item.heading, "", "")
        _fill(inner, item.more)
        if inner.lead or len(inner.items) < 2 or re.search("[。；]", item.heading.text):
            return []
        found += inner.items
    return found if len(items) > 0 else []


__all__ = ["PART", "Item", "Outline", "Section", "deeper", "outlined"]
