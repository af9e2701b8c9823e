"""Places: where what is found wrong after reading stands, whoever knows the lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from campaign.core.problems import Message, Place, Problem


class Places(Protocol):
    """Makes problems that point at a value or a record; `campaign.read` has one that knows the lines."""

    def problem(self, what: Message, file: str, *steps: str | int, hint: Message | None = None) -> Problem:
        """A problem at a value of a file: `problem(what, "campaign", "site_address")`."""

    def of_record(
        self, what: Message, kind: str, record_id: str, *, hint: Message | None = None, key: str = "id"
    ) -> Problem:
        """A problem at a key of a record, wherever it stands."""

    def of_county(self, folder: str, county: str) -> str:
        """The file of a folder that is a county's, whatever it is called: `outreach/yongjing`."""

    def in_braces(self, kind: str, record_id: str) -> bool:
        """True for a record that is written in braces, `- {id: ..., ...}`."""


@dataclass(frozen=True)
class ByName:
    """Places where nobody knows the lines: files and records by their names; folder: as problems show it."""

    folder: str = "campaign_data"

    def problem(self, what: Message, file: str, *steps: str | int, hint: Message | None = None) -> Problem:
        """A problem of the file as such."""
        return Problem(Place(f"{self.folder}/{file}.yml"), what, hint=hint)

    def of_record(
        self, what: Message, kind: str, record_id: str, *, hint: Message | None = None, key: str = "id"
    ) -> Problem:
        """A problem of the folder that names the record."""
        said = Message(f"{kind} {record_id}：{what.zh}", f"{kind} {record_id}: {what.en}")
        return Problem(Place(self.folder), said, hint=hint)

    def of_county(self, folder: str, county: str) -> str:
        """As it is called where nobody called it otherwise."""
        return f"{folder}/{county}"

    def in_braces(self, kind: str, record_id: str) -> bool:
        """Nobody knows."""
        return False
