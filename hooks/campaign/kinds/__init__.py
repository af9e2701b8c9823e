"""What the press speaks of: a campaign and its records, as frozen values."""

from campaign.kinds.campaign import FILES, KINDS, OUTREACH, REQUIRED, Campaign
from campaign.kinds.fields import Record, Surroundings

__all__ = ["FILES", "KINDS", "OUTREACH", "REQUIRED", "Campaign", "Record", "Surroundings"]
