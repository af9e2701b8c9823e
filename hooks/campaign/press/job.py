"""The job: everything a build needs to know, read and decided once, whichever process does the work."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from campaign import ledger, permalinks, pictures, posters
from campaign.artifact import Download
from campaign.cache import Cache, Progress
from campaign.cards import PictureFile
from campaign.context import BuildContext
from campaign.model import Campaign
from campaign.permalinks import Book
from campaign.pictures import Rendition
from campaign.posters import PosterFile, PosterJob
from campaign.problems import CampaignDataError
from campaign.read import Places, read_folder

IDLE_S = 14 * 24 * 3600
"""How long a poster nobody asked for stays in the cache: two weeks."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """What one process builds: one language of one campaign, everything read and decided beforehand.

    folder: where the campaign's own pictures are; book: every printed address; sheets: the posters to be made;
    prints: the finished ones, their contents only where they are to be written; photos: the sizes of each event's
    photo; pictures: those to share and to save; places: where each record stands, for problems found after reading;
    site: where one more language is built, None where the host was told.
    """

    campaign: Campaign
    context: BuildContext
    language: str
    folder: Path
    book: Book
    sheets: tuple[PosterJob, ...] = ()
    prints: tuple[PosterFile, ...] = ()
    photos: Mapping[str, tuple[Rendition, ...]] = field(default_factory=dict)
    pictures: tuple[PictureFile, ...] = ()
    places: Places | None = None
    site: Path | None = None

    @property
    def leads(self) -> bool:
        """True for the language that starts the others and publishes them all."""
        return self.language == self.campaign.languages[0]

    @property
    def feeds(self) -> bool:
        """True for the build that makes the calendars, changes and data of all languages: the second, or the only."""
        return self.language == self.campaign.languages[:2][-1]

    def other(self, language: str) -> Job:
        """The same build in another language, which writes no posters."""
        light = tuple(replace(file, content=b"", preview_content=b"") for file in self.prints)
        names = tuple(replace(file, content=b"") for file in self.pictures)
        return replace(self, language=language, sheets=(), prints=light, pictures=names, places=None)


def first_job(folder: Path, *, shown_as: str, site_address: str | None = None, witnesses: Iterable[Path] = ()) -> Job:
    """Read the folder and decide everything else once: CampaignDataError with every problem where it can't be.

    witnesses: where the ledger's head is kept besides the folder, so that a lost or exchanged ledger is found out.
    """
    reading = read_folder(folder, shown_as=shown_as)
    campaign = reading.campaign
    context = BuildContext(
        today=today(campaign.campaign.time_zone), site_address=site_address or campaign.campaign.site_address
    )
    known = ledger.load(folder, shown_as=shown_as)
    denied = ledger.denied(known, witnesses)
    if denied:
        raise CampaignDataError(denied)
    book = permalinks.book(campaign, context, known, places=reading.places)
    return Job(
        campaign=campaign,
        context=context,
        language=campaign.languages[0],
        folder=folder.absolute(),
        book=book,
        sheets=tuple(posters.plan(campaign, context, book.imprint)) if campaign.posters else (),
        photos=pictures.renditions(campaign, folder),
        places=reading.places,
    )


def photos(job: Job, cache_folder: Path) -> Iterator[Download]:
    """Every event's photo in its sizes, without what the camera wrote into it."""
    return pictures.downloads(job.campaign, job.folder, Cache(cache_folder))


def printed(job: Job, cache_folder: Path, tell: Callable[[str], None] = lambda _: None) -> Job:
    """The job with every poster made and proved, from the cache where nothing it depends on has changed.

    tell: takes a line of progress. Raises CampaignDataError or OutputError.
    """
    if not job.sheets:
        return job
    cache = Cache(cache_folder)
    locate = job.places.of_record if job.places else None
    files = posters.render(job.sheets, cache=cache, locate=locate, progress=_progress(tell))
    cache.prune([posters.key(sheet) for sheet in job.sheets], idle_s=IDLE_S)
    return replace(job, prints=tuple(files))


def _progress(tell: Callable[[str], None]) -> Callable[[Progress], None]:
    """A line at the start where there is work to do, then one at each tenth of it."""
    told = {-1}

    def report(progress: Progress) -> None:
        work = progress.total - progress.kept
        tenth = 10 * (progress.done - progress.kept) // work if work else 0
        if work and tenth not in told:
            told.add(tenth)
            tell(f"海报 posters: {progress.done}/{progress.total}")

    return report


def today(time_zone: str) -> date:
    """The day of the build where the campaign is; SOURCE_DATE_EPOCH decides where it is set."""
    zone = ZoneInfo(time_zone)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return (datetime.fromtimestamp(int(epoch), zone) if epoch.isdecimal() else datetime.now(zone)).date()


def with_written(job: Job, folder: Path) -> Job:
    """The job knowing which pages of its language are written by hand: those below this folder."""
    return replace(job, context=replace(job.context, written=written_pages(folder)))


def written_pages(folder: Path) -> frozenset[str]:
    """The paths of the pages that Markdown files below a folder become, counted from their language's root."""
    return frozenset(page_path(path.relative_to(folder)) for path in folder.rglob("*.md"))


def page_path(source: Path) -> str:
    """The path of the page that a Markdown file becomes, both counted from their language's root."""
    page = source.parent if source.stem == "index" else source.with_suffix("")
    return "" if page == Path() else f"{page.as_posix()}/"
