"""Kinds: what the product speaks of, a module for each kind of record: what it is, where it stands, how it is told."""

from campaign.kinds.campaign import Campaign
from campaign.kinds.fields import Record, Surroundings
from campaign.kinds.kind import Kind, Page
from campaign.kinds.registry import addressed, file_of, files, kinds, pages, posters, printed_of, scheme

OUTREACH = "outreach"
"""The folder of one file per county."""
FILES = {one.name: one.model for one in files().values() if not one.folder}
"""The files of campaign_data/ by their name without .yml, and what each must hold."""
REQUIRED = frozenset(one.name for one in files().values() if one.required)
"""The files without which there is no campaign; an office leaves out what it has no use for."""

__all__ = [
    "FILES",
    "OUTREACH",
    "REQUIRED",
    "Campaign",
    "Kind",
    "Page",
    "Record",
    "Surroundings",
    "addressed",
    "file_of",
    "files",
    "kinds",
    "pages",
    "posters",
    "printed_of",
    "scheme",
]
