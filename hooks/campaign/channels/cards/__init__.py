"""Cards: the pictures people share and keep: a share card for each page, the programme to save."""

from typing import TYPE_CHECKING

from campaign.core.deferred import exports

if TYPE_CHECKING:
    from campaign.channels.cards.job import PictureFile, PictureJob
    from campaign.channels.cards.planning import plan
    from campaign.channels.cards.rendering import downloads, key, render
    from campaign.channels.cards.timetable import programme

__all__ = ["PictureFile", "PictureJob", "downloads", "key", "plan", "programme", "render"]
__getattr__ = exports(
    __name__,
    {
        "PictureFile": "job",
        "PictureJob": "job",
        "downloads": "rendering",
        "key": "rendering",
        "plan": "planning",
        "programme": "timetable",
        "render": "rendering",
    },
)
