"""Every event's picture on the site: the files, and what the pages are told of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from campaign.core.artifact import Download, Source
from campaign.kinds import Campaign
from campaign.workshop.pictures.making import published, sizes_of, turn_of, upright
from campaign.workshop.pictures.opening import content_of, opened

FOLDER = "images/"
"""Where pictures stand from the site's root."""
RECIPE = "event picture 1"
"""Changes when the same file is to be made differently."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One size of a picture: its path from the site's root, its width and height in pixels."""

    path: str
    width: int
    height: int


class Keep(Protocol):
    """Where finished pictures are kept between builds: workshop.cache.Cache."""

    def get(self, key: str) -> dict[str, bytes] | None:
        """What is kept under a key."""

    def put(self, key: str, files: Mapping[str, bytes]) -> None:
        """Keep files under a key."""


def renditions(campaign: Campaign, folder: Path) -> dict[str, tuple[Rendition, ...]]:
    """What `downloads` puts on the site, by the event's id, smallest first; no picture is decoded for it."""
    found: dict[str, tuple[Rendition, ...]] = {}
    known: dict[str, dict[int, tuple[int, int]]] = {}
    for event in campaign.events:
        if event.image:
            if event.image not in known:
                with opened(content_of(folder / event.image)) as image:
                    known[event.image] = sizes_of(*upright(image.size, turn_of(image)))
            sizes = known[event.image].items()
            found[event.id] = tuple(Rendition(_path(event.id, f"{most}.jpg"), *size) for most, size in sizes)
    return found


def downloads(campaign: Campaign, folder: Path, keep: Keep | None = None) -> Iterator[Download]:
    """Every event's picture in its sizes, `images/<event id>-480.jpg`; folder: the campaign's, where the files are.

    keep: where finished ones are kept by the file they were made from.
    """
    made: dict[str, dict[str, bytes]] = {}
    for event in campaign.events:
        if event.image:
            if event.image not in made:
                made[event.image] = _kept(content_of(folder / event.image), keep)
            for name, content in made[event.image].items():
                yield Download(path=_path(event.id, name), content=content, source=Source(kind="event", id=event.id))


def _path(event_id: str, name: str) -> str:
    return f"{FOLDER}{event_id}-{name}"


def _kept(content: bytes, keep: Keep | None) -> dict[str, bytes]:
    import PIL

    if keep is None:
        return published(content)
    key = hashlib.sha256(f"{RECIPE} {PIL.__version__}\n".encode() + content).hexdigest()
    files = keep.get(key)
    if files is None:
        files = published(content)
        keep.put(key, files)
    return files
