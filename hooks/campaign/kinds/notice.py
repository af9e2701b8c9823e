"""The urgent notice before all that displays show."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from pydantic import Field, ValidationInfo, field_validator

from campaign.core.language import Localized
from campaign.kinds.brief import Brief
from campaign.kinds.fields import Count, Line, Moment, Record, Sample, ref, refuse, require_order
from campaign.kinds.kind import DataFile, said
from campaign.kinds.slide import LEAST_SECONDS, MOST_SECONDS

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign


class NoticeFile(Record):
    """notice.yml: one urgent notice, on top of every playlist until its end; the command line writes and deletes it."""

    text: Line
    starts: Moment | None = None
    ends: Moment = Field(description="到几点自动撤下 · when it goes by itself")
    seconds: Count = 10
    displays: tuple[ref("display"), ...] = Field((), description="只放这些屏；不填就是全部 · empty means all")  # type: ignore[valid-type]
    sample: Sample = False

    @field_validator("ends")
    @classmethod
    def _after_start(cls, ends: datetime, info: ValidationInfo) -> datetime:
        require_order(ends, info)
        return ends

    @field_validator("seconds")
    @classmethod
    def _watchable(cls, seconds: int) -> int:
        if not LEAST_SECONDS <= seconds <= MOST_SECONDS:
            raise refuse("figure_range", least=str(LEAST_SECONDS), most=str(MOST_SECONDS))
        return seconds


FILES = (DataFile(name="notice", place=12, model=NoticeFile),)


def brief(campaign: Campaign, text: Localized, *, sample: bool = False) -> Brief:
    """A notice in these words: the urgent one, or one of a playlist."""
    return Brief(kind="notice", title=text, kicker=said(campaign, "notice"), sample=sample)
