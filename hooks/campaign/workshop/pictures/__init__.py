"""Pictures: photos of events, looked into before anything is built, made small and bare; and posters made small."""

from typing import TYPE_CHECKING

from campaign.core.deferred import exports

if TYPE_CHECKING:
    from campaign.workshop.pictures.baring import bare, notes
    from campaign.workshop.pictures.colours import in_colours
    from campaign.workshop.pictures.fitting import fitted
    from campaign.workshop.pictures.making import publish
    from campaign.workshop.pictures.opening import UnfitPictureError, inspect
    from campaign.workshop.pictures.pixels import grey, indexed, laid_over, painted
    from campaign.workshop.pictures.rendition import Rendition
    from campaign.workshop.pictures.thumbnail import PREVIEW_PX, preview

__all__ = [
    "PREVIEW_PX",
    "Rendition",
    "UnfitPictureError",
    "bare",
    "fitted",
    "grey",
    "in_colours",
    "indexed",
    "inspect",
    "laid_over",
    "notes",
    "painted",
    "preview",
    "publish",
]
__getattr__ = exports(
    __name__,
    {
        "PREVIEW_PX": "thumbnail",
        "Rendition": "rendition",
        "UnfitPictureError": "opening",
        "bare": "baring",
        "fitted": "fitting",
        "grey": "pixels",
        "in_colours": "colours",
        "indexed": "pixels",
        "inspect": "opening",
        "laid_over": "pixels",
        "notes": "baring",
        "painted": "pixels",
        "preview": "thumbnail",
        "publish": "making",
    },
)
