"""The campaign folder on disk: read whole, or every problem in it told at once."""

from campaign.read.reader import read_campaign

__all__ = ["read_campaign"]
