"""What to do where a record is named that isn't there; what languages are called."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from campaign.core.problems import Message
from campaign.kinds import file_of, kinds


def gone(kind: str, known: str = "") -> Message:
    """What to do about an id that stands nowhere and resembles none."""
    where, kept = file_of(kind), "status" in kinds()[kind].model.model_fields
    keep = "（活动不要删，写 status: cancelled）" if kept else ""
    there = f"。现有的：{known}" if known else ""
    zh = f"在 {where} 里没有这个编号：误删了就补回来{keep}；不要了就删去这一行；打错了就改正{there}"
    keep = " (an event is cancelled with status: cancelled, not deleted)" if kept else ""
    en = f"put it back in {where} if it was deleted by mistake{keep}; else delete this line, or correct the id"
    return Message(zh, en)


LANGUAGES: Mapping[str, str] = MappingProxyType({"zh": "中文", "en": "英文"})
