"""Airing: an urgent notice and the site that shows it change together, also where this is killed half-way."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from campaign import history
from campaign.builder import host
from campaign.builder.job import Job
from campaign.core.problems import Message, OutputError
from campaign.workshop.cache import write_whole
from campaign.workshop.stage import Stage

UNBUILT = Message("网站没有生成，原因见上", "the site couldn't be built: the reason is above")


class UnbuiltError(OutputError):
    """The site couldn't be built, which its host has said why."""

    def __init__(self) -> None:
        super().__init__(str(UNBUILT))


def air(job: Job, notice: Path, written: bytes, *, site: Path) -> OSError | None:
    """Build the site of a job that has the notice, let it take the former one's place, and only then write the notice.

    job: with the campaign's own folder; notice: the file in it; site: in the project's folder. Killed before the site
    changed, nothing has changed, and the next build airs nothing that nobody saw; killed after it, the next command
    finds the notice and puts it in its place (see `settle`). Gives why the history couldn't be written, where it
    couldn't; UnbuiltError where the build fails.
    """
    stage = Stage(site).open()
    try:
        workshop = stage.root("build")
        workshop.mkdir()
        finished = workshop / site.name
        if host.build_job(job, finished, folder=site.parent):
            raise UnbuiltError
        waiting = _waiting(notice, finished)
        write_whole(waiting, written)
        try:
            stage.swap(finished)
            _put(waiting, notice, written)
        finally:
            waiting.unlink(missing_ok=True)
    finally:
        stage.close()
    try:
        history.take(job.folder, site, public=not job.campaign.campaign.site_address_sample)
    except OSError as error:
        return error
    return None


def settle(notice: Path, site: Path) -> None:
    """Finish what a killed `air` began: its notice stands where its site does; else it is gone, as if never wanted."""
    for waiting in notice.parent.glob(f".{notice.name}.*"):
        with suppress(FileNotFoundError):
            if site.is_dir() and waiting == _waiting(notice, site):
                waiting.replace(notice)
            else:
                waiting.unlink()


def _waiting(notice: Path, site: Path) -> Path:
    """Where a notice waits for its site: a folder keeps its number in the file system when it changes its name."""
    return notice.with_name(f".{notice.name}.{site.stat().st_ino}")


def _put(waiting: Path, notice: Path, written: bytes) -> None:
    """Its site stands; another command may have settled it meanwhile."""
    try:
        waiting.replace(notice)
    except FileNotFoundError:
        write_whole(notice, written)
