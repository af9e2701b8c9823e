"""Where problems with printed addresses stand: the reader knows the lines; without it the file alone is named."""

from __future__ import annotations

from dataclasses import dataclass

from campaign.core.places import ByName, Places
from campaign.core.problems import Message, Place, Problem
from campaign.kinds import file_of


@dataclass(frozen=True)
class Files(ByName):
    """Places by file; folder: the campaign's folder as problems show it."""

    def of_record(
        self, what: Message, kind: str, record_id: str, *, hint: Message | None = None, key: str = "id"
    ) -> Problem:
        """A problem of the file, or the folder, in which records of this kind stand."""
        return Problem(Place(f"{self.folder}/{file_of(kind)}"), what, hint=hint)


__all__ = ["Files", "Places"]
