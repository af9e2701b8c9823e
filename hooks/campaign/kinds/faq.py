"""Frequently asked questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from campaign.kinds.fields import Line, Record, RichText, Spelled
from campaign.kinds.kind import DataFile, Menu, Page

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign


class FaqItem(Record):
    """A question people ask, and its answer."""

    ask: Line
    answer: RichText
    law: Line | None = Field(None, description="法律和条文 · the law and its article")
    page: Spelled | None = Field(None, description="docs/<语言>/learn/ 里的页面 · a page of docs/<language>/learn/")


class FaqFile(Record):
    """faq.yml: frequently asked questions."""

    name: Line
    lead: Line
    note: Line | None = Field(None, description="依据哪个时间的法律 · the law of what time it rests on")
    items: tuple[FaqItem, ...] = Field(min_length=1)


FILES = (DataFile(name="faq", place=15, model=FaqFile),)


def _file(campaign: Campaign) -> FaqFile:
    if campaign.faq is None:
        raise KeyError("no questions")
    return campaign.faq


PAGES = (
    Page(
        name="faq",
        scheme="paper",
        place=130,
        path="learn/faq/",
        title=lambda campaign: _file(campaign).name,
        there=lambda campaign: campaign.faq is not None,
        menu=Menu("learn", 2),
        task="learn",
        map_place=12,
    ),
)
