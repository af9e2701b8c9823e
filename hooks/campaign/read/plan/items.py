"""A plan's priorities and activities, each with its official title and text, and the days that are certain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from campaign.read.plan.dates import BY, DAYS, LOOSELY, dates
from campaign.read.plan.facts import Days, Plan, Words, sentences
from campaign.read.plan.outline import ACTIVITIES, PRIORITIES, Item, Outline, Section, deeper
from campaign.read.plan.signs import PART, Mark, half, mark_of, tidy
from campaign.read.plan.text import Paragraph

LONGEST_TITLE = 40
FLAT_HEAD = re.compile(r"序号 \S*(?:活动|名称|项目|内容)")
ACT = re.compile("(?:在.{2,20})?(?:开展|举办|组织|召开|举行|邀请|发放|播放|设立)")
LOOSE = ("日期不确切，没有写进资料", "not an exact day, left out")
ABOUT = re.compile(r"(?:[0-9]|十)月(?:份)?(?:[上中下]+旬|初|底|末)")
OCCASION = re.compile(r"(?:以|围绕|结合|庆祝|迎接|借助|抓住|利用)[“\"]?$")
ONE_IS = re.compile(r"(?=[一二三四五六七八九十]是)")
REPORTS = re.compile("上报|报送|报(?:至|到|[省市县州区]|局)|总结")
NAMES, TIMES = re.compile("活动|名称|项目|内容|事项"), re.compile("时间|日期")


def find_priorities(plan: Plan, outline: Outline) -> None:
    """The publicity priorities, where a section is about them."""
    section = outline.of(PRIORITIES)
    if section is None:
        return
    items = section.items or _unnumbered(section.lead)
    plan.priorities = tuple(_priority(item) for item in items)
    if not section.items and items:
        plan.doubt("宣传重点没有编号，按段落分的", "the priorities bear no numbers", section.lead[0])


def _unnumbered(paragraphs: Sequence[Paragraph]) -> list[Item]:
    """Items of a section without numbers: 一是 … 二是 …, else one for each paragraph."""
    found = []
    for one in paragraphs:
        parts = [part for part in ONE_IS.split(one.text) if part.strip()]
        parts = [part for part in parts if ONE_IS.match(part)] if len(parts) > 2 else [one.text]
        found += [Paragraph(tidy(part), one.line) for part in parts]
    return [Item(Mark(PART, at, 0), one) for at, one in enumerate(found, 1)]


def _priority(item: Item) -> Words:
    head, more = item.heading.text, [one.text for one in item.more]
    title, rest = _first_sentence(head)
    title = re.sub("^[一二三四五六七八九十]是|[；;]$", "", title)
    text = "\n".join([*([rest] if rest else []), *more])
    return Words(title, text or head)


def _first_sentence(text: str) -> tuple[str, str]:
    at = text.find("。")
    if at < 0:
        return text, ""
    return text[: at + 1], text[at + 1 :].strip()


def find_activities(plan: Plan, outline: Outline, year: int | None) -> None:
    """The plan's activities: a table's rows, a section's items or those below them, else the plan's own numbers."""
    section = outline.of(ACTIVITIES)
    if section is None:
        loose = [one for one in outline.sections if not one.role]
        if len(loose) >= 2:
            plan.doubt(
                "没有“活动内容”这一部分，把这几项当作活动",
                "the numbered parts are taken as activities",
                loose[0].heading,
            )
            plan.activities = tuple(_of_section(plan, one, year) for one in loose)
        return
    if rows := _tabled(section.rows):
        plan.activities = tuple(_row(plan, one, names, times, year) for one, names, times in rows)
        return
    if flat := _flattened(section.lead):
        plan.doubt("表格的格子散成了文字，请核对", "a table lost its cells", flat[0])
        plan.activities = tuple(Words(one.text.split()[1], one.text, _days(plan, [one], year)) for one in flat)
        return
    items = [one for one in section.items if not is_demand(section, one)]
    if inner := deeper(items):
        plan.doubt("活动在下一级编号里，请核对", "the activities are a level deeper", items[0].heading)
        items = inner
    if not items and section.lead:
        plan.doubt("活动没有编号，按段落分的", "the activities bear no numbers", section.lead[0])
        items = _unnumbered(section.lead)
    plan.activities = tuple(_activity(plan, item.paragraphs, year) for item in items)


def is_demand(section: Section, item: Item) -> bool:
    """True for an item that asks something of offices, in a section of activities and requirements."""
    return "要求" in section.name and bool(
        re.match("各|要|请|加强|高度|强化|认真", item.heading.text) or REPORTS.search(item.text)
    )


def _of_section(plan: Plan, section: Section, year: int | None) -> Words:
    mark = mark_of(section.heading.text)
    head = Paragraph(section.heading.text[mark.width if mark else 0 :], section.heading.line)
    return _activity(plan, [head, *section.paragraphs], year)


def _activity(plan: Plan, paragraphs: Sequence[Paragraph], year: int | None) -> Words:
    first = paragraphs[0]
    title, rest = _activity_title(plan, first)
    text = "\n".join([*([rest] if rest else []), *(one.text for one in paragraphs[1:])])
    return Words(title, text or first.text, _days(plan, paragraphs, year))


def _activity_title(plan: Plan, head: Paragraph) -> tuple[str, str]:
    """An item's title and what follows it; where it has none of its own, a clause of its first sentence."""
    text = head.text
    if (label := re.match(r"([^：:。，]{2,30})[：:]\s*", text)) and not re.fullmatch("时间|地点", label[1]):
        return label[1], text[label.end() :]
    sentence, rest = _first_sentence(text)
    if len(sentence) <= LONGEST_TITLE and (rest or not re.search("[，,]", sentence)):
        return sentence.rstrip("。"), rest
    clauses = [part for part in re.split("[，,。；;]", sentence) if part.strip()]
    named = [part for part in clauses if not _only_when(part)]
    title = next((part for part in named if ACT.match(part)), (named or clauses)[0]).strip()
    plan.doubt("这一项没有标题，用了其中半句", "this item has no title: a clause of it is used", head, sentence)
    return title, text


def _only_when(clause: str) -> bool:
    """True for a clause that says a time and hardly more."""
    found = dates(clause, year=2000)
    return bool(found) and len(clause) - sum(one.end - one.at for one in found) <= 6


def _days(plan: Plan, paragraphs: Iterable[Paragraph], year: int | None) -> tuple[Days, ...]:
    found: dict[Days, None] = {}
    for paragraph, sentence in sentences(paragraphs):
        for one in dates(sentence, year=year):
            if one.kind == DAYS and OCCASION.search(sentence[: one.at]) and "日" in sentence[one.end : one.end + 14]:
                plan.doubt(
                    "这一天是纪念日，没有当作活动日期", "an occasion, not the activity's day", paragraph, sentence
                )
            elif one.kind == DAYS and one.starts and one.ends and not REPORTS.search(sentence):
                found[one.starts, one.ends] = None
            elif one.kind == DAYS and not one.starts:
                plan.doubt("写了日期，没有写是哪一年", "a day without its year", paragraph, sentence)
            elif one.kind in (BY, LOOSELY):
                plan.doubt(*LOOSE, paragraph, sentence)
        if ABOUT.search(half(sentence)):
            plan.doubt(*LOOSE, paragraph, sentence)
    return tuple(found)


def _tabled(rows: Sequence[Paragraph]) -> list[tuple[Paragraph, int, int]]:
    """The rows of a table of activities below its head, with the columns of their names and times."""
    head = next((at for at, row in enumerate(rows) if _column(row, NAMES) >= 0 and len(row.cells) >= 2), None)
    if head is None:
        return []
    names, times = _column(rows[head], NAMES), _column(rows[head], TIMES)
    return [(row, names, times) for row in rows[head + 1 :] if len(row.cells) > names and row.cells[names].strip()]


def _flattened(lines: Sequence[Paragraph]) -> list[Paragraph]:
    """The rows of a table whose cells a PDF or a copy gave up: number, name, time and place with spaces between."""
    head = next((at for at, one in enumerate(lines) if FLAT_HEAD.match(one.text)), len(lines))
    return [one for one in lines[head + 1 :] if re.match(r"[0-9]{1,2} \S", one.text)]


def _column(row: Paragraph, name: re.Pattern[str]) -> int:
    return next((at for at, cell in enumerate(row.cells) if name.search(cell) and len(cell) <= 8), -1)


def _row(plan: Plan, row: Paragraph, names: int, times: int, year: int | None) -> Words:
    when = Paragraph(row.cells[times], row.line) if 0 <= times < len(row.cells) else row
    return Words(tidy(row.cells[names]), row.text, _days(plan, [when], year))
