"""One build of the site, whoever hosts it: read once, a language in each process, verified and published together."""

from campaign.builder.hands import JOB, Hand, hand_in, inherited_job, leads
from campaign.builder.job import Job, cache_folder, first_job, moment, today, with_written
from campaign.builder.making import made
from campaign.builder.planning import commission, planned
from campaign.builder.running import LanguageFailedError, Press, UnfitSiteError, preview_stage
from campaign.builder.writing import finish_search, search_entry, write
from campaign.builder.written import page_path, written_paths

__all__ = [
    "JOB",
    "Hand",
    "Job",
    "LanguageFailedError",
    "Press",
    "UnfitSiteError",
    "cache_folder",
    "commission",
    "finish_search",
    "first_job",
    "hand_in",
    "inherited_job",
    "leads",
    "made",
    "moment",
    "page_path",
    "planned",
    "preview_stage",
    "search_entry",
    "today",
    "with_written",
    "write",
    "written_paths",
]
