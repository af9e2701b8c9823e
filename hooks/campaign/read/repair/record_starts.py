"""The dash and the id that begin a record of a list: what to say, and the line to write, where they were lost."""

from __future__ import annotations

from campaign.core.problems import Message
from campaign.read.tell.samples import BLANK

NO_DASH = Message("清单的这一项前面少了“- ”", "the dash before this item of the list is missing")
NO_ID_LINE = Message("这一行上面少了一行“- id: 编号”，加上它", "the line `- id: ...` is missing above this")
SECOND_WITHOUT_DASH = Message(
    "“id”前面少了“- ”：从这里起是新的一条", "the dash before id is missing: a new record begins"
)
SECOND_WITHOUT_ID_LINE = Message(
    "这一行上面少了一行“- id: 编号”：从这里起是新的一条", "the line `- id: ...` is missing above this"
)
"""Likewise where the keys of a record go on as those of the next."""


def with_dash(indent: int, rest: str) -> str:
    """The first line of a record: its dash in a column, and what stands after it."""
    return f"{' ' * indent}- {rest}"


def id_line(indent: int) -> str:
    """The line to add, its id to be filled in."""
    return with_dash(indent, f"id: {BLANK}")
