"""One build of the site, whoever hosts it: read once, a language in each process, verified and published together."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from campaign import ledger, permalinks, pictures, posters, screens
from campaign.artifact import Download, UnprovedError
from campaign.cache import Cache, CacheError
from campaign.context import BuildContext
from campaign.model import Campaign
from campaign.permalinks import Book, Imprint
from campaign.pictures import Rendition, UnfitPictureError
from campaign.posters import PosterFile, PosterJob
from campaign.problems import CampaignDataError
from campaign.publish import Stage
from campaign.read import Places, Reading, read_folder
from campaign.screens import Locate, ScreenJob, ScreenReport
from campaign.verify import Finding, verify

JOB = "CAMPAIGN_PRESS_JOB"
"""Names the job file of a build that makes one more language for another build; unset in the first."""


Imprints = Callable[[str, str], Imprint]
FILES = "files"
"""Where the second language's build puts the feeds of the whole site: it has time while the first works."""


class UnfitSiteError(Exception):
    """The built site didn't pass: `findings` says which file and why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, findings)))


class LanguageFailedError(Exception):
    """Building one more language failed; the text is what its build printed."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """What one process builds: one language of one campaign, everything read and decided beforehand.

    folder: where the campaign's own pictures are; book: every printed address; sheets: the posters to be made;
    prints: the finished ones, their contents only where they are to be written; displays: what is to be made for each;
    reports: what pages tell of them once that is done; files: their packs, films and pictures, only where they are to
    be written; photos: the sizes of each event's photo; places: where each record stands, for problems found later.
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
    places: Places | None = None

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


@dataclass(kw_only=True)
class Press:
    """The first language's build, which starts the others and publishes them all."""

    job: Job
    stage: Stage
    serving: Path | None = None
    running: dict[str, tuple[subprocess.Popen[bytes], Path]] = field(default_factory=dict)

    @property
    def root(self) -> Path:
        """Where the host builds the first language: the stage, or the preview server's own folder."""
        return self.serving or self.stage.root("site")

    def start_others(self, command: Sequence[str]) -> None:
        """Build every other language at once, each in a process of its own: `command` with `--site-dir` added."""
        for language in self.job.campaign.languages[1:]:
            job_file, log = self.stage.root(f"{language}.job"), self.stage.root(f"{language}.log")
            job_file.write_bytes(pickle.dumps(self.job.other(language)))
            full = [sys.executable, "-m", *command, "--site-dir", str(self.stage.root(language))]
            with log.open("wb") as stream:
                environment = {**os.environ, JOB: str(job_file), "PYTHONUTF8": "1"}
                process = subprocess.Popen(
                    full, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream, env=environment
                )
            self.running[language] = (process, log)

    def join_others(self) -> list[str]:
        """Wait for the other languages, each into its folder, and give the warnings they printed.

        LanguageFailedError with all that a failed one printed.
        """
        warnings: list[str] = []
        for language, (process, log) in list(self.running.items()):
            failed = process.wait()
            said = log.read_text(encoding="utf-8", errors="replace")
            if failed:
                raise LanguageFailedError(f"{language}:\n{said}")
            del self.running[language]
            self.stage.join(language, self.root)
            warnings += [f"{language}: {line}" for line in said.splitlines() if line.startswith("WARNING")]
        if self.stage.root(FILES).exists():
            for entry in self.stage.root(FILES).iterdir():
                entry.rename(self.root / entry.name)
        return warnings

    def prove(self) -> None:
        """Verify the whole site as built; UnfitSiteError with every finding."""
        findings = verify(self.root, site_address=self.job.context.site_address)
        if findings:
            raise UnfitSiteError(findings)

    def publish(self) -> None:
        """Swap the finished site in; a preview has nothing to swap."""
        if not self.serving:
            self.stage.swap(self.root)

    def close(self) -> None:
        """Stop what still runs and give the stage up."""
        for process, _ in self.running.values():
            process.kill()
            process.wait()
        self.running.clear()
        self.stage.close()


def inherited_job() -> Job | None:
    """The job another build handed to this process; None in the first."""
    path = os.environ.get(JOB)
    return pickle.loads(Path(path).read_bytes()) if path else None  # noqa: S301


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
    book = permalinks.book(campaign, context, known, places=reading.places)
    return Job(
        campaign=campaign,
        context=context,
        language=campaign.languages[0],
        folder=folder.absolute(),
        book=book,
        sheets=tuple(posters.plan(campaign, context, book.imprint)),
        displays=planned_displays(reading, folder, context, book.imprint, now=now),
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


def photos(job: Job, cache_folder: Path) -> Iterator[Download]:
    """Every event's photo in its sizes, without what the camera wrote into it."""
    return pictures.downloads(job.campaign, job.folder, Cache(cache_folder))


def moment(time_zone: str) -> datetime:
    """The wall-clock time of the build where the campaign is; SOURCE_DATE_EPOCH decides where it is set."""
    zone = ZoneInfo(time_zone)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), zone) if epoch.isdecimal() else datetime.now(zone)
    return now.replace(tzinfo=None)


def today(time_zone: str) -> date:
    """The day of the build where the campaign is."""
    return moment(time_zone).date()


def write_files(made: Iterable[Download], root: Path) -> None:
    """Finished files of the whole site, for the first language's build to take in."""
    for one in made:
        path = root / FILES / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.content)


def with_written(job: Job, folder: Path) -> Job:
    """The job knowing which pages of its language are written by hand: those below this folder."""
    return replace(job, context=replace(job.context, written=written_pages(folder)))


def written_pages(folder: Path) -> frozenset[str]:
    """The paths of the pages that Markdown files below a folder become, counted from their language's root."""
    names = (path.relative_to(folder).with_suffix("") for path in folder.rglob("*.md"))
    pages = (name.parent if name.name == "index" else name for name in names)
    return frozenset("" if page == Path() else f"{page.as_posix()}/" for page in pages)


def preview_stage() -> Stage:
    """A stage for the preview's other languages, away from the published site."""
    return Stage(Path(tempfile.mkdtemp(prefix="campaign-preview-")) / "site")


__all__ = [
    "CacheError",
    "CampaignDataError",
    "Job",
    "LanguageFailedError",
    "Press",
    "UnfitPictureError",
    "UnfitSiteError",
    "UnprovedError",
    "cache_folder",
    "first_job",
    "inherited_job",
    "moment",
    "photos",
    "planned_displays",
    "preview_stage",
    "today",
    "write_files",
]
