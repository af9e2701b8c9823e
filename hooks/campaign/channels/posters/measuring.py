"""Measuring: whether a print's texts fit and can be set, without drawing, proving or keeping a sheet of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from campaign.channels.posters.job import PosterJob
from campaign.channels.posters.making import drawings, drawn
from campaign.workshop.art.whorl import RADIUS
from campaign.workshop.typeset import typeset

LOOKS = ("palette", "ink", "tiles", "figures", "sample", "serial", "title")
"""What of a print's data changes how it looks, and moves no text of an author's."""
PAPER = ("bleed", "slug")
"""Likewise of its sheet."""


def measure(job: PosterJob) -> dict[str, bytes]:
    """No file; MisfitError with every text that doesn't fit, MissingGlyphError for what can't be set."""
    data = {**drawn(job.data), "whorl-radius": RADIUS, "tiles": None, "collect": True}
    typeset(job.template, data, drawings=drawings(data))
    return {}


def layout(job: PosterJob) -> list[object]:
    """All that decides whether a print's texts fit: the same for its finishes, inks and tiles."""
    data = {key: value for key, value in job.data.items() if key not in LOOKS}
    sheet: Mapping[str, Any] = job.data["sheet"]
    return [job.template, {**data, "sheet": {key: value for key, value in sheet.items() if key not in PAPER}}]


def laid_out_apart(jobs: Sequence[PosterJob]) -> list[PosterJob]:
    """The first of the prints that are laid out alike."""
    found: dict[str, PosterJob] = {}
    for job in jobs:
        found.setdefault(repr(layout(job)), job)
    return list(found.values())
