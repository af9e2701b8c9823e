"""What is handed to a sender, as plain values; and what each file of it is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campaign.channels.messages.job import Composed

FOLDER = "staff/messages/"
"""Where parcels and calendars are, from the site's root."""
WHOLE_FOLDER = "all"
"""What the office of the whole campaign is called in names of files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One sender's parcel, as pages show it. county: empty for the office of the whole campaign; pack, calendar: paths
    from the site's root; size_bytes: of the pack; messages: how many it holds; sample: one of them is a sample."""

    county: str
    pack: str
    calendar: str
    size_bytes: int
    messages: int
    sample: bool


def stem(one: Composed) -> str:
    """What a message's files are called below its sender's folder, in ASCII and without an ending, by day and hour."""
    return f"{one.at:%Y-%m-%d}/{one.at:%H%M}-{one.channel}-{one.id}.{one.language}"


def saved(one: Composed) -> bytes:
    """A message as a text that Notepad and WPS open: UTF-8 with its mark, lines ended as on Windows."""
    return windows_text("\n\n".join(text for _, text in one.copied))


def windows_text(text: str) -> bytes:
    """A text as a file that any office program on Windows opens."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n").encode("utf-8-sig")


def enclosures(one: Composed) -> Iterator[tuple[str, str]]:
    """Each file that goes with a message: its path from the site's root, and what it is called in a parcel."""
    for file in one.enclosed:
        yield file.path, f"{stem(one)}/{file.path.rpartition('/')[2]}"
