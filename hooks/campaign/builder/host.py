"""The site's host, MkDocs or its successor: how it is started, and how a job is handed to it. Nowhere else."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from campaign.builder.job import Job

HOST = "mkdocs"
"""The program that hosts a build where nobody names another; each runs as a module of its own name."""
SETTINGS = "mkdocs.yml"
"""The host's settings: a folder that has them is a project to build."""
THEME = "hooks/theme"
"""The project's own part of the host's theme, beside its settings, which name it too."""
JOB = "CAMPAIGN_PRESS_JOB"
"""Names the file that holds the job of a build begun by another program; unset where a build reads for itself."""
HANDED = "-"
"""In place of that file: the job comes by standard input, to a build of one more language."""


def command(*arguments: str, host: str = HOST) -> list[str]:
    """What starts the host, in the Python that runs now."""
    return [sys.executable, "-m", host, *arguments]


def environment(**more: str) -> dict[str, str]:
    """What the host is started in: this process's environment, and more."""
    return {**os.environ, **more}


@dataclass(frozen=True, kw_only=True)
class Project:
    """What the host knows before anything is read.

    host: the host's name; settings: the file of its settings; data: the campaign's folder beside it; docs: the folder
    with a folder of hand-written pages for each language; target: the folder to be published, or the preview server's;
    address: where the host serves; strict: whether a warning is a failure.
    """

    host: str
    settings: str
    data: str
    docs: Path
    target: Path
    address: str | None
    strict: bool

    @property
    def folder(self) -> Path:
        """The campaign's folder."""
        return Path(self.settings).parent / self.data

    @property
    def theme(self) -> Path:
        """The project's own part of the theme."""
        return Path(self.settings).parent / THEME

    @property
    def build_language(self) -> list[str]:
        """What builds one more language: the same host on the same file; its warnings count in the leading build."""
        return command("build", "--config-file", self.settings, host=self.host)


def build(folder: Path, *arguments: str) -> int:
    """Build a project folder strictly, what is said going where this process's words go; the exit code."""
    return _run(command("build", "--strict", *arguments), environment(), folder)


def build_job(job: Job, target: Path, *, folder: Path = Path()) -> int:
    """Build a job that is read already, by the project in a folder; the exit code.

    target: the folder of the site, which isn't there yet; the job waits in a file beside it.
    """
    handed = target.with_name(f"{target.name}.job")
    handed.write_bytes(pickle.dumps(job))
    try:
        return _run(
            command("build", "--strict", "--site-dir", str(target.absolute())),
            environment(**{JOB: str(handed.absolute())}),
            folder,
        )
    finally:
        handed.unlink()


def _run(line: Sequence[str], settings: dict[str, str], folder: Path) -> int:
    return subprocess.run(line, cwd=folder, env=settings, check=False).returncode


def waiting(line: Sequence[str], said: int) -> subprocess.Popen[bytes]:
    """A host that gets itself ready and then waits for a job on its standard input.

    said: the open file that takes all it prints, in UTF-8.
    """
    return subprocess.Popen(
        line,
        stdin=subprocess.PIPE,
        stdout=said,
        stderr=said,
        env=environment(**{JOB: HANDED, "PYTHONUTF8": "1"}),
    )


def leads() -> bool:
    """True in the build that starts the others, before it knows what it builds."""
    return os.environ.get(JOB) != HANDED


def begun_by_another() -> bool:
    """True in a build that another program began, which tells itself what has become of it."""
    return bool(os.environ.get(JOB))


def inherited_job() -> Job | None:
    """The job another program handed to this process; None where there is none. EOFError where that program is gone."""
    source = os.environ.get(JOB)
    if not source:
        return None
    with sys.stdin.buffer if source == HANDED else Path(source).open("rb") as stream:
        job: Job = pickle.load(stream)  # noqa: S301
    return job
