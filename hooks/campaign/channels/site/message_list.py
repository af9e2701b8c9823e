"""What pages need to know of the week's messages; the messages' room makes them, and tells their fields there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from campaign.core.problems import Message as Said


class Enclosed(Protocol):
    """A file that goes with a message."""

    @property
    def path(self) -> str:
        """From the site's root."""

    @property
    def role(self) -> str:
        """What it is for: `article`, `cover`, `picture`, `film`, `document`."""

    @property
    def alt(self) -> str:
        """What a picture shows."""

    @property
    def size_bytes(self) -> int:
        """Its weight."""


class Message(Protocol):
    """A message as it is sent, in one language."""

    @property
    def id(self) -> str:
        """As the plan has it."""

    @property
    def at(self) -> datetime:
        """When it is sent, by the clocks of the campaign."""

    @property
    def channel(self) -> str:
        """One of `kinds.message.CHANNELS`."""

    @property
    def language(self) -> str:
        """Its language."""

    @property
    def county(self) -> str:
        """Its sender's county, empty for the office of the whole campaign."""

    @property
    def sender(self) -> str:
        """As it signs."""

    @property
    def subject(self) -> str:
        """What it is about."""

    @property
    def copied(self) -> Sequence[tuple[str, str]]:
        """What is to be copied, by `title`, `summary`, `text`, `link`."""

    @property
    def called(self) -> Said:
        """What people call its channel."""

    @property
    def counted(self) -> Said:
        """Its length."""

    @property
    def about(self) -> tuple[str, str]:
        """The kind of its subject, and the id of the record."""

    @property
    def facts(self) -> Mapping[str, Mapping[str, str]]:
        """What it tells of each of its subjects."""

    @property
    def enclosed(self) -> Sequence[Enclosed]:
        """Files that go with it."""

    @property
    def sample(self) -> bool:
        """True where it may not be sent as it is."""


class Sender(Protocol):
    """What one who sends messages is handed."""

    @property
    def county(self) -> str:
        """Its county, empty for the office of the whole campaign."""

    @property
    def pack(self) -> str:
        """The path of its ZIP from the site's root."""

    @property
    def calendar(self) -> str:
        """The path of its calendar from the site's root."""

    @property
    def size_bytes(self) -> int:
        """The ZIP's weight."""
