"""Frequently asked questions."""

from __future__ import annotations

from pydantic import Field

from campaign.kinds.fields import Line, Record, RichText, Spelled


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
