"""The pictures people share and keep, made once by the build that leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from campaign.builder import artifacts
from campaign.builder.job import Job, page_path
from campaign.builder.progress import Tell, tenths
from campaign.channels import cards, permalinks
from campaign.channels.cards import PictureFile
from campaign.core.problems import Message, Place, Problem
from campaign.workshop.cache import IDLE_S, Cache

WRITTEN = "written"
"""The kind of source a hand-written page is; its id is the page's language and path."""


def kept(job: Job, cache_folder: Path, docs: Path, tell: Tell) -> Job:
    """The job with every symbol, every picture to share and to save, from the cache where nothing has changed.

    docs: the folder with a folder of hand-written pages for each language; tell: takes a line of progress. Raises
    CampaignDataError for characters the font lacks, or cache.CacheError.
    """
    symbols = permalinks.symbols(job.book, cache=Cache(cache_folder / "symbols"))
    pictures = _pictures(job, Cache(cache_folder / "cards"), docs, tell) if _wanted(job) else []
    files = (*job.files, *symbols, *(cards.downloads(pictures) if pictures else ()))
    return replace(job, files=files, pictures=tuple(replace(one, content=b"") for one in pictures))


def _wanted(job: Job) -> bool:
    """False where the campaign wants no picture at all: then nothing that draws them is imported."""
    head = job.campaign.campaign
    return not head.share_cards == head.programme_pictures == "none"


def _pictures(job: Job, cache: Cache, docs: Path, tell: Tell) -> list[PictureFile]:
    written = {language: _written(docs / language) for language in job.campaign.languages}
    titles = {tag: {page: title for page, (_, title) in found.items()} for tag, found in written.items()}
    jobs = artifacts.picture_jobs(job.campaign, job.context, job.book, written=titles)
    files = cards.render(
        jobs, cache=cache, locate=_locate(job, docs, written), progress=tenths("分享图 share pictures", tell)
    )
    cache.prune((), idle_s=IDLE_S)
    return files


Written = Mapping[str, tuple[Path, str]]
"""Hand-written pages by their path from the language's root: where each is written, and its title."""


def _written(folder: Path) -> dict[str, tuple[Path, str]]:
    """The hand-written pages below a folder that have a title."""
    found = {page_path(source.relative_to(folder)): source for source in sorted(folder.rglob("*.md"))}
    titled = {page: (source, _title(source)) for page, source in found.items()}
    return {page: one for page, one in titled.items() if one[1]}


def _title(source: Path) -> str:
    """The first heading of a Markdown file."""
    lines = source.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    return next((line.removeprefix("# ").strip() for line in lines if line.startswith("# ")), "")


def _locate(job: Job, docs: Path, written: Mapping[str, Written]) -> Callable[[Message, str, str], Problem] | None:
    """Where a problem stands: at a record of the campaign, or in a hand-written page."""
    of_record = job.places.of_record if job.places else None

    def locate(what: Message, kind: str, record_id: str) -> Problem:
        if kind != WRITTEN:
            return of_record(what, kind, record_id)  # type: ignore[misc]
        language, _, page = record_id.partition("/")
        source = written[language][page][0]
        return Problem(Place(source.relative_to(docs.parent).as_posix()), what)

    return locate if of_record else None
