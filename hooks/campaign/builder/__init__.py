"""One build of the site, whoever hosts it: read once, a language in each process, verified and published together."""

from campaign.builder.airing import UnbuiltError, air, settle
from campaign.builder.beforehand import mentioned, unfit
from campaign.builder.build import SiteBuild
from campaign.builder.handwritten import SourceFile, page_path, written_paths
from campaign.builder.host import THEME, Project
from campaign.builder.job import Job, cache_folder, first_job, moment, today, with_written
from campaign.builder.making import made, measured, rehearse
from campaign.builder.planning import planned
from campaign.builder.state import BuildAbortedError, BuildFailedError, State

__all__ = [
    "THEME",
    "BuildAbortedError",
    "BuildFailedError",
    "Job",
    "Project",
    "SiteBuild",
    "SourceFile",
    "State",
    "UnbuiltError",
    "air",
    "cache_folder",
    "first_job",
    "made",
    "measured",
    "mentioned",
    "moment",
    "page_path",
    "planned",
    "rehearse",
    "settle",
    "today",
    "unfit",
    "with_written",
    "written_paths",
]
