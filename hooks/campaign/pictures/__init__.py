"""Pictures: photos of events, looked into before anything is built, and made small and bare for the site."""

from campaign.pictures.colours import in_colours
from campaign.pictures.making import publish
from campaign.pictures.opening import UnfitPictureError, inspect
from campaign.pictures.site import Rendition, downloads, renditions

__all__ = ["Rendition", "UnfitPictureError", "downloads", "in_colours", "inspect", "publish", "renditions"]
