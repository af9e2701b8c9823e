"""What each kind of record is called, and what to do where one is named that isn't there."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from campaign.core.problems import Message
from campaign.kinds import file_of, kinds

KIND_NAMES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {kind.name: (kind.called.zh, kind.called.en) for kind in kinds().values()}
)
"""What each kind of record is called, in Chinese and English."""
RECORD = ("记录", "record")
"""What a record is called whose kind isn't known."""


def missing_record(kind: str, known: str = "") -> Message:
    """What to do about an id that stands nowhere and resembles none."""
    where, kept = file_of(kind), "status" in kinds()[kind].model.model_fields
    keep = "（活动不要删，写 status: cancelled）" if kept else ""
    there = f"。现有的：{known}" if known else ""
    zh = f"在 {where} 里没有这个编号：误删了就补回来{keep}；不要了就删去这一行；打错了就改正{there}"
    keep = " (what is off is given status: cancelled, not deleted)" if kept else ""
    en = f"put it back in {where} if it was deleted by mistake{keep}; else delete this line, or correct the id"
    return Message(zh, en)
