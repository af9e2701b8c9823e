"""The campaign folder on disk: read whole, or every problem in it told at once."""

from campaign.read.places import Places
from campaign.read.reader import Reading, read_campaign, read_folder

__all__ = ["Places", "Reading", "read_campaign", "read_folder"]
