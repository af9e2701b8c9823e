"""Making one photo small."""

from __future__ import annotations

from campaign.channels.photos.job import PhotoJob
from campaign.workshop.pictures.making import published
from campaign.workshop.pictures.opening import content_of


def make(job: PhotoJob) -> dict[str, bytes]:
    """The photo as the site shows it: upright JPEGs by name, `480.jpg` and, where it is wider, `960.jpg`."""
    return published(content_of(job.file))
