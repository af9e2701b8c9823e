"""One build of the site, whoever hosts it: read once, a language in each process, verified and published together."""

from campaign.builder.build import BuildAbortedError, BuildFailedError, SiteBuild, State
from campaign.builder.handwritten import SourceFile, page_path, written_paths
from campaign.builder.host import Project
from campaign.builder.job import Job, cache_folder, first_job, moment, today, with_written
from campaign.builder.making import made, measured, rehearse
from campaign.builder.personal import personal_problems, unneeded_entries
from campaign.builder.planning import planned

__all__ = [
    "BuildAbortedError",
    "BuildFailedError",
    "Job",
    "Project",
    "SiteBuild",
    "SourceFile",
    "State",
    "cache_folder",
    "first_job",
    "made",
    "measured",
    "moment",
    "page_path",
    "personal_problems",
    "planned",
    "rehearse",
    "today",
    "unneeded_entries",
    "with_written",
    "written_paths",
]
