"""Where problems with printed addresses stand: the reader knows the lines; without it the file alone is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from campaign.core.problems import Message, Place, Problem
from campaign.kinds import file_of


class Places(Protocol):
    """Makes problems that point at a value or a record; `campaign.read` has one that knows the lines."""

    def problem(self, what: Message, file: str, *steps: str | int, hint: Message | None = None) -> Problem:
        """A problem at a value of a file: `problem(what, "campaign", "site_address")`."""

    def of_record(self, what: Message, kind: str, record_id: str, *, hint: Message | None = None) -> Problem:
        """A problem at a record, wherever it stands."""


@dataclass(frozen=True)
class Files:
    """Places by file; folder: the campaign's folder as problems show it."""

    folder: str = "campaign_data"

    def problem(self, what: Message, file: str, *steps: str | int, hint: Message | None = None) -> Problem:
        """A problem of the file as such."""
        return Problem(Place(f"{self.folder}/{file}.yml"), what, hint=hint)

    def of_record(self, what: Message, kind: str, record_id: str, *, hint: Message | None = None) -> Problem:
        """A problem of the file, or the folder, in which records of this kind stand."""
        return Problem(Place(f"{self.folder}/{file_of(kind)}"), what, hint=hint)
