"""Making: what every channel planned is made once for all languages, from the cache where nothing has changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from campaign import channels
from campaign.builder.job import Job, cache_folder
from campaign.builder.planning import planned
from campaign.builder.progress import Tell, tenths
from campaign.builder.written import PlacesWithPages, written_pages
from campaign.channels import Output
from campaign.core.places import ByName, Places
from campaign.workshop.cache import IDLE_S, Cache
from campaign.workshop.making import Bench


def made(job: Job, *, docs: Path, tell: Tell = lambda _: None) -> Job:
    """The job with all that the languages share made and proved; planned first where nobody did.

    docs: the folder with a folder of hand-written pages for each language; tell: takes a line of progress. Raises
    CampaignDataError or OutputError.
    """
    pages = written_pages(docs, job.campaign.languages)
    places = PlacesWithPages(job.places or ByName(), pages)
    wanted = job.planned if job.planned is not None else planned(job.commission(pages.titles))
    outputs = {name: _made(name, jobs, places, cache_folder(job.folder) / name, tell) for name, jobs in wanted.items()}
    return replace(
        job,
        planned=wanted,
        listed={name: output.listed for name, output in outputs.items()},
        files=tuple(file for output in outputs.values() for file in output.files),
    )


def _made(name: str, jobs: tuple[Any, ...], places: Places, folder: Path, tell: Tell) -> Output:
    """One channel's output; what nobody asked for in weeks leaves its cache."""
    channel, cache = channels.found()[name], Cache(folder)
    output = channel.make(jobs, Bench(cache=cache, places=places, progress=tenths(channel.label, tell)))
    cache.prune((), idle_s=IDLE_S)
    return output
