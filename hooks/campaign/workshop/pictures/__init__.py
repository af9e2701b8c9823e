"""Pictures: photos of events, looked into before anything is built, made small and bare; and posters made small."""

from typing import TYPE_CHECKING

from campaign.core.deferred import exports

if TYPE_CHECKING:
    from campaign.workshop.pictures.colours import in_colours
    from campaign.workshop.pictures.fitting import fitted
    from campaign.workshop.pictures.making import publish
    from campaign.workshop.pictures.opening import UnfitPictureError, inspect, tells_of_camera
    from campaign.workshop.pictures.pixels import grey, indexed
    from campaign.workshop.pictures.rendition import Rendition
    from campaign.workshop.pictures.thumbnail import PREVIEW_PX, preview

__all__ = [
    "PREVIEW_PX",
    "Rendition",
    "UnfitPictureError",
    "fitted",
    "grey",
    "in_colours",
    "indexed",
    "inspect",
    "preview",
    "publish",
    "tells_of_camera",
]
__getattr__ = exports(
    __name__,
    {
        "PREVIEW_PX": "thumbnail",
        "Rendition": "rendition",
        "UnfitPictureError": "opening",
        "fitted": "fitting",
        "grey": "pixels",
        "in_colours": "colours",
        "indexed": "pixels",
        "inspect": "opening",
        "preview": "thumbnail",
        "publish": "making",
        "tells_of_camera": "opening",
    },
)
