"""Measuring: whether a frame's texts fit and can be shown, without drawing it at its pixels or reading it back."""

from __future__ import annotations

from campaign.channels.screens.frames import check_glyphs, set_frame
from campaign.channels.screens.job import FrameJob
from campaign.workshop.faults import UnmakeableError

COARSE_PPI = 2.0
"""A frame is laid out in points, so that its texts fit alike at any fineness."""


def measure_frame(job: FrameJob) -> dict[str, bytes]:
    """No file of a frame that is set from texts; raises what `make_frame` does for those that authors must mend.

    A strip has room for any text: what is too long for it moves.
    """
    try:
        check_glyphs(job)
        if "pieces" not in job.data:
            set_frame(job, ppi=COARSE_PPI)
    except UnmakeableError:
        if not job.spare:
            raise
    return {}
