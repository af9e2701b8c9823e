"""A plan as a draft of campaign_data/: official words to the letter, TODO where the office must say it itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from campaign.read.plan.facts import ORIGINAL, Chapter, Plan, Report, Words
from campaign.read.plan.outline import ACTIVITIES
from campaign.read.plan.signs import HAN
from campaign.read.plan.yaml_text import block, listed, scalar
from campaign.read.repair.lookalikes import lookalikes

TODO = "TODO"
TINTS = ("#B0316F", "#1F4C9A", "#7E5EA6", "#333A42", "#357E3C", "#4A2B12", "#7A3E12", "#245C4F", "#6B2D5C")
KNOWN = {
    "社区": "community",
    "企业": "enterprise",
    "学校": "school",
    "校园": "school",
    "机关": "government",
    "网络": "internet",
    "市场": "market",
    "农村": "village",
    "乡村": "village",
    "家庭": "home",
    "园区": "park",
    "商场": "shop",
    "医院": "hospital",
    "工地": "site",
}
"""Ids of kinds of place; those that have a pictogram of their name are shown with it."""
HOTLINE = "12345"
SHORTEST_NAME = 4
SPACED = re.compile(rf"[{HAN}]+(?: [{HAN}]+)+")


def drafted(plan: Plan) -> dict[str, str]:
    """Each file of the draft by its name, in Chinese alone; the same plan gives the same bytes."""
    files = {
        "plan.yml": _plan(plan) if plan.chapters and plan.plan_title else "",
        "theme.yml": _theme(plan),
        "priorities.yml": _priorities(plan),
        "activities.yml": _activities(plan) if plan.activities else "",
        "six_entries.yml": _places(plan),
        "counties.yml": _counties(plan),
        "contacts.yml": _contacts(plan),
        ORIGINAL: "\n".join(plan.source) + "\n",
    }
    texts = {name: text for name, text in files.items() if text}
    return {"campaign.yml": _campaign(plan, kept=_kept(texts)), **texts}


def _kept(files: Mapping[str, str]) -> list[str]:
    """The official words with a space between Chinese characters, which is meant, and else taken for a slip."""
    found: dict[str, None] = {}
    for name in files.keys() - {ORIGINAL}:
        for match in SPACED.finditer(files[name]):
            if any(one.space for one in lookalikes(match[0], ())):
                found[match[0]] = None
    return sorted(found)


def _head(name: str, *lines: str) -> list[str]:
    return [f"# yaml-language-server: $schema=schema/{name}.schema.json", *(f"# {line}" for line in lines), ""]


def _file(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def _campaign(plan: Plan, *, kept: Sequence[str]) -> str:
    name = plan.name or f"{TODO} 活动名称"
    short = re.sub(r"^20\d{2}年?度?", "", name)
    days = _span(*plan.week) if plan.week else ""
    said = f"{days}，{short}。" if days else f"{short}。"
    lines = _head(
        "campaign",
        "由方案起草，请逐项核对。写着 TODO 的要自己填；运行检查会列出它们在哪一行。",
        "现在只有中文：languages: [zh]。要英文，把它改成 [zh, en]，再给每段文字补上 en 一行，见 README.md。",
    )
    lines += [f"id: {_id(plan)}          # 内部编号，小写英文、数字和 -；海报印出以后不要再改", ""]
    lines += [*block("name", name), *block("short_name", short), *block("summary", said), ""]
    lines += ["# 第一天和最后一天（两天都算在内）", "week:"]
    first, last = plan.week or (None, None)
    lines += [f"  starts: {first or TODO}", f"  ends: {last or TODO}"]
    lines += ["", "time_zone: Asia/Shanghai", "languages: [zh]", "official_language: zh", ""]
    lines += ["# 网站的正式网址，印在二维码里。换成真网址后，把 site_address_sample 一行删掉"]
    lines += ["site_address: https://campaign.example.org/", "site_address_sample: true", "", "organisers:"]
    issued = [("印发单位", plan.issuer)] if plan.issuer else []
    for role, office in plan.hosts or issued or [("主办", f"{TODO} 主办单位")]:
        lines += listed([*block("name", office), *block("role", role, plain=role != "印发单位")])
    if kept:
        lines += ["", "# 方案原文里有意空开的字，照样保留", "as_typed:", *(f"  - {scalar(text)}" for text in kept)]
    return _file(lines)


def _id(plan: Plan) -> str:
    return f"campaign-{plan.week[0].year}" if plan.week else "campaign"


def _span(first: date, last: date) -> str:
    said = f"{first.year}年{first.month}月{first.day}日"
    if first == last:
        return said
    year = f"{last.year}年" if last.year != first.year else ""
    month = f"{last.month}月" if year or last.month != first.month else ""
    return f"{said}至{year}{month}{last.day}日"


def _plan(plan: Plan) -> str:
    lines = _head(
        "plan",
        "方案全文，一字不改；检查时会和 plan-original.txt 对照。",
        "宣传重点的原文在 priorities.yml，具体活动的原文在 activities.yml，主题在 theme.yml。方案里没有的部分不写。",
    )
    for key in ("issuer_head", "number", "title", "addressees", "notice", "issuer"):
        if text := getattr(plan, key):
            lines += [f"{key}: {scalar(text)}"] if key == "number" else block(key, text)
    lines += [f"issued: {plan.issued}"] if plan.issued else []
    lines += block("publicity", plan.publicity) if plan.publicity else []
    lines += [*([""] if lines[-1] else []), *block("plan_title", plan.plan_title)]
    lines += block("preamble", plan.preamble) if plan.preamble else []
    lines += ["", "# shows：这一部分的内容取自别的文件", "sections:"]
    used: dict[str, int] = {}
    for chapter in plan.chapters:
        role = chapter.role or "part"
        used[role] = used.get(role, 0) + 1
        lines += listed(_chapter(chapter, role if used[role] == 1 else f"{role}-{used[role]}"))
    if plan.contact or plan.phone:
        lines += ["", "# contacts.yml 里的编号", "contact: plan-contact"]
    return _file([*lines, *(_report(plan.report) if plan.report else [])])


def _chapter(chapter: Chapter, name: str) -> list[str]:
    lines = [f"id: {name}", *block("heading", chapter.heading)]
    lines += [f"shows: {chapter.shows}"] if chapter.shows else []
    lines += block("text", chapter.text) if chapter.text else []
    if chapter.items:
        lines += ["items:", *(line for text in chapter.items for line in listed(block("zh", text, plain=True)))]
    return lines


def _report(report: Report) -> list[str]:
    lines = ["", "# 活动结束后要报的材料：期限、报给谁、报什么", "report:", f"  due: {report.due}"]
    lines += [f"  {line}" for line in block("to", report.to or f"{TODO} 报给谁")]
    lines += ["  items:"]
    for number, name in enumerate(report.items, 1):
        lines += [f"  {line}" for line in listed([f"id: item-{number}", *block("name", name)])]
    return lines


def _theme(plan: Plan) -> str:
    lines = _head(
        "theme", "official 是方案原文，一字不改；lines 按意思分行，连起来和 official 一样；meaning 是自己的话。"
    )
    theme = plan.theme or f"{TODO} 方案里没有找到活动主题"
    lines += [*block("name", "活动主题"), *block("official", theme), "lines:", "  zh:"]
    lines += [f"    - {scalar(part)}" for part in theme.split()]
    lines += block("meaning", f"{TODO} 用三句话说明这个主题")
    return _file(lines)


def _priorities(plan: Plan) -> str:
    lines = _head(
        "priorities", "official_title、official_text 是方案原文，一字不改；name 是短名称，meaning 是自己的话。"
    )
    lines += [*block("name", "宣传重点"), *block("lead", "宣传中要讲清楚的几件事。"), "", "priorities:"]
    nothing = f"{TODO} 方案里没有找到宣传重点"
    for number, one in enumerate(plan.priorities or (Words(nothing, nothing),), 1):
        lines += listed(
            [f"id: priority-{number}", *block("name", _short(one.title)), *_official(one)]
            + block("meaning", f"{TODO} 用三句话说明这一项")
        )
    return _file(lines)


def _short(title: str) -> str:
    """A title as a label: without its stop and the verb that every title begins with."""
    bare = title.rstrip("。；.")
    shorter = re.sub(r"^(?:深入|广泛|扎实|积极|组织|认真|大力|重点)*(?:开展好?|举办|组织|宣传)", "", bare)
    return shorter if len(shorter) >= SHORTEST_NAME else bare


def _official(one: Words) -> list[str]:
    return [*block("official_title", one.title), *block("official_text", one.text)]


def _activities(plan: Plan) -> str:
    lines = _head(
        "activities",
        "official_title、official_text 是方案原文，一字不改；name 是短名称。dates 只写方案里写明的日期。",
        "编号（id）可以改成看得懂的英文，海报印出以后不要再改。",
    )
    lines += [*block("name", "具体活动"), *block("lead", "方案安排的各项活动。"), "", "activities:"]
    for number, one in enumerate(plan.activities, 1):
        record = [f"id: activity-{number}", *block("name", _short(one.title)), *_official(one)]
        if one.dates:
            record += ["dates:"]
            for first, last in one.dates:
                record += listed([f"starts: {first}", f"ends: {last}", *block("what", _short(one.title))])
        lines += listed(record)
    return _file(lines)


def _places(plan: Plan) -> str:
    lines = _head(
        "six_entries", "活动进哪几类场所、用哪几种形式，按方案的顺序。meaning 是写给他们看的话，不是方案原文。"
    )
    known = plan.places or (f"进{TODO}",)
    number = "〇一二三四五六七八九十"[len(known)] if len(known) <= 10 else str(len(known))
    lines += [
        *block("name", f"“{number}进”" if plan.places else f"{TODO} 进哪些场所"),
        *block("lead", "选一类场所，找一场活动。"),
    ]
    lines += _entering(plan)
    lines += ["", "place_kinds:"]
    for at, entry in enumerate(known):
        name = entry[1:]
        slug = KNOWN.get(name, f"place-{at + 1}")
        slug = slug if slug not in [KNOWN.get(other[1:]) for other in known[:at]] else f"place-{at + 1}"
        lines += listed(
            [f"id: {slug}", *block("name", name), *block("entry", entry), f'tint: "{TINTS[at % len(TINTS)]}"']
            + [f"pictogram: {slug}", *block("meaning", f"{TODO} 用三句话说明对他们意味着什么")]
        )
    lines += ["", "forms:"]
    for at, form in enumerate(plan.forms or (f"{TODO} 工作形式",), 1):
        lines += listed([f"id: form-{at}", *block("name", form)])
    return _file(lines)


def _entering(plan: Plan) -> list[str]:
    """Which activity goes to these places: the one whose words list them."""
    listing = (
        at for at, one in enumerate(plan.activities, 1) if any(entry in one.title + one.text for entry in plan.places)
    )
    at = next(listing, 0)
    return [f"activity: activity-{at}          # 对应 {ACTIVITIES}.yml 里的哪一项"] if at else []


def _counties(plan: Plan) -> str:
    lines = _head(
        "counties",
        "参加活动的县（市、区）。方案没有列出名单的，按实际填写。编号（id）可以改成拼音，海报印出以后不要再改。",
        "各县（市、区）的场次写在 outreach/ 里，一个县一个文件，见 README.md。",
    )
    lines += [
        *block("name", "各县（市、区）活动"),
        *block("lead", "选择您所在的地方，看看附近有哪些活动。"),
        "",
        "counties:",
    ]
    for at, name in enumerate(plan.counties or (f"{TODO} 县（市、区）",), 1):
        lines += listed([f"id: county-{at}", *block("name", name), *block("short_name", name)])
    return _file(lines)


def _contacts(plan: Plan) -> str:
    lines = _head("contacts", "电话只写在这个文件里。只写可以公开的单位电话；手机号、个人邮箱不写。")
    lines += ["contacts:"]
    name = plan.contact or (plan.issuer if plan.phone else "") or f"{TODO} 联系人或科室"
    record = ["id: plan-contact", *block("name", name), *block("role", "联系人")]
    record += block("office", plan.issuer) if plan.issuer else []
    if plan.phone:
        return _file([*lines, *listed([*record, f"phone: {plan.phone}"])])
    note = "# 方案里没有找到可以公开的座机：先放政务服务热线占位，换成单位电话后把 sample: true 删掉"
    return _file([*lines, *listed([*record, note, f"phone: {HOTLINE}", "sample: true"])])
