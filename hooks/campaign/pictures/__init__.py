"""Pictures: photos of events, looked into before anything is built, and made small and bare for the site."""

from typing import TYPE_CHECKING

from campaign.deferred import exports

if TYPE_CHECKING:
    from campaign.pictures.colours import in_colours
    from campaign.pictures.making import publish
    from campaign.pictures.opening import UnfitPictureError, inspect
    from campaign.pictures.site import Rendition, downloads, renditions

__all__ = ["Rendition", "UnfitPictureError", "downloads", "in_colours", "inspect", "publish", "renditions"]
__getattr__ = exports(
    __name__,
    {
        "Rendition": "site",
        "UnfitPictureError": "opening",
        "downloads": "site",
        "in_colours": "colours",
        "inspect": "opening",
        "publish": "making",
        "renditions": "site",
    },
)
