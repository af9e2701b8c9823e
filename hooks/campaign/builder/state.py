"""What has become of a build."""

from __future__ import annotations

from enum import Enum


class BuildFailedError(Exception):
    """The build is over and the published site is as it was; the text is the last line to tell."""


class BuildAbortedError(Exception):
    """The same, with nothing left to tell."""


class State(Enum):
    """What has become of a build."""

    READING = "nothing is touched yet"
    STAGING = "the campaign is whole; the host makes its pages in a folder of their own"
    BROKEN = "a preview that shows its problems in place of every page"
    FINISHED = "published, shown by the preview, or given up"
