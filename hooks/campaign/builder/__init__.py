"""One build of the site, whoever hosts it: read once, a language in each process, verified and published together."""

from campaign.builder.build import BuildAbortedError, BuildFailedError, SiteBuild, State
from campaign.builder.handwritten import SourceFile
from campaign.builder.host import Project
from campaign.builder.job import (
    Job,
    cache_folder,
    first_job,
    moment,
    page_path,
    planned_displays,
    today,
    with_written,
    written_pages,
)

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
    "moment",
    "page_path",
    "planned_displays",
    "today",
    "with_written",
    "written_pages",
]
