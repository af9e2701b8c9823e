"""Publishing: a released site brought to where people see it, proved there, shown at once, and taken back."""

from campaign.publish.compressing import with_copies
from campaign.publish.differences import Difference, difference, told
from campaign.publish.log import FOUND, PUBLISHED, ROLLED_BACK, Line, append, last, last_policy
from campaign.publish.manifest import Entry, Manifest, of_site
from campaign.publish.refusal import UNCHANGED, RefusedError
from campaign.publish.run import Plan, plan, plan_rollback, publish, rollback, whole
from campaign.publish.source import SITE, Present, ready
from campaign.publish.target import KEPT, Target, TargetError, called, next_name
from campaign.publish.targets import COMPRESSED, chosen, made

__all__ = [
    "COMPRESSED",
    "FOUND",
    "KEPT",
    "PUBLISHED",
    "ROLLED_BACK",
    "SITE",
    "UNCHANGED",
    "Difference",
    "Entry",
    "Line",
    "Manifest",
    "Plan",
    "Present",
    "RefusedError",
    "Target",
    "TargetError",
    "append",
    "called",
    "chosen",
    "difference",
    "last",
    "last_policy",
    "made",
    "next_name",
    "of_site",
    "plan",
    "plan_rollback",
    "publish",
    "ready",
    "rollback",
    "told",
    "whole",
    "with_copies",
]
