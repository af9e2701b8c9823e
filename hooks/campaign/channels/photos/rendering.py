"""All photos of a campaign: made in parallel or taken from the cache."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from campaign.channels import Output
from campaign.channels.photos.job import PhotoJob
from campaign.channels.photos.making import make
from campaign.core.artifact import Download, Source
from campaign.workshop.making import Bench, Craft
from campaign.workshop.pictures.opening import content_of


def render(jobs: Sequence[PhotoJob], bench: Bench) -> Output:
    """Every event's photo: the sizes pages may show, and their files; CacheError where they can't be kept."""
    made = CRAFT.made(jobs, bench)
    return Output(
        listed=tuple(photo for job in jobs for photo in job.photos),
        files=tuple(file for job, files in zip(jobs, made, strict=True) for file in _downloads(job, files)),
    )


def _downloads(job: PhotoJob, made: Mapping[str, bytes]) -> Iterator[Download]:
    for photo in job.photos:
        for size, content in zip(photo.sizes, made.values(), strict=True):
            yield Download(path=size.path, content=content, source=Source(kind="event", id=photo.event))


CRAFT = Craft(make=make, parts=lambda job: (content_of(job.file),))
"""How a photo is made and kept: by what is in its file, whatever it is called."""
