"""Posters: from a campaign to print-ready PDFs, each proved to scan."""

from typing import TYPE_CHECKING

from campaign.deferred import exports

if TYPE_CHECKING:
    from campaign.posters.job import Imprint, PosterFile, PosterJob
    from campaign.posters.making import ProofError, make
    from campaign.posters.planning import plan
    from campaign.posters.rendering import downloads, key, render

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
