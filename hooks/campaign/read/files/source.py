"""One file's text by lines, as its author sees it, and the making of problems that point into it."""

from __future__ import annotations

from dataclasses import dataclass

from campaign.core.problems import Message, Place, Problem


@dataclass(frozen=True)
class Source:
    """path: as the author sees it; lines: without their line breaks."""

    path: str
    lines: tuple[str, ...]

    def line(self, number: int) -> str:
        """The line of this number, from 0; empty past the end."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def problem(
        self,
        what: Message,
        *,
        line: int,
        column: int = 0,
        width: int = 1,
        fix: str = "",
        hint: Message | None = None,
    ) -> Problem:
        """A problem at a line and column that count from 0."""
        place = Place(self.path, line + 1, column + 1)
        return Problem(place, what, self.line(line), max(1, width), fix, hint)

    def whole(self, what: Message, *, hint: Message | None = None) -> Problem:
        """A problem of the file as such."""
        return Problem(Place(self.path), what, hint=hint)
