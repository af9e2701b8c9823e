"""The opening of a film: the campaign's mark is drawn in a second, along its own lines, and stands for another."""

from __future__ import annotations

from dataclasses import replace

from campaign.workshop.art import whorl
from campaign.workshop.films.job import FilmJob, Scene
from campaign.workshop.pictures import indexed
from campaign.workshop.typeset import typeset

RADIUS = 0.36
"""The mark's radius as a share of the display's shorter side."""


def opened(job: FilmJob) -> FilmJob:
    """The film with its opening as its first scenes: the ground, which the drawn mark wipes away, and the mark."""
    if job.opening is None:
        return job
    rim_px = round(RADIUS * min(job.width_px, job.height_px) * whorl.SEAL.rim / whorl.RADIUS)
    scenes = [
        Scene(name=f"opening-{number}", seconds=seconds, png=_drawn(job, drawn=bool(number)), rim_px=rim)
        for number, (seconds, rim) in enumerate(zip(job.opening.seconds, (rim_px, 0), strict=True))
    ]
    return replace(job, opening=None, scenes=(*scenes, *job.scenes))


def _drawn(job: FilmJob, *, drawn: bool) -> bytes:
    ground, stroke, eye = job.opening.colours if job.opening else ("", "", "")
    radius = RADIUS * min(job.width_px, job.height_px)
    data = {"width": job.width_px, "height": job.height_px, "ground": ground, "radius": radius, "drawn": drawn}
    drawings = {"mark.svg": whorl.svg(whorl.SEAL, stroke=stroke, eye=eye)}
    (png,) = typeset("workshop/templates/mark.typ", data, drawings=drawings, form="png")
    return indexed(png)
