"""The leading build: the first language's, which starts the others, verifies the whole and publishes it."""

from __future__ import annotations

import logging
import pickle
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from campaign.builder.ended import Ended
from campaign.builder.job import Job
from campaign.builder.workers import FILES, PROBLEMS, SURVEY, LanguageWorker
from campaign.channels.site.verify import Finding, survey, verify
from campaign.core.problems import CampaignDataError
from campaign.workshop.stage import Stage


class UnfitSiteError(Exception):
    """The built site didn't pass: `findings` says which file and why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, findings)))


class LanguageFailedError(Exception):
    """Building one more language failed: `language`, and how it `ended`."""

    def __init__(self, language: str, ended: Ended) -> None:
        self.language, self.ended = language, ended
        super().__init__(f"{language}: {ended.reason[-1]}")


class WarningCount(logging.Handler):
    """How many warnings and errors the host and this library have told."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """One more."""
        self.count += 1


@dataclass(kw_only=True)
class LeadBuild:
    """The first language's build, which starts the others and publishes them all.

    command: what starts a build of one more language; ready: a process that waits for the second; log: where the host
    tells its warnings; preview: the folder a preview is served from, None where a site is published.
    """

    job: Job
    stage: Stage
    command: Sequence[str]
    log: logging.Logger
    ready: LanguageWorker | None = None
    preview: Path | None = None
    running: dict[str, LanguageWorker] = field(default_factory=dict)
    warnings: WarningCount = field(default_factory=WarningCount)

    def open(self) -> LeadBuild:
        """Take the stage and begin to count warnings. PublishError where another build has the stage."""
        self.stage.open()
        self.log.addHandler(self.warnings)
        return self

    @property
    def root(self) -> Path:
        """Where the host builds the first language: the stage, or the preview server's own folder."""
        return self.preview or self.stage.root("site")

    def start_others(self) -> None:
        """Build every other language at once, each in a process of its own."""
        for language in self.job.campaign.languages[1:]:
            worker, self.ready = self.ready or LanguageWorker(self.command), None
            self.running[language] = worker
            worker.begin(replace(self.job.other(language), site=self.stage.root(language)))
        self._rest()

    def join_others(self) -> None:
        """Wait for the other languages, each into its folder, and warn of what they warned of.

        CampaignDataError with what one says must be mended, LanguageFailedError for one that failed otherwise.
        """
        for language, worker in list(self.running.items()):
            ended = worker.wait()
            for warning in ended.warnings:
                self.log.warning("%s: %s", language, warning)
            if ended.code:
                raise self._failure(language, ended)
            self.running.pop(language).dismiss()
            self.stage.join(language, self.root)
        if self.stage.root(FILES).exists():
            _merge(self.stage.root(FILES), self.root)

    def _failure(self, language: str, ended: Ended) -> Exception:
        problems = self.stage.work / f"{language}{PROBLEMS}"
        if problems.is_file():
            return CampaignDataError(pickle.loads(problems.read_bytes()))  # noqa: S301
        return LanguageFailedError(language, ended)

    def finish(self) -> None:
        """Survey what this build made, join the others, and verify the whole.

        Raises as `join_others`, and UnfitSiteError with every finding.
        """
        address = self.job.context.site_address
        served = self.job.context.served
        surveys = [survey(self.root, site_address=address, served=served)]
        self.join_others()
        surveys += [pickle.loads(path.read_bytes()) for path in sorted(self.stage.work.glob(f"*{SURVEY}"))]  # noqa: S301
        findings = verify(self.root, site_address=address, surveys=surveys, served=served)
        if findings:
            raise UnfitSiteError(findings)

    def publish(self) -> None:
        """Swap the finished site in; a preview has nothing to swap."""
        if not self.preview:
            self.stage.swap(self.root)

    def close(self) -> None:
        """Stop what still runs and give the stage up."""
        for worker in self.running.values():
            worker.dismiss()
        self.running.clear()
        self._rest()
        self.stage.close()
        self.log.removeHandler(self.warnings)
        if self.preview:
            shutil.rmtree(self.stage.folder.parent, ignore_errors=True)

    def _rest(self) -> None:
        if self.ready:
            self.ready.dismiss()
        self.ready = None


def _merge(source: Path, target: Path) -> None:
    """Move what is below one folder into another, whose own files stay."""
    for entry in source.iterdir():
        there = target / entry.name
        if there.is_dir():
            _merge(entry, there)
        else:
            entry.rename(there)


def preview_stage() -> Stage:
    """A stage for the preview's other languages, away from the published site."""
    return Stage(Path(tempfile.mkdtemp(prefix="campaign-preview-")) / "site")
