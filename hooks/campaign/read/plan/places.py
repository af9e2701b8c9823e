"""Where a plan takes its campaign: kinds of place, forms of work, counties; only those it lists."""

from __future__ import annotations

import re
from collections.abc import Iterable

from campaign.read.plan.text import Paragraph
from campaign.say import script

HAN = f"[{script.HAN}]"
ENTRIES = re.compile(rf"进{HAN}{{2,6}}(?:[、，]进{HAN}{{2,8}})+")
AFTER = re.compile(r"(?:等|宣传|系列|主题|活动|工作|普法|开展|广泛|深入|为|的).*$")
FORMS = re.compile(r"(?:采取|采用|通过|运用|以)([^，。；]{4,80}?)等(?:多种|各种)?(?:方式|形式)")
COUNTY = rf"{HAN}{{1,7}}?(?:自治县|县|市|区|旗|林区)"
COUNTIES = re.compile(rf"(?<!{HAN}){COUNTY}(?:、{COUNTY})+")
GENERAL = re.compile(
    "各|全|本|我|省|社区|园区|景区|校区|辖区|城区|小区|地区|街区|商区|超市|城市|门市|集市|夜市|上市|相关|有关|及|和|在|的"
)


def places(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """The longest list of the kind 进社区、进企业, each as it is printed."""
    found = [_entries(match[0]) for one in paragraphs for match in ENTRIES.finditer(one.text)]
    return max(found, key=len, default=())


def _entries(text: str) -> tuple[str, ...]:
    said = re.split("[、，]", text)
    said[-1] = "进" + AFTER.sub("", said[-1][1:])
    return tuple(dict.fromkeys(one for one in said if 2 < len(one) <= 7))


def forms(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """The first list of forms of work, each as it is printed; the sentence of the places comes first."""
    texts = sorted((one.text for one in paragraphs), key=lambda text: not ENTRIES.search(text))
    for text in texts:
        for match in FORMS.finditer(text):
            said = [one for one in re.split("[、和]|以及", match[1]) if one]
            if len(said) >= 2 and all(len(one) <= 8 for one in said):
                return tuple(dict.fromkeys(said))
    return ()


def counties(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """The longest list of counties and cities by name; `各县（市）` names none."""
    found = []
    for one in paragraphs:
        for match in COUNTIES.finditer(one.text):
            named = tuple(dict.fromkeys(match[0].split("、")))
            if not any(GENERAL.search(name[:-1] if len(name) > 2 else name) for name in named):
                found.append(named)
    return max(found, key=len, default=())
