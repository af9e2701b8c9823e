"""Printing: what one process makes for all languages: posters, screens, and the pictures people share and keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from campaign.builder.job import Job, cache_folder
from campaign.builder.keepsakes import kept
from campaign.builder.progress import Tell, tenths
from campaign.channels import posters, screens
from campaign.workshop import pictures
from campaign.workshop.cache import IDLE_S, Cache

if TYPE_CHECKING:
    from campaign.channels.posters import PosterFile
    from campaign.channels.screens import Screen


def made(job: Job, *, docs: Path, tell: Tell = lambda _: None) -> Job:
    """The job with all that the languages share made and proved, from the cache where nothing has changed.

    docs: the folder with a folder of hand-written pages for each language; tell: takes a line of progress. Raises
    CampaignDataError or OutputError.
    """
    folder = cache_folder(job.folder)
    return kept(_printed(job, folder, tell), folder, docs, tell)


def _printed(job: Job, cache_folder: Path, tell: Tell) -> Job:
    """With every poster, frame, film and photo."""
    prints = _posters(job, Cache(cache_folder / "posters"), tell) if job.sheets else ()
    shown = _screens(job, Cache(cache_folder / "screens"), tell) if job.displays else ()
    photos = pictures.downloads(job.campaign, job.folder, Cache(cache_folder / "photos"))
    files = (*(screens.downloads(shown) if shown else ()), *photos)
    return replace(job, prints=tuple(prints), reports=tuple(screen.report for screen in shown), files=files)


def _posters(job: Job, cache: Cache, tell: Tell) -> Sequence[PosterFile]:
    locate = job.places.of_record if job.places else None
    made = posters.render(job.sheets, cache=cache, locate=locate, progress=tenths("海报 posters", tell))
    cache.prune((), idle_s=IDLE_S)
    return made


def _screens(job: Job, cache: Cache, tell: Tell) -> Sequence[Screen]:
    made = screens.render(
        job.displays,
        cache=cache,
        locate=job.locate,
        progress=tenths("电子屏 screens", tell),
        priorities=[one.id for one in job.campaign.priorities.priorities],
    )
    cache.prune((), idle_s=IDLE_S)
    return made
