"""All prints of a campaign: made in parallel or taken from the cache, and every problem told at once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence

from campaign.channels.posters.job import PosterFile, PosterJob
from campaign.channels.posters.making import ProofError, make
from campaign.core.artifact import Download, Source
from campaign.core.problems import CampaignDataError, Message, Place, Problem, UnprovedError
from campaign.workshop.cache import Cache, Progress, make_all
from campaign.workshop.fingerprint import code_print, fingerprint
from campaign.workshop.typeset import MisfitError, MissingGlyphError, engine_version

Locate = Callable[[Message, str, str], Problem]
"""Makes a problem at a record: what, its kind, its id. `permalinks.Places.of_record` is one."""


def render(
    jobs: Sequence[PosterJob],
    *,
    cache: Cache,
    locate: Locate | None = None,
    workers: int = 0,
    progress: Callable[[Progress], None] = lambda _: None,
) -> list[PosterFile]:
    """Every print of `plan`, finished and proved, in its order.

    locate: where a problem with a record stands. Raises CampaignDataError with every text that doesn't fit or can't be
    set, UnprovedError where a final PDF doesn't read back, CacheError where the disk is full.
    """
    results = make_all(jobs, make, key=key, cache=cache, workers=workers, progress=progress)
    problems = list(_problems(jobs, results, locate or _at_file))
    faults: list[str] = []
    for result in results:
        if isinstance(result, (MisfitError, MissingGlyphError)):
            continue
        if isinstance(result, ProofError):
            faults.append(str(result))
        elif isinstance(result, Exception):
            raise result
    if problems:
        raise CampaignDataError(problems)
    if faults:
        raise UnprovedError(faults)
    return [file for job, result in zip(jobs, results, strict=True) for file in _files(job, result)]  # type: ignore[arg-type]


def key(job: PosterJob) -> str:
    """The fingerprint of everything a print is made from."""
    shape = job.shape
    own = [job.template, job.payloads, job.outlined, job.timestamp, job.least_module_mm]
    return fingerprint(
        code_print(make, job.template),
        engine_version(),
        own,
        [shape.width_mm, shape.height_mm, shape.bleed_mm, shape.slug_mm],
        job.data,
        job.form,
    )


def downloads(files: Sequence[PosterFile]) -> Iterator[Download]:
    """The prints and their previews as files of the site, each path once."""
    seen: set[str] = set()
    for file in files:
        for path, content in ((file.path, file.content), (file.preview, file.preview_content)):
            if path not in seen:
                seen.add(path)
                yield Download(path=path, content=content, source=file.source)


def _files(job: PosterJob, made: Mapping[str, bytes]) -> Iterator[PosterFile]:
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
            ink=job.ink,
            language=job.language,
            title=job.title,
            width_mm=job.shape.width_mm,
            height_mm=job.shape.height_mm,
            size_bytes=len(made[ending]),
            sha256=hashlib.sha256(made[ending]).hexdigest(),
            pages=len(job.tiling.windows) if job.tiling else len(job.payloads),
            form=form,
            county=job.county,
            sample=job.sample,
            content=made[ending],
            preview_content=made["png"],
        )


FIELDS = {
    "headline": Message("标题", "headline"),
    "headline-support": Message("另一种语言的标题", "headline in the other language"),
    "kicker": Message("标题上方的小字", "line above the headline"),
    "notice": Message("变动说明", "what has changed"),
    "facts": Message("时间、地点等", "facts"),
    "body": Message("正文", "text"),
    "opens": Message("扫码提示和网址", "what the scan opens"),
    "foot": Message("主办单位一栏", "organisers"),
    "events": Message("场次", "events"),
}
"""The parts of a poster as staff know them."""


def _problems(jobs: Sequence[PosterJob], results: Sequence[object], locate: Locate) -> Iterator[Problem]:
    """What authors must mend, once for each record, part and language: of several sheets the one where it is worst."""
    lacking: dict[tuple[str, str, str], tuple[PosterJob, str]] = {}
    worst: dict[tuple[str, str, str, str], tuple[float, PosterJob]] = {}
    for job, result in zip(jobs, results, strict=True):
        if isinstance(result, MissingGlyphError):
            lacking.setdefault((*_record(job, ""), result.text), (job, result.text))
        for field, ratio in result.excess.items() if isinstance(result, MisfitError) else ():
            owner, _, part = field.rpartition(".")
            field_of = (*_record(job, owner), part, job.language)
            worst[field_of] = max(worst.get(field_of, (0.0, job)), (ratio, job), key=lambda one: one[0])
    for (kind, record_id, _), (job, text) in lacking.items():
        yield locate(_tofu(job, text), kind, record_id)
    for (kind, record_id, part, _), (ratio, job) in worst.items():
        yield locate(_too_long(job, part, ratio), kind, record_id)


def _tofu(job: PosterJob, text: str) -> Message:
    points = " ".join(f"U+{ord(character):04X}" for character in text)
    return Message(
        f"“{text}”（{points}）印不出来，海报字体里没有这个字：{job.path}",
        f"{text!r} ({points}) can't be printed, the poster font lacks it: {job.path}",
    )


def _too_long(job: PosterJob, part: str, ratio: float) -> Message:
    name, over = FIELDS[part], max(1, round((ratio - 1) * 100))
    return Message(
        f"{name.zh}太长，缩到能看清的最小字号还超出 {over}%：{job.path}",
        f"{name.en}: {over} % too long even at the least legible size: {job.path}",
    )


def _record(job: PosterJob, owner: str) -> tuple[str, str]:
    """The record a field belongs to; on a sheet of cards the card's own."""
    source: Source = next((one for one in job.sources if owner and owner in (one.id, one.kind)), job.source)
    return source.kind, source.id


def _at_file(what: Message, kind: str, record_id: str) -> Problem:
    """A problem at no known line."""
    return Problem(Place("campaign_data"), Message(f"{kind} {record_id}：{what.zh}", f"{kind} {record_id}: {what.en}"))
