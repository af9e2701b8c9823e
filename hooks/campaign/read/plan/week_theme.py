"""When a campaign is, and under which theme: what the plan says of itself, never what it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from campaign.read.plan.dates import DAYS, WHOLE_MONTH, Dated, dates, plain_digits
from campaign.read.plan.facts import Plan, sentences
from campaign.read.plan.outline import ACTIVITIES, THEME, WEEK, WEEK_AND_THEME, Outline, Section
from campaign.read.plan.text import Paragraph

MAIN = re.compile("集中|宣传[周月日]|活动[周月]|活动时间|活动为期|实施阶段|全面开展|组织开展|定于|开展.{0,20}活动")
ASIDE = re.compile("准备|筹备|动员|部署|总结|上报|报送|延续|预热|启动|检查|评比|征集")
CITED = re.compile("世界|国际|联合国|第[一二三四五六七八九十百0-9]+个")
HIGHER = re.compile("全国|国家|中央|全省|省级|我省")
OURS = re.compile("我[市县州区局盟旗]|本[市县州区次届]|全[市县州区]|今年宣传[周月]的?主题|活动主题")
LONGEST_THEME = 80
VAGUE = re.compile("即日起|月初|月底|月末|旬")
QUOTED = re.compile(r"[“\"「『]([^”\"」』]{4,60})[”\"」』]")
WORD = r"[^“”\"「」『』《》。；，:：]"
SAID = re.compile(
    r"(?:以|围绕)[“\"「『]([^”\"」』]{4,60})[”\"」』]为(?:活动|宣传|本次|今年的?)*主题|"
    rf"主题(?:口号)?(?:确定|统一)?(?:为|是|：|:)\s*[“\"「『《]?({WORD}{{2,50}}(?:，{WORD}{{2,30}})?)|"
    r"围绕(?:活动|宣传|本次|今年的?)*主题[“\"「『]([^”\"」』]{4,60})[”\"」』]"
)


def year_of(outline: Outline, more: Iterable[str]) -> int | None:
    """The year a plan is of: its title's, or that in which its own days are said; never that of its signature."""
    titles = [outline.title.text] if outline.title else []
    for text in [*titles, *more]:
        if found := re.search(r"(?<!\d)(20\d{2})(?![-—~～至\d])", plain_digits(text)):
            return int(found[1])
    section = outline.of(WEEK) or outline.of(WEEK_AND_THEME)
    said = [one for part in (section.paragraphs if section else []) for one in dates(part.text, year=None)]
    return next((one.starts.year for one in said if one.starts and one.dated), None)


def find_week(plan: Plan, outline: Outline, year: int | None) -> None:
    """The campaign's days; where several are said the likeliest, and all of them to be looked at."""
    section = outline.of(WEEK) or outline.of(WEEK_AND_THEME)
    if section:
        found = list(_said(section.paragraphs, year))
    else:
        found = [
            one
            for one in _said(_introduction(outline), year)
            if one.days.starts != one.days.ends or one.days.starts is None
        ]
        found = [one for one in found if MAIN.search(one.sentence) and not ASIDE.search(one.clause)]
    if not found:
        return
    best = max(found, key=lambda one: one.weight)
    if best.days.starts is None or best.days.ends is None:
        plan.doubt(
            "写了活动时间，没有写是哪一年", "the days are given, their year isn't", best.paragraph, best.sentence
        )
        return
    if best.days.starts == best.days.ends and VAGUE.search("".join(one.text for one in _around(section))):
        plan.doubt("活动时间不确切", "the days aren't exact", best.paragraph, best.sentence)
        return
    plan.week = (best.days.starts, best.days.ends)
    if len({(one.days.starts, one.days.ends) for one in found}) > 1:
        for one in found:
            plan.doubt("活动时间写了几个，请核对用的是哪一个", "several days are given", one.paragraph, one.sentence)
    elif best.days.kind == WHOLE_MONTH:
        plan.doubt("活动时间写的是整个月", "a whole month is given", best.paragraph, best.sentence)
    elif not section:
        plan.doubt("活动时间是从这一句里找到的", "the days were found in this sentence", best.paragraph, best.sentence)


def _around(section: Section | None) -> Sequence[Paragraph]:
    return section.paragraphs if section else ()


@dataclass(frozen=True, slots=True)
class Said:
    """A span of days, with the clause and sentence that say it."""

    days: Dated
    clause: str
    sentence: str
    paragraph: Paragraph

    @property
    def weight(self) -> int:
        """How likely it is the campaign's own."""
        main, aside = bool(MAIN.search(self.clause)), bool(ASIDE.search(self.clause))
        return 2 * main - 2 * aside + (self.days.starts != self.days.ends) + (self.days.kind == DAYS)


def _said(paragraphs: Iterable[Paragraph], year: int | None) -> Iterator[Said]:
    for paragraph, sentence in sentences(paragraphs):
        for clause in re.split("[，,]", sentence):
            yield from (
                Said(one, clause, sentence, paragraph)
                for one in dates(clause, year=year)
                if one.kind in (DAYS, WHOLE_MONTH)
            )


def _introduction(outline: Outline) -> list[Paragraph]:
    """What a plan says of itself before and between its activities."""
    plain = [one for part in outline.sections if part.role and part.role != ACTIVITIES for one in part.lead]
    leads = [one for part in outline.sections if part.role == ACTIVITIES for one in part.lead]
    return [*outline.preamble, *plain, *leads]


def find_theme(plan: Plan, outline: Outline) -> None:
    """The campaign's theme; of several the local one, and all of them to be looked at."""
    section = outline.of(THEME) or outline.of(WEEK_AND_THEME)
    found = list(_in_section(section.paragraphs, whole=section.role == THEME)) if section else []
    if not found:
        found = [
            one for one in _in_sentences(_everything(outline)) if not (CITED.search(one[1]) and "宣传" not in one[1])
        ]
    if not found:
        return
    ranked = sorted(found, key=lambda one: _rank(one[1]), reverse=True)
    theme, sentence, paragraph = ranked[0]
    if _rank(sentence) <= -4:
        plan.doubt("只写了世界日的主题，不一定是本次活动的", "only a world day's theme is given", paragraph, sentence)
        return
    plan.theme = theme
    if len({one[0] for one in found}) > 1:
        for _, said, at in found:
            plan.doubt("活动主题写了几个，请核对用的是哪一个", "several themes are given", at, said)
    elif not section:
        plan.doubt("活动主题是从这一句里找到的", "the theme was found in this sentence", paragraph, sentence)


def _rank(sentence: str) -> int:
    return 3 * bool(OURS.search(sentence)) - 2 * bool(HIGHER.search(sentence)) - 4 * bool(CITED.search(sentence))


def _in_section(paragraphs: Sequence[Paragraph], *, whole: bool) -> Iterator[tuple[str, str, Paragraph]]:
    """Themes of a section that is about one: what it quotes or names, else a line that says nothing else."""
    for one in paragraphs:
        text = one.text.strip()
        said = [next(filter(None, match)) for match in SAID.findall(text)]
        quoted = QUOTED.findall(text)
        bare = re.sub(r"^[“\"「『《]|[”\"」』》]?[。；]?$", "", text)
        label = re.match(r"[^“”：:。，]{2,20}(?:主题)?[：:]\s*", text)
        if said or (quoted and text.strip("。；") != f"“{quoted[0]}”" and len(quoted) == 1):
            for theme in said or quoted:
                yield theme.strip(), text, one
        elif whole and label:
            yield re.sub(r"^[“\"「『《]|[”\"」』》]?[。；]?$", "", text[label.end() :]), text, one
        elif whole and len(bare) <= LONGEST_THEME and not re.search("[。；]", bare):
            yield bare, text, one


def _in_sentences(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[str, str, Paragraph]]:
    for paragraph, sentence in sentences(paragraphs):
        for match in SAID.findall(sentence):
            theme = next(filter(None, match)).strip()
            if not re.match("突出|鲜明|明确|开展|活动|的", theme):
                yield theme, sentence, paragraph


def _everything(outline: Outline) -> list[Paragraph]:
    return [*outline.preamble, *(one for part in outline.sections for one in [part.heading, *part.paragraphs])]
