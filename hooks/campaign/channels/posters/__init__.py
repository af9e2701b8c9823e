"""Posters: from a campaign to print-ready PDFs, each proved to scan."""

from typing import TYPE_CHECKING

from campaign.core.deferred import exports

if TYPE_CHECKING:
    from campaign.channels.posters.job import Imprint, PosterFile, PosterJob
    from campaign.channels.posters.making import ProofError, make
    from campaign.channels.posters.planning import plan
    from campaign.channels.posters.rendering import downloads, key, render

__all__ = [
    "Imprint",
    "PosterFile",
    "PosterJob",
    "ProofError",
    "downloads",
    "key",
    "make",
    "plan",
    "render",
]
__getattr__ = exports(
    __name__,
    {
        "Imprint": "job",
        "PosterFile": "job",
        "PosterJob": "job",
        "ProofError": "making",
        "downloads": "rendering",
        "key": "rendering",
        "make": "making",
        "plan": "planning",
        "render": "rendering",
    },
)
