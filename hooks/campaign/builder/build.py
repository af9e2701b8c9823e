"""One build from data to swapped site, whoever hosts it: what becomes of it, and what its author is told."""

from __future__ import annotations

import errno
import gc
import logging
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from jinja2 import Environment

from campaign import history
from campaign.builder import host
from campaign.builder.airing import settle
from campaign.builder.handwritten import SourceFile, page_path
from campaign.builder.host import Project
from campaign.builder.job import Job, cache_folder, first_job
from campaign.builder.language import LanguageSite, RenderShell
from campaign.builder.lead import LanguageFailedError, LeadBuild, UnfitSiteError, preview_stage
from campaign.builder.making import made
from campaign.builder.state import BuildAbortedError, BuildFailedError, State
from campaign.builder.workers import LanguageWorker, hand_in, hand_in_problems
from campaign.channels import screens, site
from campaign.channels.site import Chrome, WrittenText, templating
from campaign.core.artifact import Download, Page
from campaign.core.console import mention, say, tell
from campaign.core.os_errors import reason
from campaign.core.problems import CampaignDataError, Message, OutputError, Place, Problem
from campaign.paper import ledger
from campaign.workshop.cache import Cache
from campaign.workshop.compiled import CompiledTemplates
from campaign.workshop.stage import Stage

GC_THRESHOLD = 100_000
"""A build makes millions of objects and hardly a cycle: Python's default looks for cycles a hundred times as often."""
DISK = {errno.ENOSPC, errno.EACCES, errno.EPERM, errno.EROFS, getattr(errno, "EDQUOT", errno.ENOSPC)}


class SiteBuild:
    """What one run of the host builds: a site once, or in a preview anew after each edit, each time from `begin`.

    Every step raises BuildFailedError or BuildAbortedError where the build is over. A preview is never over: it becomes
    broken, has no pages, and shows the problems.
    """

    project: Project
    site: LanguageSite
    """The language this process builds, once the build is staging."""

    def __init__(self, log: logging.Logger) -> None:
        self.log = log
        self.preview = False
        self._reset()

    def _reset(self) -> None:
        self.state = State.READING
        self.problems: Sequence[Problem] = ()
        self.pages: Sequence[Page] = ()
        self.files: Sequence[Download] = ()
        self._written: Sequence[SourceFile] = ()
        self._read: list[WrittenText] = []
        self._lead: LeadBuild | None = None

    def start(self, *, preview: bool) -> None:
        """Once, before everything: whether a preview is served, where a mistake is shown in the page and not fatal."""
        self.preview = preview
        gc.set_threshold(GC_THRESHOLD)

    def begin(self, project: Project) -> None:
        """Read the campaign before anything is touched, make what the languages share, and take the stage."""
        self._reset()
        self.project = project
        self.keeping_compiled(templating.environment())
        try:
            self.site = self._staged()
            self.state = State.STAGING
        except CampaignDataError as error:
            self._break(error.problems)
        except OutputError as error:
            self._break([self._problem(str(error))])
        except EOFError:
            raise BuildAbortedError from None

    @property
    def folder(self) -> Path:
        """Where the host builds, and where at last the site stands."""
        if self.state is State.STAGING:
            return self.site.folder
        return self._lead.root if self._lead else self.project.target

    def start_others(self) -> None:
        """Start the other languages as soon as the data is known to be good."""
        if self._lead:
            self._lead.start_others()

    def admit(self, files: Iterable[SourceFile]) -> frozenset[str]:
        """Make `pages` and `files`, so that hand-written pages may link to them; which sources the host is to keep.

        Files beside hand-written pages and the theme's own are among `files`, bare: the host copies none of them. A
        hand-written file that would stand where another does is a problem.
        """
        found = list(files)
        if self.state is State.STAGING:
            kept = self.site.admitted(found)
            downloads, pages = self.site.downloads(), self.site.pages()
            problems = self.site.mistakes(kept, pages, downloads)
            if not problems:
                bared = self.site.bared(kept, self.project.theme)
                self.pages, self.files = pages, [*downloads, *bared.values()]
                self._written = [file for file in kept if file.page and file.published]
                return frozenset(file.source for file in kept) - bared.keys()
            self._break(problems)
        return frozenset(file.source for file in found if not file.page and not self._given(file))

    def _given(self, file: SourceFile) -> bool:
        """True for what somebody put beside pages: a broken preview shows nothing of it."""
        return Path(file.folder).is_relative_to(self.project.docs)

    def keeping_compiled(self, environment: Environment) -> Environment:
        """The environment, whose templates are compiled once now, not in each build and each language."""
        cache = Cache(cache_folder(self.project.folder) / "templates")
        environment.bytecode_cache = CompiledTemplates(cache)
        return environment

    def write(self, shell: RenderShell) -> None:
        """Write `pages` and `files`."""
        if self.state is not State.BROKEN:
            self.site.write(self.pages, self.files, shell)

    def theme_pages(self, names: Iterable[str]) -> set[str]:
        """The theme's own pages that are to be made."""
        return set() if self.state is State.BROKEN else set(names)

    def theme_page(self, name: str) -> dict[str, object]:
        """What one of them is given besides the host's own values."""
        return self.site.theme_page(name, self.pages, self._written)

    def chrome(self, source: str, *, title: str, description: str, html: str) -> Chrome:
        """The finished head, header and footer of a hand-written page, whose text the search learns."""
        path = page_path(Path(source))
        self._read.append(WrittenText(path=path, title=title, description=description, html=html))
        return self.site.chrome(source, title=title, description=description)

    def finish(self) -> None:
        """Join the languages, verify the whole, and only then replace the published site."""
        if self.state is State.STAGING:
            (self.folder / "sitemap.xml.gz").unlink(missing_ok=True)
            self.site.write_search(self.pages, sorted(self._read, key=lambda page: page.path))
            if self._lead:
                self._finish_all(self._lead)
            else:
                hand_in(self.site.job, self.folder)
        if self.state is State.BROKEN:
            self._show_problems()

    def _finish_all(self, lead: LeadBuild) -> None:
        try:
            lead.finish()
        except CampaignDataError as error:
            self._break(error.problems)
        except LanguageFailedError as failed:
            self._language_failed(failed)
        except UnfitSiteError as unfit:
            self._unfit(unfit)
        else:
            self._publish(lead)

    def _language_failed(self, failed: LanguageFailedError) -> None:
        """Told in lines of its own, once; what only engineers can read goes into a file."""
        reason = failed.ended.reason
        if failed.ended.broke:
            whole = cache_folder(self.project.folder) / f"failed-{failed.language}.txt"
            whole.parent.mkdir(parents=True, exist_ok=True)
            whole.write_text(failed.ended.said, encoding="utf-8")
            reason.append(str(Message(f"这是程序的错，全文在 {whole}", f"this is a bug; the whole text: {whole}")))
        if self.preview:
            self._break([self._problem(f"{failed.language}: {line}") for line in reason])
            return
        for line in reason:
            say(f"{failed.language}: {line}", sys.stderr)
        name = self._name
        said = f"{failed.language} 这一种语言没有生成，{name} 未改动 · the other language failed; {name} is unchanged"
        raise BuildFailedError(said) from None

    def _publish(self, lead: LeadBuild) -> None:
        if self.project.strict and lead.warnings.count:
            said = f"严格模式下有警告，{self._name} 未改动 · warnings in strict mode; nothing was published"
            raise BuildFailedError(said)
        lead.publish()
        self._remember(lead.job)
        self._close()
        if not self.preview and not host.begun_by_another():
            index = self.project.target / "index.html"
            say(f"网站已生成，请打开 site is ready, open: {index}", sys.stderr)

    def _remember(self, job: Job) -> None:
        """What phones are given from now on; a preview gives them nothing, and a release remembers by itself."""
        if self.preview or host.begun_by_another():
            return
        try:
            history.take(self.project.folder, self.project.target, public=not job.campaign.campaign.site_address_sample)
        except OSError as error:
            self.log.info("%s: %s", history.UNWRITTEN, error)

    def _unfit(self, unfit: UnfitSiteError) -> None:
        for finding in unfit.findings:
            say(str(finding), sys.stderr)
        if not self.preview:
            said = f"网站没有通过检查，{self._name} 未改动 · the built site failed its checks; nothing was published"
            raise BuildFailedError(said) from None
        self._close()

    def fail(self, error: Exception) -> None:
        """Whatever failed, the former site stands; a full disk is said as such."""
        self._close()
        if isinstance(error, OSError) and error.errno in DISK and not self.preview:
            why = reason(error)
            said = f"写文件失败：{why.zh}，{self._name} 未改动。 Could not write: {why.en}; {self._name} is unchanged."
            say(said, sys.stderr)
            raise BuildAbortedError from error

    def _staged(self) -> LanguageSite:
        """The language this process builds; in the process that leads, what the languages share is made first."""
        ready = LanguageWorker(self.project.build_language) if host.leads() else None
        try:
            job = host.inherited_job() or self._first_job()
            if job.leads:
                job = made(job, docs=self.project.docs, tell=self.log.info)
                self._lead, ready = self._take_stage(job, ready), None
        finally:
            if ready:
                ready.dismiss()
        return LanguageSite.of(job, docs=self.project.docs, folder=job.site or self.folder)

    def _first_job(self) -> Job:
        folder = self.project.folder
        settle(folder / screens.NOTICE_FILE, folder.parent / "site")
        job = first_job(
            folder,
            shown_as=folder.name,
            docs=self.project.docs,
            theme=self.project.theme,
            site_address=self.project.address if self.preview else None,
            witnesses=ledger.witnesses(folder, folder.parent / "release", folder.parent / "site"),
            sites=history.sites(folder.parent / "release", folder.parent / "site"),
        )
        mention(job.mentions, sys.stderr)
        return replace(job, context=replace(job.context, served=self.preview))

    def _take_stage(self, job: Job, ready: LanguageWorker | None) -> LeadBuild:
        return LeadBuild(
            job=job,
            stage=preview_stage() if self.preview else Stage(self.project.target),
            command=self.project.build_language,
            log=logging.getLogger(self.project.host),
            ready=ready,
            preview=self.project.target if self.preview else None,
        ).open()

    @property
    def _name(self) -> str:
        """The published folder as its author knows it."""
        return "site/" if self.preview else f"{self.project.target.name}/"

    def _problem(self, text: str) -> Problem:
        """What no author wrote and no line can be named for."""
        return Problem(Place(self._name), Message(text, text))

    def _break(self, problems: Sequence[Problem]) -> None:
        """Tell every problem; fatal in a build, shown in the page by a preview."""
        error = CampaignDataError(problems)
        if not host.leads() and self.state is State.STAGING:
            hand_in_problems(self.site.job.language, error.problems, self.folder)
            raise BuildFailedError(f"{len(error.problems)}")
        tell(error, sys.stderr, output=self._name)
        if not self.preview:
            raise BuildFailedError(f"{len(error.problems)} 处问题 problems")
        self._close()
        self.state, self.problems = State.BROKEN, error.problems

    def _show_problems(self) -> None:
        """Every address of the preview shows the mistakes: each is missing, so the server answers with 404.html."""
        text = site.problem_page(self.problems)
        for name in ("index.html", "404.html"):
            (self.folder / name).write_text(text, encoding="utf-8")

    def _close(self) -> None:
        if self._lead:
            self._lead.close()
        self._lead, self.state = None, State.FINISHED
