"""Which picture a record is known by: what there is to choose from, and what each kind has where none is named."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from campaign.core.problems import Message
from campaign.kinds.fields import choice

if TYPE_CHECKING:
    from campaign.kinds.brief import Brief
    from campaign.kinds.campaign import Campaign

SUBJECTS: Mapping[str, Message] = MappingProxyType(
    {
        "learning": Message("书和太阳", "a book under the sun"),
        "growth": Message("结果的树", "a tree in fruit"),
        "plan": Message("计划书", "a plan, ticked off"),
        "journey": Message("扬帆的船", "a boat under sail"),
        "scales": Message("天平", "scales on a book"),
        "community": Message("社区", "homes"),
        "enterprise": Message("工厂", "a factory"),
        "school": Message("书包", "a school bag"),
        "government": Message("办公楼", "a public office"),
        "internet": Message("手机", "a phone on air"),
        "market": Message("货摊", "a market stall"),
        "gears": Message("齿轮", "gears"),
        "rosette": Message("优质标志", "a rosette for quality"),
        "basket": Message("一篮特产", "a basket of local produce"),
        "advice": Message("一问一答", "question and answer"),
        "trade-mark": Message("商标", "a tag with a trade mark"),
        "patent": Message("专利", "a light bulb"),
        "copyright": Message("版权", "a brush and its C"),
        "geographical-indication": Message("地理标志", "a place and its grain"),
        "trade-secret": Message("商业秘密", "a padlock"),
        "checking": Message("查看商标", "checking a mark at a stall"),
        "class": Message("上课", "a class"),
        "counter": Message("窗口咨询", "asking at a counter"),
        "workshop": Message("车间", "a workshop"),
        "painted-pot": Message("彩陶罐", "a painted pot"),
        "peony": Message("牡丹", "a peony"),
        "carved-brick": Message("砖雕", "a carved brick"),
        "lamb": Message("羊羔", "a lamb"),
        "potato": Message("土豆", "a potato plant"),
        "knife-making": Message("打刀", "knife-making"),
        "embroidery": Message("刺绣", "embroidery"),
    }
)
"""Every picture that can be named, and what it shows; `workshop.art.vignettes` draws each."""

DEFAULTS: Mapping[str, str] = MappingProxyType(
    {
        "priority": "learning",
        "activity": "class",
        "place_kind": "community",
        "event": "checking",
        "exhibition": "market",
        "zone": "basket",
        "booth": "basket",
    }
)
"""By the kind of record, the picture of one that names none."""

Vignette = choice(tuple(SUBJECTS))
MOST_IN_SCENE = 4
"""The pictures that a landscape has room for."""
ABOUT = "配的小画，见 README · the picture it is known by, see README"


def pictured(campaign: Campaign, brief: Brief) -> str:
    """The picture a record is told with: its own, else that of the first priority it serves; empty without either."""
    return brief.vignette or (vignette(campaign.priority(brief.serves[0])) if brief.serves else "")


def vignette(*records: Any) -> str:
    """The picture of the first record: its own, that of the next that names or pictures one, else its kind's."""
    for record in records:
        for name in (record.vignette, getattr(record, "pictogram", "")):
            if name in SUBJECTS:
                return str(name)
    return DEFAULTS[records[0].kind]
