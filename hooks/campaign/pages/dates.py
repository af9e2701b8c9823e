"""Days and hours as the pages write them: as every other output does."""

from campaign.dates import Dates

__all__ = ["Dates"]
