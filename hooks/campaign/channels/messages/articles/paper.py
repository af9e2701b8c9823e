"""Paper: the article as .docx for editors who take texts from Word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from campaign.say.script import written_in_han
from campaign.workshop.documents import Fonts, Heading, Paragraph, Picture, Table, article
from campaign.workshop.documents.values import Block

HEAD_MM, CODE_MM = 120, 36


def document(data: Mapping[str, Any], pictures: Mapping[str, bytes]) -> bytes:
    """The article's title, summary, text, events as a table, and its pictures at the head and at the end."""
    return article(
        title=data["title"],
        summary=data["summary"],
        blocks=list(_blocks(data, pictures)),
        author=data["sender"],
        language=data["language"],
        day=date.fromisoformat(data["day"]),
        fonts=Fonts(**data["fonts"]),
    )


def _blocks(data: Mapping[str, Any], pictures: Mapping[str, bytes]) -> Iterator[Block]:
    words, colon = data["words"], "：" if written_in_han(data["language"]) else ": "
    alts = {one["key"]: one["alt"] for one in data["pictures"]}
    yield Picture(content=pictures["hero"], width_mm=HEAD_MM, alt=alts["hero"])
    if data["sample"]:
        yield Paragraph(text=words["article_sample"])
    if data["lead"]:
        yield Paragraph(text=data["lead"], strong=True)
    if data["official"]:
        yield Paragraph(text=f"{words['article_official']}{colon}{data['official']}")
    for text, item in data["about"]:
        yield Paragraph(text=f"• {text}" if item else text)
    for label, value in data["facts"]:
        yield Paragraph(text=f"{label}{colon}{value}")
    yield from _events(data)
    if data["call"]:
        yield Heading(text=words["article_call"])
        yield Paragraph(text=data["call"])
    if data["phone"]:
        yield Paragraph(text=f"{words['article_ask']}{colon}{data['phone']}")
    if "code" in pictures:
        yield Picture(content=pictures["code"], width_mm=CODE_MM, alt=alts["code"], caption=words["article_scan"])
    yield Paragraph(text=data["sender"])
    yield Paragraph(text=data["dated"])


def _events(data: Mapping[str, Any]) -> Iterator[Block]:
    if data["events"]:
        words = data["words"]
        yield Heading(text=words["article_events"])
        columns = ((words["when"], 3.0), (words["column_what"], 5.0), (words["where"], 4.0))
        yield Table(columns=columns, rows=tuple(map(tuple, data["table"])))
