"""All pictures of a campaign: made in parallel or taken from the cache, and every problem told at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from campaign.channels import Output
from campaign.channels.cards.job import PictureFile, PictureJob
from campaign.channels.cards.making import make
from campaign.core.artifact import Download
from campaign.core.places import Places
from campaign.core.problems import Message
from campaign.workshop.faults import UnmakeableError
from campaign.workshop.making import Bench, Complaint, Craft, lacking
from campaign.workshop.pictures.png import size_px
from campaign.workshop.typeset import MissingGlyphError, engine_version

DRAWN, FONT = Message("画不出来", "be drawn"), Message("分享图字体", "the font of the share pictures")


def render(jobs: Sequence[PictureJob], bench: Bench) -> Output:
    """Every picture of `plan`, finished, in its order: what pages say of each, and its file.

    Raises CampaignDataError with every character the font lacks, CacheError where the disk is full.
    """
    made = [files["png"] for files in CRAFT.made(jobs, bench)]
    pairs = list(zip(jobs, made, strict=True))
    return Output(
        listed=tuple(_listed(job, content) for job, content in pairs),
        files=tuple(Download(path=job.path, content=content, source=job.source) for job, content in pairs),
    )


def _listed(job: PictureJob, content: bytes) -> PictureFile:
    width_px, height_px = size_px(content)
    return PictureFile(
        path=job.path,
        language=job.language,
        page=job.page,
        alt=job.alt,
        title=job.title,
        kind=job.kind,
        about=job.about,
        width_px=width_px,
        height_px=height_px,
        size_bytes=len(content),
        source=job.source,
    )


def _complaints(job: PictureJob, error: UnmakeableError, places: Places) -> Iterator[Complaint]:
    """The characters the font lacks, once for each record."""
    kind, record_id = job.source.kind, job.source.id
    if isinstance(error, MissingGlyphError):
        what = lacking(error.text, cannot=DRAWN, font=FONT, where=Message(f"：{job.path}", f": {job.path}"))
        yield Complaint(about=(kind, record_id, error.text), problem=places.of_record(what, kind, record_id))


CRAFT = Craft(
    make=make,
    parts=lambda job: (job.template, dict(job.data), job.colours),
    templates=lambda job: (job.template,),
    engines=(engine_version,),
    complaints=_complaints,
)
"""How a picture is made and kept."""
