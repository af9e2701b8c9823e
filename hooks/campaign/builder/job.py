"""The job: everything a build needs to know, read and decided once, whichever process does the work."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from campaign import paper
from campaign.channels import posters, screens
from campaign.channels.cards import PictureFile
from campaign.channels.posters import PosterFile, PosterJob
from campaign.channels.screens import Locate, ScreenJob, ScreenReport
from campaign.core.artifact import Download
from campaign.core.context import BuildContext
from campaign.core.problems import CampaignDataError
from campaign.kinds import Campaign
from campaign.paper import Book, Imprint, ledger
from campaign.read import Places, Reading, read_folder
from campaign.workshop import pictures
from campaign.workshop.pictures import Rendition

Imprints = Callable[[str, str], Imprint]


@dataclass(frozen=True, kw_only=True)
class Job:
    """What one process builds: one language of one campaign, everything read and decided beforehand.

    folder: where the campaign's own pictures are; book: every printed address; sheets: the posters to be made;
    prints: the finished ones, their contents only where they are to be written; displays: what is to be made for each;
    reports: what pages tell of them once that is done; pictures: those to share and to save, without their contents;
    files: finished files, only where they are to be written; photos: the sizes of each event's photo; places: where
    each record stands, for problems found later; site: where one more language is built, None where the host was told.
    """

    campaign: Campaign
    context: BuildContext
    language: str
    folder: Path
    book: Book
    sheets: tuple[PosterJob, ...] = ()
    prints: tuple[PosterFile, ...] = ()
    displays: tuple[ScreenJob, ...] = ()
    reports: tuple[ScreenReport, ...] = ()
    files: tuple[Download, ...] = field(default=(), repr=False)
    photos: Mapping[str, tuple[Rendition, ...]] = field(default_factory=dict)
    pictures: tuple[PictureFile, ...] = ()
    places: Places | None = None
    site: Path | None = None

    @property
    def locate(self) -> Locate | None:
        """What says where a value stands; None in a job for another language."""
        return self.places.problem if self.places else None

    @property
    def leads(self) -> bool:
        """True for the language that starts the others and publishes them all."""
        return self.language == self.campaign.languages[0]

    @property
    def feeds(self) -> bool:
        """True for the build that makes the calendars, changes and data of all languages: the second, or the only."""
        return self.language == self.campaign.languages[:2][-1]

    def other(self, language: str) -> Job:
        """The same build in another language, which writes no posters and no screens."""
        light = tuple(replace(file, content=b"", preview_content=b"") for file in self.prints)
        return replace(self, language=language, sheets=(), prints=light, displays=(), files=(), places=None)


def first_job(folder: Path, *, shown_as: str, site_address: str | None = None, witnesses: Iterable[Path] = ()) -> Job:
    """Read the folder and decide everything else once: CampaignDataError with every problem where it can't be.

    witnesses: where the ledger's head is kept besides the folder, so that a lost or exchanged ledger is found out.
    """
    reading = read_folder(folder, shown_as=shown_as)
    campaign = reading.campaign
    now = moment(campaign.campaign.time_zone)
    context = BuildContext(today=now.date(), site_address=site_address or campaign.campaign.site_address)
    known = ledger.load(folder, shown_as=shown_as)
    denied = ledger.denied(known, witnesses)
    if denied:
        raise CampaignDataError(denied)
    book = paper.book(campaign, context, known, places=reading.places)
    return Job(
        campaign=campaign,
        context=context,
        language=campaign.languages[0],
        folder=folder.absolute(),
        book=book,
        sheets=tuple(posters.plan(campaign, context, book.imprint)) if campaign.posters else (),
        displays=planned_displays(reading, folder, context, book.imprint, now=now) if campaign.screens else (),
        photos=pictures.renditions(campaign, folder),
        places=reading.places,
    )


def planned_displays(
    reading: Reading, folder: Path, context: BuildContext, imprints: Imprints, *, now: datetime
) -> tuple[ScreenJob, ...]:
    """What is to be made for each display; folder: where the campaign's own pictures and films are.

    now: wall-clock time where the campaign is. CampaignDataError with every text that no display of its size can show.
    """
    planned = screens.plan(
        reading.campaign,
        context,
        imprints,
        media=lambda name: (folder / name).read_bytes(),
        locate=reading.places.problem,
        now=now,
    )
    return tuple(planned)


def cache_folder(folder: Path) -> Path:
    """Where what is slow to make is kept between builds of the campaign in a folder."""
    return Path(os.environ.get("CAMPAIGN_CACHE") or folder.parent / ".cache")


def moment(time_zone: str) -> datetime:
    """The wall-clock time of the build where the campaign is; SOURCE_DATE_EPOCH decides where it is set."""
    zone = ZoneInfo(time_zone)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), zone) if epoch.isdecimal() else datetime.now(zone)
    return now.replace(tzinfo=None)


def today(time_zone: str) -> date:
    """The day of the build where the campaign is."""
    return moment(time_zone).date()


def with_written(job: Job, folder: Path) -> Job:
    """The job knowing which pages of its language are written by hand: those below this folder."""
    return replace(job, context=replace(job.context, written=written_pages(folder)))


def written_pages(folder: Path) -> frozenset[str]:
    """The paths of the pages that Markdown files below a folder become, counted from their language's root."""
    return frozenset(page_path(path.relative_to(folder)) for path in folder.rglob("*.md"))


def page_path(source: Path) -> str:
    """The path of the page that a Markdown file becomes, both counted from their language's root."""
    page = source.parent if source.stem in ("index", "README") else source.with_suffix("")
    return "" if page == Path() else f"{page.as_posix()}/"
