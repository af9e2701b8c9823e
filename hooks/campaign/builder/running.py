"""The press: the first language's build, which starts the others, verifies the whole and publishes it."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from campaign.builder.hands import FILES, SURVEY, Hand
from campaign.builder.job import Job
from campaign.channels.site.verify import Finding, survey, verify
from campaign.workshop.stage import Stage


class UnfitSiteError(Exception):
    """The built site didn't pass: `findings` says which file and why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, findings)))


class LanguageFailedError(Exception):
    """Building one more language failed; the text is what its build printed."""


@dataclass(kw_only=True)
class Press:
    """The first language's build, which starts the others and publishes them all.

    command: what starts a build of one more language; ready: a process that waits for the second.
    """

    job: Job
    stage: Stage
    command: Sequence[str]
    ready: Hand | None = None
    serving: Path | None = None
    running: dict[str, Hand] = field(default_factory=dict)

    @property
    def root(self) -> Path:
        """Where the host builds the first language: the stage, or the preview server's own folder."""
        return self.serving or self.stage.root("site")

    def start_others(self) -> None:
        """Build every other language at once, each in a process of its own."""
        for language in self.job.campaign.languages[1:]:
            hand, self.ready = self.ready or Hand(self.command), None
            self.running[language] = hand
            hand.begin(replace(self.job.other(language), site=self.stage.root(language)))
        self._rest()

    def join_others(self) -> list[str]:
        """Wait for the other languages, each into its folder, and give the warnings they printed.

        LanguageFailedError with all that a failed one printed.
        """
        warnings: list[str] = []
        for language, hand in list(self.running.items()):
            done, said = hand.wait()
            if not done:
                raise LanguageFailedError(f"{language}:\n{said}")
            self.running.pop(language).dismiss()
            self.stage.join(language, self.root)
            warnings += [f"{language}: {line}" for line in said.splitlines() if line.startswith("WARNING")]
        if self.stage.root(FILES).exists():
            _merge(self.stage.root(FILES), self.root)
        return warnings

    def finish(self) -> list[str]:
        """Survey what this build made, join the others, verify the whole; gives the warnings the others printed.

        LanguageFailedError where one failed, UnfitSiteError with every finding.
        """
        address = self.job.context.site_address
        surveys = [survey(self.root, site_address=address)]
        warnings = self.join_others()
        surveys += [pickle.loads(path.read_bytes()) for path in sorted(self.stage.work.glob(f"*{SURVEY}"))]  # noqa: S301
        findings = verify(self.root, site_address=address, surveys=surveys)
        if findings:
            raise UnfitSiteError(findings)
        return warnings

    def publish(self) -> None:
        """Swap the finished site in; a preview has nothing to swap."""
        if not self.serving:
            self.stage.swap(self.root)

    def close(self) -> None:
        """Stop what still runs and give the stage up."""
        for hand in self.running.values():
            hand.dismiss()
        self.running.clear()
        self._rest()
        self.stage.close()

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
