"""Publishing: a released site brought to where people see it, proved there, shown at once, and taken back."""

from campaign.publish.folder import FolderTarget
from campaign.publish.manifest import Entry, Manifest, of_site
from campaign.publish.target import KEPT, Target, TargetError, next_name

__all__ = [
    "KEPT",
    "Entry",
    "FolderTarget",
    "Manifest",
    "Target",
    "TargetError",
    "next_name",
    "of_site",
]
