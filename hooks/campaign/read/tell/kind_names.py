"""What each kind of record is called, and what to do where one is named that isn't there."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from campaign.core.problems import Message
from campaign.read.tell.models import home_of

KIND_NAMES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "priority": ("宣传重点", "priority"),
        "activity": ("活动", "activity"),
        "place_kind": ("场所类型", "kind of place"),
        "form": ("工作形式", "form of work"),
        "county": ("县（市）", "county"),
        "zone": ("展区", "zone"),
        "exhibitor_kind": ("参展单位类型", "kind of exhibitor"),
        "exhibitor": ("参展单位", "exhibitor"),
        "booth": ("展台", "booth"),
        "board": ("展板", "display board"),
        "feature": ("设施", "feature"),
        "contact": ("联系人", "contact"),
        "sheet": ("纸张尺寸", "sheet"),
        "poster_set": ("海报", "poster set"),
        "display": ("屏幕", "display"),
        "slogan": ("标语", "slogan"),
        "event": ("活动场次", "event"),
    }
)
"""What each kind of record is called, in Chinese and English."""
RECORD = ("记录", "record")
"""What a record is called whose kind isn't known."""


def missing_record(kind: str, known: str = "") -> Message:
    """What to do about an id that stands nowhere and resembles none."""
    where = home_of(kind)
    keep = "（活动不要删，写 status: cancelled）" if kind == "event" else ""
    there = f"。现有的：{known}" if known else ""
    zh = f"在 {where} 里没有这个编号：误删了就补回来{keep}；不要了就删去这一行；打错了就改正{there}"
    kept = " (an event is cancelled with status: cancelled, not deleted)" if kind == "event" else ""
    en = f"put it back in {where} if it was deleted by mistake{kept}; else delete this line, or correct the id"
    return Message(zh, en)
