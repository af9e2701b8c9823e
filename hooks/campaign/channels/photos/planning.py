"""Which photos the site shows, and in which sizes."""

from __future__ import annotations

from pathlib import Path

from campaign.channels import Commission
from campaign.channels.photos.job import Photo, PhotoJob
from campaign.workshop.pictures.making import sizes_of, turn_of, upright
from campaign.workshop.pictures.opening import content_of, opened
from campaign.workshop.pictures.rendition import Rendition

FOLDER = "images/"
"""Where photos stand from the site's root."""


def plan(commission: Commission) -> list[PhotoJob]:
    """Every file that an event shows, once; none is decoded for it. UnfitPictureError where one can't be read."""
    shown: dict[str, list[str]] = {}
    for event in commission.campaign.events:
        if event.image:
            shown.setdefault(event.image, []).append(event.id)
    return [_job(commission.folder / image, events) for image, events in shown.items()]


def _job(file: Path, events: list[str]) -> PhotoJob:
    with opened(content_of(file)) as image:
        sizes = sizes_of(*upright(image.size, turn_of(image)))
    return PhotoJob(file=file, photos=tuple(Photo(event=event, sizes=_renditions(event, sizes)) for event in events))


def _renditions(event: str, sizes: dict[int, tuple[int, int]]) -> tuple[Rendition, ...]:
    return tuple(Rendition(f"{FOLDER}{event}-{most}.jpg", *size) for most, size in sizes.items())
