"""One build of the site, whoever hosts it: read once, a language in each process, verified and published together."""

from __future__ import annotations

import json
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

from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser

from campaign import ledger, permalinks, pictures, posters
from campaign.artifact import Download, Page
from campaign.cache import Cache, CacheError, Progress
from campaign.cards import PictureFile
from campaign.context import BuildContext
from campaign.model import Campaign
from campaign.permalinks import Book
from campaign.pictures import Rendition, UnfitPictureError
from campaign.posters import PosterFile, PosterJob, UnprovedError
from campaign.problems import CampaignDataError
from campaign.publish import Stage
from campaign.read import Places, read_folder
from campaign.verify import Finding, verify

JOB = "CAMPAIGN_PRESS_JOB"
"""Names the job file of a build that makes one more language for another build; unset in the first."""


FILES = "files"
"""Where the second language's build puts the feeds of the whole site: it has time while the first works."""
IDLE_S = 14 * 24 * 3600
"""How long a poster nobody asked for stays in the cache: two weeks."""


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
    prints: the finished ones, their contents only where they are to be written; photos: the sizes of each event's
    photo; pictures: those to share and to save; places: where each record stands, for problems found after reading.
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
        sheets=tuple(posters.plan(campaign, context, book.imprint)),
        photos=pictures.renditions(campaign, folder),
        places=reading.places,
    )


def photos(job: Job, cache_folder: Path) -> Iterator[Download]:
    """Every event's photo in its sizes, without what the camera wrote into it."""
    return pictures.downloads(job.campaign, job.folder, Cache(cache_folder))


def printed(job: Job, cache_folder: Path, tell: Callable[[str], None] = lambda _: None) -> Job:
    """The job with every poster made and proved, from the cache where nothing it depends on has changed.

    tell: takes a line of progress. Raises CampaignDataError, posters.UnprovedError or cache.CacheError.
    """
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
    return frozenset(page_path(path.relative_to(folder)) for path in folder.rglob("*.md"))


def page_path(source: Path) -> str:
    """The path of the page that a Markdown file becomes, both counted from their language's root."""
    page = source.parent if source.stem == "index" else source.with_suffix("")
    return "" if page == Path() else f"{page.as_posix()}/"


def search_entry(page: Page) -> dict[str, str]:
    """A page as the search index holds it: its address, its title, and its words as escaped text."""
    tree = LexborHTMLParser(page.body)
    for node in tree.css("h1, script, style, svg, nav"):
        node.decompose()
    words = " ".join(tree.body.text(separator=" ").split()) if tree.body else ""
    return {"location": page.path, "title": str(escape(page.title)), "text": str(escape(words))}


def finish_search(root: Path) -> None:
    """Give the search index the form a page opened by file:// can load: a script, because it may not fetch."""
    index = root / "search" / "search_index.json"
    if index.exists():
        data = json.dumps(json.loads(index.read_bytes()), ensure_ascii=False, separators=(",", ":"))
        safe = data.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        index.write_text(data, encoding="utf-8", newline="\n")
        index.with_suffix(".js").write_text(f"var __index={safe}\n", encoding="utf-8", newline="\n")


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
    "finish_search",
    "first_job",
    "inherited_job",
    "page_path",
    "photos",
    "preview_stage",
    "printed",
    "search_entry",
    "today",
    "write_files",
]
