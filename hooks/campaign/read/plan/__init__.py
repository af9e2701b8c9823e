"""Reading an office's own plan: from a document of Word, PDF or plain text to a draft of campaign_data/."""

from campaign.read.plan.drafting import drafted
from campaign.read.plan.facts import ORIGINAL, Doubt, Plan
from campaign.read.plan.finding import find_plan
from campaign.read.plan.text import UnreadablePlanError, paragraphs_of

__all__ = ["ORIGINAL", "Doubt", "Plan", "UnreadablePlanError", "drafted", "find_plan", "paragraphs_of"]
