"""The job: everything a build needs to know, read and decided once, whichever process does the work."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from campaign import history, paper
from campaign.builder.beforehand import mentioned, unfit
from campaign.builder.handwritten import written_pages, written_paths
from campaign.builder.led_pages import lost_pages
from campaign.builder.planning import Planned, planned
from campaign.channels import Commission
from campaign.core.artifact import Download
from campaign.core.context import BuildContext
from campaign.core.places import ByName
from campaign.core.problems import CampaignDataError, Problem
from campaign.history import History, told
from campaign.kinds import Campaign
from campaign.kinds.notice import standing
from campaign.paper import Book, ledger
from campaign.read import Places, Reading, read_folder

if TYPE_CHECKING:
    from campaign.channels.cards import PictureFile
    from campaign.channels.messages import Composed, Parcel
    from campaign.channels.photos import Photo
    from campaign.channels.posters import PosterFile, PosterJob
    from campaign.channels.screens import ScreenJob, ScreenReport
    from campaign.order.pack import Pack
    from campaign.workshop.pictures import Rendition


@dataclass(frozen=True, kw_only=True)
class Job:
    """What one process builds: one language of one campaign, everything read and decided beforehand.

    now: wall-clock time of the build where the campaign is; folder: where the campaign's own pictures are; book: every
    printed address; planned: each channel's jobs by the channel's name, None where nobody planned yet; listed: what
    pages say of what each channel made; files: finished files, only where they are to be written; places: where each
    record stands, for problems found later; site: where one more language is built, None where the host was told;
    history: what calendars and feeds were given before; mentions: what its author is told of, though nothing is wrong.
    """

    campaign: Campaign
    context: BuildContext
    language: str
    folder: Path
    book: Book
    now: datetime | None = None
    planned: Planned | None = None
    listed: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    files: tuple[Download, ...] = field(default=(), repr=False)
    places: Places | None = None
    site: Path | None = None
    history: History = field(default_factory=History, repr=False)
    mentions: tuple[Problem, ...] = ()

    @cached_property
    def told(self) -> Campaign:
        """The campaign as pages and feeds tell it, knowing what was published before."""
        return told(self.campaign, self.history, self.now)

    @cached_property
    def shown(self) -> Campaign:
        """The same without a notice that is over: as everything tells it that people look at."""
        return standing(self.told, self.now)

    @property
    def sheets(self) -> tuple[PosterJob, ...]:
        """The posters to be made."""
        return (self.planned or {}).get("posters", ())

    @property
    def displays(self) -> tuple[ScreenJob, ...]:
        """What is to be made for each display."""
        return (self.planned or {}).get("screens", ())

    @property
    def prints(self) -> tuple[PosterFile, ...]:
        """The finished posters."""
        return self.listed.get("posters", ())

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The packs of prints."""
        return self.listed.get("packs", ())

    @property
    def reports(self) -> tuple[ScreenReport, ...]:
        """The finished displays."""
        return self.listed.get("screens", ())

    @property
    def pictures(self) -> tuple[PictureFile, ...]:
        """The pictures to share and to save."""
        return self.listed.get("cards", ())

    @property
    def photos(self) -> Mapping[str, tuple[Rendition, ...]]:
        """The sizes of each event's photo."""
        photos: tuple[Photo, ...] = self.listed.get("photos", ())
        return {photo.event: photo.sizes for photo in photos}

    @property
    def messages(self) -> tuple[Composed, ...]:
        """The week's messages, with the files that go with them."""
        return self.listed.get("messages", ())

    @property
    def parcels(self) -> tuple[Parcel, ...]:
        """What each who sends messages is handed."""
        return self.listed.get("parcels", ())

    @property
    def leads(self) -> bool:
        """True for the language that starts the others and publishes them all."""
        return self.language == self.campaign.languages[0]

    @property
    def feeds(self) -> bool:
        """True for the build that makes the calendars, changes and data of all languages: the second, or the only."""
        return self.language == self.campaign.languages[:2][-1]

    def commission(self, written: Mapping[str, Mapping[str, str]]) -> Commission:
        """What the channels are to make; written: the titles of each language's hand-written pages by path."""
        return Commission(
            campaign=self.campaign,
            context=self.context,
            imprints=self.book.imprints,
            folder=self.folder,
            places=self.places or ByName(),
            now=self.now,
            written=written,
        )

    def other(self, language: str) -> Job:
        """The same build in another language, which makes nothing that the languages share."""
        return replace(self, language=language, planned=None, files=(), places=None)


def first_job(
    folder: Path,
    *,
    shown_as: str,
    docs: Path | None = None,
    theme: Path | None = None,
    site_address: str | None = None,
    witnesses: Iterable[ledger.Witness] = (),
    sites: Iterable[Path] = (),
) -> Job:
    """Read the folder and decide everything else once: CampaignDataError with every problem where it can't be.

    docs: the folder with a folder of hand-written pages for each language, None where they aren't published;
    theme: the project's own part of the host's theme, None where nothing of it is published;
    witnesses: who else saw the ledger, so that a lost or exchanged one is found out;
    sites: where the site may have been built before, the latest first.
    """
    reading = read_folder(folder, shown_as=shown_as)
    campaign = reading.campaign
    pages, seen = written_pages(docs, campaign.languages) if docs else None, list(witnesses)
    problems = unfit(campaign, docs, theme)
    problems += lost_pages(campaign, pages, places=reading.places) if pages else []
    try:
        known, before = _kept(reading, folder, shown_as, seen, sites)
        job = _known(reading, folder, known, before, site_address)
        problems += paper.unannounced(campaign, job.book, job.context.today, places=reading.places)
        job = replace(job, planned=planned(job.commission(pages.titles if pages else {})))
    except CampaignDataError as error:
        raise CampaignDataError([*problems, *error.problems]) from None
    if problems:
        raise CampaignDataError(problems)
    mentions = (*job.mentions, *ledger.elsewhere(known, seen), *mentioned(reading, docs, theme))
    return replace(job, mentions=mentions)


def _known(reading: Reading, folder: Path, known: ledger.Ledger, before: History, site_address: str | None) -> Job:
    """The job of the first language with nothing planned yet; CampaignDataError where an address can't be printed."""
    campaign = reading.campaign
    now = moment(campaign.campaign.time_zone)
    context = BuildContext(today=now.date(), site_address=site_address or campaign.campaign.site_address)
    return Job(
        campaign=campaign,
        context=context,
        language=campaign.languages[0],
        folder=folder.absolute(),
        book=paper.book(campaign, context, known, places=reading.places),
        now=now,
        places=reading.places,
        history=before,
        mentions=(*reading.mentions, *reading.unfinished),
    )


def _kept(
    reading: Reading, folder: Path, shown_as: str, witnesses: Iterable[ledger.Witness], sites: Iterable[Path]
) -> tuple[ledger.Ledger, History]:
    """What is on paper and what was published; CampaignDataError with all that keeps either from being trusted."""
    known, before = ledger.Ledger(), History()
    problems: list[Problem] = []
    try:
        known = ledger.load(folder, shown_as=shown_as)
        signers = reading.campaign.campaign.ledger.signers
        problems += ledger.doubts(known, witnesses, signers=signers, shown_as=shown_as)
    except CampaignDataError as error:
        problems += error.problems
    try:
        before = history.load(folder, shown_as=shown_as, sites=sites)
    except CampaignDataError as error:
        problems += error.problems
    if problems:
        raise CampaignDataError(problems)
    return known, before


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
    return replace(job, context=replace(job.context, written=written_paths(folder)))
