"""Pictures: photos of events, looked into before anything is built, made small and bare; and posters made small."""

from campaign.pictures.making import publish
from campaign.pictures.opening import UnfitPictureError, inspect
from campaign.pictures.preview import PREVIEW_PX, preview
from campaign.pictures.site import Rendition, downloads, renditions

__all__ = ["PREVIEW_PX", "Rendition", "UnfitPictureError", "downloads", "inspect", "preview", "publish", "renditions"]
