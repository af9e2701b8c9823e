"""Progress: what a person at the console is told of slow work."""

from __future__ import annotations

from collections.abc import Callable

from campaign.workshop.cache import Progress

Tell = Callable[[str], None]
"""Takes a line of progress."""


def tenths(what: str, tell: Tell) -> Callable[[Progress], None]:
    """A line at the start where there is work to do, then one at each tenth of it."""
    told = set[tuple[int, int]]()

    def report(progress: Progress) -> None:
        work = progress.total - progress.kept
        tenth = 10 * (progress.done - progress.kept) // work if work else 0
        if work and (progress.total, tenth) not in told:
            told.add((progress.total, tenth))
            tell(f"{what}: {progress.done}/{progress.total}")

    return report
