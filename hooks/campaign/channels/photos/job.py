"""A photo to be made small, as a value; and what pages show of one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from campaign.workshop.pictures.rendition import Rendition


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """One event's photo in its sizes, smallest first."""

    event: str
    sizes: tuple[Rendition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoJob:
    """One file of the office's: where it is, and the photo of each event that shows it."""

    file: Path
    photos: tuple[Photo, ...]
