"""Printing: what one process makes for all languages, posters and screens, from the cache where nothing changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from campaign import posters, screens
from campaign.cache import Cache, Progress
from campaign.press import Job

IDLE_S = 14 * 24 * 3600
"""How long what nobody asked for stays in a cache: two weeks."""
Tell = Callable[[str], None]


def printed(job: Job, cache_folder: Path, tell: Tell = lambda _: None) -> Job:
    """The job with every poster, frame and film made and proved, from the cache where nothing they need has changed.

    tell: takes a line of progress. Raises CampaignDataError, artifact.UnprovedError or cache.CacheError.
    """
    kept = Cache(cache_folder / "posters"), Cache(cache_folder / "screens")
    prints = posters.render(
        job.sheets,
        cache=kept[0],
        locate=job.places.of_record if job.places else None,
        progress=_progress("海报 posters", tell),
    )
    shown = screens.render(
        job.displays,
        cache=kept[1],
        locate=job.locate,
        progress=_progress("电子屏 screens", tell),
        priorities=[one.id for one in job.campaign.priorities.priorities],
    )
    for cache in kept:
        cache.prune((), idle_s=IDLE_S)
    reports = tuple(screen.report for screen in shown)
    return replace(job, prints=tuple(prints), reports=reports, files=tuple(screens.downloads(shown)))


def _progress(what: str, tell: Tell) -> Callable[[Progress], None]:
    """A line at the start where there is work to do, then one at each tenth of it."""
    told = set[tuple[int, int]]()

    def report(progress: Progress) -> None:
        work = progress.total - progress.kept
        tenth = 10 * (progress.done - progress.kept) // work if work else 0
        if work and (progress.total, tenth) not in told:
            told.add((progress.total, tenth))
            tell(f"{what}: {progress.done}/{progress.total}")

    return report
