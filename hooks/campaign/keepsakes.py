"""The pictures people share and keep, made once by the build that leads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from campaign import permalinks
from campaign.artifact import Download
from campaign.cache import Cache
from campaign.press import Job


def symbols(job: Job, cache_folder: Path) -> Iterator[Download]:
    """The picture of every printed address's symbol."""
    return permalinks.symbols(job.book, cache=Cache(cache_folder))
