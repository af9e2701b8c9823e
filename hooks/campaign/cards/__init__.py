"""Cards: the pictures people share and keep: a share card for each page, the programme to save."""

from campaign.cards.job import PictureFile, PictureJob
from campaign.cards.planning import WRITTEN, plan
from campaign.cards.rendering import downloads, key, render

__all__ = ["WRITTEN", "PictureFile", "PictureJob", "downloads", "key", "plan", "render"]
