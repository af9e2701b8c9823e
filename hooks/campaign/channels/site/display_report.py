"""What pages need to know of a finished display; the screens' room makes it, and tells its fields there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, Protocol

from campaign.core.language import Localized
from campaign.kinds.display import Display


class Window(Protocol):
    """When an item is shown."""

    @property
    def rest(self) -> bool:
        """Only where nothing else may be shown."""

    @property
    def starts(self) -> date | None:
        """First day."""

    @property
    def ends(self) -> date | None:
        """Last day."""

    @property
    def weekdays(self) -> tuple[int, ...]:
        """0 is Monday; empty means every day."""

    @property
    def opens(self) -> time | None:
        """From this time of day."""

    @property
    def closes(self) -> time | None:
        """Until this time of day."""

    @property
    def since(self) -> datetime | None:
        """From this very moment: an urgent notice."""

    @property
    def until(self) -> datetime | None:
        """Until this very moment."""


class ScreenReport(Protocol):
    """A display as planned and made."""

    @property
    def display(self) -> Display:
        """The record."""

    @property
    def frames(self) -> Sequence[Any]:
        """Every frame."""

    @property
    def entries(self) -> Sequence[Any]:
        """The loop, item by item."""

    @property
    def loop_s(self) -> float:
        """Every item once, in seconds."""

    @property
    def day_s(self) -> float:
        """The longest loop of one day."""

    @property
    def priorities(self) -> Mapping[str, int]:
        """Items for each priority."""

    @property
    def films(self) -> Sequence[Any]:
        """What each sort of film asks of a player."""

    @property
    def notes(self) -> Sequence[Localized]:
        """What is told of films that most players can't play."""

    @property
    def size_bytes(self) -> int:
        """The pack's weight."""
