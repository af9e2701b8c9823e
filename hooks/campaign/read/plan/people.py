"""Whom to ask and what to hand in. A number of a single person is never copied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from campaign.read.plan.dates import dates, plain_digits
from campaign.read.plan.facts import Plan, Report, sentences
from campaign.read.plan.signs import half
from campaign.read.plan.text import Paragraph
from campaign.say.personal import find
from campaign.say.script import HAN

LEFT_OUT = "（号码未收录）"
LANDLINE = re.compile(r"(?<!\d)\(?(0\d{2,3})\)?\s*-{0,2}\s*(\d{7,8})(?!\d)")
BARE = re.compile(r"(?<![\d-])[2-8]\d{6,7}(?![\d-])")
PERSON = re.compile(
    rf"联\s*系\s*人\s*(?:及(?:联系)?电话)?[：: ]\s*([{HAN}·]{{2,14}}?)(?=[，,；;。、（(\s\d]|联系|电话|手机|$)"
)
HOST = re.compile(r"(指导|主办|承办|协办|支持)单位[：:]\s*([^，。；：:]{3,60}?)(?=[，。；]|\s*$)")
ITEMS = re.compile(
    r"(?:将|把|报送|上报|提交)([^，。；§]{2,60}?)(?=于?§|(?:一并)?(?:以|通过|及时|书面)|报|上报|发|电子版|$)"
)
TO = re.compile(r"(?:报送|上报|报|发送|发|提交|反馈)(?:至|到|给|送)?([^，。；（(§0-9]{2,30})")


def without_numbers(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """The paragraphs with every mobile number, private mailbox or id taken out; and those that held one."""
    clean, held = [], []
    for one in paragraphs:
        text = _without(one.text)
        clean.append(replace(one, text=text, cells=tuple(map(_without, one.cells))))
        if text != one.text:
            held.append(clean[-1])
    return clean, held


def _without(text: str) -> str:
    for one in sorted(find(text), key=lambda one: one.start, reverse=True):
        text = text[: one.start] + LEFT_OUT + text[one.end :]
    return text


def find_contact(plan: Plan, paragraphs: Sequence[Paragraph]) -> None:
    """Whom the plan names to be asked, with an office's number that can be dialled from anywhere."""
    for at, one in enumerate(paragraphs):
        if not re.search(r"联\s*系\s*人|联系电话|咨询电话|联系方式", one.text):
            continue
        around = " ".join(line.text for line in paragraphs[at : at + 2])
        if (person := PERSON.search(one.text)) and not plan.contact:
            plan.contact = person[1]
            if len(plan.contact) > 4:
                plan.doubt("联系人是从这一句里取的", "the contact was taken from this sentence", one)
        if phone := LANDLINE.search(half(around)):
            plan.phone = f"{phone[1]}-{phone[2]}"
            return
        if BARE.search(half(around)):
            plan.doubt("电话没有区号，没有写进资料", "a number without its area code, left out", one)


def hosts(paragraphs: Sequence[Paragraph]) -> tuple[tuple[str, str], ...]:
    """The offices behind the campaign as a plan lists them: role and name, each once."""
    found: dict[tuple[str, str], None] = {}
    for one in paragraphs:
        for role, said in HOST.findall(one.text):
            found |= {(role, name): None for name in re.split("[、 ]", said) if len(name) >= 3}
    return tuple(found)


def find_report(plan: Plan, paragraphs: Sequence[Paragraph], year: int | None) -> None:
    """What is to be handed in after the campaign."""
    for paragraph, sentence in sentences(paragraphs, ends="。；"):
        if not re.search("报|提交|反馈|发", sentence) or not re.search(
            "总结|方案|材料|图片|照片|情况|统计表|信息", sentence
        ):
            continue
        found = dates(sentence, year=year)
        if not found or not (items := _items(sentence)):
            continue
        due = found[-1]
        if due.starts is None:
            plan.doubt("写了报送期限，没有写是哪一年", "a day to hand in without its year", paragraph, sentence)
            continue
        if due.starts != due.ends:
            plan.doubt("报送期限不确切，没有写进资料", "the day to hand in isn't exact", paragraph, sentence)
            continue
        if plan.week and due.starts < plan.week[0]:
            plan.doubt(
                "报送期限在活动以前，没有当作总结的期限",
                "due before the campaign, so it isn't its report",
                paragraph,
                sentence,
            )
            continue
        receiver = TO.search(_marked(sentence))
        plan.report = Report(due.starts, _office(receiver[1]) if receiver else "", items)
        if not plan.report.to or not _is_office(plan.report.to):
            plan.report = replace(plan.report, to="")
            plan.doubt("没有看出报给谁", "whom to hand it to isn't clear", paragraph, sentence)
        return


def _marked(sentence: str) -> str:
    """A sentence with each day as one sign, its 前 with it."""
    text = plain_digits(sentence)
    text = re.sub(r"(?<=\d) (?=[年月日号])|(?<=[年月]) (?=\d)", "", text)
    for one in reversed(dates(sentence, year=2000)):
        text = text[: one.at] + "§" + re.sub(r"^(?:之前|以前|前)", "", text[one.end :])
    return text


def _items(sentence: str) -> tuple[str, ...]:
    marked = _marked(sentence)
    for match in ITEMS.finditer(marked):
        said = [
            re.sub(r"^(?:本地区?|各地|本单位)|等(?:材料|资料|相关材料)?$|(?:一并|及时|书面)$", "", one)
            for one in re.split("、|以及|及|和", match[1])
        ]
        said = [one for one in said if one]
        if said and any(re.search("总结|方案|材料|图片|照片|情况|表|信息", one) for one in said):
            return tuple(dict.fromkeys(said))
    return ()


def _office(text: str) -> str:
    return re.sub(r"(?:邮箱|汇总|备案|电子邮箱).*$", "", text).strip()


def _is_office(text: str) -> bool:
    return bool(re.search("[局科室中心办处股委会部厅队]$", text))
