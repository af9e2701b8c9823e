"""What a sender's list and calendar say, as plain values: nothing else decides what they look like."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from campaign.workshop.documents.values import Fonts

COLUMNS = (
    ("sent", 7.5),
    ("day", 13.0),
    ("hour", 8.5),
    ("channel", 13.5),
    ("about", 42.0),
    ("length", 28.0),
    ("file", 46.0),
)
"""Each column of a list and its width in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A message in a list: its day and hour, `2024-04-20`, `08:00`; where, how long, what it says, and its file;
    summary: what a calendar calls it."""

    id: str
    language: str
    day: str
    clock: str
    channel: str
    subject: str
    length: str
    words: str
    file: str
    summary: str

    @property
    def cells(self) -> tuple[str, ...]:
        """What a list says of it, column by column; the box is empty."""
        return "", self.day, self.clock, self.channel, self.subject, self.length, self.file.rpartition("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """All that a sender's list and calendar say.

    campaign: its id; language: of its document; name: what it is called; title: of the list; heads: of its columns,
    each in two languages on two lines; sender: as it signs; day: the one the data speaks from; address: of the page
    with all messages, empty while the site has none; fonts: those that the document names.
    """

    campaign: str
    language: str
    name: str
    title: str
    heads: tuple[str, ...]
    sender: str
    day: date
    time_zone: str
    address: str
    fonts: Fonts
    entries: tuple[Entry, ...]
