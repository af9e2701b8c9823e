"""Printing: what one process makes for all languages, posters and screens, from the cache where nothing changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from campaign import pictures, posters, screens
from campaign.cache import Cache, Progress
from campaign.press.job import Job

if TYPE_CHECKING:
    from campaign.posters import PosterFile
    from campaign.screens import Screen

IDLE_S = 14 * 24 * 3600
"""How long what nobody asked for stays in a cache: two weeks."""
Tell = Callable[[str], None]


def printed(job: Job, cache_folder: Path, tell: Tell = lambda _: None) -> Job:
    """The job with every poster, frame, film and photo made and proved, from the cache where nothing has changed.

    tell: takes a line of progress. Raises CampaignDataError or OutputError.
    """
    prints = _posters(job, Cache(cache_folder / "posters"), tell) if job.sheets else ()
    shown = _screens(job, Cache(cache_folder / "screens"), tell) if job.displays else ()
    photos = pictures.downloads(job.campaign, job.folder, Cache(cache_folder / "photos"))
    files = (*(screens.downloads(shown) if shown else ()), *photos)
    return replace(job, prints=tuple(prints), reports=tuple(screen.report for screen in shown), files=files)


def _posters(job: Job, cache: Cache, tell: Tell) -> Sequence[PosterFile]:
    locate = job.places.of_record if job.places else None
    made = posters.render(job.sheets, cache=cache, locate=locate, progress=_progress("海报 posters", tell))
    cache.prune((), idle_s=IDLE_S)
    return made


def _screens(job: Job, cache: Cache, tell: Tell) -> Sequence[Screen]:
    made = screens.render(
        job.displays,
        cache=cache,
        locate=job.locate,
        progress=_progress("电子屏 screens", tell),
        priorities=[one.id for one in job.campaign.priorities.priorities],
    )
    cache.prune((), idle_s=IDLE_S)
    return made


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
