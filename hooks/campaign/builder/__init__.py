"""One build of the site, whoever hosts it: read once, a language in each process, verified and published together."""

from campaign.builder.build import BuildAbortedError, BuildFailedError, SiteBuild, State
from campaign.builder.handwritten import SourceFile
from campaign.builder.host import Project
from campaign.builder.job import Job, cache_folder, first_job, moment, today, with_written
from campaign.builder.making import made
from campaign.builder.planning import commission, planned
from campaign.builder.written import page_path, written_paths

__all__ = [
    "BuildAbortedError",
    "BuildFailedError",
    "Job",
    "Project",
    "SiteBuild",
    "SourceFile",
    "State",
    "cache_folder",
    "commission",
    "first_job",
    "made",
    "moment",
    "page_path",
    "planned",
    "today",
    "with_written",
    "written_paths",
]
