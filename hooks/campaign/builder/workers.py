"""Language workers: the processes that build one more language each, and what they give back."""

from __future__ import annotations

import contextlib
import pickle
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from campaign.builder import artifacts, host
from campaign.builder.ended import Ended
from campaign.builder.job import Job
from campaign.builder.writing import write
from campaign.channels.site.verify import survey
from campaign.core.problems import Problem
from campaign.kinds import urls

FILES = "files"
"""Where the second language's build puts the feeds of the whole site: it has time while the first works."""
SURVEY = ".survey"
"""The end of the name of what a build of one more language says about the pages it made."""
PROBLEMS = ".problems"
"""The end of the name of what it says its author must mend."""
GONE = (BrokenPipeError, OSError) if sys.platform == "win32" else (BrokenPipeError,)
"""What writing to a process that has died raises."""


class LanguageWorker:
    """A process that builds one more language; it gets itself ready and then waits to be told which.

    Starting it costs as much as reading a large campaign, so the first is started before the campaign is read.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 (closed when it is dismissed)
        self._process = host.waiting(command, self._said.fileno())

    def begin(self, job: Job) -> None:
        """Give it its work; one that has died meanwhile says so when it is waited for."""
        assert self._process.stdin
        with contextlib.suppress(*GONE), self._process.stdin as stream:
            pickle.dump(job, stream, protocol=pickle.HIGHEST_PROTOCOL)

    def wait(self) -> Ended:
        """How it ended, once it has."""
        code = self._process.wait()
        self._said.seek(0)
        return Ended(code, self._said.read().decode("utf-8", "replace").replace("\r\n", "\n"))

    def dismiss(self) -> None:
        """Stop it, whatever it is doing."""
        self._process.kill()
        self._process.communicate()
        self._said.close()


def hand_in(job: Job, root: Path) -> None:
    """What a build of one more language gives back besides its pages: the feeds, and a survey of what it made."""
    if job.feeds:
        write(
            artifacts.feed_files(job.told, job.context, history=job.history, now=job.now, book=job.book),
            root.parent / FILES,
        )
    below = urls.language_root(job.language, job.campaign.languages)
    made = survey(root, below=below, site_address=job.context.site_address, served=job.context.served)
    (root.parent / f"{job.language}{SURVEY}").write_bytes(pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL))


def hand_in_problems(language: str, problems: Sequence[Problem], root: Path) -> None:
    """What an author must mend before a build of one more language can be made: the leading build tells it."""
    (root.parent / f"{language}{PROBLEMS}").write_bytes(pickle.dumps(tuple(problems)))
