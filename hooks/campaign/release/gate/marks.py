"""Marks: the words that nobody leaves in a text that is finished, in Chinese and in English."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from campaign.release.gate.hosts import placeholder_hosts

END = r"(?=$|[）)】\]，。；、：,;:\s])"
OPEN_DATES = "日档展工学时周排假"
"""What makes a time of 期: in 日期待定 it is open, in 期待定期检查 something is looked forward to."""
UNSAID = r"(?=[省市州县区乡镇村路街号局年月日]|公司|企业|学校|社区|单位|广场|先生|女士)"
CHINESE = "|".join(
    (
        r"(?<![展演显提表])示例(?!外)|样例",
        rf"(?<![有接招等])(?<!(?<![{OPEN_DATES}])期)待定(?![于点制期位论性做])|(?<=等)待定{END}",
        rf"(?<![有亟])待(?:补|补充|译|翻译|填|填写|确认|核实|更新|公布|通知|完善){END}",
        r"[此在]处填写?|占位(?:文字|符|图)",
        r"测试(?:数据|文字|文本|标题)|^测试内容$",
        rf"(?:某某|[×○〇□]{{2,}}){UNSAID}",
        rf"(?<![A-Za-z])[Xx]{{2,}}{UNSAID}",
    )
)
ENGLISH = "|".join(
    (
        r"\bSAMPLE\b|\bSample\b",
        r"(?i:\bsample (?:data|text|only)\b)",
        r"(?i:\b(?:TODO|TBD|TBC|FIXME|XXX+)\b)",
        r"(?i:lorem ipsum|dolor sit amet|\bplaceholder\b|\byour (?:text|name) here\b)",
        r"(?i:\bto be (?:confirmed|announced|decided|determined|translated|written)\b)",
    )
)
MARK = re.compile(f"{CHINESE}|(?a:{ENGLISH})")
"""English by ASCII's word limits: beside Chinese, `时间TBD另行通知`, a word is one all the same."""
NOTHING = re.compile(r"[.…。·\-—_\s]+")
"""A text that says nothing."""
NAMES = frozenset({"sample", "example", "placeholder", "todo", "dummy", "untitled"})
"""Parts of a file's name or an id: both are seen, in addresses, on sticks and in packs."""
FILE = re.compile(r"[^\s:]+\.(?:png|jpe?g|webp|gif|svg|mp4|pdf)", re.IGNORECASE)


def marks(text: str, kept: Collection[str] = ()) -> list[str]:
    """What in a text shows that it is a sample or not finished, each once, in order; of one that says nothing all.

    kept: wordings that stay as they were typed. A mark within one of them is none; one that is all there is of it is.
    """
    if NOTHING.fullmatch(text):
        return [text.strip()]
    found = sorted([*MARK.finditer(text), *placeholder_hosts(text)], key=lambda one: one.start())
    return list(dict.fromkeys(one[0] for one in found if not is_kept(text, one.span(), kept)))


def is_kept(text: str, span: tuple[int, int], kept: Collection[str]) -> bool:
    """True where a mark stands within a longer wording that stays as it was typed."""
    start, end = span
    return any(
        at <= start and end <= at + len(wording)
        for wording in kept
        if len(wording) > end - start
        for at in _places(text, wording)
    )


def _places(text: str, wording: str) -> Iterator[int]:
    at = text.find(wording)
    while at >= 0:
        yield at
        at = text.find(wording, at + 1)


def marked_name(name: str) -> bool:
    """True for an id or the name of a file that says it is a sample: `images/sample-01.jpg`."""
    return not NAMES.isdisjoint(re.split(r"[^a-z]+", name.lower())) or bool(MARK.search(name))
