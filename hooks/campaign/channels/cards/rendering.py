"""All pictures of a campaign: made in parallel or taken from the cache, and every problem told at once."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Sequence

from campaign.channels.cards.job import PictureFile, PictureJob
from campaign.channels.cards.making import make
from campaign.core.artifact import Download
from campaign.core.problems import CampaignDataError, Message, Place, Problem
from campaign.workshop.cache import Cache, Progress, make_all
from campaign.workshop.fingerprint import code_print, fingerprint
from campaign.workshop.typeset import MissingGlyphError, engine_version

Locate = Callable[[Message, str, str], Problem]
"""Makes a problem at a record: what, its kind, its id. `permalinks.Places.of_record` is one."""


def render(
    jobs: Sequence[PictureJob],
    *,
    cache: Cache,
    locate: Locate | None = None,
    workers: int = 0,
    progress: Callable[[Progress], None] = lambda _: None,
) -> list[PictureFile]:
    """Every picture of `plan` and `programme`, finished, in their order.

    locate: where a problem with a record stands. Raises CampaignDataError with every character the font lacks,
    CacheError where the disk is full.
    """
    results = make_all(jobs, make, key=key, cache=cache, workers=workers, progress=progress)
    problems = list(_problems(jobs, results, locate or _at_file))
    if problems:
        raise CampaignDataError(problems)
    return [_file(job, result) for job, result in zip(jobs, results, strict=True)]


def key(job: PictureJob) -> str:
    """The fingerprint of everything a picture is made from."""
    return fingerprint(code_print(make, job.template), engine_version(), job.template, dict(job.data), job.colours)


def downloads(files: Sequence[PictureFile]) -> Iterator[Download]:
    """The pictures as files of the site."""
    for file in files:
        yield Download(path=file.path, content=file.content, source=file.source)


def _file(job: PictureJob, made: dict[str, bytes] | Exception) -> PictureFile:
    if isinstance(made, Exception):
        raise made
    content = made["png"]
    width_px, height_px = struct.unpack(">II", content[16:24])
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
        content=content,
    )


def _problems(jobs: Sequence[PictureJob], results: Sequence[object], locate: Locate) -> Iterator[Problem]:
    """The characters the font lacks, once for each record."""
    told: set[tuple[str, str, str]] = set()
    for job, result in zip(jobs, results, strict=True):
        if isinstance(result, MissingGlyphError):
            where = (job.source.kind, job.source.id, result.text)
            if where not in told:
                told.add(where)
                yield locate(_tofu(job, result.text), job.source.kind, job.source.id)
        elif isinstance(result, Exception):
            raise result


def _tofu(job: PictureJob, text: str) -> Message:
    points = " ".join(f"U+{ord(character):04X}" for character in text)
    return Message(
        f"“{text}”（{points}）画不出来，分享图字体里没有这个字：{job.path}",
        f"{text!r} ({points}) can't be drawn, the font of the share pictures lacks it: {job.path}",
    )


def _at_file(what: Message, kind: str, record_id: str) -> Problem:
    """A problem at no known line."""
    return Problem(Place("campaign_data"), Message(f"{kind} {record_id}：{what.zh}", f"{kind} {record_id}: {what.en}"))
