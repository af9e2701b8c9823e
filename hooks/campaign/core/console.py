"""Speaking to a console in whatever encoding it has, without ever failing at it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from campaign.core.problems import CampaignDataError, Message, Problem, report


def say(text: str, stream: TextIO) -> None:
    """Write a line; what the console can't show is written as an escape."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    stream.flush()


def tell(error: CampaignDataError, stream: TextIO, *, output: Message | str = "site/") -> None:
    """Write the report of every problem, its carets measured in what the console will really show."""
    encoding = stream.encoding or "utf-8"
    stream.write(report(error.problems, output=output, encoding=encoding))
    stream.flush()


def mention(notes: Iterable[Problem], stream: TextIO) -> None:
    """Write what is no mistake but hardly meant: a line each, and what can be done; nothing fails of it."""
    for note in notes:
        say(f"提醒 note: {note.place}: {note.what}", stream)
        if note.hint:
            say(f"   提示 hint: {note.hint}", stream)
        for line in note.add:
            say(f"      | {line}", stream)
