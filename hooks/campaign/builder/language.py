"""One language of the site while the host builds it: its pages, its files, and what stands around every page."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from campaign.builder import artifacts
from campaign.builder.beside import bared
from campaign.builder.handwritten import SourceFile, files_beside, mistakes_in, needed, page_path
from campaign.builder.job import Job, with_written
from campaign.builder.writing import write
from campaign.channels import site
from campaign.channels.site import Chrome, Shell, SiteFrame, WrittenText
from campaign.core.artifact import Download, Page
from campaign.core.problems import Problem
from campaign.core.system_files import is_leaving

RenderShell = Callable[..., str]
"""The theme around a page, as HTML: from `base_url`, the way to its language's root, and `campaign`, its chrome."""
THEMED = ("zh", "en")
"""Languages whose words the theme knows."""


@dataclass(frozen=True, kw_only=True)
class LanguageSite:
    """One language of the site.

    docs: the folder with a folder of hand-written pages for each language; folder: where the host builds.
    """

    job: Job
    frame: SiteFrame
    docs: Path
    folder: Path

    @classmethod
    def of(cls, job: Job, *, docs: Path, folder: Path) -> LanguageSite:
        """The language of a job, which learns what is written by hand in it."""
        job = with_written(job, docs / job.language)
        frame = artifacts.frame(job.shown, job.context, job.language, job.pictures)
        return cls(job=job, frame=frame, docs=docs, folder=folder)

    @property
    def theme_language(self) -> str:
        """The language the theme's own words are in."""
        return self.job.language if self.job.language in THEMED else "en"

    @property
    def written(self) -> Path:
        """The hand-written files of this language."""
        return self.docs / self.job.language

    def host_docs(self) -> Path:
        """The folder the host reads: the hand-written files, or an empty one where there are none."""
        if self.written.is_dir():
            return self.written
        empty = self.folder.parent / "no-pages"
        empty.mkdir(parents=True, exist_ok=True)
        return empty

    def pages(self) -> list[Page]:
        """Every generated page."""
        job = self.job
        return artifacts.site_pages(
            job.shown,
            job.context,
            job.language,
            book=job.book,
            prints=job.prints,
            packs=job.packs,
            reports=job.reports,
            photos=job.photos,
            pictures=job.pictures,
            history=job.history,
            sent=job.messages,
            senders=job.parcels,
        )

    def downloads(self) -> list[Download]:
        """Every other file, which the first language has for all."""
        job = self.job
        if not job.leads:
            return []
        feeds: list[Download] = []
        if job.feeds:
            feeds = artifacts.feed_files(job.told, job.context, history=job.history, now=job.now, book=job.book)
        made = artifacts.site_files(job.shown, job.context, job.book, files=job.files)
        return [*made, *feeds]

    def admitted(self, found: Iterable[SourceFile]) -> list[SourceFile]:
        """Of all that the host found, what is published: pages, the files they refer to, what the theme needs."""
        published = set(files_beside(self.docs, self.job.campaign.languages, self.job.language).published)
        return [file for file in found if self._admits(file, published)]

    def _admits(self, file: SourceFile, published: Container[str]) -> bool:
        if file.folder != str(self.written):
            return needed(file, own_assets=self.job.leads)
        written = file.source.endswith(".md") and not is_leaving(file.source)
        return written if file.page else file.source in published

    def bared(self, admitted: Iterable[SourceFile], theme: Path) -> dict[str, Download]:
        """The files beside pages and the theme's own as they are published, by their source.

        theme: the project's own part of the host's theme, whose scripts and styles stay as they are.
        """
        language = self.job.language
        own = {str(self.written): False, str(theme): True}
        files = [file for file in admitted if not file.page and file.folder in own]
        return {
            file.source: bared(
                Path(file.folder),
                file.source,
                destination=file.destination,
                language=language,
                own=own[file.folder],
            )
            for file in files
        }

    def mistakes(
        self, files: Iterable[SourceFile], pages: Iterable[Page], downloads: Iterable[Download]
    ) -> list[Problem]:
        """What keeps hand-written files from being published beside what is made."""
        campaign, language = self.job.campaign, self.job.language
        feeds = artifacts.feed_paths(campaign, self.job.history) if self.job.leads else ()
        taken = {*(f"{page.path}index.html" for page in pages), *(one.path for one in downloads), *feeds}
        return mistakes_in(files, docs=self.docs, language=language, languages=campaign.languages, taken=taken)

    def write(self, pages: Sequence[Page], downloads: Iterable[Download], shell: RenderShell) -> None:
        """Write every generated page, each set into the theme's shell, and file.

        The host and the theme would take each through Markdown, the whole theme and an HTML parser: most of a build.
        """
        shells = {depth: self._shell(depth, shell) for depth in {page.path.count("/") for page in pages}}
        write(downloads, self.folder)
        write((site.document(self.frame, page, shells[page.path.count("/")]) for page in pages), self.folder)

    def write_search(self, pages: Iterable[Page], written: Iterable[WrittenText]) -> None:
        """Write what the search knows of the pages, generated and written by hand."""
        write([site.search_index(self.job.shown, self.frame, pages, written)], self.folder)

    def _shell(self, depth: int, shell: RenderShell) -> Shell:
        """The theme around a page so many folders below the language's root."""
        return Shell.cut(shell(base_url="/".join([".."] * depth) or ".", campaign=site.holes(self.frame)))

    def chrome(self, source: str, *, title: str, description: str) -> Chrome:
        """The finished head, header and footer of a hand-written page."""
        return site.chrome(
            self.frame,
            path=page_path(Path(source)),
            title=title,
            description=description,
            alternates=self.languages_of(source),
        )

    def theme_page(self, name: str, pages: Iterable[Page], written: Iterable[SourceFile]) -> dict[str, object]:
        """What the theme's own page of a name is given: 404.html, shown at any depth, and the site map."""
        if name == "404.html":
            return {"campaign": site.chrome_404(self.frame)}
        if name == "sitemap.xml":
            by_hand = {file.url: self.languages_of(file.source) for file in written}
            return {"campaign_sitemap": site.sitemap(self.frame, [page.path for page in pages], by_hand)}
        return {}

    def languages_of(self, source: str) -> tuple[str, ...]:
        """The languages in which a hand-written page exists."""
        return tuple(tag for tag in self.job.campaign.languages if (self.docs / tag / source).is_file())
