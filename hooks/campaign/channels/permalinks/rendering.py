"""All symbols of a campaign as pictures: drawn in parallel or taken from the cache."""

from __future__ import annotations

from collections.abc import Sequence

from campaign.channels import Output
from campaign.channels.permalinks.job import Batch
from campaign.channels.permalinks.making import make
from campaign.core.artifact import Download
from campaign.workshop.making import Bench, Craft


def render(batches: Sequence[Batch], bench: Bench) -> Output:
    """The picture of every symbol as a file of the site; CacheError where it can't be kept."""
    made = CRAFT.made(batches, bench)
    files = (
        Download(path=one.path, content=pictures[one.payload], source=one.source)
        for batch, pictures in zip(batches, made, strict=True)
        for one in batch
    )
    return Output(files=tuple(files))


CRAFT = Craft(make=make, parts=lambda batch: ([[one.payload, one.module_px] for one in batch],))
"""How a batch of symbols is made and kept."""
