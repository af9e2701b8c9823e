"""What the press speaks of: a campaign and its records, as frozen values."""

from campaign.model.campaign import FILES, KINDS, OUTREACH, REQUIRED, Campaign
from campaign.model.fields import Record, Surroundings

__all__ = ["FILES", "KINDS", "OUTREACH", "REQUIRED", "Campaign", "Record", "Surroundings"]
