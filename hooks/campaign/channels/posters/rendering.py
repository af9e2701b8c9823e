"""All prints of a campaign: made in parallel or taken from the cache, and every problem told at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace

from campaign.channels import Output
from campaign.channels.posters.job import PosterFile, PosterJob
from campaign.channels.posters.making import make
from campaign.channels.posters.measuring import laid_out_apart, layout, measure
from campaign.core.artifact import Download, Source
from campaign.core.places import Places
from campaign.core.problems import Message
from campaign.workshop.faults import UnmakeableError
from campaign.workshop.making import Bench, Complaint, Craft, lacking, percent_over
from campaign.workshop.typeset import MisfitError, MissingGlyphError, engine_version


def render(jobs: Sequence[PosterJob], bench: Bench) -> Output:
    """Every print of `plan`, finished and proved, in its order: what the gallery says of each, and its files.

    Raises CampaignDataError with every text that doesn't fit or can't be set, UnprovedError where a final PDF doesn't
    read back, CacheError where the disk is full.
    """
    made = CRAFT.made(jobs, bench)
    return Output(
        listed=tuple(file for job, files in zip(jobs, made, strict=True) for file in _listed(job, files)),
        files=tuple(file for job, files in zip(jobs, made, strict=True) for file in _downloads(job, files)),
    )


def rehearse(jobs: Sequence[PosterJob], bench: Bench) -> None:
    """Measure every layout once: CampaignDataError with every text that doesn't fit or can't be set."""
    MEASURED.made(laid_out_apart(jobs), bench)


def _downloads(job: PosterJob, made: Mapping[str, bytes]) -> Iterator[Download]:
    """A print and its preview as files of the site."""
    for ending, content in made.items():
        yield Download(path=f"{job.path}.{ending}", content=content, source=job.source)


def _listed(job: PosterJob, made: Mapping[str, bytes]) -> Iterator[PosterFile]:
    """The gallery's entries of one print: the PDF, and the outlined SVG where it was asked for."""
    forms = [("pdf", job.form), *([("svg", "outlined")] if "svg" in made else [])]
    for ending, form in forms:
        yield PosterFile(
            path=f"{job.path}.{ending}",
            preview=f"{job.path}.png",
            source=job.source,
            sources=job.sources,
            sheet=job.sheet,
            finish=job.finish,
            made_by=job.made_by,
            ink=job.ink,
            language=job.language,
            title=job.title,
            width_mm=job.shape.width_mm,
            height_mm=job.shape.height_mm,
            size_bytes=len(made[ending]),
            sha256=hashlib.sha256(made[ending]).hexdigest(),
            pages=job.pages,
            form=form,
            county=job.county,
            sample=job.sample,
        )


FIELDS = {
    "headline": Message("标题", "headline"),
    "headline-support": Message("另一种语言的标题", "headline in the other language"),
    "kicker": Message("标题上方的小字", "line above the headline"),
    "notice": Message("变动说明", "what has changed"),
    "facts": Message("时间、地点等", "facts"),
    "body": Message("正文", "text"),
    "opens": Message("扫码提示", "what the scan opens"),
    "address": Message("印在纸上的网址", "the address for paper"),
    "foot": Message("主办单位一栏", "organisers"),
    "events": Message("场次", "events"),
}
"""The parts of a poster as staff know them."""


def _parts(job: PosterJob) -> list[object]:
    tiling = asdict(job.tiling) if job.tiling else None
    own = [job.template, job.payloads, job.outlined, job.finish, job.least_module_mm]
    return [own, asdict(job.shape), tiling, dict(job.data)]


def _complaints(job: PosterJob, error: UnmakeableError, places: Places) -> Iterator[Complaint]:
    """Once for each record, part and language: of several sheets the one where it is worst."""
    if isinstance(error, MissingGlyphError):
        what = lacking(error.text, cannot=PRINTED, font=FONT, where=Message(f"：{job.path}", f": {job.path}"))
        kind, record_id = _record(job, "")
        yield Complaint(about=(kind, record_id, error.text), problem=places.of_record(what, kind, record_id))
    for field, ratio in error.excess.items() if isinstance(error, MisfitError) else ():
        owner, _, part = field.rpartition(".")
        if part == "address":
            hint = Message("换一个短的 print_address", "give a shorter print_address")
            what = _too_long(job, part, ratio)
            problem = places.problem(what, "campaign", job.address_key, hint=hint)
            yield Complaint(about=(part,), problem=problem, weight=ratio)
            continue
        kind, record_id = _record(job, owner)
        problem = places.of_record(_too_long(job, part, ratio), kind, record_id)
        yield Complaint(about=(kind, record_id, part, job.language), problem=problem, weight=ratio)


PRINTED = Message("印不出来", "be printed")
FONT = Message("海报字体", "the poster font")


def _too_long(job: PosterJob, part: str, ratio: float) -> Message:
    name, over = FIELDS[part], percent_over(ratio)
    return Message(
        f"{name.zh}太长，缩到能看清的最小字号还超出 {over}%：{job.path}",
        f"{name.en}: {over} % too long even at the least legible size: {job.path}",
    )


def _record(job: PosterJob, owner: str) -> tuple[str, str]:
    """The record a field belongs to; on a sheet of cards the card's own."""
    source: Source = next((one for one in job.sources if owner and owner in (one.id, one.kind)), job.source)
    return source.kind, source.id


CRAFT = Craft(
    make=make,
    parts=_parts,
    templates=lambda job: (job.template,),
    engines=(engine_version,),
    complaints=_complaints,
)
"""How a print is made and kept."""
MEASURED = replace(CRAFT, make=measure, parts=layout)
"""How it is kept that a print's texts fit."""
