"""Pictures: photos of events, looked into before anything is built, and made small and bare for the site."""

from campaign.pictures.making import publish
from campaign.pictures.opening import UnfitPictureError, inspect
from campaign.pictures.pixels import grey, indexed
from campaign.pictures.site import Rendition, downloads, renditions

__all__ = ["Rendition", "UnfitPictureError", "downloads", "grey", "indexed", "inspect", "publish", "renditions"]
