"""One build of the site, whoever hosts it: read once, a language in each process, verified and published together."""

from campaign.press.hands import JOB, Hand, hand_in, inherited_job, leads
from campaign.press.job import Job, first_job, page_path, photos, printed, today, with_written
from campaign.press.running import LanguageFailedError, Press, UnfitSiteError, preview_stage
from campaign.press.writing import finish_search, search_entry, write

__all__ = [
    "JOB",
    "Hand",
    "Job",
    "LanguageFailedError",
    "Press",
    "UnfitSiteError",
    "finish_search",
    "first_job",
    "hand_in",
    "inherited_job",
    "leads",
    "page_path",
    "photos",
    "preview_stage",
    "printed",
    "search_entry",
    "today",
    "with_written",
    "write",
]
