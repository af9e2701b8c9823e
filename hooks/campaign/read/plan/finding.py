"""From a document's paragraphs to what the plan says: found by its shape alone, and never made up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from campaign.read.plan.facts import Chapter, Plan
from campaign.read.plan.items import find_activities, find_priorities, is_demand
from campaign.read.plan.letter import find_letter
from campaign.read.plan.outline import ACTIVITIES, PRIORITIES, THEME, WEEK, Outline, Section, outlined
from campaign.read.plan.people import find_contact, find_report, hosts, without_numbers
from campaign.read.plan.places import counties, forms, places
from campaign.read.plan.signs import PART, bare, half
from campaign.read.plan.text import Paragraph
from campaign.read.plan.week_theme import find_theme, find_week, year_of

KIND = re.compile(r"(?:实施|工作)*(?:方案|计划|安排|意见)(?:[（(].{1,6}[）)])?$")


def find_plan(paragraphs: Sequence[Paragraph]) -> Plan:
    """Everything that a plan's shape gives away; what isn't there stays empty, what isn't sure is among the doubts."""
    clean, held = without_numbers(paragraphs)
    outline = outlined(clean)
    plan = Plan(tuple(one.text for one in clean))
    for one in held:
        plan.doubt("手机号等个人号码没有收录", "a personal number was left out", one)
    find_letter(plan, outline)
    plan.plan_title = outline.title.text if outline.title else ""
    plan.name = _name(plan.plan_title)
    plan.preamble = "\n".join(one.text for one in outline.preamble)
    year = year_of(outline, [plan.title])
    find_week(plan, outline, year)
    year = year or (plan.week[0].year if plan.week else None)
    find_theme(plan, outline)
    find_priorities(plan, outline)
    find_activities(plan, outline, year)
    body = [*outline.preamble, *(one for part in outline.sections for one in [part.heading, *part.paragraphs])]
    plan.places, plan.forms = places(body), forms(body)
    plan.counties = counties([*body, *outline.letter])
    plan.hosts = hosts(clean)
    find_report(plan, [*body, *outline.closing], year)
    find_contact(plan, [*body, *outline.closing, *outline.letter])
    plan.chapters = tuple(_chapter(plan, part, outline) for part in outline.sections)
    return plan


def _name(title: str) -> str:
    """What a campaign is called: its plan's title without what kind of paper it is."""
    found = re.search(r"关于(?:印发|做好|(?:组织)?开展)?(.+?)的?(?:通知|函|公告|方案|计划|安排)$", title)
    name = found[1].strip("《》") if found else title
    shorter = KIND.sub("", half(name) if re.search("[０-９]", name) else name)
    shorter = re.sub("([周月日节季]”?)活动$", r"\1", shorter)
    return shorter if len(shorter) >= 4 else name


def _chapter(plan: Plan, section: Section, outline: Outline) -> Chapter:
    """A section as it is kept: what stands in records of its own is only shown."""
    shows = _shown(plan, section) if outline.of(section.role) is section else ""
    lead = [one.text for one in section.lead]
    rows = [one.text for one in section.rows]
    if shows in (PRIORITIES, ACTIVITIES):
        demands = [] if shows == PRIORITIES else [one for one in section.items if is_demand(section, one)]
        kept = [
            *(lead if section.items or section.rows else []),
            *_printed(plan, [one for item in demands for one in item.paragraphs]),
        ]
        return Chapter(section.heading.text, section.role, shows, "\n".join(kept))
    if shows == THEME:
        return Chapter(section.heading.text, section.role, shows)
    items = [item for item in section.items if item.mark.kind == PART]
    if len(items) == len(section.items):
        return Chapter(
            section.heading.text, section.role, shows, "\n".join([*lead, *rows]), tuple(one.text for one in items)
        )
    return Chapter(section.heading.text, section.role, shows, "\n".join(_printed(plan, section.paragraphs)))


def _printed(plan: Plan, paragraphs: Iterable[Paragraph]) -> list[str]:
    """Paragraphs with the numbers they bear in the document."""
    lines = [(text, bare(text)) for text in plan.source]
    return [
        next(
            (text for text, said in lines if said.endswith(bare(one.text)) and len(said) - len(bare(one.text)) <= 6),
            one.text,
        )
        for one in paragraphs
    ]


def _shown(plan: Plan, section: Section) -> str:
    if section.role == WEEK and plan.week:
        return WEEK
    if (
        section.role == THEME
        and plan.theme
        and bare("".join(one.text for one in section.paragraphs)).strip("“”。") == bare(plan.theme)
    ):
        return THEME
    if section.role == PRIORITIES and plan.priorities:
        return PRIORITIES
    return ACTIVITIES if section.role == ACTIVITIES and plan.activities else ""
